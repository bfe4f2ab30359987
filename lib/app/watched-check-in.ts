/** The check-in that is open, with whatever is kept in it told of to somebody who looks at what was written. */

import type { OpenCheckIn } from './check-in-types.ts'
import type { LookAtText } from './text-watch.ts'

/** Its note goes in with its answers, everything else by its keeper. */
export const watchedCheckIn = (open: OpenCheckIn, look: LookAtText): OpenCheckIn => ({
  ...open,
  keeper: {
    ...open.keeper,
    keep: async (store, id, change, whenKept) => {
      let before: object | null = null
      let after: object | null = null
      const watched: typeof change = current => {
        before = current
        const made = change(current)
        after = made
        return made
      }
      const kept = await open.keeper.keep(store, id, watched, whenKept)
      if (kept === 'kept') look(store, before, after)
      return kept
    },
  },
  answer: async patch => {
    const before = open.record.value
    const kept = await open.answer(patch)
    if (kept === 'kept' && patch.note !== undefined) look('checkIns', before, { note: patch.note })
    return kept
  },
})
