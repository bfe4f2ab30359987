/** Reads what a period adds up to, a slice at a time, so that a long history does not hold up the page. */
import { pieces } from '../core/felt-over-time.ts'
import type { Period } from '../core/period.ts'
import type { DayRow, Id } from '../core/records.ts'
import { createReport, type Report } from '../core/report.ts'
import { ok, type Result } from '../core/result.ts'
import { isDay } from '../core/time.ts'
import { readByYear } from './day-slices.ts'
import type { Clock, Records, StoreProblem, TimedStore } from './ports.ts'
import { type Batch, streamOf } from './record-streams.ts'

/** How many records are read at once. */
const batchSize = 500

/** A nudge is planned not much longer than so many milliseconds before it is shown. */
const planned = 14 * 24 * 3_600_000

export type ReadingNeeds = {
  readonly records: Pick<Records, 'days' | 'daySpan' | 'made' | 'page'>
  readonly clock: Clock
  /** The ISO weekday that weeks begin with, 1 (Monday) to 7. */
  readonly weekStart: () => number
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
}

/** Where the history begins and ends on the calendar, days that no calendar has apart; null where it is empty. */
export const wholePeriod = async (
  records: Pick<Records, 'days' | 'daySpan'>,
): Promise<Result<Period | null, StoreProblem>> => {
  const span = await records.daySpan()
  if (!span.ok) return span
  if (span.value === null) return ok(null)
  const { first, last } = span.value
  if (isDay(first) && isDay(last)) return ok({ from: first, to: last })
  let found: Period | null = null
  const take = (rows: readonly DayRow[]) => {
    const known = rows.filter(({ day }) => isDay(day))
    const [from, to] = [known[0]?.day, known.at(-1)?.day]
    if (from !== undefined && to !== undefined) found = { from: found?.from ?? from, to }
  }
  const read = await readByYear({ days: records.days, span: async () => span }, take)
  return read.ok ? ok(found) : read
}

/** Days of no calendar stand between those of their year too. */
const readDays = async (
  { records, pause }: ReadingNeeds,
  period: Period,
  take: (rows: readonly DayRow[]) => void,
  isStopped: () => boolean,
): Promise<Result<void, StoreProblem>> => {
  const years = pieces(period, 'year', 1)
  for (const [place, { from, to }] of years.entries()) {
    if (isStopped()) break
    const year = to.slice(0, 4)
    const [first, last] = [place === 0 ? from : year, to === period.to ? to : `${year}\uffff`]
    const rows = await records.days(first, last, { words: true })
    if (!rows.ok) return rows
    take(rows.value)
    await pause()
  }
  return ok(undefined)
}

/** Gives every record of the store around the period to `take`, newest first. */
export const readRecords = async <Store extends TimedStore>(
  { records, pause }: Pick<ReadingNeeds, 'records' | 'pause'>,
  store: Store,
  period: Period,
  take: (found: Batch<Store>['records']) => void,
  isStopped: () => boolean,
): Promise<Result<void, StoreProblem>> => {
  const stream = streamOf(records, store, period, batchSize)
  while (!isStopped()) {
    const batch = await stream.next()
    if (!batch.ok) return batch
    take(batch.value.records)
    if (batch.value.last) break
    await pause()
  }
  return ok(undefined)
}

/** The part of `period` in which there can be rows: of a period of thousands of years, most is not worth asking for. */
const within = (period: Period, whole: Period): Period | null => {
  const from = period.from > whole.from ? period.from : whole.from
  const to = period.to < whole.to ? period.to : whole.to
  return from <= to ? { from, to } : null
}

/** `whole` is what `wholePeriod` gives. null where it was stopped. */
export const readReport = async (
  needs: ReadingNeeds,
  period: Period,
  whole: Period | null,
  isStopped: () => boolean,
): Promise<Result<Report | null, StoreProblem>> => {
  const now = needs.clock.now()
  const report = createReport({
    period,
    today: now.toPlainDate().toString(),
    zone: now.timeZoneId,
    first: whole?.from ?? null,
    weekStart: needs.weekStart(),
  })

  const readNudges = async (): Promise<Result<void, StoreProblem>> => {
    const begin = Temporal.PlainDate.from(period.from).toZonedDateTime(now.timeZoneId).epochMilliseconds
    for (let before: Id | undefined; !isStopped(); ) {
      const page = await needs.records.made('nudges', { limit: batchSize, ...(before && { before }) })
      if (!page.ok) return page
      report.addNudges(page.value)
      const last = page.value.at(-1)
      if (!last || page.value.length < batchSize || last.plannedAt < begin - planned) break
      before = last.id
      await needs.pause()
    }
    return ok(undefined)
  }

  const reading = [
    (part: Period) => readDays(needs, part, report.addDays, isStopped),
    (part: Period) => readRecords(needs, 'checkIns', part, report.addCheckIns, isStopped),
    (part: Period) => readRecords(needs, 'sessions', part, report.addSessions, isStopped),
  ]
  const part = whole && within(period, whole)
  for (const read of part ? [...reading.map(read => () => read(part)), readNudges] : [readNudges]) {
    const done = await read()
    if (!done.ok) return done
  }
  return ok(isStopped() ? null : report.report())
}
