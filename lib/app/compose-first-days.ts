/** The composition root of what Today says in the first days. */
import { readSaid } from '../core/first-days.ts'
import { browserFamily } from '../platform/family.ts'
import { isPinned } from '../platform/pinned.ts'
import { createSlot } from '../platform/slots.ts'
import { readCanary } from '../store/canary.ts'
import { createFirstDays, type FirstDays } from './first-days.ts'
import type { PageParts } from './page-parts.ts'

/** null where the history is made up. */
export const composeFirstDays = ({ whole, local, settings, clock }: PageParts): FirstDays | null => {
  if (whole === undefined) return null
  return createFirstDays({
    said: createSlot(local, 'first-days', readSaid),
    settings,
    // The mark of the history knows how many there are without counting them.
    checkIns: async () => (await readCanary(local))?.counts.checkIns ?? 0,
    pinned: isPinned,
    clock,
    family: browserFamily(),
  })
}
