/** People made by code: a mood that wanders, check-ins that show it roughly, and whatever truth is planted in it. */
import { type CheckInFact, type DayNumber, weekdayOf } from '../../lib/core/insight/facts.ts'
import type { Felt } from '../../lib/core/records.ts'
import type { Seeded } from '../../lib/core/seeded.ts'

/** A Monday, 2024-01-01. */
export const firstDay: DayNumber = 19_723

export type Kind = {
  readonly days: number
  /** Check-ins a day, on average. */
  readonly perDay: number
  readonly mean: number
  readonly sd: number
  /** SD of a slow drift that takes `driftDays` to forget itself. */
  readonly drift: number
  readonly driftDays: number
  /** Errors of single answers with heavy tails (Student's t with 3 degrees of freedom). */
  readonly heavy: boolean
  /** Two in five answers are missing, the more the lower felt is. */
  readonly missing: boolean
}

/** As EVIDENCE's section on simulation has it: neighbouring check-ins at φ = 0.9, SD 2, rating noise 0.8. */
export const usualKind: Kind = {
  days: 365,
  perDay: 3,
  mean: 5,
  sd: 2,
  drift: 0,
  driftDays: 90,
  heavy: false,
  missing: false,
}

/** The kinds that every claim has to bear: each is named in the table. */
export const kinds: readonly (readonly [string, Kind])[] = [
  ['usual', usualKind],
  ['heavy tails', { ...usualKind, heavy: true }],
  ['40 % missing when numb', { ...usualKind, missing: true }],
  ['floor', { ...usualKind, mean: 1.5 }],
  ['drifting', { ...usualKind, sd: 1.2, drift: 1.5 }],
  ['one a day', { ...usualKind, perDay: 1 }],
]

export const asFelt = (value: number): Felt => Math.max(0, Math.min(10, Math.round(value))) as Felt

export const hoursToForget = 38

/** Noise with SD 0.8 where it is normal; heavier tails have the same middle. */
export const noise = (chance: Seeded, heavy: boolean): number => {
  const normal = 0.8 * chance.normal()
  if (!heavy) return normal
  const squares = chance.normal() ** 2 + chance.normal() ** 2 + chance.normal() ** 2
  return normal / Math.sqrt(Math.max(0.02, squares / 3))
}

/** A moment of somebody's life, before anything is planted. */
type Moment = { readonly day: DayNumber; readonly hour: number; readonly weekday: number }

export type Planted = {
  /** What is added to felt at a moment with these tags. */
  readonly effect?: (moment: Moment, tags: readonly string[]) => number
  readonly tagsOf?: (moment: Moment) => readonly string[]
}

/** Check-ins of a life, oldest first, and beside each the felt that it would have had without what was planted. */
export const lifeOf = (kind: Kind, chance: Seeded, planted: Planted = {}) => {
  const checkIns: CheckInFact[] = []
  const without: (Felt | null)[] = []
  let mood = kind.sd * chance.normal()
  let drift = kind.drift * chance.normal()
  let last = 0
  for (let index = 0; index < kind.days; index += 1) {
    const day = firstDay + index
    const forget = Math.exp(-1 / kind.driftDays)
    drift = forget * drift + kind.drift * Math.sqrt(1 - forget ** 2) * chance.normal()
    const times = Array.from({ length: 2 * kind.perDay }, () => 8 + 14 * chance.next())
    const kept = times.filter(() => chance.happens(0.5)).sort((one, other) => one - other)
    for (const hour of kept) {
      const at = day * 24 + hour
      const phi = Math.exp(-(at - last) / hoursToForget)
      last = at
      mood = phi * mood + kind.sd * Math.sqrt(1 - phi * phi) * chance.normal()
      const moment = { day, hour, weekday: weekdayOf(day) }
      const tags = planted.tagsOf?.(moment) ?? []
      const level = kind.mean + drift + mood + noise(chance, kind.heavy)
      const moved = level + (planted.effect?.(moment, tags) ?? 0)
      const felt = asFelt(moved)
      // What is felt then keeps people from answering, whatever it would have been without what was planted.
      const lowness = Math.max(0, Math.min(1, (kind.mean + kind.sd - (moved - 0.5)) / (2.2 * kind.sd)))
      const answered = !kind.missing || !chance.happens(0.78 * lowness)
      without.push(answered ? asFelt(level) : null)
      checkIns.push({
        at: Math.round(at * 3_600_000),
        day,
        hour,
        felt: answered ? felt : null,
        cantTell: answered || chance.happens(0.5) ? [] : ['felt'],
        tags,
        words: [],
        noWord: false,
        meaning: null,
      })
    }
  }
  return { checkIns, without }
}

/** What was planted, as it came through the scale: the mean of felt with it less felt without it, where `test` holds. */
export const plantedIn = (
  { checkIns, without }: ReturnType<typeof lifeOf>,
  test: (checkIn: CheckInFact) => boolean,
): number => {
  let [sum, n] = [0, 0]
  checkIns.forEach((checkIn, index) => {
    const plain = without[index]
    if (checkIn.felt === null || plain === null || plain === undefined || !test(checkIn)) return
    sum += checkIn.felt - plain
    n += 1
  })
  return n > 0 ? sum / n : 0
}
