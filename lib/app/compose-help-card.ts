/** The composition root of the Help card. */
import { hemisphereOf } from '../content/southern-zones.ts'
import { readHelpSaid, winterIsLower } from '../core/help-card.ts'
import { readClaims } from '../core/insight/claims.ts'
import { lastWintersLower, wintersFrom } from '../core/insight/winter.ts'
import { claimsKey, helpCardKey } from '../core/value-keys.ts'
import { createSlot } from '../platform/slots.ts'
import { createHelpCard } from './help-card.ts'
import type { PageParts } from './page-parts.ts'

export const composeHelpCard = (parts: PageParts) => {
  // As they were last decided, on the page of Patterns or by the main page.
  const claims = createSlot(parts.local, claimsKey, readClaims)
  return createHelpCard({
    ...parts,
    said: createSlot(parts.local, helpCardKey, readHelpSaid),
    winterTwice: async today => {
      const kept = await claims.read()
      if (kept === null || !winterIsLower(kept)) return false
      const days = await parts.records.days(wintersFrom(today), today)
      return days.ok && lastWintersLower(days.value, hemisphereOf(parts.clock.now().timeZoneId), today)
    },
  })
}
