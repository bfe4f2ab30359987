/** The composition root of Patterns, and of the weekly look-back that stands there. */
import { hemisphereOf } from '../content/southern-zones.ts'
import { readClaims } from '../core/insight/claims.ts'
import { lookBackKey, readLookBackDraft, readOffer } from '../core/look-back.ts'
import { askDataWorker } from '../platform/data-worker.ts'
import { createSlot } from '../platform/slots.ts'
import type { DataAsks } from './data-asks.ts'
import { createLookBack } from './look-back.ts'
import type { PageParts } from './page-parts.ts'
import { aimOf, createPatterns, type Patterns } from './patterns.ts'
import { createRemoving, readRemoval } from './removal.ts'

const composeCards = (parts: PageParts): Patterns => {
  const { records, changes, clock, local, settings, later, openCheckIn } = parts
  const ask = askDataWorker<DataAsks>()
  return createPatterns({
    ...{ records, changes, clock, openCheckIn },
    claims: createSlot(local, 'patterns', readClaims),
    readAim: async () => aimOf((await settings.read()).pauses.goal),
    hemisphere: hemisphereOf(clock.now().timeZoneId),
    makeFirst: (given, signal) => ask('firstPattern', given, { signal }),
    make: (given, onPart, signal) => ask('patterns', given, { onPart, signal }),
    pause: () => new Promise(resolve => later(0, resolve)),
  })
}

export const composePatterns = (parts: PageParts) => ({
  model: composeCards(parts),
  lookBack: createLookBack({
    ...parts,
    offer: createSlot(parts.local, lookBackKey, readOffer),
    typed: createSlot(parts.session, 'look-back', readLookBackDraft),
    removing: createRemoving({
      ...parts,
      kept: createSlot(parts.session, 'removal-look-back', readRemoval),
    }),
  }),
})
