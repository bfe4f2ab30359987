/** The laws of the nudge machine, held through made-up lives: sleep, kills, restarts, clock changes, travel, changed settings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withinHours } from '../../lib/core/hours.ts'
import { type NudgeState, readNudgeState } from '../../lib/core/nudge-state.ts'
import {
  decide,
  firstState,
  type NudgeContext,
  type NudgeEffect,
  type NudgeEvent,
  nextWake,
  remindersOn,
} from '../../lib/core/schedule.ts'
import { type Hours, type NudgeMode, type NudgeSettings, nudgeLimits } from '../../lib/core/settings.ts'
import { hour, type Instant, minute, zonedAt } from '../../lib/core/time.ts'
import { calm, everyDay, nudgeSettings } from '../support/nudges.ts'

const zones = [
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Havana',
]

/** Shortly before clocks change, in years and zones where something happens. */
const starts = [
  '2027-03-26T12:00[Europe/Berlin]',
  '2027-10-30T06:00[Europe/Berlin]',
  '2018-11-03T06:00[America/Sao_Paulo]',
  '2011-12-29T12:00[Pacific/Apia]',
  '2027-04-03T12:00[Australia/Lord_Howe]',
  '2027-07-01T00:00[Asia/Kolkata]',
  '2027-11-06T12:00[America/Havana]',
]

const hours: fc.Arbitrary<Hours> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom({ from: 540, to: 1260 }, { from: 1320, to: 120 }, { from: 0, to: 0 }),
  },
  { weight: 2, arbitrary: fc.record({ from: fc.nat(1439), to: fc.nat(1440) }) },
)
const dayHours = fc.oneof(fc.array(hours, { minLength: 1, maxLength: 3 }), fc.array(hours, { maxLength: 1 }))
const between = ({ from, to }: { from: number; to: number }) => fc.integer({ min: from, max: to })
const mode: fc.Arbitrary<NudgeMode> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('random' as const), perDay: between(nudgeLimits.perDay) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('every' as const), minutes: between({ from: 5, to: 180 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('fixed' as const),
      times: fc.array(fc.nat(1439), { maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<NudgeMode>({ kind: 'off' }) },
)
const settings: fc.Arbitrary<NudgeSettings> = fc
  .record({
    mode,
    hours: fc.tuple(dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours),
    cap: between(nudgeLimits.cap),
    gap: fc.oneof(between({ from: 0, to: 120 }), between(nudgeLimits.gap)),
  })
  .map(nudgeSettings)

const personEvent: fc.Arbitrary<NudgeEvent> = fc.oneof(
  fc.constantFrom<NudgeEvent>({ kind: 'clicked' }, { kind: 'opened' }, { kind: 'answered' }),
  fc.record({
    kind: fc.constant('not-now' as const),
    reason: fc.constantFrom('moment' as const, 'today' as const, null),
  }),
  fc.record({ kind: fc.constant('snooze' as const), minutes: fc.constantFrom(5, 15, 60) }),
)

type Step =
  | { readonly kind: 'to next wake'; readonly late: number }
  | { readonly kind: 'time'; readonly passes: number }
  | { readonly kind: 'event'; readonly event: NudgeEvent }
  | { readonly kind: 'around'; readonly around: NudgeContext['surroundings'] }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'settings'; readonly settings: NudgeSettings }
  | { readonly kind: 'restart' }
  | { readonly kind: 'kill' }

const as = <Kind extends Step['kind']>(kind: Kind) => fc.constant(kind)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.record({ kind: as('to next wake'), late: fc.constantFrom(0, 0, 0, 12, 4_000, 90_000) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: as('time'), passes: fc.integer({ min: 0, max: 3 * hour }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: as('time'), passes: fc.integer({ min: -24 * hour, max: 120 * hour }) }),
  },
  { weight: 8, arbitrary: fc.record({ kind: as('event'), event: personEvent }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: as('around'),
      around: fc.record({
        presence: fc.constantFrom('active' as const, 'active' as const, 'idle' as const, 'locked' as const),
        fullScreen: fc.constantFrom(false, false, true),
        sound: fc.constantFrom(false, false, true),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: as('zone'), zone: fc.constantFrom(...zones) }) },
  { weight: 2, arbitrary: fc.record({ kind: as('settings'), settings }) },
  { weight: 3, arbitrary: fc.record({ kind: as('restart') }) },
  { weight: 3, arbitrary: fc.record({ kind: as('kill') }) },
)

const start: fc.Arbitrary<{ zone: string; at: Instant }> = fc.constantFrom(...starts).map(iso => {
  const reading = Temporal.ZonedDateTime.from(iso)
  return { zone: reading.timeZoneId, at: reading.epochMilliseconds }
})

/** Lives `steps`, and holds every law at each of them. Gives back how many nudges were shown. */
const live = (from: { zone: string; at: Instant }, first: NudgeSettings, steps: readonly Step[]): number => {
  let { zone, at } = from
  let chosen = first
  let around = calm
  let state: NudgeState = firstState
  let turns = 0
  let lastAt = -Infinity
  const shownAt: Instant[] = []
  const outcomes = new Map<string, string>()

  const contextOf = (): NudgeContext => {
    turns += 1
    return {
      now: zonedAt(at, zone),
      settings: chosen,
      surroundings: around,
      seed: turns * 7_919,
      id: `n${turns}`,
    }
  }

  const holdShown = (before: NudgeState, after: NudgeState, { now, settings: rules }: NudgeContext) => {
    if (after.phase !== 'shown' || (before.phase === 'shown' && before.id === after.id)) return
    // What the person asked for is theirs; everything else obeys the settings.
    const asked = (before.phase === 'waiting' || before.phase === 'held') && before.asked
    if (!asked) {
      expect(withinHours(rules.hours, now), 'outside the hours').toBe(true)
      expect(at - lastAt, 'within the gap').toBeGreaterThanOrEqual(rules.gap * minute)
      const day = now.toPlainDate().toString()
      const today = shownAt.filter(time => zonedAt(time, zone).toPlainDate().toString() === day)
      expect(today.length, 'over the cap').toBeLessThan(rules.cap)
    }
    const held = Object.values({ ...around, presence: around.presence !== 'active' }).some(Boolean)
    expect(held, 'shown at a bad moment').toBe(false)
    expect(after.expiresAt, 'ends').toBe(at + 20 * minute)
    shownAt.push(at)
    lastAt = at
  }

  const holdEffects = (effects: readonly NudgeEffect[]) => {
    expect(effects.filter(({ kind }) => kind === 'show').length, 'shown at once').toBeLessThanOrEqual(1)
    for (const effect of effects) {
      if (effect.kind !== 'record' || effect.id === null || effect.known.outcome === undefined) continue
      expect(outcomes.get(effect.id), 'two outcomes of one nudge').toBeUndefined()
      outcomes.set(effect.id, String(effect.known.outcome))
    }
  }

  const tell = (event: NudgeEvent, killed = false) => {
    const context = contextOf()
    lastAt = Math.min(lastAt, at)
    if (['clicked', 'opened', 'answered'].includes(event.kind) && remindersOn(chosen)) lastAt = at
    const before = state
    const frozen = JSON.stringify(before)
    const { state: after, effects } = decide(before, event, context)
    expect(JSON.stringify(before), 'the given state is left alone').toBe(frozen)
    expect(decide(before, event, context), 'same input, same output').toEqual({ state: after, effects })
    holdShown(before, after, context)
    holdEffects(effects)

    const again = decide(after, event, contextOf())
    expect(again.state, 'twice at the same time').toEqual(after)
    expect(readNudgeState(JSON.parse(JSON.stringify(after))), 'survives storage').toEqual(after)

    const wakeAt = nextWake(after)
    if (wakeAt !== null) expect(wakeAt, 'a wake lies ahead').toBeGreaterThan(at)
    if (after.phase === 'shown') {
      const longest = after.openedAt === null ? 20 : 30
      expect(after.expiresAt, 'stays too long').toBeLessThanOrEqual(at + longest * minute)
    }
    if (
      event.kind === 'answered' &&
      before.phase === 'shown' &&
      before.expiresAt > at &&
      remindersOn(chosen)
    ) {
      expect(outcomes.get(before.id), 'an answer is not taken').toBe('answered')
    }
    if (wakeAt !== null && after.phase !== 'held' && wakeAt - at > minute) {
      const between = { ...contextOf(), now: zonedAt(at + Math.floor((wakeAt - at) / 2), zone) }
      const woken = decide(after, { kind: 'wake' }, between).state
      expect(nextWake(woken), 'a mere wake moves the alarm').toBe(wakeAt)
    }
    if (!remindersOn(chosen)) expect(wakeAt, 'off wakes for nothing').toBeNull()
    if (after.phase === 'waiting' && after.dueAt === null && chosen.mode.kind === 'random') {
      expect(chosen.hours.flat(), 'random always has a next one where there are hours').toEqual([])
    }
    state = after
    const show = effects.find(({ kind }) => kind === 'show')
    if (show?.kind === 'show' && !killed)
      state = decide(state, { kind: 'delivered', id: show.id }, contextOf()).state
  }

  tell({ kind: 'wake' })
  for (const next of steps) {
    switch (next.kind) {
      case 'to next wake':
        at = Math.max(at, (nextWake(state) ?? at) + next.late * 1_000)
        tell({ kind: 'wake' })
        break
      case 'time':
        at += next.passes
        tell({ kind: 'wake' })
        break
      case 'event':
        tell(next.event)
        break
      case 'around':
        around = next.around
        tell({ kind: 'wake' })
        break
      case 'zone':
        zone = next.zone
        tell({ kind: 'wake' })
        break
      case 'settings':
        chosen = next.settings
        tell({ kind: 'wake' })
        break
      case 'restart':
        state = readNudgeState(JSON.parse(JSON.stringify(state)))
        tell({ kind: 'wake' })
        break
      case 'kill':
        at = Math.max(at, nextWake(state) ?? at)
        tell({ kind: 'wake' }, true)
        break
    }
  }
  return shownAt.length
}

describe('the laws', { timeout: 400_000 }, () => {
  test('hold through any life', () => {
    let shown = 0
    fc.assert(
      fc.property(start, settings, fc.array(step, { minLength: 10, maxLength: 60 }), (from, first, steps) => {
        shown += live(from, first, steps)
      }),
      { numRuns: 8000 },
    )
    // A machine that never shows anything would hold every law.
    expect(shown).toBeGreaterThan(600)
  })

  test('steady use brings a nudge at every interval, though each is left to expire', () => {
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
          hours: everyDay({ from: 0, to: 0 }),
          cap: nudgeLimits.cap.to,
          gap,
        })
        const begun = Temporal.ZonedDateTime.from('2027-05-04T00:00[UTC]').epochMilliseconds
        let at = begun
        let state: NudgeState = firstState
        const wake = () => {
          const context = {
            now: zonedAt(at, 'UTC'),
            settings: chosen,
            surroundings: calm,
            seed: 1,
            id: `n${at}`,
          }
          state = decide(state, { kind: 'wake' }, context).state
        }
        const shownAt = new Set<Instant>()
        wake()
        for (let wakes = 0; shownAt.size < 4; wakes += 1) {
          const wakeAt = nextWake(state) ?? at
          const stray = strays[wakes % (strays.length + 1)]
          at = stray === undefined ? wakeAt : Math.floor(at + stray * (wakeAt - at))
          wake()
          if (state.phase === 'shown') shownAt.add(state.shownAt)
        }
        const [first = 0, ...others] = shownAt
        expect(first - begun, 'the first').toBe(minutes * minute)
        // One is shown at a time, for 20 minutes.
        const apart = Math.max(minutes, gap, 20) * minute
        expect(others).toEqual([first + apart, first + 2 * apart, first + 3 * apart])
      }),
      { numRuns: 4000 },
    )
  })

  test('hold after any stored state, however broken', () => {
    const instant = fc.oneof(fc.anything(), fc.integer({ min: 0, max: 4e12 }))
    const broken = fc.record(
      {
        phase: fc.constantFrom('off', 'waiting', 'held', 'shown', 'else'),
        dueAt: instant,
        asked: fc.anything(),
        plannedAt: instant,
        since: instant,
        askAt: instant,
        by: fc.constantFrom('idle', 'sound', 7),
        id: fc.oneof(fc.string(), fc.anything()),
        shownAt: instant,
        expiresAt: instant,
        openedAt: instant,
        delivered: fc.anything(),
        memory: fc.oneof(
          fc.anything(),
          fc.record(
            {
              tickAt: instant,
              zone: fc.anything(),
              madeFor: fc.anything(),
              lastAt: instant,
              recent: fc.array(instant),
              days: fc.array(
                fc.record({ day: fc.constantFrom('2027-05-04', '2027-13-99', 5), times: fc.array(instant) }),
              ),
              use: fc.record({ spent: instant, since: instant, restSince: instant }),
              awayUntil: instant,
              lastId: fc.anything(),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    )
    const now = Temporal.ZonedDateTime.from('2027-05-04T12:00[Europe/Berlin]')
    fc.assert(
      fc.property(fc.oneof(fc.anything(), broken), settings, personEvent, (found, chosen, event) => {
        const state = readNudgeState(found)
        const stored = JSON.stringify(state)
        expect(JSON.stringify(readNudgeState(JSON.parse(stored)))).toBe(stored)
        const context = { now, settings: chosen, surroundings: calm, seed: 1, id: 'new' }
        const woken = decide(state, { kind: 'wake' }, context).state
        const wakeAt = nextWake(woken)
        if (wakeAt !== null) expect(wakeAt).toBeGreaterThan(now.epochMilliseconds)
        decide(woken, event, context)
      }),
      { numRuns: 10_000 },
    )
  })
})
