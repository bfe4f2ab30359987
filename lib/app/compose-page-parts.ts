/** The real parts of the pages: the person's own history, settings and reminders. */
import { createChanges } from '../platform/changes.ts'
import { copyPicture, copyText } from '../platform/clipboard.ts'
import { systemClock } from '../platform/clock.ts'
import { rememberCover } from '../platform/cover.ts'
import { saveFile } from '../platform/files.ts'
import { label } from '../platform/i18n.ts'
import { later } from '../platform/later.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { askWorker } from '../platform/messages.ts'
import { askToPersist } from '../platform/persistence.ts'
import { systemChance } from '../platform/random.ts'
import { createSlot } from '../platform/slots.ts'
import { openCheckIn, openWindow } from '../platform/windows.ts'
import { webLocks } from '../store/locks.ts'
import { openHistory } from '../store/open.ts'
import { createSettingsStore } from '../store/settings.ts'
import type { WholeHistory } from './data-ports.ts'
import { createLabels } from './labels.ts'
import { createNudges } from './messages.ts'
import type { PageParts } from './page-parts.ts'

export const composePageParts = (): PageParts & { readonly whole: WholeHistory } => {
  const clock = systemClock
  const locks = webLocks()
  const changes = createChanges()
  const settings = createSettingsStore(localValues, locks)
  const records = openHistory({ clock, chance: systemChance, keyValue: localValues, locks })
  const isCovered = async () => (await settings.read()).nudges.sharing
  changes.listen(topic => {
    if (topic === 'settings') void isCovered().then(rememberCover)
  })
  return {
    clock,
    chance: systemChance,
    changes,
    locks,
    records,
    checkDays: records.checkDays,
    whole: records.whole,
    recoveries: records.recoveries,
    settings,
    nudges: createNudges(askWorker()),
    local: localValues,
    session: sessionValues,
    labels: createLabels({ records, changes, names: label }),
    later,
    system: async () => (await import('../platform/system.ts')).readSystem(),
    copyText,
    takeOut: {
      copyText: async text => ((await copyText(text)) ? 'done' : 'refused'),
      copyPicture: async picture => ((await copyPicture(picture)) ? 'done' : 'refused'),
      saveFile: (name, content) => {
        saveFile(name, content)
        return 'done'
      },
    },
    askToPersist,
    openCheckIn: () => void openCheckIn(isCovered),
    startPause: async pause => {
      const { createStartPause } = await import('./start-pause.ts')
      const { readDraft } = await import('../core/draft.ts')
      const start = createStartPause({
        locks,
        clock,
        changes,
        chance: systemChance,
        draft: createSlot(localValues, 'draft', readDraft),
        // A popup would close with the next click on the page.
        open: () => openWindow(isCovered),
      })
      await start(pause)
    },
  }
}
