/** The nudge machine by example. */
import { describe, expect, test } from 'vitest'
import { shareAt } from '../../lib/core/bad-moments.ts'
import { type NudgeState, readNudgeState } from '../../lib/core/nudge-state.ts'
import { type NudgeEffect, type NudgeEvent, nextWake, showsBadge } from '../../lib/core/schedule.ts'
import type { NudgeSettings } from '../../lib/core/settings.ts'
import { hour, minute } from '../../lib/core/time.ts'
import { atMinute, calm, everyDay, machineAt, nudgeSettings } from '../support/nudges.ts'

const allDay = everyDay({ from: 0, to: 0 })
const outcomes = (effects: readonly NudgeEffect[]) =>
  effects.flatMap(effect => (effect.kind === 'record' ? [effect.known.outcome ?? 'none'] : []))
const kinds = (effects: readonly NudgeEffect[]) => effects.map(effect => effect.kind)
const morning = '2027-05-04T08:00[Europe/Berlin]'

/** A machine whose nudge is on the screen. */
const shown = (change = {}) => {
  const machine = machineAt(morning, nudgeSettings(change))
  machine.wake()
  machine.until('shown')
  return machine
}

describe('off', () => {
  test('plans nothing, wakes for nothing, and a click still opens the check-in', () => {
    const machine = machineAt(morning, nudgeSettings({ mode: { kind: 'off' } }))
    expect(machine.wake()).toEqual([])
    expect(machine.state.phase).toBe('off')
    expect(nextWake(machine.state)).toBeNull()
    expect(kinds(machine.tell({ kind: 'clicked' }))).toEqual(['open-check-in'])
  })

  test('with neither notification nor dot there is nothing to plan', () => {
    const machine = machineAt(morning, nudgeSettings({ channels: { notification: false, badge: false } }))
    machine.wake()
    expect(machine.state.phase).toBe('off')
  })

  test('switched off, a shown nudge goes', () => {
    const machine = shown()
    machine.settings = nudgeSettings({ mode: { kind: 'off' } })
    const effects = machine.wake()
    expect(outcomes(effects)).toEqual(['dropped'])
    expect(machine.state.phase).toBe('off')
    expect(machine.wake()).toEqual([])
  })
})

describe('at random', () => {
  test('three a day come in three thirds of the day, at least 90 minutes apart, each day anew', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    const times: string[] = []
    while (times.length < 9) {
      machine.until('shown')
      times.push(machine.clock.now().toString({ timeZoneName: 'never', smallestUnit: 'minute' }))
      machine.tell({ kind: 'not-now', reason: null })
    }
    const days = times.map(time => time.slice(0, 10))
    expect(days).toEqual(['04', '04', '04', '05', '05', '05', '06', '06', '06'].map(day => `2027-05-${day}`))
    const thirds = times.map(time => Math.floor((Number(time.slice(11, 13)) - 9) / 4))
    expect(thirds).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2])
  })

  test('the plan is drawn once: waking again and again moves nothing', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    const due = nextWake(machine.state)
    for (let wakes = 0; wakes < 20; wakes += 1) {
      machine.clock.advance(minute)
      expect(machine.wake()).toEqual([])
      expect(nextWake(machine.state)).toBe(due)
    }
  })

  test('settings saved without a change move nothing; changed ones plan the rest of the day anew', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    const due = nextWake(machine.state)
    machine.settings = structuredClone(machine.settings)
    machine.wake()
    expect(nextWake(machine.state)).toBe(due)
    machine.settings = nudgeSettings({ hours: everyDay({ from: atMinute(20), to: atMinute(21) }) })
    machine.wake()
    const planned = nextWake(machine.state) ?? 0
    expect(planned).toBeGreaterThanOrEqual(
      Temporal.ZonedDateTime.from('2027-05-04T20:00[Europe/Berlin]').epochMilliseconds,
    )
  })

  test('what was shown before a change counts towards the day', () => {
    const machine = machineAt('2027-05-04T00:00[UTC]', nudgeSettings({ hours: allDay, gap: 0 }))
    machine.wake()
    let count = 0
    while (machine.clock.now().toPlainDate().toString() === '2027-05-04') {
      machine.until('shown')
      if (machine.clock.now().toPlainDate().toString() === '2027-05-04') count += 1
      machine.toNextWake()
      machine.settings = { ...machine.settings, cap: machine.settings.cap === 6 ? 7 : 6 }
      machine.wake()
    }
    expect(count).toBe(3)
  })

  test('without any hours it waits for nothing', () => {
    const machine = machineAt(morning, nudgeSettings({ hours: everyDay() }))
    machine.wake()
    expect(machine.state).toMatchObject({ phase: 'waiting', dueAt: null })
    expect(nextWake(machine.state)).toBeNull()
  })
})

describe('at fixed times', () => {
  const fixed = (...times: number[]) => nudgeSettings({ mode: { kind: 'fixed', times } })
  const at = (machine: ReturnType<typeof machineAt>) => {
    machine.until('shown')
    const time = machine.clock.now().toString({ timeZoneName: 'never', smallestUnit: 'minute' })
    machine.toNextWake()
    return time
  }

  test('come inside the hours and the gap', () => {
    const machine = machineAt(morning, fixed(atMinute(8, 30), atMinute(10), atMinute(11), atMinute(15)))
    machine.wake()
    expect([at(machine), at(machine), at(machine)]).toEqual([
      '2027-05-04T10:00+02:00',
      '2027-05-04T15:00+02:00',
      '2027-05-05T10:00+02:00',
    ])
  })

  test('a day that was left out has none', () => {
    const machine = machineAt('2011-12-29T00:00[Pacific/Apia]', { ...fixed(atMinute(12)), hours: allDay })
    machine.wake()
    expect([at(machine), at(machine)]).toEqual(['2011-12-29T12:00-10:00', '2011-12-31T12:00+14:00'])
  })

  test('a skipped hour maps forward, a repeated one counts once', () => {
    const settings = { ...fixed(atMinute(2, 30)), hours: allDay }
    const spring = machineAt('2027-03-28T00:00[Europe/Berlin]', settings)
    spring.wake()
    expect(at(spring)).toBe('2027-03-28T03:30+02:00')
    const autumn = machineAt('2027-10-31T00:00[Europe/Berlin]', settings)
    autumn.wake()
    expect([at(autumn), at(autumn)]).toEqual(['2027-10-31T02:30+02:00', '2027-11-01T02:30+01:00'])
  })
})

describe('every n minutes of use', () => {
  const every = (minutes: number) =>
    machineAt('2027-05-04T10:00[UTC]', nudgeSettings({ mode: { kind: 'every', minutes }, gap: 0 }))
  const become = (machine: ReturnType<typeof machineAt>, presence: 'active' | 'idle' | 'locked') => {
    machine.surroundings = { ...calm, presence }
    machine.wake()
  }
  /** Lets active minutes pass as they do: with a wake whenever one is due. */
  const use = (machine: ReturnType<typeof machineAt>, minutes: number) => {
    const end = machine.clock.now().epochMilliseconds + minutes * minute
    for (let at = nextWake(machine.state); at !== null && at <= end; at = nextWake(machine.state)) {
      machine.toNextWake()
    }
    machine.clock.set(end)
  }

  test('comes after so many minutes in use', () => {
    const machine = every(50)
    machine.wake()
    machine.until('shown')
    expect(machine.time()).toBe('10:50')
  })

  test('idle minutes do not count', () => {
    const machine = every(50)
    machine.wake()
    use(machine, 31)
    // The browser says "idle" after a minute without a key.
    become(machine, 'idle')
    machine.clock.advance(20 * minute)
    become(machine, 'active')
    machine.until('shown')
    expect(machine.time()).toBe('11:11')
  })

  test('somebody whom the browser does not tell of is found within half an hour', () => {
    const machine = every(50)
    machine.surroundings = { ...calm, presence: 'idle' }
    machine.wake()
    machine.clock.advance(10 * minute)
    machine.wake()
    expect(nextWake(machine.state)).toBe(Date.UTC(2027, 4, 4, 10, 30))
    machine.toNextWake()
    machine.surroundings = calm
    machine.until('shown')
    expect(machine.time()).toBe('11:50')
    become(machine, 'idle')
    machine.until('waiting')
    expect(nextWake(machine.state)).toBe(Date.UTC(2027, 4, 4, 12, 20))
  })

  test('a break as long as the interval begins anew', () => {
    const machine = every(50)
    machine.wake()
    use(machine, 31)
    become(machine, 'locked')
    machine.clock.advance(50 * minute)
    become(machine, 'active')
    machine.until('shown')
    expect(machine.time()).toBe('12:11')
  })

  test('minutes in which the machine slept do not count, though nothing told of it', () => {
    const machine = every(50)
    machine.wake()
    use(machine, 20)
    machine.clock.advance(40 * minute)
    machine.wake()
    machine.until('shown')
    expect(machine.time()).toBe('11:30')
  })

  test.each([
    [30, ['10:30', '11:00', '11:30']],
    // Else one would stand there all the time.
    [5, ['10:05', '10:30', '10:55']],
  ])(
    'every %i minutes, those in which a nudge stands there count for the next, unless they would bring it at once',
    (minutes, expected) => {
      const machine = every(minutes)
      machine.wake()
      const times: string[] = []
      while (times.length < 3) {
        machine.until('shown')
        times.push(machine.time())
        machine.until('waiting')
      }
      expect(times).toEqual(expected)
    },
  )

  test.each([
    [5, '10:25'],
    [30, '11:15'],
  ])('"not now" after a quarter of an hour begins the %i minutes anew', (minutes, next) => {
    const machine = every(minutes)
    machine.wake()
    machine.until('shown')
    use(machine, 15)
    machine.tell({ kind: 'not-now', reason: null })
    expect(machine.state.phase).toBe('waiting')
    machine.until('shown')
    expect(machine.time()).toBe(next)
  })

  test('without hours there is nothing to count for, and nothing to wake for', () => {
    const machine = every(30)
    machine.settings = { ...machine.settings, hours: everyDay() }
    for (const presence of ['active', 'idle'] as const) {
      become(machine, presence)
      expect(machine.state.memory.use).toEqual({ spent: 0, since: null, restSince: null })
      expect(nextWake(machine.state)).toBeNull()
    }
  })

  test('a check-in the person starts begins the count anew', () => {
    const machine = every(50)
    machine.wake()
    use(machine, 30)
    machine.tell({ kind: 'opened' })
    machine.until('shown')
    expect(machine.time()).toBe('11:20')
  })

  test('what falls outside the hours waits for the next', () => {
    const machine = every(50)
    machine.clock.set('2027-05-04T20:30[UTC]')
    machine.wake()
    machine.until('shown', 200)
    expect(machine.clock.now().toString()).toContain('2027-05-05T09:00')
  })
})

describe('a shown nudge', () => {
  test('is recorded with its planned time, has a dot, and ends in silence after 20 minutes', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    const planned = nextWake(machine.state)
    const effects = machine.toNextWake()
    expect(kinds(effects)).toEqual(['record', 'show'])
    expect(effects[0]).toMatchObject({ known: { plannedAt: planned, shownAt: planned } })
    expect(showsBadge(machine.state, machine.settings)).toBe(true)
    expect(nextWake(machine.state)).toBe((planned ?? 0) + 20 * minute)
    const end = machine.toNextWake()
    expect(outcomes(end)).toEqual(['expired'])
    expect(machine.state.phase).toBe('waiting')
    expect(showsBadge(machine.state, machine.settings)).toBe(false)
  })

  test('killed before it was delivered, it is handed over again by the next event, and only until then', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    machine.toNextWake()
    const lost = machine.state.phase === 'shown' ? { ...machine.state, delivered: false } : machine.state
    machine.state = lost
    expect(kinds(machine.wake())).toEqual(['show'])
    expect(machine.wake()).toEqual([])
  })

  test.each([
    ['outside the hours', { late: 2 * hour, around: {} }, []],
    ['in full screen', { late: minute, around: { fullScreen: true } }, []],
    ['at a good moment', { late: minute, around: {} }, ['show']],
  ])('killed before it was delivered, it is handed over again %s or not', (_, { late, around }, expected) => {
    const evening = everyDay({ from: atMinute(9), to: atMinute(9, 30) })
    const mode = { kind: 'fixed', times: [atMinute(9, 20)] } as const
    const machine = machineAt(morning, nudgeSettings({ mode, hours: evening }))
    machine.wake()
    machine.toNextWake()
    if (machine.state.phase !== 'shown') throw new Error('none was shown')
    machine.state = { ...machine.state, delivered: false, expiresAt: machine.state.expiresAt + 3 * hour }
    machine.clock.advance(late)
    machine.surroundings = { ...calm, ...around }
    expect(kinds(machine.wake())).toEqual(expected)
    expect(showsBadge(machine.state, machine.settings)).toBe(true)
  })

  test('clicked, it opens the check-in, and the answer ends it', () => {
    const machine = shown()
    expect(kinds(machine.tell({ kind: 'clicked' }))).toEqual(['record', 'open-check-in'])
    expect(showsBadge(machine.state, machine.settings)).toBe(false)
    // The popup tells of itself too.
    expect(machine.tell({ kind: 'opened' })).toEqual([])
    expect(machine.state.phase).toBe('shown')
    expect(outcomes(machine.tell({ kind: 'answered' }))).toEqual(['answered'])
    expect(machine.state.phase).toBe('waiting')
  })

  test('an answer ends it as answered, though its check-in was open before and nothing opened since', () => {
    const machine = shown()
    machine.clock.advance(19 * minute)
    const now = machine.clock.now().epochMilliseconds
    expect(machine.tell({ kind: 'answered' })).toMatchObject([
      { kind: 'record', known: { openedAt: now } },
      { kind: 'record', known: { outcome: 'answered', answeredAt: now } },
    ])
    expect(machine.state.phase).toBe('waiting')
  })

  test('opened in its last minute, it waits for the answer as long as the check-in can be gone on with', () => {
    const machine = shown()
    machine.clock.advance(19 * minute)
    const [opened] = machine.tell({ kind: 'opened' })
    expect(opened).toMatchObject({ known: { openedAt: machine.clock.now().epochMilliseconds } })
    const end = machine.clock.now().epochMilliseconds + 30 * minute
    expect(nextWake(machine.state)).toBe(end)
    machine.clock.advance(minute)
    machine.wake()
    expect(nextWake(machine.state)).toBe(end)
    machine.clock.advance(28 * minute)
    // Gone on with, it has as long again, and keeps its first opening.
    expect(machine.tell({ kind: 'opened' })).toEqual([])
    machine.clock.advance(29 * minute)
    expect(outcomes(machine.tell({ kind: 'answered' }))).toEqual(['answered'])
  })

  test('opened and left, it ends in silence after 30 minutes, and it shows that it was opened', () => {
    const machine = shown()
    const { id, plannedAt, shownAt } = machine.state as Extract<NudgeState, { phase: 'shown' }>
    machine.clock.advance(minute)
    const openedAt = machine.clock.now().epochMilliseconds
    // All of it, each time: a worker that was killed may not have written what came before.
    const known = { plannedAt, shownAt, openedAt }
    expect(machine.tell({ kind: 'clicked' })).toContainEqual({ kind: 'record', id, known })
    const end = machine.toNextWake()
    expect(machine.clock.now().epochMilliseconds).toBe(openedAt + 30 * minute)
    expect(end).toContainEqual({ kind: 'record', id, known: { ...known, outcome: 'expired' } })
    expect(machine.state.phase).toBe('waiting')
  })

  test('clicked after its end, it still opens the check-in', () => {
    const machine = shown()
    machine.toNextWake()
    expect(kinds(machine.tell({ kind: 'clicked' }))).toContain('open-check-in')
  })

  test('"not now" is an answer; its reason may come afterwards, and "not today" is kept', () => {
    const machine = shown()
    const id = machine.state.phase === 'shown' ? machine.state.id : ''
    expect(outcomes(machine.tell({ kind: 'not-now', reason: null }))).toEqual(['not-now'])
    const effects = machine.tell({ kind: 'not-now', reason: 'today' })
    expect(effects).toContainEqual({ kind: 'record', id, known: { reason: 'today' } })
    const next = Temporal.Instant.fromEpochMilliseconds(nextWake(machine.state) ?? 0)
    expect(next.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()).toBe('2027-05-05')
  })

  test.each([5, 15, 60])('snoozed, it comes back after %i minutes whatever the gap', minutes => {
    const machine = shown()
    const first = machine.state.phase === 'shown' ? machine.state.id : ''
    const now = machine.clock.now().epochMilliseconds
    expect(outcomes(machine.tell({ kind: 'snooze', minutes }))).toEqual(['snoozed'])
    expect(nextWake(machine.state)).toBe(now + minutes * minute)
    machine.toNextWake()
    expect(machine.state).toMatchObject({ phase: 'shown', plannedAt: now + minutes * minute })
    expect(machine.state).not.toMatchObject({ id: first })
  })

  test('a snooze that the person answers before is done with', () => {
    const machine = shown()
    machine.tell({ kind: 'snooze', minutes: 60 })
    machine.tell({ kind: 'answered' })
    expect(machine.state).toMatchObject({ phase: 'waiting', asked: false })
    expect(nextWake(machine.state) ?? 0).toBeGreaterThanOrEqual(
      machine.clock.now().epochMilliseconds + 90 * minute,
    )
  })
})

describe('a check-in the person starts', () => {
  test('counts for the gap: what would come too soon is dropped', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    machine.clock.set((nextWake(machine.state) ?? 0) - 10 * minute)
    const effects = machine.tell({ kind: 'opened' })
    expect(outcomes(effects)).toEqual(['dropped'])
    expect(nextWake(machine.state) ?? 0).toBeGreaterThanOrEqual(
      machine.clock.now().epochMilliseconds + 90 * minute,
    )
  })
})

describe('a bad moment', () => {
  const due = (around: Partial<typeof calm>, change = {}) => {
    const machine = machineAt(morning, nudgeSettings(change))
    machine.wake()
    machine.surroundings = { ...calm, ...around }
    machine.toNextWake()
    return machine
  }

  test.each([
    [{ presence: 'idle' } as const, 'idle'],
    [{ presence: 'locked' } as const, 'locked'],
    [{ fullScreen: true }, 'full-screen'],
    [{ sound: true }, 'sound'],
  ])('%j holds the nudge until it is over', (around, by) => {
    const machine = due(around)
    expect(machine.state).toMatchObject({ phase: 'held', by })
    machine.clock.advance(3 * minute)
    machine.surroundings = calm
    machine.wake()
    expect(machine.state.phase).toBe('shown')
  })

  test('that lasts ten minutes drops it, and says why', () => {
    const machine = due({ sound: true })
    const effects: NudgeEffect[] = []
    for (let minutes = 0; minutes < 10; minutes += 1) effects.push(...machine.toNextWake())
    expect(machine.state.phase).toBe('waiting')
    expect(effects).toEqual([
      {
        kind: 'record',
        id: null,
        known: expect.objectContaining({ outcome: 'held-back', heldBackBy: 'sound' }),
      },
    ])
  })

  test.each([
    ['settings', nudgeSettings({ cap: 5 }), '2027-05-04T12:05[Europe/Berlin]'],
    ['the zone', nudgeSettings(), '2027-05-04T19:05[Asia/Tokyo]'],
  ])('a snooze held by it outlives a change of %s; a planned nudge does not', (_, settings, later) => {
    const held = (asked: boolean) => {
      const machine = machineAt('2027-05-04T12:00[Europe/Berlin]', nudgeSettings())
      const dueAt = machine.clock.now().epochMilliseconds + minute
      machine.wake()
      if (!asked) machine.state = readNudgeState({ ...machine.state, phase: 'waiting', dueAt })
      if (asked) machine.tell({ kind: 'snooze', minutes: 1 })
      machine.surroundings = { ...calm, sound: true }
      machine.toNextWake()
      expect(machine.state).toMatchObject({ phase: 'held', asked, plannedAt: dueAt })
      machine.settings = settings
      machine.clock.set(later)
      return machine
    }
    const snoozed = held(true)
    expect(snoozed.wake()).toEqual([])
    expect(snoozed.state.phase).toBe('held')
    snoozed.surroundings = calm
    snoozed.wake()
    expect(snoozed.state.phase).toBe('shown')
    const planned = held(false)
    expect(outcomes(planned.wake())).toEqual(['dropped'])
    expect(planned.state).toMatchObject({ phase: 'waiting', asked: false })
  })

  test('"not today" said meanwhile drops it, and calls a snooze off', () => {
    const machine = due({ sound: true })
    const effects = machine.tell({ kind: 'not-now', reason: 'today' })
    expect(effects[0]).toMatchObject({ known: { outcome: 'dropped', reason: 'away' } })
    expect(machine.state.phase).toBe('waiting')
    machine.surroundings = calm
    machine.tell({ kind: 'back' })
    machine.tell({ kind: 'snooze', minutes: 60 })
    machine.tell({ kind: 'not-now', reason: 'today' })
    const next = Temporal.Instant.fromEpochMilliseconds(nextWake(machine.state) ?? 0)
    expect(next.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()).toBe('2027-05-05')
  })

  test('counts only where the person wants it to', () => {
    const holdBack = { idle: true, fullScreen: true, sound: false }
    expect(due({ sound: true }, { holdBack }).state.phase).toBe('shown')
  })
})

describe('the clock and the machine', () => {
  test('three hours asleep over a due time: two quiet minutes, then one nudge', () => {
    const machine = machineAt(morning, nudgeSettings({ mode: { kind: 'random', perDay: 6 }, gap: 10 }))
    machine.wake()
    machine.clock.set('2027-05-04T17:00[Europe/Berlin]')
    expect(machine.wake()).toMatchObject([{ kind: 'record', known: { outcome: 'dropped', reason: 'late' } }])
    const { dueAt } = machine.state as { dueAt: number }
    expect(dueAt).toBe(machine.clock.now().epochMilliseconds + 2 * minute)
    machine.toNextWake()
    expect(machine.state.phase).toBe('shown')
    const effects = machine.toNextWake()
    expect(outcomes(effects).filter(outcome => outcome === 'dropped').length).toBeGreaterThan(1)
    expect(nextWake(machine.state) ?? 0).toBeGreaterThan(machine.clock.now().epochMilliseconds)
  })

  test('asleep until after the hours: nothing that night', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    machine.clock.set('2027-05-04T21:30[Europe/Berlin]')
    expect(kinds(machine.wake())).not.toContain('show')
    expect(nextWake(machine.state) ?? 0).toBeGreaterThan(machine.clock.now().epochMilliseconds + 11 * hour)
  })

  test('days closed: the plan begins anew', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    machine.clock.set('2027-05-09T12:00[Europe/Berlin]')
    expect(kinds(machine.wake())).toEqual(['record'])
    expect(machine.state.phase).toBe('waiting')
    expect(nextWake(machine.state) ?? 0).toBeGreaterThan(machine.clock.now().epochMilliseconds)
  })

  test('a clock set back by a year does not silence it for a year', () => {
    const machine = shown()
    machine.toNextWake()
    machine.clock.set('2026-05-04T12:00[Europe/Berlin]')
    machine.wake()
    expect(nextWake(machine.state) ?? 0).toBeLessThan(machine.clock.now().epochMilliseconds + 24 * hour)
  })

  test('travel plans anew, in the hours of the new place', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    machine.clock.set('2027-05-04T19:00[Asia/Tokyo]')
    machine.wake()
    const { dueAt } = machine.state as { dueAt: number }
    const clock = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO('Asia/Tokyo')
    expect(clock.hour).toBeGreaterThanOrEqual(9)
    expect(clock.hour).toBeLessThan(21)
  })

  test('a stored due time alone is enough to show a nudge at it', () => {
    const machine = machineAt('2027-05-04T12:00[UTC]', nudgeSettings())
    const dueAt = machine.clock.now().epochMilliseconds + 1_000
    machine.state = readNudgeState({ phase: 'waiting', dueAt })
    machine.wake()
    expect(nextWake(machine.state)).toBe(dueAt)
    machine.toNextWake()
    expect(machine.state).toMatchObject({ phase: 'shown', plannedAt: dueAt })
  })
})

describe('ignored', () => {
  const fixed = (...hours: number[]) =>
    nudgeSettings({ mode: { kind: 'fixed', times: hours.map(at => atMinute(at)) }, hours: allDay, cap: 24 })
  /** Leaves so many nudges alone; gives back when they came. */
  const ignore = (machine: ReturnType<typeof machineAt>, count: number): readonly string[] =>
    Array.from({ length: count }, () => {
      machine.until('shown')
      const time = machine.time()
      machine.until('waiting')
      return time
    })

  test('three in a row: every other one stays away, and says why', () => {
    const machine = machineAt('2027-05-04T00:00[UTC]', fixed(2, 4, 6, 8, 10, 12, 14, 16))
    machine.wake()
    expect(ignore(machine, 3)).toEqual(['02:00', '04:00', '06:00'])
    expect(machine.state).toMatchObject({ phase: 'waiting', dueAt: Date.UTC(2027, 4, 4, 10) })
    expect(ignore(machine, 2)).toEqual(['10:00', '14:00'])
  })

  test('with one a day, half as many are one every other day', () => {
    const machine = machineAt('2027-05-04T00:00[UTC]', fixed(12))
    machine.wake()
    ignore(machine, 3)
    machine.until('shown')
    expect(machine.clock.now().toPlainDate().toString()).toBe('2027-05-08')
  })

  test('with one a week, one comes in two weeks', () => {
    const week = [[], [], [], [{ from: atMinute(9), to: atMinute(21) }], [], [], []] as const
    const machine = machineAt(
      morning,
      nudgeSettings({ mode: { kind: 'fixed', times: [atMinute(12)] }, hours: week }),
    )
    machine.wake()
    ignore(machine, 3)
    machine.until('shown')
    expect(machine.clock.now().toPlainDate().toString()).toBe('2027-06-03')
    expect(machine.wake()).toEqual([])
  })

  test('minutes of use count double', () => {
    const mode = { kind: 'every', minutes: 60 } as const
    const machine = machineAt(
      '2027-05-04T00:00[UTC]',
      nudgeSettings({ mode, hours: allDay, gap: 0, cap: 24 }),
    )
    machine.wake()
    expect(ignore(machine, 5)).toEqual(['01:00', '02:00', '03:00', '05:00', '07:00'])
  })

  test('seven in a row: none comes, and there is nothing to wake for', () => {
    const machine = machineAt('2027-05-04T00:00[UTC]', fixed(2, 4, 6, 8, 10, 12, 14, 16))
    machine.wake()
    ignore(machine, 7)
    expect(nextWake(machine.state)).toBeNull()
    machine.clock.advance(72 * hour)
    expect(machine.wake()).toEqual([])
    expect(nextWake(machine.state)).toBeNull()
  })

  test.each<NudgeEvent>([
    { kind: 'opened' },
    { kind: 'answered' },
    { kind: 'clicked' },
    { kind: 'not-now', reason: null },
    { kind: 'snooze', minutes: 15 },
    { kind: 'start-again' },
    { kind: 'send-now' },
    { kind: 'away', until: 'hour' },
  ])('whatever the person does begins anew: %j', event => {
    const machine = machineAt('2027-05-04T00:00[UTC]', fixed(2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22))
    machine.wake()
    ignore(machine, 7)
    machine.clock.advance(2 * hour)
    machine.tell(event)
    expect(machine.state.memory).toMatchObject({ ignored: 0, passedOver: false })
    expect(nextWake(machine.state)).not.toBeNull()
  })

  test.each<readonly [string, Partial<NudgeSettings>]>([
    ['other settings', { cap: 5 }],
    ['reminders switched off and on again', { mode: { kind: 'off' } }],
    ['no way to be seen, and one again', { channels: { notification: false, badge: false } }],
  ])('%s begin anew', (_, change) => {
    const settings = fixed(2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22)
    const machine = machineAt('2027-05-04T00:00[UTC]', settings)
    machine.wake()
    ignore(machine, 7)
    machine.settings = nudgeSettings({ ...settings, ...change })
    machine.wake()
    machine.settings = settings
    machine.wake()
    expect(machine.state.memory).toMatchObject({ ignored: 0, passedOver: false })
    expect(nextWake(machine.state)).not.toBeNull()
  })

  test('one that ended while the machine slept or the browser was closed was not ignored', () => {
    const machine = shown()
    machine.clock.advance(20 * minute + 5 * minute)
    machine.wake()
    expect(machine.state.memory.ignored).toBe(1)
    machine.until('shown')
    machine.clock.advance(20 * minute + 6 * minute)
    machine.wake()
    expect(machine.state).toMatchObject({ phase: 'waiting', memory: { ignored: 1 } })
  })

  test('one that was opened and left, or that the person sent, was not ignored', () => {
    const opened = shown()
    opened.tell({ kind: 'opened' })
    opened.until('waiting')
    expect(opened.state.memory.ignored).toBe(0)
    const sent = machineAt(morning, nudgeSettings())
    sent.wake()
    sent.tell({ kind: 'send-now' })
    sent.until('waiting')
    expect(sent.state.memory.ignored).toBe(0)
  })
})

describe('away', () => {
  const nightHours = everyDay({ from: atMinute(20), to: atMinute(2) })
  const readingOf = (machine: ReturnType<typeof machineAt>) =>
    Temporal.Instant.fromEpochMilliseconds(nextWake(machine.state) ?? 0)
      .toZonedDateTimeISO(machine.clock.now().timeZoneId)
      .toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' })
  const away = (from: string, until: 'hour' | 'tomorrow' | { day: string }, change = {}) => {
    const mode = { kind: 'every', minutes: 5 } as const
    const machine = machineAt(from, nudgeSettings({ mode, gap: 0, cap: 24, ...change }))
    machine.wake()
    machine.tell({ kind: 'away', until })
    // Whatever wakes it in between, it keeps still.
    for (let wakes = 0; machine.state.phase !== 'shown' && wakes < 1_000; wakes += 1) {
      if (readingOf(machine) >= from) machine.toNextWake()
    }
    return machine.clock.now().toString({ smallestUnit: 'minute', offset: 'never', timeZoneName: 'never' })
  }

  test('for an hour', () => {
    expect(away('2027-05-04T12:00[Europe/Berlin]', 'hour')).toBe('2027-05-04T13:00')
  })

  test('until tomorrow', () => {
    expect(away('2027-05-04T12:00[Europe/Berlin]', 'tomorrow')).toBe('2027-05-05T09:00')
  })

  test.each([
    ['the evening before', '2027-05-04T23:30[Europe/Berlin]', '2027-05-05T20:00'],
    ['after midnight', '2027-05-05T00:30[Europe/Berlin]', '2027-05-05T20:00'],
  ])('until tomorrow where a window crosses midnight, said %s', (_, from, expected) => {
    expect(away(from, 'tomorrow', { hours: nightHours })).toBe(expected)
  })

  test('until a date', () => {
    expect(away('2027-05-04T12:00[Europe/Berlin]', { day: '2027-05-09' })).toBe('2027-05-09T09:00')
  })

  test('until a date is meant where the person is by then', () => {
    const machine = machineAt('2027-05-04T12:00[Europe/Berlin]', nudgeSettings())
    machine.wake()
    machine.tell({ kind: 'away', until: 'tomorrow' })
    machine.clock.set('2027-05-04T12:30[America/New_York]')
    machine.wake()
    expect(readingOf(machine).slice(0, 10)).toBe('2027-05-05')
  })

  test('an hour is not longer because the clock was set back', () => {
    const machine = machineAt('2027-05-04T12:00[UTC]', nudgeSettings({ hours: allDay }))
    machine.wake()
    machine.tell({ kind: 'away', until: 'hour' })
    machine.clock.set('2027-05-03T20:00[UTC]')
    machine.wake()
    expect(machine.state.memory.away).toEqual({ until: Date.UTC(2027, 4, 3, 21) })
    machine.clock.advance(hour)
    machine.wake()
    expect(machine.state.memory.away).toBeNull()
  })

  test('takes a nudge away, calls a snooze off, and ends when the person is back', () => {
    const machine = shown()
    expect(outcomes(machine.tell({ kind: 'away', until: 'tomorrow' }))).toContain('not-now')
    machine.tell({ kind: 'back' })
    expect(machine.state.memory.away).toBeNull()
    machine.tell({ kind: 'snooze', minutes: 5 })
    machine.tell({ kind: 'away', until: { day: '2027-05-20' } })
    expect(readingOf(machine).slice(0, 10)).toBe('2027-05-20')
  })

  test('a shorter time takes the place of a longer one', () => {
    const machine = machineAt(morning, nudgeSettings({ mode: { kind: 'fixed', times: [atMinute(12)] } }))
    machine.wake()
    machine.tell({ kind: 'away', until: { day: '2027-09-09' } })
    machine.tell({ kind: 'away', until: 'hour' })
    expect(readingOf(machine)).toBe('2027-05-04T12:00')
  })

  test('an hour by key or menu makes a longer time no shorter', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    machine.tell({ kind: 'away', until: { day: '2027-09-09' } })
    machine.tell({ kind: 'away', until: 'at-least-an-hour' })
    expect(machine.state.memory.away).toEqual({ day: '2027-09-09' })
    machine.tell({ kind: 'back' })
    machine.tell({ kind: 'away', until: 'at-least-an-hour' })
    expect(machine.state.memory.away).toEqual({ until: machine.clock.now().epochMilliseconds + hour })
  })

  test('"not today" makes a longer time no shorter', () => {
    const machine = machineAt(morning, nudgeSettings())
    machine.wake()
    machine.tell({ kind: 'away', until: { day: '2027-09-09' } })
    machine.tell({ kind: 'not-now', reason: 'today' })
    expect(machine.state.memory.away).toEqual({ day: '2027-09-09' })
  })

  test('back before it is over, the rest of the day is planned again', () => {
    const machine = machineAt(morning, nudgeSettings({ mode: { kind: 'fixed', times: [atMinute(12)] } }))
    machine.wake()
    machine.tell({ kind: 'away', until: { day: '2027-05-09' } })
    expect(readingOf(machine)).toBe('2027-05-09T12:00')
    machine.clock.advance(hour)
    machine.tell({ kind: 'back' })
    expect(readingOf(machine)).toBe('2027-05-04T12:00')
  })

  test('what was planned in that time is named with its reason', () => {
    const machine = machineAt(morning, nudgeSettings({ mode: { kind: 'fixed', times: [atMinute(12)] } }))
    machine.wake()
    expect(machine.tell({ kind: 'away', until: 'tomorrow' })).toContainEqual({
      kind: 'record',
      id: null,
      known: {
        plannedAt: Temporal.ZonedDateTime.from('2027-05-04T12:00[Europe/Berlin]').epochMilliseconds,
        outcome: 'dropped',
        reason: 'away',
      },
    })
  })
})

describe('"bad moment"', () => {
  const fixed = nudgeSettings({ mode: { kind: 'fixed', times: [atMinute(12)] } })
  /** Lives days, leaving none alone; gives back on how many of them one came. */
  const days = (machine: ReturnType<typeof machineAt>, count: number): number => {
    const end = machine.clock.now().epochMilliseconds + count * 24 * hour
    let came = 0
    while ((nextWake(machine.state) ?? 0) < end) {
      machine.toNextWake()
      if (machine.state.phase !== 'shown') continue
      came += 1
      machine.tell({ kind: 'not-now', reason: null })
    }
    return came
  }

  test('said, about half as many come around that time; forgotten, all of them', () => {
    const machine = machineAt(morning, fixed, 3)
    machine.wake()
    machine.until('shown')
    machine.tell({ kind: 'not-now', reason: 'moment' })
    machine.tell({ kind: 'not-now', reason: 'moment' })
    expect(machine.state.memory.badMoments).toEqual([{ minute: atMinute(12), day: '2027-05-04' }])
    machine.clock.advance(hour)
    const half = days(machine, 40)
    expect(half).toBeGreaterThan(10)
    expect(half).toBeLessThan(30)
    machine.tell({ kind: 'forget-bad-moments', minute: atMinute(12, 20) })
    machine.clock.advance(hour)
    expect(days(machine, 40)).toBe(40)
  })

  test('other times of day, and times the person chose, stay as they are', () => {
    const machine = machineAt('2027-05-04T20:00[UTC]', fixed)
    machine.wake()
    machine.tell({ kind: 'not-now', reason: 'moment' })
    expect(days(machine, 30)).toBe(30)
    machine.clock.set('2027-06-04T20:00[UTC]')
    machine.wake()
    machine.tell({ kind: 'snooze', minutes: 5 })
    machine.toNextWake()
    expect(machine.state.phase).toBe('shown')
  })

  test('is forgotten by itself after eight weeks', () => {
    const machine = machineAt('2027-05-04T12:00[UTC]', fixed)
    machine.wake()
    for (let day = 0; day < 20; day += 1) {
      machine.clock.advance(24 * hour)
      machine.tell({ kind: 'not-now', reason: 'moment' })
    }
    machine.clock.advance(56 * 24 * hour)
    machine.wake()
    expect(shareAt(machine.state.memory.badMoments, machine.clock.now())).toBe(0.5)
    machine.clock.advance(24 * hour)
    expect(shareAt(machine.state.memory.badMoments, machine.clock.now())).toBe(1)
  })
})

describe('sent on request', () => {
  test('comes whatever hours, gap, away and surroundings say, and counts for the gap', () => {
    const machine = machineAt('2027-05-04T23:00[UTC]', nudgeSettings())
    machine.wake()
    machine.surroundings = { presence: 'idle', fullScreen: true, sound: true }
    machine.tell({ kind: 'away', until: 'hour' })
    expect(kinds(machine.tell({ kind: 'send-now' }))).toEqual(['record', 'show'])
    expect(machine.tell({ kind: 'send-now' })).toEqual([])
    expect(machine.state.memory.lastAt).toBe(machine.clock.now().epochMilliseconds)
  })

  test('switched off, there is none to send', () => {
    const machine = machineAt(morning, nudgeSettings({ mode: { kind: 'off' } }))
    expect(machine.tell({ kind: 'send-now' })).toEqual([])
  })
})

describe('a shared screen', () => {
  test('the dot alone, whatever ways were chosen', () => {
    const machine = shown({ sharing: true, channels: { notification: true, badge: false } })
    expect(showsBadge(machine.state, machine.settings)).toBe(true)
    expect(kinds(machine.wake())).not.toContain('show')
  })
})

describe('why one did not come', () => {
  const reasons = (effects: readonly NudgeEffect[]) =>
    effects.flatMap(effect => (effect.kind === 'record' ? [effect.known.reason ?? 'none'] : []))
  const due = (change: object, at = '2027-05-04T12:00[UTC]') => {
    const machine = machineAt(at, nudgeSettings(change))
    const dueAt = machine.clock.now().epochMilliseconds + minute
    machine.state = readNudgeState({ ...machine.state, phase: 'waiting', dueAt })
    return machine
  }

  test('outside the hours, after the cap, or too late', () => {
    expect(reasons(due({}, '2027-05-04T22:00[UTC]').toNextWake())).toEqual(['hours'])
    const full = due({ cap: 1 })
    full.state = readNudgeState({
      ...full.state,
      memory: { ...full.state.memory, recent: [full.clock.now().epochMilliseconds - 3 * hour] },
    })
    expect(reasons(full.toNextWake())).toEqual(['cap'])
    const late = due({})
    late.wake()
    late.clock.set('2027-05-04T21:30[UTC]')
    expect(reasons(late.wake())).toEqual(['late'])
  })

  test('other settings, another zone, another clock', () => {
    const start = (change = {}) => {
      const machine = due(change)
      machine.wake()
      return machine
    }
    const settings = start()
    settings.settings = nudgeSettings({ cap: 5 })
    settings.clock.advance(2 * minute)
    expect(reasons(settings.wake())).toEqual(['settings'])
    const zone = start()
    zone.clock.set('2027-05-04T14:02[Europe/Berlin]')
    expect(reasons(zone.wake())).toEqual(['zone'])
    const clock = start()
    clock.clock.set('2027-05-04T11:30[UTC]')
    clock.state = readNudgeState({
      ...clock.state,
      phase: 'waiting',
      dueAt: clock.clock.now().epochMilliseconds,
    })
    expect(reasons(clock.wake())).toEqual(['clock'])
  })

  test('a browser that was closed for days is no clock that was set', () => {
    const machine = due({})
    machine.wake()
    machine.clock.set('2027-05-06T12:00[UTC]')
    expect(reasons(machine.wake())).toEqual(['late'])
  })

  test('what was slept through is not said to have come too close to what came afterwards', () => {
    const times = [atMinute(10), atMinute(13), atMinute(16), atMinute(18)]
    const machine = machineAt('2027-05-04T08:00[UTC]', nudgeSettings({ mode: { kind: 'fixed', times } }))
    machine.wake()
    machine.clock.set('2027-05-04T17:00[UTC]')
    const effects = [...machine.wake()]
    machine.until('shown')
    effects.push(...machine.tell({ kind: 'answered' }))
    const told = effects.flatMap(effect =>
      effect.kind === 'record' && effect.known.outcome === 'dropped'
        ? [[new Date(effect.known.plannedAt ?? 0).getUTCHours(), effect.known.reason]]
        : [],
    )
    expect(told).toEqual([
      [10, 'late'],
      [13, 'late'],
      [16, 'late'],
      [18, 'gap'],
    ])
  })

  test('a fixed time of yesterday brings nothing this morning', () => {
    const times = [atMinute(10), atMinute(20, 50)]
    const machine = machineAt('2027-05-04T12:00[UTC]', nudgeSettings({ mode: { kind: 'fixed', times } }))
    machine.wake()
    machine.clock.set('2027-05-05T09:05[UTC]')
    expect(reasons(machine.wake())).toEqual(['late'])
    expect(nextWake(machine.state)).toBe(Temporal.Instant.from('2027-05-05T10:00Z').epochMilliseconds)
  })

  test('a check-in came first', () => {
    const machine = due({})
    machine.surroundings = { ...calm, sound: true }
    machine.toNextWake()
    expect(reasons(machine.tell({ kind: 'opened' }))).toEqual(['person'])
  })
})
