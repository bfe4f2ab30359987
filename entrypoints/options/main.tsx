/** The main page, on the person's own history. */
import { composeFrameLock } from '../../lib/app/compose-frame-lock.ts'
import { composePageParts } from '../../lib/app/compose-page-parts.ts'
import { drawMainPage } from './draw.tsx'

/** In milliseconds. People open the page to see something; until then it gets all that the browser can do. */
const rest = 10_000

const parts = composePageParts()
const lockFrame = composeFrameLock(parts, async () => (await import('./locked.tsx')).openFrame(parts))
const loadOwnData = async () => (await import('../../lib/app/compose-own-data.ts')).composeOwnData(parts)
void drawMainPage({ ...parts, loadOwnData, lockFrame }).then(() =>
  parts.later(rest, async () => {
    const { careForPage } = await import('../../lib/app/compose-page-care.ts')
    await careForPage(parts)
  }),
)
