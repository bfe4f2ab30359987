/** The check-in in its small window. */
import { markLanguage } from '../../lib/platform/i18n.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'
import { blankWindow } from '../../lib/platform/windows.ts'
import '../../components/styles/base.css'

if (await mayDraw('/cover.html#window')) {
  markLanguage(document.documentElement)
  const { start } = await import('../popup/start.ts')
  await start('window', () => void blankWindow(window))
}
