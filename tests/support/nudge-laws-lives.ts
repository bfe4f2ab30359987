/** Made-up lives for the laws: places, settings, and what happens one turn after another. */
import fc from 'fast-check'
import type { NudgeEvent, Surroundings } from '../../lib/core/schedule.ts'
import { type Hours, type NudgeMode, type NudgeSettings, nudgeLimits } from '../../lib/core/settings.ts'
import { hour, type Instant } from '../../lib/core/time.ts'
import { nudgeSettings } from './nudges.ts'

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

export type Place = { readonly zone: string; readonly at: Instant }

export const place: fc.Arbitrary<Place> = fc.constantFrom(...starts).map(iso => {
  const reading = Temporal.ZonedDateTime.from(iso)
  return { zone: reading.timeZoneId, at: reading.epochMilliseconds }
})

const between = ({ from, to }: { from: number; to: number }) => fc.integer({ min: from, max: to })
const hours: fc.Arbitrary<Hours> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom({ from: 540, to: 1260 }, { from: 1320, to: 120 }, { from: 0, to: 0 }),
  },
  { weight: 2, arbitrary: fc.record({ from: fc.nat(1439), to: fc.nat(1440) }) },
)
const dayHours = fc.oneof(fc.array(hours, { minLength: 1, maxLength: 3 }), fc.array(hours, { maxLength: 1 }))
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
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fixed' as const),
      times: fc.uniqueArray(fc.nat(1439), { maxLength: 8 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<NudgeMode>({ kind: 'off' }) },
)

const mostly = fc.constantFrom(true, true, true, false)

export const anySettings: fc.Arbitrary<NudgeSettings> = fc
  .record({
    mode,
    hours: fc.tuple(dayHours, dayHours, dayHours, dayHours, dayHours, dayHours, dayHours),
    cap: fc.oneof(between({ from: 1, to: 4 }), between(nudgeLimits.cap)),
    gap: fc.oneof(between({ from: 0, to: 120 }), between(nudgeLimits.gap)),
    channels: fc.record({ notification: mostly, badge: mostly }),
    holdBack: fc.record({ idle: mostly, fullScreen: mostly, sound: mostly }),
    sharing: fc.constantFrom(false, false, false, true),
  })
  .map(nudgeSettings)

const days = [
  '2011-12-31',
  '2018-11-10',
  '2027-03-30',
  '2027-04-06',
  '2027-07-03',
  '2027-11-03',
  '2027-11-09',
]

/** Everything that a person may do. */
export const personEvent: fc.Arbitrary<NudgeEvent> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<NudgeEvent>({ kind: 'clicked' }, { kind: 'opened' }, { kind: 'answered' }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('not-now' as const),
      reason: fc.constantFrom('moment' as const, 'moment' as const, 'today' as const, null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('snooze' as const), minutes: fc.constantFrom(5, 15, 60) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('away' as const),
      until: fc.oneof(
        fc.constantFrom('hour' as const, 'at-least-an-hour' as const, 'tomorrow' as const),
        fc.record({ day: fc.constantFrom(...days) }),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<NudgeEvent>({ kind: 'back' }, { kind: 'start-again' }, { kind: 'send-now' }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('forget-bad-moments' as const), minute: fc.nat(1439) }),
  },
)

/** One turn of a life. `killed`: the worker dies between keeping the state and showing the nudge. */
export type Turn = { readonly killed: boolean } & (
  | { readonly kind: 'to next wake'; readonly late: number }
  | { readonly kind: 'time'; readonly passes: number }
  | { readonly kind: 'event'; readonly event: NudgeEvent }
  | { readonly kind: 'around'; readonly around: Surroundings }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'settings'; readonly settings: NudgeSettings }
  | { readonly kind: 'restart' }
)

const as = <Kind extends Turn['kind']>(kind: Kind) => fc.constant(kind)
const rarely = fc.constantFrom(false, false, false, false, false, false, true)
const around: fc.Arbitrary<Surroundings> = fc.record({
  presence: fc.constantFrom('active' as const, 'active' as const, 'idle' as const, 'locked' as const),
  fullScreen: fc.constantFrom(false, false, true),
  sound: fc.constantFrom(false, false, true),
})

/** Seconds by which an alarm is late: not at all, a little, a sleep, a night. */
const late = fc.constantFrom(0, 0, 0, 12, 540, 590, 610, 700, 4_000, 90_000)

const turn: fc.Arbitrary<Turn> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ kind: as('to next wake'), late, killed: rarely }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: as('time'),
      passes: fc.integer({ min: 0, max: 3 * hour }),
      killed: rarely,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: as('time'),
      passes: fc.integer({ min: -24 * hour, max: 120 * hour }),
      killed: rarely,
    }),
  },
  { weight: 12, arbitrary: fc.record({ kind: as('event'), event: personEvent, killed: rarely }) },
  { weight: 6, arbitrary: fc.record({ kind: as('around'), around, killed: rarely }) },
  { weight: 1, arbitrary: fc.record({ kind: as('zone'), zone: fc.constantFrom(...zones), killed: rarely }) },
  { weight: 2, arbitrary: fc.record({ kind: as('settings'), settings: anySettings, killed: rarely }) },
  { weight: 3, arbitrary: fc.record({ kind: as('restart'), killed: rarely }) },
)

export const turns: fc.Arbitrary<readonly Turn[]> = fc.array(turn, {
  minLength: 10,
  maxLength: 60,
  size: 'max',
})

const instant = fc.oneof(fc.anything(), fc.integer({ min: 0, max: 4e12 }))

/** Stored states that are wrong here and there. */
export const broken = fc.record(
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
    sent: fc.anything(),
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
            fc.record({
              day: fc.constantFrom('2027-05-04', '2027-13-99', 5),
              times: fc.array(instant),
              buckets: fc.anything(),
            }),
          ),
          use: fc.record({ spent: instant, since: instant, restSince: instant }),
          away: fc.oneof(
            fc.anything(),
            fc.record({ until: instant }),
            fc.record({ day: fc.constantFrom('2027-05-05', '2027-02-30', '+010000-01-01', 7) }),
          ),
          ignored: fc.oneof(fc.integer(), fc.anything()),
          passedOver: fc.anything(),
          badMoments: fc.array(fc.record({ minute: fc.integer(), day: fc.constantFrom('2027-05-01', 'x') })),
          lastId: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
)
