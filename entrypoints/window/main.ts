/** The check-in in its small window. */
import { hiding } from '../../lib/app/compose-hiding.ts'
import { markLanguage } from '../../lib/platform/i18n.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'
import '../../components/styles/base.css'

if (await mayDraw('/cover.html#window')) {
  markLanguage(document.documentElement)
  const { start } = await import('../popup/start.ts')
  await start('window', hiding(window))
}
