/** The nudge desk: state before deeds, one event at a time, and nothing that fails stops a nudge. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createNudgeDesk, type NudgeDesk } from '../../lib/app/nudge.ts'
import type { Records, Slot, StoreProblem } from '../../lib/app/ports.ts'
import { type NudgeState, readNudgeState } from '../../lib/core/nudge-state.ts'
import type { NudgeRecord } from '../../lib/core/records.ts'
import { fail, ok } from '../../lib/core/result.ts'
import type { Surroundings } from '../../lib/core/schedule.ts'
import { defaultSettings, type NudgeSettings, type Settings } from '../../lib/core/settings.ts'
import type { Instant } from '../../lib/core/time.ts'
import { memoryLocks } from '../../lib/store/locks.ts'
import { fixedClock, memoryChanges, memoryLog, seededChance } from '../support/fakes.ts'
import { calm, everyDay, nudgeSettings } from '../support/nudges.ts'

const start = '2027-05-04T12:00[Europe/Berlin]'
const allDay = nudgeSettings({ hours: everyDay({ from: 0, to: 0 }), gap: 0 })

const background = (nudges: NudgeSettings = allDay) => {
  const clock = fixedClock(start)
  const changes = memoryChanges()
  const log = memoryLog()
  const deeds: string[] = []
  const rows = new Map<string, NudgeRecord>()
  const world = {
    stored: undefined as unknown,
    settings: { ...defaultSettings, nudges } as Settings,
    surroundings: calm as Surroundings,
    eveningFits: true,
    badge: false,
    /** The one notification that may stand. */
    standing: null as string | null,
    wakeAt: null as Instant | null,
    storeProblem: null as StoreProblem | null,
    /** Called before a record is kept. */
    beforeRecord: async () => {},
    /** Deeds that reject. */
    broken: new Set<string>(),
  }
  const deed = (name: string) => {
    deeds.push(name)
    if (world.broken.has(name)) throw new Error(`${name} is broken`)
  }
  const state: Slot<NudgeState> = {
    read: async () => (world.stored === undefined ? null : readNudgeState(world.stored)),
    write: async value => {
      deed('save')
      world.stored = structuredClone(value)
    },
  }
  const records: Pick<Records, 'save'> = {
    save: async (_, id, change) => {
      await world.beforeRecord()
      if (world.storeProblem) return fail(world.storeProblem)
      const next = change((rows.get(id) ?? null) as never)
      if (next !== null) rows.set(id, { ...next, id, updatedAt: 0, origin: 'own' } as never)
      return ok((rows.get(id) ?? null) as never)
    },
  }
  const desk: NudgeDesk = createNudgeDesk({
    state,
    settings: {
      read: async () => {
        deed('settings')
        return world.settings
      },
      change: async change => change(world.settings),
    },
    records,
    screen: {
      show: async () => {
        deed('show')
        return !world.broken.has('refuse')
      },
      keep: async id => {
        deed('keep')
        world.standing = id
      },
      setBadge: async on => {
        deed(on ? 'dot' : 'no dot')
        world.badge = on
      },
      openCheckIn: async () => deed('open'),
      openEvening: async () => deed('open evening'),
    },
    surroundings: async () => world.surroundings,
    eveningFits: async () => {
      deed('evening')
      return world.eveningFits
    },
    wakeBy: async at => {
      deed('net')
      world.wakeAt ??= at
    },
    wakeAt: async at => {
      deed('alarm')
      world.wakeAt = at
    },
    clock,
    chance: seededChance(7),
    changes,
    locks: memoryLocks(),
    log,
  })
  const wake = () => desk.handle({ kind: 'wake' })
  /** What a stored due time of one second from now does, and nothing else. */
  const dueInASecond = () => {
    world.stored = { phase: 'waiting', dueAt: clock.now().epochMilliseconds + 1_000 }
  }
  const showOne = async () => {
    dueInASecond()
    await wake()
    clock.advance(1_000)
    await wake()
  }
  return { clock, changes, log, deeds, rows, world, desk, wake, dueInASecond, showOne }
}

let back: ReturnType<typeof background>
beforeEach(() => {
  back = background()
})

describe('a due nudge', () => {
  test.each<Partial<Settings['nudges']>>([
    { sharing: true },
    { channels: { notification: false, badge: true } },
  ])('is no notification any more once %j', async change => {
    await back.showOne()
    expect(back.world.standing).not.toBeNull()
    back.world.settings = { ...back.world.settings, nudges: { ...back.world.settings.nudges, ...change } }
    await back.wake()
    expect(back.world.standing).toBeNull()
    expect(back.world.badge).toBe(true)
  })

  test('keeps the state first, then shows notification and dot, and sets the alarm to the end', async () => {
    back.dueInASecond()
    await back.wake()
    expect(back.world.wakeAt).toBe(back.clock.now().epochMilliseconds + 1_000)
    back.deeds.length = 0
    back.clock.advance(1_000)
    const status = await back.wake()
    expect(back.deeds).toEqual(['settings', 'net', 'save', 'keep', 'show', 'save', 'dot', 'alarm'])
    expect(status.shownId).not.toBeNull()
    expect(back.world.stored).toMatchObject({ phase: 'shown', delivered: true })
    expect(back.world.wakeAt).toBe(back.clock.now().epochMilliseconds + 20 * 60_000)
    expect(back.changes.announced).toContain('nudge')
    await vi.waitFor(() =>
      expect([...back.rows.values()]).toMatchObject([{ id: status.shownId, outcome: null, openedAt: null }]),
    )
  })

  test('that many wakes see at once is shown once', async () => {
    back.dueInASecond()
    back.clock.advance(1_000)
    await Promise.all([back.wake(), back.desk.handle({ kind: 'wake' }), back.wake()])
    await back.wake()
    expect(back.deeds.filter(deed => deed === 'show')).toHaveLength(1)
  })

  test('is not shown where its state cannot be kept: it would come again at every wake', async () => {
    back.dueInASecond()
    await back.wake()
    back.world.broken.add('save')
    back.clock.advance(1_000)
    await back.wake()
    expect(back.deeds).not.toContain('show')
    expect(back.world.badge).toBe(false)
    expect(back.log.noted).toContain('nudge state')
  })

  test('has its dot where the browser refuses the notification, and does not try again and again', async () => {
    back.world.broken.add('refuse')
    await back.showOne()
    await back.wake()
    expect(back.world.badge).toBe(true)
    expect(back.deeds.filter(deed => deed === 'show')).toHaveLength(1)
    expect(back.log.noted).toEqual(['nudge show'])
  })

  test('killed between state and deed, it is delivered by the next wake', async () => {
    await back.showOne()
    back.world.stored = { ...(back.world.stored as object), delivered: false }
    back.deeds.length = 0
    await back.wake()
    expect(back.deeds).toContain('show')
  })

  test.each<StoreProblem>([{ kind: 'full' }, { kind: 'newer' }, { kind: 'failed', name: 'UnknownError' }])(
    'comes though the history is %j',
    async problem => {
      back.world.storeProblem = problem
      await back.showOne()
      expect(back.world.badge).toBe(true)
      expect(back.deeds).toContain('show')
      await back.desk.handle({ kind: 'answered' })
      expect(back.world.badge).toBe(false)
    },
  )
})

describe('a click', () => {
  test('clears notification and dot, and opens the check-in', async () => {
    await back.showOne()
    back.deeds.length = 0
    const status = await back.desk.handle({ kind: 'clicked' })
    expect(back.deeds).toEqual(['settings', 'net', 'save', 'keep', 'no dot', 'alarm', 'open'])
    expect(back.world.standing).toBeNull()
    expect(status.shownId).not.toBeNull()
  })

  test.each(['settings', 'net', 'save', 'keep', 'no dot', 'alarm'])(
    'opens the check-in though "%s" fails',
    async broken => {
      await back.showOne()
      back.deeds.length = 0
      back.world.broken.add(broken)
      await back.desk.handle({ kind: 'clicked' })
      expect(back.deeds).toContain('open')
    },
  )
})

describe('an evening', () => {
  const evening = '2027-05-04T18:30[Europe/Berlin]'
  beforeEach(() => {
    back.clock.set(evening)
    back.world.settings = { ...back.world.settings, nudges: { ...allDay, evening: true } }
  })

  test('that suits leads to the high and the low, once', async () => {
    await back.showOne()
    await back.desk.handle({ kind: 'clicked' })
    expect(back.deeds).toContain('open evening')
    expect(back.deeds).not.toContain('open')
    await back.desk.handle({ kind: 'answered' })
    const { memory } = back.world.stored as NudgeState
    back.deeds.length = 0
    back.world.stored = { phase: 'waiting', dueAt: back.clock.now().epochMilliseconds, memory }
    await back.wake()
    await back.desk.handle({ kind: 'clicked' })
    expect(back.deeds).toContain('open')
  })

  test('that does not suit, or of which nothing can be known, leads to the check-in', async () => {
    back.world.eveningFits = false
    await back.showOne()
    await back.desk.handle({ kind: 'clicked' })
    back.world.broken.add('evening')
    await back.desk.handle({ kind: 'answered' })
    await back.showOne()
    await back.desk.handle({ kind: 'clicked' })
    expect(back.deeds.filter(name => name.startsWith('open'))).toEqual(['open', 'open'])
  })

  test('is not asked about by day, nor where it is switched off', async () => {
    back.clock.set(start)
    await back.showOne()
    back.clock.set(evening)
    back.world.settings = { ...back.world.settings, nudges: allDay }
    await back.desk.handle({ kind: 'answered' })
    await back.showOne()
    expect(back.deeds).not.toContain('evening')
  })
})

describe('a history', () => {
  test('that never answers stops no nudge', async () => {
    back.world.beforeRecord = () => new Promise(() => {})
    await back.showOne()
    await back.desk.handle({ kind: 'answered' })
    await back.showOne()
    expect(back.world.badge).toBe(true)
  })

  test('that throws is noted, and does not keep the next record from being kept', async () => {
    back.world.beforeRecord = async () => {
      back.world.beforeRecord = async () => {}
      throw new Error('unexpected')
    }
    await back.showOne()
    await back.desk.handle({ kind: 'opened' })
    const shownAt = back.clock.now().epochMilliseconds
    // What the first one was to say is said by the next.
    await vi.waitFor(() => expect([...back.rows.values()]).toMatchObject([{ shownAt, openedAt: shownAt }]))
    expect(back.log.noted).toEqual(['nudge record'])
  })
})

test('a storage that fails once does not end all reminders', async () => {
  back.world.broken.add('settings')
  expect(await back.wake()).toEqual({ next: { kind: 'off' }, fewer: false, badMinutes: [], shownId: null })
  expect(back.world.wakeAt).toBe(back.clock.now().epochMilliseconds + 10 * 60_000)
  back.world.broken.clear()
  await back.showOne()
  expect(back.world.badge).toBe(true)
})

test('the whole life of a nudge stands in its one record', async () => {
  await back.showOne()
  back.clock.advance(60_000)
  await back.desk.handle({ kind: 'opened' })
  back.clock.advance(60_000)
  await back.desk.handle({ kind: 'answered' })
  const answeredAt = back.clock.now().epochMilliseconds
  await vi.waitFor(() =>
    expect([...back.rows.values()]).toMatchObject([
      {
        plannedAt: answeredAt - 120_000,
        shownAt: answeredAt - 120_000,
        openedAt: answeredAt - 60_000,
        answeredAt,
        outcome: 'answered',
        reason: null,
      },
    ]),
  )
})

test('opened and left, its record says so: it was not ignored', async () => {
  await back.showOne()
  back.clock.advance(60_000)
  const openedAt = back.clock.now().epochMilliseconds
  await back.desk.handle({ kind: 'opened' })
  expect(back.world.wakeAt).toBe(openedAt + 30 * 60_000)
  back.clock.set(openedAt + 30 * 60_000)
  await back.wake()
  await vi.waitFor(() =>
    expect([...back.rows.values()]).toContainEqual(
      expect.objectContaining({ openedAt, answeredAt: null, outcome: 'expired' }),
    ),
  )
})

test('switched off, nothing is kept, planned or woken for', async () => {
  back = background({ ...allDay, mode: { kind: 'off' } })
  const status = await back.wake()
  expect(status).toEqual({ next: { kind: 'off' }, fewer: false, badMinutes: [], shownId: null })
  expect(back.deeds).toEqual(['settings', 'keep', 'no dot', 'alarm'])
  expect(back.world.wakeAt).toBeNull()
})

test('minutes of use promise no time', async () => {
  back = background({ ...allDay, mode: { kind: 'every', minutes: 50 } })
  expect((await back.wake()).next).toEqual({ kind: 'use', minutes: 50 })
  expect(back.world.wakeAt).not.toBeNull()
})

test('the status says what became of being ignored, and of "bad moment"', async () => {
  await back.showOne()
  await back.desk.handle({ kind: 'not-now', reason: 'moment' })
  expect((await back.wake()).badMinutes).toEqual([12 * 60])
  const told = await back.desk.handle({ kind: 'forget-bad-moments', minute: 12 * 60 })
  expect(told.badMinutes).toEqual([])
  const ignored = async (count: number) => {
    back.world.stored = { phase: 'waiting', dueAt: null, memory: { ignored: count } }
    return back.wake()
  }
  expect(await ignored(2)).toMatchObject({ fewer: false, next: { kind: 'between' } })
  expect(await ignored(3)).toMatchObject({ fewer: true, next: { kind: 'between' } })
  expect(await ignored(7)).toMatchObject({ fewer: false, next: { kind: 'quiet' } })
})

test('pages hear of what changed, and of nothing else', async () => {
  await back.wake()
  back.changes.announced.length = 0
  back.clock.advance(60_000)
  await back.wake()
  expect(back.changes.announced).toEqual([])
  await back.desk.handle({ kind: 'away', until: 'hour' })
  expect(back.changes.announced).toEqual(['nudge'])
})

describe('what an earlier worker left', () => {
  test('a notification whose nudge is over goes with the next step', async () => {
    await back.showOne()
    expect(back.world.standing).not.toBeNull()
    back.world.standing = 'of a nudge that was answered'
    back.world.stored = { phase: 'waiting', dueAt: null }
    await back.wake()
    expect(back.world.standing).toBeNull()
  })

  test('an alarm that is spent is set again before anything else, where there is none', async () => {
    back.dueInASecond()
    await back.wake()
    const { wakeAt } = back.world
    back.world.broken.add('save')
    back.world.broken.add('alarm')
    await back.wake()
    expect(back.world.wakeAt).toBe(wakeAt)
    back.world.wakeAt = null
    await back.wake()
    expect(back.world.wakeAt).toBe(back.clock.now().epochMilliseconds + 10 * 60_000)
  })
})

test('switched off, what the person does is remembered all the same', async () => {
  back = background({ ...allDay, mode: { kind: 'off' } })
  back.world.stored = { phase: 'off', memory: { ignored: 7 } }
  await back.desk.handle({ kind: 'answered' })
  expect(back.world.stored).toMatchObject({
    phase: 'off',
    memory: { ignored: 0, lastAt: back.clock.now().epochMilliseconds },
  })
})
