/** The dates under the line: as many as fit, at days, months and years that a calendar names, in the language shown. */
import { formatterOf } from '../../../lib/platform/i18n.ts'
import { dateAt, dateNumber } from './over-texts.ts'

export type DateTick = {
  /** Days since 1970-01-01. */
  readonly at: number
  /** One or two lines. */
  readonly label: string
}

type Unit = 'days' | 'months' | 'years'
type Step = { readonly unit: Unit; readonly size: number }

const steps: readonly Step[] = [
  ...[1, 2, 7, 14].map(size => ({ unit: 'days' as const, size })),
  ...[1, 2, 3, 6].map(size => ({ unit: 'months' as const, size })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].map(size => ({
    unit: 'years' as const,
    size,
  })),
]

/** Days in one step, about. */
const daysIn = ({ unit, size }: Step): number => size * { days: 1, months: 30.4, years: 365.2 }[unit]

/** The first tick at or after `from`. */
const firstTick = (from: number, { unit, size }: Step): Temporal.PlainDate => {
  const date = dateAt(Math.ceil(from))
  // 1970-01-01 was a Thursday: from the 5th on, sevens are Mondays.
  if (unit === 'days') return date.add({ days: (size - ((Math.ceil(from) - 4) % size)) % size })
  const number = unit === 'months' ? date.year * 12 + date.month - 1 : date.year
  const begins = unit === 'months' ? date.day === 1 : date.dayOfYear === 1
  const next = Math.ceil((number + (begins ? 0 : 1)) / size) * size
  return unit === 'months'
    ? Temporal.PlainDate.from({ year: Math.floor(next / 12), month: (next % 12) + 1, day: 1 })
    : Temporal.PlainDate.from({ year: next, month: 1, day: 1 })
}

const formats = {
  days: { day: 'numeric', month: 'short' },
  months: { month: 'short' },
  years: { year: 'numeric' },
} as const satisfies { [Name in Unit]: Intl.DateTimeFormatOptions }

const written = (date: Temporal.PlainDate, unit: Unit): string =>
  formatterOf(`tick ${unit}`, tag => new Intl.DateTimeFormat(tag, formats[unit])).format(date)

/** Ticks between two day numbers, at most about `most` of them; the year stands under the first and where it changes. */
export const dateTicks = (from: number, to: number, most: number): readonly DateTick[] => {
  const fits = (step: Step) => (to - from) / daysIn(step) <= most
  const step = steps.find(fits) ?? { unit: 'years', size: 10_000 }
  const ticks: DateTick[] = []
  let year: number | null = null
  let date = firstTick(from, step)
  for (let at = dateNumber(date); at <= to; at = dateNumber(date)) {
    const label = written(date, step.unit)
    const saysYear = step.unit !== 'years' && date.year !== year
    ticks.push({ at, label: saysYear ? `${label}\n${written(date, 'years')}` : label })
    year = date.year
    date = date.add({ [step.unit]: step.size })
  }
  return ticks
}
