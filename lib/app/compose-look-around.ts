/** The parts of the main page over made-up data: all of it in memory, nothing of it kept, and nobody told of it. */
import { lookBackKey } from '../core/look-back.ts'
import { defaultPerDay, defaultSettings } from '../core/settings.ts'
import { copyText } from '../platform/clipboard.ts'
import { systemClock } from '../platform/clock.ts'
import { label, type MessageKey, t } from '../platform/i18n.ts'
import { later } from '../platform/later.ts'
import { systemChance } from '../platform/random.ts'
import { readSystem } from '../platform/system.ts'
import { memoryLocks } from '../store/locks.ts'
import { memoryRecords } from '../store/memory.ts'
import { memoryValues } from '../store/memory-values.ts'
import { createSettingsStore } from '../store/settings.ts'
import { settingsKey } from '../store/settings-key.ts'
import { createLabels } from './labels.ts'
import { fillHistory, onceReady } from './made-up/fill-history.ts'
import { idleNudges } from './made-up/idle-nudges.ts'
import { madeUpYear } from './made-up/made-up-year.ts'
import { createPageChanges } from './made-up/page-changes.ts'
import { createRefusals, type Refusals } from './made-up/refusals.ts'
import type { PageParts } from './page-parts.ts'

/** A year with a plain day at its end and no more felt there than at its beginning. */
const seed = 3_250

/** As if somebody had said yes to reminders, and to quiet pauses among the others. */
const settingsOfSomebody = {
  ...defaultSettings,
  welcomed: true,
  askAgain: false,
  nudges: { ...defaultSettings.nudges, mode: { kind: 'random', perDay: defaultPerDay } },
  pauses: { ...defaultSettings.pauses, compare: true },
} as const

export const composeLookAround = (): { readonly parts: PageParts; readonly refusals: Refusals } => {
  const clock = systemClock
  const refusals = createRefusals()
  const { refuse } = refusals
  const refused = () => {
    refuse()
    return 'told' as const
  }
  const changes = createPageChanges()
  const locks = memoryLocks()
  const local = memoryValues({ [settingsKey]: settingsOfSomebody, [lookBackKey]: { on: true } })
  const settings = createSettingsStore(local, locks, clock)
  const history = memoryRecords({ clock })
  const year = madeUpYear({ now: clock.now(), seed, say: key => t(key as MessageKey) })
  const rest = () => new Promise<void>(resolve => void later(0, resolve))
  const records = onceReady(history, fillHistory(history, year, rest))
  return {
    refusals,
    parts: {
      clock,
      chance: systemChance,
      changes,
      locks,
      records,
      recoveries: { unread: async () => null, markRead: async () => {} },
      settings,
      nudges: idleNudges({ settings, clock, refuse }),
      local,
      session: memoryValues(),
      labels: createLabels({ records, changes, names: label }),
      later,
      system: readSystem,
      // Numbers and addresses for people who need help are real here too.
      copyText,
      takeOut: {
        copyText: async () => refused(),
        copyPicture: async () => refused(),
        saveFile: refused,
      },
      askToPersist: () => {},
      openCheckIn: refuse,
      startPause: async () => refuse(),
    },
  }
}
