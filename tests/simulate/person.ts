/** What a person, a machine and a browser do on one day, drawn by chance. */
import type { NudgeEvent } from '../../lib/core/schedule.ts'
import { type NudgeMode, type NudgeSettings, nudgeLimits, type WeekHours } from '../../lib/core/settings.ts'
import { hour, minute } from '../../lib/core/time.ts'
import { nudgeSettings } from '../support/nudges.ts'
import type { Dice } from './chance.ts'

export type Deed =
  | { readonly kind: 'tell'; readonly events: readonly NudgeEvent[] }
  | { readonly kind: 'presence'; readonly to: 'active' | 'idle' | 'locked' }
  | { readonly kind: 'full-screen' | 'sound'; readonly on: boolean }
  | { readonly kind: 'sleep' | 'resume' | 'close' | 'open' | 'update' | 'settings' | 'travel' }
  /** By so many milliseconds, forward or back. */
  | { readonly kind: 'clock'; readonly by: number }

/** `after` milliseconds from the day's beginning. */
export type Planned = { readonly after: number; readonly deed: Deed }

const day = 24 * hour

const anyHours = (dice: Dice): WeekHours => {
  const window = () => {
    if (dice.oneIn(4)) return { from: dice.whole(0, 1439), to: dice.whole(0, 1440) }
    return dice.pick([
      { from: 540, to: 1260 },
      { from: 480, to: 720 },
      { from: 780, to: 1320 },
      { from: 1320, to: 150 },
      { from: 0, to: 0 },
    ])
  }
  const windows = () => (dice.oneIn(9) ? [] : dice.oneIn(3) ? [window(), window()] : [window()])
  if (dice.oneIn(2)) {
    const same = windows()
    return [same, same, same, same, same, same, same]
  }
  return [windows(), windows(), windows(), windows(), windows(), windows(), windows()]
}

export const anySettings = (dice: Dice): NudgeSettings => {
  const kind = dice.pick(['random', 'random', 'random', 'fixed', 'fixed', 'every', 'every', 'off'])
  const times = Array.from({ length: dice.whole(1, 8) }, () => dice.whole(0, 1439))
  const modes: { readonly [kind: string]: NudgeMode } = {
    random: { kind: 'random', perDay: dice.whole(1, dice.oneIn(4) ? nudgeLimits.perDay.to : 6) },
    fixed: { kind: 'fixed', times: [...new Set(times)].sort((one, other) => one - other) },
    every: { kind: 'every', minutes: dice.whole(10, 180) },
  }
  const mostly = () => !dice.oneIn(5)
  return nudgeSettings({
    mode: modes[kind] ?? { kind: 'off' },
    hours: anyHours(dice),
    cap: dice.whole(1, dice.oneIn(3) ? nudgeLimits.cap.to : 6),
    gap: dice.pick([0, 5, 30, 90, 90, dice.whole(0, nudgeLimits.gap.to)]),
    channels: { notification: mostly(), badge: mostly() },
    holdBack: { idle: mostly(), fullScreen: mostly(), sound: mostly() },
    sharing: dice.oneIn(8),
  })
}

const spells = (
  dice: Dice,
  count: number,
  shortest: number,
  longest: number,
  begin: Deed,
  end: Deed,
): readonly Planned[] =>
  Array.from({ length: count }, () => {
    const after = dice.between(0, day)
    return [
      { after, deed: begin },
      { after: after + dice.between(shortest, longest), deed: end },
    ]
  }).flat()

const presences = (dice: Dice, knowsLocked: boolean): readonly Planned[] => {
  const planned: Planned[] = []
  if (dice.oneIn(12)) return planned
  let after = dice.between(5, 10) * hour
  const end = dice.between(20, 26) * hour
  while (after < end) {
    planned.push({ after, deed: { kind: 'presence', to: 'active' } })
    after += dice.between(2, dice.oneIn(3) ? 240 : 60) * minute
    const to = knowsLocked && dice.oneIn(5) ? 'locked' : 'idle'
    planned.push({ after, deed: { kind: 'presence', to } })
    after += dice.between(1, dice.oneIn(4) ? 150 : 15) * minute
  }
  return planned
}

const checkIn = (dice: Dice): readonly Planned[] => {
  const after = dice.between(7, 24) * hour
  const answers: readonly NudgeEvent[] = dice.pick([
    [{ kind: 'answered' }],
    [{ kind: 'answered' }],
    [],
    [
      { kind: 'not-now', reason: null },
      { kind: 'not-now', reason: dice.pick(['moment', 'today', null]) },
    ],
    // Two windows at once.
    [{ kind: 'opened' }, { kind: 'answered' }, { kind: 'answered' }],
  ])
  return [
    { after, deed: { kind: 'tell', events: [{ kind: 'opened' }] } },
    { after: after + dice.between(0.2, 12) * minute, deed: { kind: 'tell', events: answers } },
  ]
}

const wishes = (dice: Dice, today: Temporal.PlainDate): readonly Planned[] => {
  const sometimes: readonly (readonly [number, NudgeEvent])[] = [
    [15, { kind: 'away', until: 'hour' }],
    [25, { kind: 'away', until: 'tomorrow' }],
    [60, { kind: 'away', until: { day: today.add({ days: dice.whole(0, 10) }).toString() } }],
    [12, { kind: 'back' }],
    [15, { kind: 'start-again' }],
    [15, { kind: 'send-now' }],
    [40, { kind: 'forget-bad-moments', minute: dice.whole(0, 1439) }],
    [15, { kind: 'snooze', minutes: dice.pick([5, 15, 60]) }],
    [20, { kind: 'not-now', reason: 'today' }],
  ]
  return sometimes.flatMap(([days, event]) =>
    dice.oneIn(days)
      ? [{ after: dice.between(0, day), deed: { kind: 'tell' as const, events: [event] } }]
      : [],
  )
}

const machine = (dice: Dice): readonly Planned[] => {
  const planned: Planned[] = []
  const pair = (begin: Deed, end: Deed, after: number, lasts: number) =>
    planned.push({ after, deed: begin }, { after: after + lasts, deed: end })
  if (dice.oneIn(2))
    pair({ kind: 'sleep' }, { kind: 'resume' }, dice.between(22, 26) * hour, dice.between(4, 10) * hour)
  if (dice.oneIn(3))
    pair({ kind: 'sleep' }, { kind: 'resume' }, dice.between(8, 22) * hour, dice.between(1, 240) * minute)
  if (dice.oneIn(4))
    pair({ kind: 'close' }, { kind: 'open' }, dice.between(21, 25) * hour, dice.between(5, 11) * hour)
  if (dice.oneIn(8))
    pair({ kind: 'close' }, { kind: 'open' }, dice.between(0, 24) * hour, dice.between(0.1, 90) * minute)
  if (dice.oneIn(60))
    pair({ kind: 'close' }, { kind: 'open' }, dice.between(0, 24) * hour, dice.between(1, 6) * day)
  if (dice.oneIn(30)) {
    const by = dice.pick([day, day, 3 * hour, 2 * hour, 3 * minute]) * dice.between(-1, 1)
    const after = dice.between(0, day)
    planned.push({ after, deed: { kind: 'clock', by } })
    if (!dice.oneIn(5))
      planned.push({ after: after + dice.between(0.1, 30) * hour, deed: { kind: 'clock', by: -by } })
  }
  if (dice.oneIn(45)) planned.push({ after: dice.between(0, day), deed: { kind: 'travel' } })
  if (dice.oneIn(20)) planned.push({ after: dice.between(0, day), deed: { kind: 'update' } })
  if (dice.oneIn(12)) planned.push({ after: dice.between(0, day), deed: { kind: 'settings' } })
  return planned
}

/** Everything that happens within a day from its beginning on, in no order; what begins late ends the day after. */
export const planDay = (dice: Dice, today: Temporal.PlainDate, knowsLocked: boolean): readonly Planned[] => [
  ...presences(dice, knowsLocked),
  ...spells(
    dice,
    dice.whole(0, 2),
    minute,
    2 * hour,
    { kind: 'full-screen', on: true },
    { kind: 'full-screen', on: false },
  ),
  ...spells(
    dice,
    dice.whole(0, 3),
    minute / 2,
    hour,
    { kind: 'sound', on: true },
    { kind: 'sound', on: false },
  ),
  ...(dice.oneIn(2) ? checkIn(dice) : []),
  ...wishes(dice, today),
  ...machine(dice),
]

/** What a person does about a nudge, some minutes after it came; nothing where they leave it alone. */
export const reactTo = (dice: Dice, attention: number): readonly Planned[] => {
  if (dice.next() > attention) return []
  const after = dice.between(0.05, dice.oneIn(4) ? 22 : 5) * minute
  const tell = (at: number, ...events: readonly NudgeEvent[]): Planned => ({
    after: at,
    deed: { kind: 'tell', events },
  })
  const later = after + dice.between(0.2, 25) * minute
  return dice.pick<readonly Planned[]>([
    [
      tell(after, { kind: 'clicked' }),
      tell(after + 500, { kind: 'opened' }),
      tell(later, { kind: 'answered' }),
    ],
    [tell(after, { kind: 'opened' }), tell(later, { kind: 'answered' })],
    [tell(after, { kind: 'clicked' }, { kind: 'opened' })],
    [tell(after, { kind: 'snooze', minutes: dice.pick([5, 15, 60]) })],
    [
      tell(after, { kind: 'not-now', reason: null }),
      tell(after + 4_000, { kind: 'not-now', reason: dice.pick(['moment', 'today']) }),
    ],
    [tell(after, { kind: 'away', until: 'hour' })],
    [tell(after, { kind: 'clicked' }, { kind: 'snooze', minutes: 15 })],
  ])
}
