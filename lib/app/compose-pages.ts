/** The composition root of the main page and of the welcome. */
import { readDraft } from '../core/draft.ts'
import { synonymsIn } from '../core/find-words.ts'
import { readPastDraft } from '../core/past.ts'
import { readPauseDrafts } from '../core/pause-draft.ts'
import { createChanges } from '../platform/changes.ts'
import { copyText } from '../platform/clipboard.ts'
import { systemClock } from '../platform/clock.ts'
import { rememberCover } from '../platform/cover.ts'
import { label, locale, type MessageKey, synonyms, t } from '../platform/i18n.ts'
import { later } from '../platform/later.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { askWorker } from '../platform/messages.ts'
import { askToPersist } from '../platform/persistence.ts'
import { systemChance } from '../platform/random.ts'
import { createSlot } from '../platform/slots.ts'
import { readSystem } from '../platform/system.ts'
import { openCheckIn, openWindow } from '../platform/windows.ts'
import { webLocks } from '../store/locks.ts'
import { openHistory } from '../store/open.ts'
import { createSettingsStore } from '../store/settings.ts'
import { createAsking } from './asking.ts'
import { createHelp } from './help.ts'
import { createHistory } from './history.ts'
import { createLibrary } from './library.ts'
import { createNudges } from './messages.ts'
import { createNextReminder } from './next-reminder.ts'
import { createNudgeLog } from './nudge-log.ts'
import { createNudgeTest } from './nudge-test.ts'
import { createOptions } from './options.ts'
import { createOwnPauses } from './own-pauses.ts'
import { createOwnWords } from './own-words.ts'
import { createReminders } from './reminders.ts'
import { readRemoval } from './removal.ts'
import { createStartPause } from './start-pause.ts'
import { createStuckPage } from './stuck-page.ts'
import { createToday } from './today.ts'
import { createWelcome } from './welcome.ts'
import { createWords } from './words.ts'

/** What both pages stand on. */
const composePages = () => {
  const locks = webLocks()
  const changes = createChanges()
  const settings = createSettingsStore(localValues, locks)
  const isCovered = async () => (await settings.read()).nudges.sharing
  changes.listen(topic => {
    if (topic === 'settings') void isCovered().then(rememberCover)
  })
  return {
    clock: systemClock,
    changes,
    locks,
    settings,
    nudges: createNudges(askWorker()),
    isCovered,
    openCheckIn: () => void openCheckIn(isCovered),
  }
}

/** The models of the main page; `fragment` is the one it was opened with. */
export const composeOptions = (fragment: string) => {
  const parts = composePages()
  const { clock, locks } = parts
  const records = openHistory({ clock, chance: systemChance, keyValue: localValues, locks })
  const own = createOwnWords({
    ...parts,
    records,
    chance: systemChance,
    names: { words: id => label('word', id), tags: id => label('tag', id) },
    locale,
  })
  const pauses = createOwnPauses({ ...parts, records })
  const removal = createSlot(sessionValues, 'removal', readRemoval)
  const startPause = createStartPause({
    ...parts,
    chance: systemChance,
    draft: createSlot(localValues, 'draft', readDraft),
    // A popup would close with the next click on the page.
    open: () => openWindow(parts.isCovered),
  })
  return {
    options: createOptions({ ...parts, recoveries: records.recoveries, askToPersist, fragment }),
    today: createToday({ ...parts, records }),
    stuck: createStuckPage({
      ...parts,
      records,
      chance: systemChance,
      removal: createSlot(sessionValues, 'removal-line', readRemoval),
      pauses,
      later,
      copyText,
      sentence: () => t('help_sentence'),
      startPause,
    }),
    history: createHistory({
      ...parts,
      records,
      removal,
      pastDraft: createSlot(sessionValues, 'past', readPastDraft),
      chance: systemChance,
      lists: {
        words: () => own.words.value,
        tags: () => own.tags.value,
        synonymsOf: id => synonymsIn(synonyms(id)),
        locale,
      },
      later,
    }),
    library: createLibrary({
      ...parts,
      records,
      chance: systemChance,
      later,
      own: pauses,
      drafts: createSlot(sessionValues, 'pause-drafts', readPauseDrafts),
      texts: {
        title: id => label('pause', id),
        kind: kind => t(`pause_kind_${kind}`),
        say: key => t(key as MessageKey),
      },
      locale,
      startPause,
    }),
    reminders: createReminders(parts),
    next: createNextReminder({ ...parts, later }),
    test: createNudgeTest({ ...parts, system: readSystem }),
    log: createNudgeLog({ ...parts, records }),
    asking: createAsking(parts),
    words: createWords({ ...parts, own, records, later, synonyms, locale }),
    help: createHelp({ ...parts, languages: navigator.languages, copy: copyText }),
  }
}

export const composeWelcome = () => createWelcome(composePages())
