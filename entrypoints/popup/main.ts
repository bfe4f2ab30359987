/** The popup: its first question stands at once, and the rest of the check-in is loaded behind it. */
import { handOver, painted, standUp } from '../../components/check-in/first-question.ts'
import { mayDraw } from '../../lib/platform/may-draw.ts'

if (await mayDraw('/cover.html')) {
  standUp()
  await painted()
  const { start } = await import('./start.ts')
  handOver(await start('popup'))
  performance.mark('ready')
}
