import { render } from 'preact'
import { CheckIn } from '../../components/check-in/CheckIn.tsx'
import '../../components/styles/base.css'
import '../../components/styles/popup.css'
import { composeCheckIn } from '../../lib/app/compose-check-in.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'

markLanguage(document.documentElement)
const model = composeCheckIn(() => window.close())
await model.begin()
render(<CheckIn model={model} />, document.body)
performance.mark('answerable')
model.warmUp()
