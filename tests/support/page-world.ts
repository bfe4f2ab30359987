/** What a page of Thaw stands on, in memory: a history that can be made to fail, settings, reminders, timers moved by hand. */
import { vi } from 'vitest'
import type { WholeHistory } from '../../lib/app/data-ports.ts'
import type { NudgeStatus, Nudges, PersonEvent, Records, Slot, StoreProblem } from '../../lib/app/ports.ts'
import type { Removal } from '../../lib/app/removal.ts'
import { privateTagGroups, tagCatalogue } from '../../lib/content/tags.ts'
import { wordCatalogue } from '../../lib/content/words.ts'
import { newCheckIn } from '../../lib/core/check-in.ts'
import type { PastDraft } from '../../lib/core/past.ts'
import type { Fields } from '../../lib/core/records.ts'
import { fail } from '../../lib/core/result.ts'
import { momentOf } from '../../lib/core/time.ts'
import { wordList } from '../../lib/core/word-list.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { memoryRecords, memoryStores } from '../../lib/store/memory.ts'
import { createSettingsStore } from '../../lib/store/settings.ts'
import { memoryKeyValue } from '../contract/fakes.ts'
import { fixedClock, memoryChanges, seededChance } from './fakes.ts'
import { memoryWhole } from './memory-whole.ts'

/** Every call fails with `problem` while it is set; where that says that it is perhaps done, it is. */
const breakable = () => {
  const state: { problem: StoreProblem | null } = { problem: null }
  const changing: readonly unknown[] = ['bring', 'takeBack', 'removePeriod']
  const door = <Door extends Records | WholeHistory>(behind: Door): Door =>
    new Proxy(behind, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...given: unknown[]) => unknown
        return async (...given: unknown[]) => {
          const { problem } = state
          if (problem === null) return method(...given)
          // Everything can still be read then.
          const done = problem.perhapsDone ? await method(...given) : null
          return done === null || changing.includes(name) ? fail(problem) : done
        }
      },
    })
  return { door, state }
}

const handTimers = () => {
  const waiting = new Set<{ readonly milliseconds: number; readonly run: () => void }>()
  return {
    later: (milliseconds: number, run: () => void) => {
      const timer = { milliseconds, run }
      waiting.add(timer)
      return () => void waiting.delete(timer)
    },
    /** How long each timer that runs was set for. */
    lengths: () => [...waiting].map(({ milliseconds }) => milliseconds),
    /** Forgets every timer, as a page does that closes. */
    drop: () => waiting.clear(),
    /** Ends every timer that runs. */
    ring: () => {
      for (const timer of [...waiting]) {
        waiting.delete(timer)
        timer.run()
      }
    },
  }
}

const memorySlot = <Value>(): Slot<Value> => {
  let kept: Value | null = null
  return {
    read: async () => structuredClone(kept),
    write: async value => {
      kept = structuredClone(value)
    },
  }
}

const words = wordList(wordCatalogue, [], id => id)
const tags = wordList(tagCatalogue, [], id => id, privateTagGroups)

export const pageWorld = (now = '2026-11-22T12:00[Europe/Berlin]') => {
  const clock = fixedClock(now)
  const chance = seededChance(7)
  const { door, state: store } = breakable()
  const stores = memoryStores()
  const records = door(memoryRecords({ clock, stores }))
  const values = memoryKeyValue()
  const told: PersonEvent[] = []
  const reminders: { status: NudgeStatus; reachable: boolean } = {
    status: { next: { kind: 'off' }, fewer: false, badMinutes: [], shownId: null },
    reachable: true,
  }
  const answer = async () => {
    if (!reminders.reachable) throw new Error('the worker did not answer')
    return reminders.status
  }
  const nudges: Nudges = {
    status: answer,
    tell: async event => {
      told.push(event)
      return answer()
    },
  }
  return {
    clock,
    records,
    whole: door(memoryWhole({ clock, stores })),
    /** Set `problem` to make every call to the history fail. */
    store,
    values,
    settings: createSettingsStore(values, memoryLocks(), clock),
    changes: memoryChanges(),
    nudges,
    /** What the nudge machine was told. */
    told,
    reminders,
    removal: memorySlot<Removal>(),
    pastDraft: memorySlot<PastDraft>(),
    chance,
    /** Words and tags are called by their ids. */
    lists: {
      words: () => words,
      tags: () => tags,
      synonymsOf: () => [],
      locale: () => 'en',
    },
    timers: handTimers(),
    openCheckIn: vi.fn<() => void>(),
    /** Keeps a check-in that was made at `iso`; gives back its id. */
    checkIn: async (iso: string, fields: Partial<Fields<'checkIns'>> = {}) => {
      const moment = momentOf(Temporal.ZonedDateTime.from(iso))
      const id = chance.id(moment.at)
      const blank = newCheckIn(moment, { source: 'popup', nudgeId: null })
      await records.save('checkIns', id, () => ({ ...blank, ...fields }))
      return id
    },
    /** Keeps a pause that was run at `iso`; gives back its id. */
    session: async (iso: string, fields: Partial<Fields<'sessions'>> = {}) => {
      const moment = momentOf(Temporal.ZonedDateTime.from(iso))
      const id = chance.id(moment.at)
      await records.save('sessions', id, () => ({
        ...moment,
        pauseId: 'look-up',
        checkInId: null,
        before: null,
        after: null,
        ease: null,
        completed: true,
        seconds: 20,
        probability: null,
        reason: null,
        ...fields,
      }))
      return id
    },
  }
}
