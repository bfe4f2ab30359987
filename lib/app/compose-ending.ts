/** The composition root of what stands at the end of a check-in; loaded only then. */
import { createChanges } from '../platform/changes.ts'
import { systemClock } from '../platform/clock.ts'
import { later } from '../platform/later.ts'
import { localValues } from '../platform/local.ts'
import { askWorker } from '../platform/messages.ts'
import { webLocks } from '../store/locks.ts'
import { createSettingsStore } from '../store/settings.ts'
import type { Leaving } from './check-in-types.ts'
import { type Ending, endingOf } from './ending.ts'
import { createNudges } from './messages.ts'

/** `close` closes the popup or window, at once where nothing is still to be said. */
export const composeEnding = async (leaving: Leaving, close: () => void): Promise<Ending | null> => {
  const ending = await endingOf(leaving, {
    nudges: createNudges(askWorker()),
    settings: createSettingsStore(localValues, webLocks(), systemClock),
    changes: createChanges(),
    later,
    close,
  })
  if (ending === null) close()
  return ending
}
