/** The composition root of the popup and of the small window: the check-in on the real browser. */
import { readDraft } from '../core/draft.ts'
import { readFirstAlone } from '../core/first-alone.ts'
import { checkInDraftKey } from '../core/value-keys.ts'
import { createChanges } from '../platform/changes.ts'
import { systemClock } from '../platform/clock.ts'
import { label, locale } from '../platform/i18n.ts'
import { later } from '../platform/later.ts'
import { localValues } from '../platform/local.ts'
import { askWorker } from '../platform/messages.ts'
import { systemChance } from '../platform/random.ts'
import { createSlot } from '../platform/slots.ts'
import { openAnew } from '../platform/use.ts'
import { checkInRecords } from '../store/check-in-records.ts'
import { connect } from '../store/connection.ts'
import { lockKey } from '../store/lock-key.ts'
import { webLocks } from '../store/locks.ts'
import { settingsKey } from '../store/settings-key.ts'
import { createWriter } from '../store/write.ts'
import { type CheckInModel, createCheckIn } from './check-in.ts'
import type { CheckInPorts, Leaving } from './check-in-types.ts'
import { createNudges } from './messages.ts'

type Close = () => void

/** The page that the check-in stands in; what is seen at the end alone is loaded by `loadEnd`. */
type Page = {
  readonly isPopup: boolean
  readonly close: Close
  readonly hide: () => void
  readonly loadEnd: () => Promise<{ end(leaving: Leaving, close: Close): Promise<void> }>
}

export const composeCheckIn = async ({
  isPopup,
  close,
  hide,
  loadEnd,
}: Page): Promise<{ readonly model: CheckInModel; readonly isLocked: boolean }> => {
  let ends = false
  /** Leaving for the second time waits for nothing. */
  const leave = async (leaving: Leaving) => {
    if (ends) return close()
    ends = true
    try {
      await (await loadEnd()).end(leaving, close)
    } catch {
      close()
    }
  }
  const changes = createChanges()
  const parts = {
    ...{ clock: systemClock, chance: systemChance, keyValue: localValues, locks: webLocks() },
    restored: () => changes.announce('records'),
    locked: () => changes.announce('lock'),
  }
  const connection = connect(parts)
  const hasLock = async () => lockKey in (await localValues.get([lockKey]))
  const open = {
    records: checkInRecords(parts, connection, createWriter(parts, connection)),
    values: localValues,
    isLocked: false,
    stands: async () => !(await hasLock()),
  }
  const { records, values, isLocked, stands } = (await hasLock())
    ? await (await import('./compose-check-in-lock.ts')).composeCheckInLock(open, changes)
    : open
  changes.listen(async topic => {
    // What is kept, and in what, is another matter then.
    if (topic === 'lock' && !(await stands())) openAnew()
  })
  const ports: CheckInPorts = {
    records,
    draft: createSlot(values, checkInDraftKey, readDraft),
    nudges: createNudges(askWorker()),
    changes,
    locks: parts.locks,
    clock: systemClock,
    chance: systemChance,
    later,
    wordLabel: id => label('word', id),
    locale,
    firstAlone: async () => readFirstAlone((await localValues.get([settingsKey]))[settingsKey]),
    // While it is locked, what was answered lives as long as this page: the window could not go on with it.
    moveToWindow:
      isPopup && !isLocked
        ? async () => {
            // The window's own page knows whether a cover stands before it.
            await (await import('../platform/windows.ts')).openWindow(async () => false)
            close()
          }
        : null,
    hide,
    loadCare: async () => (await import('./open-care.ts')).createOpenCare,
    leave: leaving => void leave(leaving),
  }
  const model = createCheckIn({
    ...ports,
    loadSteps: async () => {
      const { composeLaterSteps } = await import('./compose-later-steps.ts')
      return { createLaterSteps: walk => composeLaterSteps(ports, values, walk) }
    },
  })
  return { model, isLocked }
}
