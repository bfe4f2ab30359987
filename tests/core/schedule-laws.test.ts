/** The laws of the nudge machine, held through made-up lives: sleep, kills, restarts, clock changes, travel, changed settings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isIntact, type NudgeState, readNudgeState } from '../../lib/core/nudge-state.ts'
import {
  decide,
  firstState,
  type NudgeContext,
  type NudgeEvent,
  nextWake,
  type Surroundings,
} from '../../lib/core/schedule.ts'
import { type NudgeMode, type NudgeSettings, nudgeLimits } from '../../lib/core/settings.ts'
import { hour, type Instant, minute, zonedAt } from '../../lib/core/time.ts'
import { lawRuns, lawSeed } from '../support/law-runs.ts'
import { createNudgeLaws } from '../support/nudge-laws.ts'
import {
  anySettings,
  broken,
  type Place,
  personEvent,
  place,
  type Turn,
  turns,
} from '../support/nudge-laws-lives.ts'
import { frozen, probe } from '../support/nudge-laws-probe.ts'
import { calm, everyDay, nudgeSettings } from '../support/nudges.ts'

const seed = lawSeed('schedule-laws')

/** Lives `life`, and holds every law at each turn. Gives back how many nudges came. */
const live = (from: Place, first: NudgeSettings, life: readonly Turn[]): number => {
  const laws = createNudgeLaws()
  let { zone, at } = from
  let chosen = first
  let around: Surroundings = calm
  let state: NudgeState = frozen(firstState)
  let steps = 0

  const tell = (event: NudgeEvent, killed: boolean): void => {
    steps += 1
    const context: NudgeContext = {
      now: zonedAt(at, zone),
      settings: chosen,
      surroundings: around,
      seed: Math.imul(steps, 0x9e3779b1) >>> 0,
      id: `n${steps}`,
    }
    const { state: after, effects } = decide(state, event, context)
    const step = { before: state, event, context, after, effects }
    const probed = steps % 4 === 0 ? probe(step, (steps % 16) / 16) : []
    const found = [...laws.observe(step), ...probed]
    if (found.length > 0) {
      const shown = JSON.stringify(
        { at: context.now.toString(), event, around, before: state, after, effects },
        null,
        1,
      )
      throw new Error(`${found.join('; ')}\n${shown}\n${JSON.stringify(chosen)}`)
    }
    state = frozen(after)
    const show = effects.find(({ kind }) => kind === 'show')
    if (show?.kind === 'show' && !killed) tell({ kind: 'delivered', id: show.id }, false)
  }

  tell({ kind: 'wake' }, false)
  for (const turn of life) {
    if (turn.kind === 'to next wake') at = Math.max(at, (nextWake(state) ?? at) + turn.late * 1_000)
    if (turn.kind === 'time') at += turn.passes
    if (turn.kind === 'around') around = turn.around
    if (turn.kind === 'zone') zone = turn.zone
    if (turn.kind === 'settings') chosen = turn.settings
    if (turn.kind === 'restart') state = readNudgeState(JSON.parse(JSON.stringify(state)))
    tell(turn.kind === 'event' ? turn.event : { kind: 'wake' }, turn.killed)
  }
  return laws.counts.begun
}

/** A machine in a calm world, where every nudge is left alone. */
const leftAlone = (chosen: NudgeSettings, chance: number) => {
  let at = Temporal.ZonedDateTime.from('2027-05-04T00:00[UTC]').epochMilliseconds
  let state: NudgeState = frozen(firstState)
  let steps = 0
  const laws = createNudgeLaws()
  const tell = (event: NudgeEvent) => {
    steps += 1
    const context: NudgeContext = {
      now: zonedAt(at, 'UTC'),
      settings: chosen,
      surroundings: calm,
      seed: Math.imul(steps + chance, 0x9e3779b1) >>> 0,
      id: `n${steps}`,
    }
    const { state: after, effects } = decide(state, event, context)
    const found = laws.observe({ before: state, event, context, after, effects })
    expect(found).toEqual([])
    state = after
    return effects
  }
  return {
    begun: at,
    get at() {
      return at
    },
    get state() {
      return state
    },
    tell,
    /** Time passes to the next wake, or a share of the way there. */
    wake: (share = 1) => {
      const wakeAt = nextWake(state) ?? at + hour
      at = Math.floor(at + share * (wakeAt - at))
      return tell({ kind: 'wake' })
    },
  }
}

const wholeDay = everyDay({ from: 0, to: 0 })
const between = ({ from, to }: { from: number; to: number }) => fc.integer({ min: from, max: to })
const planningMode: fc.Arbitrary<NudgeMode> = fc.oneof(
  fc.record({ kind: fc.constant('random' as const), perDay: between({ from: 1, to: 12 }) }),
  fc.record({ kind: fc.constant('every' as const), minutes: between({ from: 5, to: 300 }) }),
  fc.record({
    kind: fc.constant('fixed' as const),
    times: fc.uniqueArray(fc.nat(1439), { minLength: 1, maxLength: 6 }),
  }),
)

describe('the laws', { timeout: 600_000 }, () => {
  test('hold through any life', () => {
    let shown = 0
    const numRuns = lawRuns()
    fc.assert(
      fc.property(place, anySettings, turns, (from, first, life) => {
        shown += live(from, first, life)
      }),
      { numRuns, seed },
    )
    // A machine that never shows anything would hold every law.
    expect(shown).toBeGreaterThan(numRuns)
  })

  test('steady use brings a nudge at every interval, half as many after three that were ignored', () => {
    const steady = fc.record({
      minutes: between({ from: 5, to: 180 }),
      gap: between({ from: 0, to: 120 }),
      /** Wakes that something else causes: how far on the way to the next one. */
      strays: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
    })
    fc.assert(
      fc.property(steady, ({ minutes, gap, strays }) => {
        const chosen = nudgeSettings({
          mode: { kind: 'every', minutes },
          hours: wholeDay,
          cap: nudgeLimits.cap.to,
          gap,
        })
        const machine = leftAlone(chosen, 1)
        const times = new Set<Instant>()
        machine.tell({ kind: 'wake' })
        for (let wakes = 0; times.size < 5; wakes += 1) {
          expect(wakes).toBeLessThan(5_000)
          machine.wake(strays[wakes % (strays.length + 1)] ?? 1)
          if (machine.state.phase === 'shown') times.add(machine.state.shownAt)
        }
        const [first = 0, ...others] = times
        expect(first - machine.begun, 'the first').toBe(minutes * minute)
        // One is shown at a time, for 20 minutes; an interval that is over by then begins anew.
        const apart = (interval: number) => Math.max(interval + (minutes > 20 ? 0 : 20), gap) * minute
        const [second, third] = [first + apart(minutes), first + 2 * apart(minutes)]
        const fewer = apart(2 * minutes)
        expect(others).toEqual([second, third, third + fewer, third + 2 * fewer])
      }),
      { numRuns: lawRuns(0.05), seed },
    )
  })

  test('after three ignored every other one comes, after seven none, and any check-in brings them back', () => {
    const checkIn = fc.constantFrom<NudgeEvent['kind'][]>(
      ['answered'],
      ['opened', 'answered'],
      ['clicked', 'answered'],
    )
    fc.assert(
      fc.property(
        planningMode,
        between({ from: 0, to: 90 }),
        checkIn,
        fc.nat(),
        (mode, gap, deeds, chance) => {
          const machine = leftAlone(nudgeSettings({ mode, gap, hours: wholeDay, cap: 24 }), chance)
          machine.tell({ kind: 'wake' })
          for (const round of [1, 2]) {
            const log: string[] = []
            for (
              let wakes = 0;
              wakes < 4_000 && log.filter(line => line === 'shown').length < 7;
              wakes += 1
            ) {
              for (const effect of machine.wake()) {
                if (effect.kind !== 'record') continue
                if (effect.known.shownAt && effect.known.outcome === undefined) log.push('shown')
                if (effect.known.reason === 'ignored') log.push('passed over')
              }
            }
            const half = ['passed over', 'shown']
            const expected = ['shown', 'shown', 'shown', ...half, ...half, ...half, ...half]
            expect(log, `round ${round}`).toEqual(mode.kind === 'every' ? Array(7).fill('shown') : expected)
            while (machine.state.phase === 'shown') machine.wake()
            const quietFrom = machine.at
            while (machine.at < quietFrom + 30 * 24 * hour) {
              const effects = machine.wake()
              expect(
                effects.filter(effect => effect.kind === 'show'),
                'quiet',
              ).toEqual([])
            }
            for (const kind of deeds) machine.tell({ kind } as NudgeEvent)
          }
        },
      ),
      { numRuns: lawRuns(0.01), seed },
    )
  })

  test('a day is drawn evenly from the chance it is given, and each day anew (chi-square, p > .001)', () => {
    const now = Temporal.ZonedDateTime.from('2027-05-04T00:00[UTC]')
    const settings = nudgeSettings({ mode: { kind: 'random', perDay: 4 }, gap: 0 })
    const runs = 5_000
    const cells = Array.from({ length: 40 }, () => 0)
    for (let run = 0; run < runs; run += 1) {
      const context = {
        now,
        settings,
        surroundings: calm,
        seed: Math.imul(run + 1, 0x85ebca6b) >>> 0,
        id: 'n',
      }
      const [times = []] = decide(firstState, { kind: 'wake' }, context)
        .state.memory.days.filter(({ day }) => day === '2027-05-04')
        .map(day => day.times)
      expect(times).toHaveLength(4)
      for (const [bucket, time] of times.entries()) {
        const cell =
          Math.floor(((time - now.epochMilliseconds) / hour - 9 - 3 * bucket) * (10 / 3)) + 10 * bucket
        cells[cell] = (cells[cell] ?? 0) + 1
      }
    }
    const expected = (runs * 4) / cells.length
    const chiSquare = cells.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)
    // 67.99 is the .999 quantile with 36 degrees of freedom: each bucket has its one.
    expect(chiSquare).toBeLessThan(67.99)

    const machine = leftAlone(nudgeSettings({ mode: { kind: 'random', perDay: 1 } }), 5)
    machine.tell({ kind: 'wake' })
    const times = new Set<Instant>()
    while (machine.at < machine.begun + 40 * 24 * hour) {
      machine.wake()
      if (machine.state.phase === 'shown') machine.tell({ kind: 'answered' })
      times.add(machine.at % (24 * hour))
    }
    expect(times.size, 'each day anew').toBeGreaterThan(35)
  })

  test('around the time of a "bad moment" half as many come, a quarter after two, and all again once it is forgotten', () => {
    const due = Temporal.ZonedDateTime.from('2027-05-04T12:00[Europe/Berlin]')
    const runs = 2_500
    const settings = nudgeSettings({ hours: wholeDay, gap: 0 })
    /** The share that comes at noon after `said` bad moments, each so many minutes and days before. */
    const share = (said: readonly (readonly [number, number])[], forgotten: number | null = null): number => {
      const badMoments = said.map(([minutes, days]) => {
        const at = due.subtract({ days }).add({ minutes: -minutes })
        return { minute: at.hour * 60 + at.minute, day: at.toPlainDate().toString() }
      })
      let shown = 0
      for (let run = 0; run < runs; run += 1) {
        const context = {
          now: due,
          settings,
          surroundings: calm,
          seed: Math.imul(run + 1, 0x9e3779b1) >>> 0,
          id: 'n',
        }
        const memory = { ...firstState.memory, badMoments }
        let state: NudgeState = { phase: 'waiting', dueAt: due.epochMilliseconds + 1, asked: false, memory }
        if (forgotten !== null) {
          state = decide(state, { kind: 'forget-bad-moments', minute: forgotten }, context).state
        }
        const later = { ...context, now: due.add({ milliseconds: 1 }) }
        if (decide(state, { kind: 'wake' }, later).state.phase === 'shown') shown += 1
      }
      return shown / runs
    }
    // Four standard deviations of such a share.
    const near = (expected: number) => 4 * Math.sqrt((expected * (1 - expected)) / runs)
    expect(share([])).toBe(1)
    expect(Math.abs(share([[20, 3]]) - 1 / 2)).toBeLessThan(near(1 / 2))
    expect(
      Math.abs(
        share([
          [20, 3],
          [-30, 50],
        ]) -
          1 / 4,
      ),
    ).toBeLessThan(near(1 / 4))
    expect(share([[31, 3]]), 'at another time').toBe(1)
    expect(share([[0, 57]]), 'long ago').toBe(1)
    expect(share([[20, 3]], 12 * 60), 'forgotten').toBe(1)
    expect(Math.abs(share([[20, 3]], 15 * 60) - 1 / 2), 'another one forgotten').toBeLessThan(near(1 / 2))
  })

  test('hold after any stored state, however broken', () => {
    const now = Temporal.ZonedDateTime.from('2027-05-04T12:00[Europe/Berlin]')
    fc.assert(
      fc.property(fc.oneof(fc.anything(), broken), anySettings, personEvent, (found, chosen, event) => {
        const state = readNudgeState(found)
        const stored = JSON.stringify(state)
        expect(JSON.stringify(readNudgeState(JSON.parse(stored)))).toBe(stored)
        expect(isIntact(JSON.parse(stored))).toBe(true)
        const context = { now, settings: chosen, surroundings: calm, seed: 1, id: 'new' }
        const woken = decide(state, { kind: 'wake' }, context).state
        const wakeAt = nextWake(woken)
        if (wakeAt !== null) expect(wakeAt).toBeGreaterThan(now.epochMilliseconds)
        decide(woken, event, context)
      }),
      { numRuns: lawRuns(), seed },
    )
  })
})
