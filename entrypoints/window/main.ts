import { startCheckIn } from '../../components/check-in/start.tsx'
import '../../components/styles/base.css'
import '../../components/styles/window.css'
import { composeCheckIn } from '../../lib/app/compose-check-in.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'

markLanguage(document.documentElement)
await startCheckIn(composeCheckIn(() => window.close()))
