import { startCheckIn } from '../../components/check-in/start.tsx'
import { composeCheckIn } from '../../lib/app/compose-check-in.ts'

/** The whole check-in, in the popup and in the small window; answers whether its first question stands. */
export const start = (): Promise<boolean> =>
  startCheckIn(
    composeCheckIn(
      () => window.close(),
      () => import('./end.ts'),
    ),
  )
