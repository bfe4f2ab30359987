/** What History can be filtered by: what is in use in it, and periods that are often asked for. */
import { type QuickPeriod, quickPeriods } from '../core/quick-periods.ts'
import { createUsedIds, type UsedIds } from './in-use.ts'
import type { Clock } from './ports.ts'

export type FilterChoices = {
  readonly used: UsedIds
  /** As of today. */
  periods(): readonly QuickPeriod[]
}

type Needs = Parameters<typeof createUsedIds>[0] & { readonly clock: Clock }

export const createFilterChoices = (needs: Needs): FilterChoices => ({
  used: createUsedIds(needs),
  periods: () => quickPeriods(needs.clock.now().toPlainDate()),
})
