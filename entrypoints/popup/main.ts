import { handOver, standUp } from '../../components/check-in/first-question.ts'
import '../../components/styles/popup.css'

standUp()
const [{ startCheckIn }, { composeCheckIn }] = await Promise.all([
  import('../../components/check-in/start.tsx'),
  import('../../lib/app/compose-check-in.ts'),
])
await startCheckIn(composeCheckIn(() => window.close()))
handOver()
