/** The page model of the cover on a shared screen: two buttons, and nothing about feelings. */
import { type Key, letterKey } from '../core/keys.ts'
import type { Later, Nudges, PersonEvent } from './ports.ts'

export type Cover = {
  /** It is seen: a reminder that led here was not ignored. */
  begin(): void
  /** Goes on to the first question in the same place. */
  open(): void
  /** Closes once the nudge machine has heard of it; a second time, at once. */
  notNow(): void
  /** True when the key was one of the two. */
  pressKey(key: Key): boolean
}

type Needs = {
  readonly nudges: Pick<Nudges, 'tell'>
  readonly later: Later
  readonly uncover: () => void
  readonly close: () => void
}

/** How long it waits for a background that just starts: Firefox drops the messages of a page that is closed before that. */
const patience = 3_000

export const createCover = ({ nudges, later, uncover, close }: Needs): Cover => {
  // A background that cannot be reached lets the reminder end in silence.
  const tell = (event: PersonEvent) => nudges.tell(event).catch(() => null)
  let leaves = false
  const notNow = () => {
    if (leaves) return close()
    leaves = true
    const stop = later(patience, close)
    void tell({ kind: 'not-now', reason: null }).then(() => {
      stop()
      close()
    })
  }
  return {
    begin: () => void tell({ kind: 'opened' }),
    open: uncover,
    notNow,
    pressKey: key => {
      const press = key.key === 'Escape' ? notNow : letterKey(key) === 'O' ? uncover : null
      press?.()
      return press !== null
    },
  }
}
