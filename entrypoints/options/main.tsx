/** The main page, on the person's own history. */
import { composePageParts } from '../../lib/app/compose-page-parts.ts'
import { drawMainPage } from './draw.tsx'

void drawMainPage(composePageParts())
