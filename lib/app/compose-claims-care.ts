/** The composition root of the weekly decision of what Patterns claim. */
import { whenIdle } from '../platform/idle-time.ts'
import { createLog } from '../platform/log.ts'
import { createClaimsCare } from './claims-care.ts'
import { patternNeeds } from './compose-pattern-needs.ts'
import type { PageParts } from './page-parts.ts'

/** To be called when the page has been open for a while. */
export const careForClaims = (parts: PageParts): Promise<void> => {
  const { settings, local, locks, clock } = parts
  const log = createLog(local, locks, clock)
  return createClaimsCare({ ...patternNeeds(parts), settings, pause: whenIdle, log })()
}
