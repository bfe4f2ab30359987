/** What stands at the end of a check-in: nothing, most of the time; after "not now" to a reminder, or after the first check-in, one screen more. */
import type { ReadonlySignal } from '@preact/signals'
import type { Leaving } from './check-in-types.ts'
import { createNotNow, type NotNow } from './not-now.ts'
import type { Changes, Later, NudgeStatus, Nudges, SettingsStore } from './ports.ts'
import { createWelcome } from './welcome.ts'

export type AskAgain = {
  /** null until the question is answered. */
  readonly answer: ReadonlySignal<'yes' | 'no' | null>
  /** True where the answer could not be kept. */
  readonly failed: ReadonlySignal<boolean>
  /** Closes once the answer is kept. */
  choose(answer: 'yes' | 'no'): Promise<void>
  done(): void
}

export type Ending =
  | { readonly kind: 'not-now'; readonly model: NotNow }
  | { readonly kind: 'ask-again'; readonly model: AskAgain }

export type EndingPorts = {
  readonly nudges: Pick<Nudges, 'tell'>
  readonly settings: SettingsStore
  readonly changes: Pick<Changes, 'announce'>
  readonly later: Later
  readonly close: () => void
}

/** How long a "not now" waits for word from a background that just starts. */
const patience = 2_000

const createAskAgain = ({ settings, nudges, changes, close }: EndingPorts): AskAgain => {
  const { answer, failed, choose } = createWelcome({ settings, nudges, changes, openCheckIn: close })
  return {
    answer,
    failed,
    choose: async chosen => {
      await choose(chosen)
      if (!failed.value) close()
    },
    done: close,
  }
}

/** The status if it comes within `patience`. */
const soon = (status: Promise<NudgeStatus | null>, { later }: EndingPorts): Promise<NudgeStatus | null> =>
  new Promise(resolve => {
    const stop = later(patience, () => resolve(null))
    void status.then(known => {
      stop()
      resolve(known)
    })
  })

/** The screen that is still to come; null where the check-in closes. Never rejects. */
export const endingOf = async (leaving: Leaving, ports: EndingPorts): Promise<Ending | null> => {
  if (leaving.notNow) {
    const status = await soon(leaving.status, ports)
    return status?.shownId ? { kind: 'not-now', model: createNotNow(ports) } : null
  }
  if (!leaving.answered) return null
  try {
    if (!(await ports.settings.read()).askAgain) return null
    // Before it is asked, so that it is never asked a third time.
    await ports.settings.change(current => ({ ...current, askAgain: false }))
    return { kind: 'ask-again', model: createAskAgain(ports) }
  } catch {
    return null
  }
}
