/** What Patterns are made with, on their page and in the weekly decision of what they claim. */
import { hemisphereOf } from '../content/southern-zones.ts'
import { readClaims } from '../core/insight/claims.ts'
import { claimsKey } from '../core/value-keys.ts'
import { feedDataWorker } from '../platform/data-worker.ts'
import { createSlot } from '../platform/slots.ts'
import type { DataAsks } from './data-asks.ts'
import type { PageParts } from './page-parts.ts'
import { type PatternNeeds, wishesOf } from './patterns.ts'

/** All but what lets the page do what waits. */
export const patternNeeds = ({
  records,
  changes,
  clock,
  local,
  settings,
  openCheckIn,
}: PageParts): Omit<PatternNeeds, 'pause'> => {
  const feed = feedDataWorker<DataAsks>()
  return {
    ...{ records, changes, clock, openCheckIn },
    claims: createSlot(local, claimsKey, readClaims),
    readWishes: async () => wishesOf((await settings.read()).pauses),
    hemisphere: hemisphereOf(clock.now().timeZoneId),
    loadFirst: async () => (await import('./first-card.ts')).firstCard,
    make: (read, onPart, signal) => feed('patterns', read, { onPart, signal }),
  }
}
