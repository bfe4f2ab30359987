/** The main page over made-up data, for anyone who wants to look around first. */
import { MadeUpBanner } from '../../components/look-around/MadeUpBanner.tsx'
import { composeLookAround } from '../../lib/app/compose-look-around.ts'
import { drawMainPage } from '../options/draw.tsx'

const { parts, refusals } = composeLookAround()
void drawMainPage(parts, <MadeUpBanner refusals={refusals} />)
