/** The composition root of the background: the one place where its use cases meet the browser and the store. */
import { lookKey, readLook } from '../core/look.ts'
import { isIntact, readNudgeState } from '../core/nudge-state.ts'
import { caredForKey, noteCardKey, nudgeStateKey, updateWaitsKey } from '../core/value-keys.ts'
import { ensureWake, onWake, reconcileWake } from '../platform/alarms.ts'
import { setBadge } from '../platform/badge.ts'
import { createChanges } from '../platform/changes.ts'
import { systemClock } from '../platform/clock.ts'
import { onCommand } from '../platform/commands.ts'
import { rememberCover } from '../platform/cover.ts'
import { busy } from '../platform/hold.ts'
import { onPresence, presence } from '../platform/idle.ts'
import { speakLanguage } from '../platform/language.ts'
import { beginUpdate, onInstalled, onStartup, onUpdateAvailable } from '../platform/lifecycle.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { createLog } from '../platform/log.ts'
import { drawMenu, onMenu } from '../platform/menu.ts'
import { answerMessages } from '../platform/messages.ts'
import { keepNotification, onNotification, showNotification } from '../platform/notify.ts'
import { snapshotFiles } from '../platform/private-files.ts'
import { systemChance } from '../platform/random.ts'
import { createSlot } from '../platform/slots.ts'
import { readSurroundings } from '../platform/surroundings.ts'
import { setCover, setQuietTitle } from '../platform/toolbar.ts'
import { openCheckIn, openHistoryPage, openReflect, openWelcome } from '../platform/windows.ts'
import { usedKey } from '../store/lock/used.ts'
import { webLocks } from '../store/locks.ts'
import { neverUsed } from '../store/never-used.ts'
import { openHistory } from '../store/open.ts'
import { createSettingsStore } from '../store/settings.ts'
import { createBackgroundCare, createErasureEnd } from './background-care.ts'
import { composeEraser } from './compose-eraser.ts'
import { composeLock } from './compose-lock.ts'
import { composeSnapshotStore } from './compose-snapshot-store.ts'
import { createEveningFits, eveningKey } from './evening.ts'
import { createHistoryCare } from './history-care.ts'
import { createLockCare } from './lock-care.ts'
import { type Messages, nudgeHandlers } from './messages.ts'
import { createNudgeDesk, type NudgeDesk } from './nudge.ts'
import { createSnapshotCare } from './snapshot-care.ts'
import { createToolbar } from './toolbar.ts'
import { createUpdateCare } from './update-care.ts'

/** Synchronous, and opens nothing: what needs the history or the storage waits for the first event. */
export const composeBackground = () => {
  const clock = systemClock
  const chance = systemChance
  const locks = webLocks()
  const changes = createChanges()
  const log = createLog(localValues, locks, clock)
  const settings = createSettingsStore(localValues, locks, clock)
  const history = openHistory({
    ...{ clock, chance, keyValue: localValues, locks },
    restored: () => changes.announce('records'),
    locked: () => changes.announce('lock'),
  })
  const readState = (stored: unknown) => {
    if (!isIntact(stored)) log.note('nudge state', new Error('what was stored was put right'))
    return readNudgeState(stored)
  }
  const isCovered = async () => (await settings.read()).nudges.sharing
  const open = () => openCheckIn(isCovered)
  const nudges = createNudgeDesk({
    state: createSlot(localValues, nudgeStateKey, readState),
    settings,
    records: history,
    screen: {
      show: showNotification,
      keep: keepNotification,
      setBadge,
      openCheckIn: open,
      openEvening: async () => {
        await sessionValues.set({ [eveningKey]: clock.now().epochMilliseconds })
        await openReflect()
      },
    },
    surroundings: readSurroundings,
    eveningFits: createEveningFits({ records: history, clock }),
    // One alarm for everything that is due.
    wakeAt: async at => {
      const dues = [at, await lockCare.due()].filter(due => due !== null)
      await reconcileWake(dues.length > 0 ? Math.min(...dues) : null, clock)
    },
    wakeBy: ensureWake,
    clock,
    chance,
    changes,
    locks,
    log,
  })
  const readText = (stored: unknown) => (typeof stored === 'string' ? stored : null)
  const followToolbar = createToolbar({
    state: createSlot(localValues, nudgeStateKey, readNudgeState),
    settings,
    clock,
    cover: async on => {
      rememberCover(on)
      await setCover(on)
    },
    sayQuiet: setQuietTitle,
    drawMenu: reminders => drawMenu(createSlot(sessionValues, 'menu', readText), reminders),
    log,
  })
  const readTime = (stored: unknown) => (typeof stored === 'number' ? stored : null)
  const lock = composeLock({ history, changes, clock, chance, locks })
  const lockCare = createLockCare({
    lock,
    usedAt: createSlot(sessionValues, usedKey, readTime).read,
    isSystemLocked: async () => (await presence()) === 'locked',
    clock,
    log,
  })
  const endErasure = createErasureEnd({ eraser: composeEraser(), changes, log })
  const look = createSlot(localValues, lookKey, readLook)
  /** What cannot be read leaves the language as it is. */
  const speak = async () => {
    try {
      await speakLanguage((await look.read())?.language ?? null)
    } catch (problem) {
      log.note('language', problem)
    }
  }
  const desk: NudgeDesk = {
    handle: async event => {
      await endErasure()
      // Reminders, the menu and the button's title speak it.
      await speak()
      await lockCare.look()
      const status = await nudges.handle(event)
      // Nobody waits for the button.
      void followToolbar()
      return status
    },
  }
  const isTrue = (stored: unknown) => (stored === true ? stored : null)
  const updates = createUpdateCare({
    waits: createSlot(sessionValues, updateWaitsKey, isTrue),
    free: async () => (await locks.free?.(busy)) ?? null,
    reload: beginUpdate,
    log,
  })
  return {
    desk,
    openCheckIn: () => void open(),
    openHistoryPage: () => void openHistoryPage(),
    updates,
    lockNow: () => lock.lock().catch(problem => log.note('lock', problem)),
    care: createBackgroundCare({
      endErasure,
      neverUsed: () => neverUsed(localValues, snapshotFiles),
      careForHistory: createHistoryCare({
        history,
        lastDay: createSlot(sessionValues, caredForKey, readText),
        // The day on which what was written sounded like a lot.
        forgetLeft: () => localValues.remove([noteCardKey]),
        clock,
        changes,
        log,
      }),
      takeSnapshot: createSnapshotCare({
        snapshots: composeSnapshotStore({ settings, clock, locks, local: localValues }, history.whole),
        log,
      }),
      log,
    }),
    /** A browser that reports an update or a second installation finds the welcome already seen. */
    welcome: async () => {
      if (!(await settings.read()).welcomed) await openWelcome()
    },
    hear: {
      installed: onInstalled,
      startup: onStartup,
      update: onUpdateAvailable,
      wake: onWake,
      notification: onNotification,
      presence: onPresence,
      command: onCommand,
      menu: onMenu,
      messages: () => answerMessages<Messages>(nudgeHandlers(desk)),
    },
  }
}
