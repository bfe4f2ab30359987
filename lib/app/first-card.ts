/** The card that a long history begins with: days alone are enough for it, and it is the same as it comes with all the others. */
import type { Card } from '../core/insight/card.ts'
import type { Claims } from '../core/insight/claims.ts'
import type { DayNumber } from '../core/insight/facts.ts'
import { cardOf } from '../core/insight/verdict.ts'
import { type FeltDay, weekdayOfDays } from '../core/insight/weekday.ts'

/** Ten years of days take it some milliseconds: no worker is started for it. */
export const firstCard = (days: readonly FeltDay[], claims: Claims, today: DayNumber): Card =>
  cardOf(weekdayOfDays(days, today), claims)
