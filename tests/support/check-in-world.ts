/** What outlives a popup - the history, the draft, the clock, the background - and popups opened over it. */
import { type CheckInModel, createCheckIn } from '../../lib/app/check-in.ts'
import type { CheckInPorts, Leaving, Walk } from '../../lib/app/check-in-types.ts'
import type { LaterPorts } from '../../lib/app/later-ports.ts'
import { createLaterSteps } from '../../lib/app/later-steps.ts'
import { createLearnLinks } from '../../lib/app/learn-links.ts'
import { createOpenCare } from '../../lib/app/open-care.ts'
import type { Cue } from '../../lib/app/pause-wishes.ts'
import type { NudgeStatus, PersonEvent, Records, Slot, StoreProblem } from '../../lib/app/ports.ts'
import type { StuckPorts } from '../../lib/app/stuck-step.ts'
import { createTextWatch } from '../../lib/app/text-watch.ts'
import { phraseLists } from '../../lib/content/phrases.ts'
import { noteRests } from '../../lib/core/check-in.ts'
import type { Draft } from '../../lib/core/draft.ts'
import { phraseMatch } from '../../lib/core/phrases.ts'
import { fail } from '../../lib/core/result.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { memoryRecords } from '../../lib/store/memory.ts'
import { createSettingsStore } from '../../lib/store/settings.ts'
import { memoryKeyValue } from '../contract/fakes.ts'
import { fixedClock, memoryChanges, memorySlot, seededChance } from './fakes.ts'

export const checkInWorld = () => {
  const clock = fixedClock('2026-11-22T14:30+01:00[Europe/Berlin]')
  const stored = memoryRecords({ clock })
  const told: PersonEvent[] = []
  const changes = memoryChanges()
  const locks = memoryLocks()
  const chance = seededChance(7)
  const settings = createSettingsStore(memoryKeyValue(), locks, clock)
  let draft: Draft | null = null
  let problem: StoreProblem | null = null
  let readProblem: StoreProblem | null = null
  let doomed = false
  let halfDone = false
  let sessionsRead: Promise<void> = Promise.resolve()
  let draftRead: Promise<void> = Promise.resolve()
  let writes: Promise<void> | null = null
  let stepsLoad: Promise<void> = Promise.resolve()
  const leavings: Leaving[] = []
  const copied: string[] = []
  const stuckPorts: StuckPorts = {
    removals: stored,
    removal: memorySlot(),
    line: memorySlot(),
    asked: memorySlot(),
    copyText: async text => {
      copied.push(text)
      return true
    },
    sentence: () => 'sentence',
  }
  const watch = createTextWatch({
    settings,
    shownOn: memorySlot(),
    clock,
    loadMatch: async () => phraseMatch(Object.values(phraseLists)),
  })
  let timer: (() => void) | null = null
  /** One that runs while typing goes on. */
  let longTimer: (() => void) | null = null
  const status: NudgeStatus = { next: { kind: 'none' }, fewer: false, badMinutes: [], shownId: null }
  const slot: Slot<Draft> = {
    read: async () => {
      await draftRead
      return structuredClone(draft)
    },
    write: async value => {
      draft = structuredClone(value)
    },
  }
  const world = {
    clock,
    locks,
    chance,
    /** Where every popup and page finds the open check-in. */
    slot,
    firstAlone: false,
    /** How often a popup went on in a window. */
    moved: 0,
    /** The browser opens no window. */
    refusesWindow: false,
    stored,
    settings,
    changes,
    told,
    status,
    get draft() {
      return draft
    },
    /** How often a popup was left. */
    get left() {
      return leavings.length
    },
    leavings,
    /** What was put on the clipboard. */
    copied,
    /** The soft sounds that were made. */
    heard: [] as Cue[],
    stuckPorts,
    /** From now on nothing can be kept, until this is called with null. */
    breakWrites: (next: StoreProblem | null) => {
      problem = next
    },
    /** From now on nothing can be read, until this is called with null. */
    breakReads: (next: StoreProblem | null) => {
      readProblem = next
    },
    /** The next popup dies before anything it writes into the history arrives there. */
    doom: () => {
      doomed = true
    },
    /** The next write arrives in the history, and reports a problem all the same. */
    halfDo: () => {
      halfDone = true
    },
    /** Holds the reading of past sessions until the returned function is called. */
    holdSessions: () => {
      let go = () => {}
      sessionsRead = new Promise(resolve => {
        go = resolve
      })
      return go
    },
    /** Holds what is written into the history until the returned function is called. */
    holdWrites: () => {
      let go = () => {}
      writes = new Promise(resolve => {
        go = resolve
      })
      return go
    },
    /** Holds the reading of the draft until the returned function is called. */
    holdDraft: () => {
      let go = () => {}
      draftRead = new Promise(resolve => {
        go = resolve
      })
      return go
    },
    /** Holds the loading of the later steps until the returned function is called; an error there makes it fail. */
    holdSteps: () => {
      let go = (_problem?: Error) => {}
      stepsLoad = new Promise((resolve, reject) => {
        go = problem => (problem ? reject(problem) : resolve())
      })
      stepsLoad.catch(() => {})
      return go
    },
    /** Lets the pause in typing pass. */
    restTyping: () => timer?.(),
    /** Lets seconds pass in which somebody types without a rest. */
    typeOn: () => longTimer?.(),
    /** A popup whose later steps are not loaded. */
    openFirst: async (shownId: string | null = null) => {
      const dies = doomed
      doomed = false
      const records: Records = {
        ...stored,
        get: async (...given) => (readProblem ? fail(readProblem) : stored.get(...given)),
        all: async (...given) => (readProblem ? fail(readProblem) : stored.all(...given)),
        page: async (...given) => {
          await sessionsRead
          return readProblem ? fail(readProblem) : stored.page(...given)
        },
        save: async (...given) => {
          if (dies) return new Promise(() => {})
          if (writes) await writes
          if (problem) return fail(problem)
          const saved = await stored.save(...given)
          if (!halfDone) return saved
          halfDone = false
          return fail({ kind: 'failed', name: 'JournalError' })
        },
      }
      const ports: CheckInPorts = {
        records,
        draft: slot,
        nudges: {
          status: async () => ({ ...status, shownId }),
          tell: async event => {
            told.push(event)
            return { ...status, shownId: event.kind === 'opened' ? shownId : null }
          },
        },
        changes,
        locks,
        clock,
        chance,
        later: (milliseconds, call) => {
          if (milliseconds > noteRests) {
            longTimer = call
            return () => {
              longTimer = null
            }
          }
          timer = call
          return () => {
            timer = null
          }
        },
        wordLabel: id => id,
        locale: () => 'en',
        firstAlone: async () => world.firstAlone,
        moveToWindow: async () => {
          if (world.refusesWindow) throw new Error('refused')
          world.moved += 1
        },
        hide: () => {},
        loadCare: async () => createOpenCare,
        leave: leaving => {
          leavings.push(leaving)
        },
      }
      const later: LaterPorts = {
        ...ports,
        settings,
        sound: cue => {
          world.heard.push(cue)
        },
        tagLabel: id => id,
        pauseLabel: id => id,
        hourLabel: hour => `${hour}:00`,
        synonyms: id => (id === 'numb' ? 'asleep inside' : ''),
        stuck: stuckPorts,
        watch,
        learn: createLearnLinks(memorySlot(), '#learn'),
      }
      const loadSteps = async () => {
        await stepsLoad
        return { createLaterSteps: (walk: Walk) => createLaterSteps(later, walk) }
      }
      const model = createCheckIn({ ...ports, loadSteps })
      await model.begin()
      return model
    },
    openPopup: async (shownId: string | null = null) => {
      const model = await world.openFirst(shownId)
      return { ...model, ...(await model.prepare()), pressKey: model.pressKey }
    },
    checkIns: async () => {
      const found = await stored.page('checkIns', { limit: 100 })
      return found.ok ? found.value : []
    },
    sessions: async () => {
      const found = await stored.page('sessions', { limit: 100 })
      return found.ok ? found.value : []
    },
  }
  return world
}

/** Resolves once the model has kept what it was told, and every later step of the same press. */
export const settled = async (model: Pick<CheckInModel, 'open'>) => {
  await model.open.keeper.tryAgain()
  await new Promise(resolve => setImmediate(resolve))
}

/** Resolves once a press has reached the draft, whatever becomes of it. */
export const settledDraft = () => new Promise(resolve => setImmediate(resolve))
