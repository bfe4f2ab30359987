import { startCheckIn } from '../../components/check-in/start.tsx'
import { composeCheckIn } from '../../lib/app/compose-check-in.ts'

/** The whole check-in, in the popup and in the small window. */
export const start = (): Promise<void> => startCheckIn(composeCheckIn(() => window.close()))
