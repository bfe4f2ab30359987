/** The composition root of felt over time, which is loaded when it is unfolded. */
import { firstWeekday } from '../platform/first-weekday.ts'
import { createFeltOverTime, type FeltOverTime } from './felt-over-time.ts'
import type { History } from './history.ts'
import type { PageParts } from './page-parts.ts'
import type { ShownDays } from './shown-days.ts'

type Shown = Pick<History, 'markers'> & {
  readonly days: ShownDays
}

export const composeFeltOverTime = (parts: PageParts, { markers, days }: Shown): FeltOverTime =>
  createFeltOverTime({
    clock: parts.clock,
    takeOut: parts.takeOut,
    days,
    markers,
    weekStart: firstWeekday,
  })
