/** Puts right what pages remember of the cover; apart, so that the cover stands without it. */

import { systemClock } from '../platform/clock.ts'
import { rememberCover } from '../platform/cover.ts'
import { localValues } from '../platform/local.ts'
import { webLocks } from '../store/locks.ts'
import { createSettingsStore } from '../store/settings.ts'

export const careForCover = async (): Promise<void> => {
  const { nudges } = await createSettingsStore(localValues, webLocks(), systemClock).read()
  rememberCover(nudges.sharing)
}
