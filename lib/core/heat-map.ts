/** A year of days as a picture: its months and weeks, and what each day shows on one scale. */
import type { DayRow, Scale } from './records.ts'
import { steps } from './records.ts'
import { type Day, isDay } from './time.ts'

/** A scale, or how many check-ins a day has. */
export type MapScale = Scale | 'count'

export const mapScales = ['felt', 'far', 'pleasant', 'energy', 'count'] as const satisfies readonly MapScale[]

/** Every value that a scale has, from low to high. */
export const scaleValues: { readonly [Name in Scale]: readonly number[] } = {
  felt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  far: [0, 1, 2, 3],
  pleasant: steps,
  energy: steps,
}

/** The fewest check-ins of each size in which a number of check-ins is drawn: 1, 2, 3–4, 5–8, and 9 or more. */
export const countSizes = [1, 2, 3, 5, 9] as const

/** What a day shows: no check-in, check-ins in which the question was left out, those that say "can't tell", or a value. */
export type DayShows =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'cant-tell' }
  | { readonly kind: 'value'; readonly middle: number; readonly highest: number }
  /** The place among `countSizes`. */
  | { readonly kind: 'count'; readonly size: number }

export type MapDay = {
  readonly day: Day
  readonly checkIns: number
  readonly shows: DayShows
  /** How many check-ins have a value of the scale, how many say "can't tell", and how many say nothing to it. */
  readonly answered: number
  readonly cantTell: number
  readonly unanswered: number
  readonly when: 'past' | 'today' | 'to-come'
}

/** Seven places; null before the first and after the last day of the month. */
type MapWeek = readonly (MapDay | null)[]

export type MapMonth = {
  /** 1 to 12. */
  readonly month: number
  readonly first: Day
  readonly weeks: readonly MapWeek[]
}

export type YearMap = {
  readonly year: number
  readonly scale: MapScale
  readonly months: readonly MapMonth[]
  /** How many check-ins stand on its days. */
  readonly checkIns: number
  /** How many check-ins lie on days of this year that no calendar has. */
  readonly outside: number
}

type Asked = {
  readonly year: number
  readonly scale: MapScale
  /** The ISO weekday, 1 (Monday) to 7, with which a week begins. */
  readonly firstWeekday: number
  readonly today: Day
}

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

/** The year that a day names, be it one of the calendar or not; null where it names none of four digits. */
export const yearOf = (day: Day): number | null => {
  const found = /^(\d{4})-/.exec(day)
  return found ? Number(found[1]) : null
}

/** Where the rows of a year begin and end in the order of days, with room for days that no calendar has. */
export const yearSpan = (year: number): { readonly from: Day; readonly to: Day } => ({
  from: `${digits(year, 4)}-00-00`,
  to: `${digits(year, 4)}-99-99`,
})

const sizeOf = (count: number): number => countSizes.findLastIndex(least => count >= least)

/**
 * The middle of the values that were answered, which is always one of them: of an even number the lower of the two in the
 * middle. With the highest beside it, a day of two check-ins shows both.
 */
const middleOf = (
  answers: readonly (readonly [value: number, times: number])[],
  answered: number,
): number => {
  let left = Math.ceil(answered / 2)
  for (const [value, times] of answers) {
    left -= times
    if (left <= 0) return value
  }
  return Number.NaN
}

const nothing: Pick<MapDay, 'checkIns' | 'shows' | 'answered' | 'cantTell' | 'unanswered'> = {
  checkIns: 0,
  shows: { kind: 'nothing' },
  answered: 0,
  cantTell: 0,
  unanswered: 0,
}

/** What a row shows. A value that the scale does not have cannot be drawn, and counts as no answer to it. */
const shownOf = (row: DayRow, scale: MapScale): typeof nothing => {
  const { checkIns } = row
  if (checkIns === 0) return nothing
  if (scale === 'count') return { ...nothing, checkIns, shows: { kind: 'count', size: sizeOf(checkIns) } }
  const { counts, cantTell } = row.scales[scale]
  const answers = scaleValues[scale].flatMap(value => {
    const times = counts[value] ?? 0
    return times > 0 ? [[value, times] as const] : []
  })
  const answered = answers.reduce((sum, [, times]) => sum + times, 0)
  const unanswered = Math.max(0, checkIns - answered - cantTell)
  const highest = answers.at(-1)?.[0]
  const shows: DayShows =
    highest !== undefined
      ? { kind: 'value', middle: middleOf(answers, answered), highest }
      : { kind: cantTell > 0 ? 'cant-tell' : 'no-answer' }
  return { checkIns, shows, answered, cantTell, unanswered }
}

/** The days of a month in weeks of seven places. */
const weeksOf = (first: Temporal.PlainDate, firstWeekday: number, dayOf: (date: number) => MapDay) => {
  const before = (first.dayOfWeek - firstWeekday + 7) % 7
  const weeks = Math.ceil((before + first.daysInMonth) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => {
      const date = week * 7 + place - before + 1
      return date < 1 || date > first.daysInMonth ? null : dayOf(date)
    }),
  )
}

/** The picture of a year, 0 to 9999, from the rows within `yearSpan(year)`; others are passed over. */
export const yearMap = (rows: readonly DayRow[], { year, scale, firstWeekday, today }: Asked): YearMap => {
  const ofYear = rows.filter(row => yearOf(row.day) === year)
  const byDay = new Map(ofYear.map(row => [row.day, row]))
  let checkIns = 0
  let outside = 0
  for (const row of ofYear) {
    if (isDay(row.day)) checkIns += row.checkIns
    else outside += row.checkIns
  }
  const months = Array.from({ length: 12 }, (_, index): MapMonth => {
    const month = `${digits(year, 4)}-${digits(index + 1, 2)}`
    const weeks = weeksOf(Temporal.PlainDate.from(`${month}-01`), firstWeekday, date => {
      const day = `${month}-${digits(date, 2)}`
      const row = byDay.get(day)
      const when = day === today ? 'today' : day < today ? 'past' : 'to-come'
      return { day, when, ...(row ? shownOf(row, scale) : nothing) }
    })
    return { month: index + 1, first: `${month}-01`, weeks }
  })
  return { year, scale, months, checkIns, outside }
}

/** The days of a year, oldest first. */
export const daysOf = ({ months }: YearMap): readonly MapDay[] =>
  months.flatMap(({ weeks }) => weeks.flatMap(week => week.filter(day => day !== null)))

/** The scale in whatever is stored; null where there is none. */
export const readMapScale = (stored: unknown): MapScale | null =>
  mapScales.find(scale => scale === stored) ?? null
