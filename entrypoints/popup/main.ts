import { handOver, painted, standUp } from '../../components/check-in/first-question.ts'

standUp()
await painted()
const { start } = await import('./start.ts')
handOver(await start())
performance.mark('ready')
