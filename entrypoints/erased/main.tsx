/** The page that deletes everything: compose, draw, then delete where that is under way. */
import { render } from 'preact'
import { ErasedPage } from '../../components/data/ErasedPage.tsx'
import '../../components/styles/base.css'
import { composeErased } from '../../lib/app/compose-erased.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'

await mayDraw()
markLanguage(document.documentElement)
const model = composeErased()
render(<ErasedPage model={model} />, document.getElementById('app') as HTMLElement)
void model.load()
