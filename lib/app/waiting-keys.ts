/** Keys that were pressed at a step before it was loaded: kept in order, and handed over once it is there. */
import type { Place } from '../core/draft.ts'
import type { Key } from '../core/keys.ts'

export type WaitingKeys = {
  /** True where the key may be an answer; what belongs to the browser, such as Tab, is left to it. */
  keep(key: Key, place: Place): boolean
  /** Whether any key waits. */
  any(): boolean
  /** Presses each where it was meant. One that meant another step than the one that stands by then answers nothing. */
  handOver(place: () => Place, press: (key: Key) => void): void
  drop(): void
}

/** One character, with the marks that belong to it, and no space, which presses what has the focus. */
const writes = ({ key }: Key): boolean => /^\S\p{M}*$/u.test(key)

export const createWaitingKeys = (): WaitingKeys => {
  let waiting: readonly { readonly key: Key; readonly place: Place }[] = []
  const drop = () => {
    waiting = []
  }
  return {
    keep: ({ key, code, shiftKey }, place) => {
      if (!writes({ key, code, shiftKey })) return false
      waiting = [...waiting, { key: { key, code, shiftKey }, place }]
      return true
    },
    any: () => waiting.length > 0,
    handOver: (place, press) => {
      const keys = waiting
      drop()
      for (const kept of keys) if (kept.place === place()) press(kept.key)
    },
    drop,
  }
}
