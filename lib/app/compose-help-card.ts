/** The composition root of the Help card. */
import { readHelpSaid, winterIsLower } from '../core/help-card.ts'
import { claimsKey, helpCardKey } from '../core/value-keys.ts'
import { createSlot } from '../platform/slots.ts'
import { createHelpCard } from './help-card.ts'
import type { PageParts } from './page-parts.ts'

export const composeHelpCard = (parts: PageParts) => {
  // As it was last decided, on the page of Patterns or by the main page.
  const claimed = createSlot(parts.local, claimsKey, winterIsLower)
  return createHelpCard({
    ...parts,
    said: createSlot(parts.local, helpCardKey, readHelpSaid),
    winterTwice: async () =>
      (await claimed.read()) === true && (await import('./latest-winters.ts')).readLatestWinters(parts),
  })
}
