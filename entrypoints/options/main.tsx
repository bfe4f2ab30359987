/** The main page, on the person's own history. */
import { composePageParts } from '../../lib/app/compose-page-parts.ts'
import { drawMainPage } from './draw.tsx'

const parts = composePageParts()
void drawMainPage(parts).then(async () => {
  const { careForDays } = await import('../../lib/app/compose-days-care.ts')
  careForDays(parts)
})
