/** The days of a made-up year: where each was lived, about how much was felt, and when there were check-ins. */
import type { Seeded } from '../../core/seeded.ts'

export type MadeUpDay = {
  readonly date: Temporal.PlainDate
  /** 0 is today. */
  readonly ago: number
  readonly zone: string
  /** About how much is felt, 0–10. */
  readonly level: number
  /** About how pleasant it is, −1 to 1: on its own, so that much felt is no better than little. */
  readonly pleasant: number
  /** Little or nothing comes through. */
  readonly numb: boolean
  /** Thaw was left alone. */
  readonly silent: boolean
  /** Minutes after midnight of each check-in, the earliest first. */
  readonly minutes: readonly number[]
}

const daysInYear = 365

/** Days ago, the first and the last of each, both included. */
type Stretch = readonly [from: number, to: number]

const numbDays: Stretch = [118, 105]
const journey: Stretch = [61, 52]
const silences: readonly Stretch[] = [
  [341, 337],
  [287, 279],
  [226, 225],
  [201, 198],
  [156, 154],
  [94, 90],
  [33, 31],
]

const isIn = ([from, to]: Stretch, ago: number): boolean => to <= ago && ago <= from

/** Times of the day with how often there is a check-in then; one of each at most. */
const times: readonly (readonly [Stretch, number])[] = [
  [[430, 545], 4],
  [[570, 695], 2],
  [[720, 845], 2],
  [[870, 1_020], 3],
  [[1_050, 1_170], 2],
  [[1_200, 1_365], 5],
]

/** How many check-ins a day has, with how often it has so many. */
const counts: readonly (readonly [number, number])[] = [
  [0, 9],
  [1, 11],
  [2, 18],
  [3, 23],
  [4, 18],
  [5, 12],
  [6, 9],
]

/** Monday first: weekdays that feel a little more or less. */
const weekdays = [-0.4, -0.1, 0, 0, 0.2, 0.5, -0.1]

const nanosecondsPerHour = 3.6e12

const offsetOn = (date: Temporal.PlainDate, zone: string): number =>
  date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).offsetNanoseconds / nanosecondsPerHour

/** South of the equator, summer time is kept around January. */
const isSouth = (today: Temporal.PlainDate, zone: string): boolean =>
  offsetOn(today.with({ month: 1, day: 15 }), zone) > offsetOn(today.with({ month: 7, day: 15 }), zone)

/** A zone whose clocks show something quite different. */
const zoneOfJourney = (today: Temporal.PlainDate, home: string): string =>
  ['Asia/Tokyo', 'America/New_York'].find(
    zone => Math.abs(offsetOn(today, zone) - offsetOn(today, home)) >= 3,
  ) ?? 'Europe/Lisbon'

/** 1 in the middle of January, −1 in the middle of July; the other way round in the south. */
const winter = (date: Temporal.PlainDate, south: boolean): number =>
  Math.cos((2 * Math.PI * (date.dayOfYear - 15)) / date.daysInYear) * (south ? -1 : 1)

const minutesOf = (seeded: Seeded, weekend: boolean, fewer: boolean): readonly number[] => {
  const count = seeded.weighed(counts) - (fewer ? 1 : 0)
  let left = times
  const chosen: number[] = []
  while (chosen.length < count && left.length > 0) {
    const span = seeded.weighed(left.map(time => [time, time[1]] as const))
    left = left.filter(time => time !== span)
    const [from, to] = span[0]
    const late = weekend && to < 720 ? 60 : 0
    chosen.push(seeded.whole(from, to) + late)
  }
  // Now and then a night without sleep.
  if (chosen.length > 0 && seeded.happens(0.03)) chosen.push(seeded.whole(15, 150))
  return chosen.toSorted((one, other) => one - other)
}

/** The days from a year ago to `today`, oldest first, in the calendar of `home`; what is felt comes in waves and goes nowhere. */
export const madeUpDays = (today: Temporal.PlainDate, home: string, seeded: Seeded): readonly MadeUpDay[] => {
  const south = isSouth(today, home)
  const elsewhere = zoneOfJourney(today, home)
  let wave = 0
  let tone = 0
  return Array.from({ length: daysInYear }, (_, index) => {
    const ago = daysInYear - 1 - index
    const date = today.subtract({ days: ago })
    // First-order autoregression: each day carries over from the day before, and draws back to the middle.
    wave = 0.7 * wave + 0.75 * seeded.normal()
    tone = 0.6 * tone + 0.35 * seeded.normal()
    const numb = isIn(numbDays, ago)
    const silent = silences.some(stretch => isIn(stretch, ago))
    const usual = 5.3 - 0.9 * winter(date, south) + (weekdays[date.dayOfWeek - 1] ?? 0) + wave
    const minutes = minutesOf(seeded, date.dayOfWeek > 5, numb)
    return {
      date,
      ago,
      zone: isIn(journey, ago) ? elsewhere : home,
      level: numb ? 1 + 0.4 * wave : usual,
      pleasant: Math.max(-1, Math.min(1, tone - (numb ? 0.2 : 0))),
      numb,
      silent,
      minutes: silent ? [] : minutes,
    }
  })
}
