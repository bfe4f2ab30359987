/** The welcome: compose, draw, then read. */
import { render } from 'preact'
import '../../components/styles/base.css'
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx'
import { composeWelcome } from '../../lib/app/compose-welcome.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'

await mayDraw()
markLanguage(document.documentElement)
const { model, family } = composeWelcome()
render(<WelcomePage model={model} family={family} />, document.getElementById('app') as HTMLElement)
void model.load()
