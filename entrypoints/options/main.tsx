/** The main page: compose, draw, then read. */
import { render } from 'preact'
import { OptionsPage } from '../../components/options/OptionsPage.tsx'
import '../../components/styles/base.css'
import { composeOptions } from '../../lib/app/compose-pages.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'

markLanguage(document.documentElement)
const models = composeOptions(location.hash)
render(<OptionsPage models={models} />, document.getElementById('app') as HTMLElement)

const { options, today, history, library, reminders, next, words, help } = models
for (const model of [options, today, history, library, reminders, next, words, help]) void model.load()
