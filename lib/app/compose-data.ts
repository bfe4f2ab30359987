/** The composition root of Settings → Data & privacy. */
import { ok } from '../core/result.ts'
import { createLog } from '../platform/log.ts'
import type { OwnData } from './compose-own-data.ts'
import { type CheckDays, createDayCheck } from './day-check.ts'
import { createOfferChoices } from './offer-choices.ts'
import type { PageParts } from './page-parts.ts'
import type { Records } from './ports.ts'
import { createRebuild } from './rebuild.ts'

/** Days that are made up stand beside their records in memory: how many there are is all there is to say. */
const madeUp =
  (records: Pick<Records, 'daySpan' | 'days'>): CheckDays =>
  async () => {
    const span = await records.daySpan()
    if (!span.ok) return span
    const days = span.value ? await records.days(span.value.first, span.value.last) : ok([])
    return days.ok ? ok({ checked: days.value.length, repaired: 0, whole: true }) : days
  }

/** As where the history is made up: nothing is brought into it or taken out. */
const nothingOwn = {
  backup: null,
  folder: null,
  importing: null,
  csv: null,
  kept: null,
  rescue: null,
  lock: null,
}

/** `own` is what stands on the person's own history; null where it is made up. */
export const composeData = (parts: PageParts, own: OwnData | null) => {
  const { records, checkDays = madeUp(records), changes, local, locks, clock } = parts
  const log = createLog(local, locks, clock)
  return {
    ...(own ?? nothingOwn),
    offers: createOfferChoices(parts),
    rebuild: createRebuild({ check: createDayCheck({ checkDays, changes, log }) }),
  }
}
