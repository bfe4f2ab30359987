/** The composition root of what looks at texts that were kept. */
import { isDay } from '../core/time.ts'
import { noteCardKey } from '../core/value-keys.ts'
import { createSlot } from '../platform/slots.ts'
import type { Clock, KeyValue, SettingsStore } from './ports.ts'
import { createTextWatch, type TextWatch } from './text-watch.ts'

type Parts = {
  readonly settings: Pick<SettingsStore, 'read'>
  /** Where the day on which it was last offered is remembered: that it was stays on no disk. */
  readonly session: KeyValue
  readonly clock: Clock
}

export const composeTextWatch = ({ settings, session, clock }: Parts): TextWatch =>
  createTextWatch({
    settings,
    clock,
    shownOn: createSlot(session, noteCardKey, stored => (isDay(stored) ? stored : null)),
    loadMatch: async () => {
      const [{ phraseLists }, { phraseMatch }] = await Promise.all([
        import('../content/phrases.ts'),
        import('../core/phrases.ts'),
      ])
      return phraseMatch(Object.values(phraseLists))
    },
  })
