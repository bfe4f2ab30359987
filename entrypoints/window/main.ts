import { markLanguage } from '../../lib/platform/i18n.ts'
import '../../components/styles/base.css'

markLanguage(document.documentElement)
const { start } = await import('../popup/start.ts')
await start()
