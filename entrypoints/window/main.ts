import { coverFirst } from '../../lib/platform/cover.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'
import '../../components/styles/base.css'

if (!coverFirst('/cover.html#window')) {
  markLanguage(document.documentElement)
  const { start } = await import('../popup/start.ts')
  await start('window')
}
