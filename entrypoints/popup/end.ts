/** The end of a check-in: compose, then draw what is still to be said, or close. */
import { startEnding } from '../../components/ending/start.tsx'
import { composeEnding } from '../../lib/app/compose-ending.ts'

export const end = async (...given: Parameters<typeof composeEnding>): Promise<void> =>
  startEnding(await composeEnding(...given))
