/** What a civil day adds up to: kept in step with its records one change at a time, or built again from all of them. */
import type { CheckIn, DayRow, Scale, ScaleSums, Session } from './records.ts'
import type { Day } from './time.ts'

export const scales = ['felt', 'far', 'pleasant', 'energy'] as const satisfies readonly Scale[]

/** A record that counts in a day. */
export type Counted =
  | { readonly store: 'checkIns'; readonly record: CheckIn }
  | { readonly store: 'sessions'; readonly record: Session }

const noSums: ScaleSums = { counts: {}, cantTell: 0 }

/** Whether a stored row can be counted on with; one that cannot is counted anew, and put right when days are looked through. */
export const isDayRow = (stored: Partial<DayRow> | undefined): stored is DayRow =>
  scales.every(scale => stored?.scales?.[scale]?.counts) && !!stored?.words && !!stored.tags

/** The row of a day on which nothing happened. */
export const emptyDay = (day: Day): DayRow => ({
  day,
  checkIns: 0,
  sessions: 0,
  scales: { felt: noSums, far: noSums, pleasant: noSums, energy: noSums },
  words: {},
  tags: {},
})

/** One count more or less for each key. A count never falls below zero, and what is zero is left out. */
const tally = (
  counts: { readonly [key: string]: number },
  keys: readonly (string | number)[],
  step: 1 | -1,
): { [key: string]: number } => {
  // A map, because an id from an import may be called `__proto__`.
  const next = new Map(Object.entries(counts))
  for (const key of new Set(keys.map(String))) {
    const count = (next.get(key) ?? 0) + step
    if (count > 0) next.set(key, count)
    else next.delete(key)
  }
  return Object.fromEntries(next)
}

const scaleAfter = (sums: ScaleSums, checkIn: CheckIn, scale: Scale, step: 1 | -1): ScaleSums => {
  const value = checkIn[scale]
  return {
    counts: value === null ? sums.counts : tally(sums.counts, [value], step),
    cantTell: Math.max(0, sums.cantTell + (checkIn.cantTell.includes(scale) ? step : 0)),
  }
}

const count = (row: DayRow, counted: Counted, step: 1 | -1): DayRow => {
  if (counted.store === 'sessions') return { ...row, sessions: Math.max(0, row.sessions + step) }
  const checkIn = counted.record
  return {
    ...row,
    checkIns: Math.max(0, row.checkIns + step),
    scales: {
      felt: scaleAfter(row.scales.felt, checkIn, 'felt', step),
      far: scaleAfter(row.scales.far, checkIn, 'far', step),
      pleasant: scaleAfter(row.scales.pleasant, checkIn, 'pleasant', step),
      energy: scaleAfter(row.scales.energy, checkIn, 'energy', step),
    },
    words: tally(
      row.words,
      checkIn.words.map(word => word.id),
      step,
    ),
    tags: tally(row.tags, checkIn.tags, step),
  }
}

/** The days whose rows change when `before` becomes `after`; null stands for a record that is not shown. */
export const touchedDays = (before: Counted | null, after: Counted | null): readonly Day[] => [
  ...new Set([before, after].flatMap(counted => (counted === null ? [] : [counted.record.day]))),
]

/** The row of `day` once `before` has become `after`; null where nothing is left of the day. */
export const recount = (
  row: DayRow | null,
  day: Day,
  before: Counted | null,
  after: Counted | null,
): DayRow | null => {
  let next = row ?? emptyDay(day)
  if (before !== null && before.record.day === day) next = count(next, before, -1)
  if (after !== null && after.record.day === day) next = count(next, after, 1)
  return next.checkIns === 0 && next.sessions === 0 ? null : next
}

/** Every row, built from the records that are shown, oldest day first. */
export const dayRows = (records: Iterable<Counted>): readonly DayRow[] => {
  const rows = new Map<Day, DayRow>()
  for (const counted of records) {
    const { day } = counted.record
    rows.set(day, count(rows.get(day) ?? emptyDay(day), counted, 1))
  }
  return [...rows.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}
