import { handOver, painted, standUp } from '../../components/check-in/first-question.ts'
import { coverFirst } from '../../lib/platform/cover.ts'

if (!coverFirst('/cover.html')) {
  standUp()
  await painted()
  const { start } = await import('./start.ts')
  handOver(await start('popup'))
  performance.mark('ready')
}
