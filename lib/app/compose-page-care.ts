/** The composition root of what the main page sees to once somebody has looked at it for a while. */
import { careForClaims } from './compose-claims-care.ts'
import { careForDays } from './compose-days-care.ts'
import { careForKeptFile } from './compose-kept-file.ts'
import { careForLock } from './compose-lock-state.ts'
import { careForLook } from './compose-look.ts'
import type { OwnParts, PageParts } from './page-parts.ts'

/** One after the other. */
export const careForPage = async (parts: PageParts & OwnParts): Promise<void> => {
  await careForLock(parts)
  await careForDays(parts)
  await careForKeptFile(parts)
  await careForLook(parts)
  await careForClaims(parts)
}
