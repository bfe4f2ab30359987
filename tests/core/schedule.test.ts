/** The nudge machine by example. */
import { describe, expect, test } from 'vitest'
import { readNudgeState } from '../../lib/core/nudge-state.ts'
import { type NudgeEffect, nextWake, showsBadge } from '../../lib/core/schedule.ts'
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
    expect(kinds(effects)).toContain('clear')
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
      machine.toNextWake()
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
    expect(nextWake(machine.state)).toBeNull()
    machine.clock.advance(20 * minute)
    become(machine, 'active')
    machine.until('shown')
    expect(machine.time()).toBe('11:11')
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

  test('minutes in which a nudge stands there count for the next', () => {
    const machine = every(30)
    machine.wake()
    const times: string[] = []
    while (times.length < 3) {
      machine.until('shown')
      times.push(machine.time())
      machine.until('waiting')
    }
    expect(times).toEqual(['10:30', '11:00', '11:30'])
  })

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
    machine.wake()
    expect(machine.state.memory.use.since).not.toBeNull()
    expect(nextWake(machine.state)).toBeNull()
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
    expect(kinds(end)).toContain('clear')
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

  test('clicked, it opens the check-in, and the answer ends it', () => {
    const machine = shown()
    expect(kinds(machine.tell({ kind: 'clicked' }))).toEqual(['record', 'clear', 'open-check-in'])
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
      { kind: 'clear' },
      { kind: 'record', known: { outcome: 'answered', answeredAt: now } },
      { kind: 'clear' },
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
    const { id } = machine.state as { id: string }
    machine.clock.advance(minute)
    const openedAt = machine.clock.now().epochMilliseconds
    expect(machine.tell({ kind: 'clicked' })).toContainEqual({ kind: 'record', id, known: { openedAt } })
    const end = machine.toNextWake()
    expect(machine.clock.now().epochMilliseconds).toBe(openedAt + 30 * minute)
    expect(end).toContainEqual({ kind: 'record', id, known: { outcome: 'expired' } })
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
    expect(machine.wake()).toEqual([])
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
