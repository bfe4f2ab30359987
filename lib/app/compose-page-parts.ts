/** The real parts of the pages: the person's own history, settings and reminders. */

import { checkInDraftKey } from '../core/value-keys.ts'
import { createChanges } from '../platform/changes.ts'
import { copyPicture, copyText } from '../platform/clipboard.ts'
import { systemClock } from '../platform/clock.ts'
import { saveFile } from '../platform/files.ts'
import { label } from '../platform/i18n.ts'
import { later } from '../platform/later.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { askWorker } from '../platform/messages.ts'
import { askToPersist } from '../platform/persistence.ts'
import { systemChance } from '../platform/random.ts'
import { createSlot } from '../platform/slots.ts'
import { lockKey } from '../store/lock-key.ts'
import { webLocks } from '../store/locks.ts'
import { openHistory } from '../store/open.ts'
import type { UnderLock } from './compose-lock.ts'
import type { WholeHistory } from './data-ports.ts'
import { createLabels } from './labels.ts'
import { createNudges } from './messages.ts'
import { once } from './once.ts'
import type { OwnParts, PageParts } from './page-parts.ts'
import type { Clock, KeyValue, Locks, Records, SettingsStore } from './ports.ts'
import { createLockPlace, underLock } from './under-lock.ts'

/** The calls that start before it is known whether there is a lock; see underLock. */
const reads = ['get', 'page', 'all', 'between', 'since', 'made', 'days', 'daySpan'] as const

const windows = () => import('../platform/windows.ts')

/** Nothing of them stands in what a page shows first: what reads them is loaded when they are asked for. */
const laterSettings = (local: KeyValue, locks: Locks, clock: Clock): SettingsStore => {
  const load = async () => (await import('../store/settings.ts')).createSettingsStore(local, locks, clock)
  return {
    read: async () => (await load()).read(),
    change: async change => (await load()).change(change),
  }
}

export const composePageParts = (): PageParts & OwnParts => {
  const clock = systemClock
  const locks = webLocks()
  const changes = createChanges()
  const settings = laterSettings(localValues, locks, clock)
  const history = openHistory({
    ...{ clock, chance: systemChance, keyValue: localValues, locks },
    restored: () => changes.announce('records'),
    locked: () => changes.announce('lock'),
  })
  const underIt = once(async (): Promise<UnderLock> => {
    const { composeUnderLock } = await import('./compose-lock.ts')
    return composeUnderLock({ history, changes, clock, chance: systemChance, locks })
  })
  const place = createLockPlace({ local: localValues, key: lockKey, changes, load: underIt })
  const records = underLock<Records, UnderLock>(history, place, ({ records }) => records, reads)
  const local = underLock<KeyValue, UnderLock>(localValues, place, ({ local }) => local, ['get', 'keys'])
  const isCovered = async () => (await settings.read()).nudges.sharing
  const careForCover = async () => {
    const { rememberCover } = await import('../platform/cover.ts')
    rememberCover(await isCovered())
  }
  changes.listen(topic => {
    if (topic === 'settings') void careForCover()
  })
  return {
    clock,
    chance: systemChance,
    changes,
    locks,
    records,
    checkDays: history.checkDays,
    whole: underLock<WholeHistory, UnderLock>(history.whole, place, ({ whole }) => whole),
    copies: history.whole,
    lock: { place, load: async () => (await underIt()).lock },
    recoveries: history.recoveries,
    settings,
    nudges: createNudges(askWorker()),
    local,
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
    openCheckIn: () => void windows().then(({ openCheckIn }) => openCheckIn(isCovered)),
    startPause: async pause => {
      const { createStartPause } = await import('./start-pause.ts')
      const { readDraft } = await import('../core/draft.ts')
      const start = createStartPause({
        locks,
        clock,
        changes,
        chance: systemChance,
        draft: createSlot(local, checkInDraftKey, readDraft),
        // A popup would close with the next click on the page.
        open: async () => (await windows()).openWindow(isCovered),
      })
      await start(pause)
    },
  }
}
