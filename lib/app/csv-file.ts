/** Makes the table of check-ins as a file, slice by slice, so that neither the page nor its memory feels a long history. */
import { placeOf } from '../core/history.ts'
import type { Period } from '../core/period.ts'
import type { CheckIn, DayRow, Id } from '../core/records.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { sealedText } from '../core/sealed.ts'
import type { LongWork } from './data-ports.ts'
import { readByYear } from './day-slices.ts'
import type { Records, StoreProblem } from './ports.ts'
import { streamOf } from './record-streams.ts'

/** How many check-ins are written at once. */
const batchSize = 250

/** Makes the text of a table in parts: its header, and then one for each batch that is not empty. */
export type WriteCsv = (
  batches: AsyncIterable<readonly CheckIn[]>,
  labels: { readonly word: (id: Id) => string; readonly tag: (id: Id) => string },
) => AsyncIterable<string>

export type CsvAsk = {
  /** null for everything, days that no calendar has as well. */
  readonly period: Period | null
  readonly notes: boolean
}

type Needs = {
  readonly records: Pick<Records, 'days' | 'daySpan' | 'made' | 'page'>
  readonly labels: Parameters<WriteCsv>[1]
  readonly write: WriteCsv
}

/** `file` is null where there is no check-in. */
export type CsvFile = { readonly file: Blob | null; readonly checkIns: number }

/**
 * A check-in as the table has it. Where that is not all of it, because notes stay out or the lock could not open it, it counts as an
 * earlier version than the whole one, so that bringing such a table back takes nothing away.
 */
const inTable = (whole: CheckIn, notes: boolean): CheckIn => {
  if (notes && sealedText(whole) === null) return whole
  const { raw: _, ...checkIn } = whole
  return { ...(notes ? whole : { ...checkIn, note: '' }), updatedAt: Math.max(0, whole.updatedAt - 1) }
}

const countIn = async (
  records: Needs['records'],
  { period }: CsvAsk,
): Promise<Result<number, StoreProblem>> => {
  let checkIns = 0
  const take = (rows: readonly DayRow[]) => {
    for (const { day, checkIns: more } of rows)
      if (period === null || (day >= period.from && day <= period.to)) checkIns += more
  }
  const read = await readByYear({ days: records.days, span: records.daySpan }, take)
  return read.ok ? ok(checkIns) : read
}

/** null where it was stopped. Oldest first; rejects with what `write` rejects with. */
export const makeCsv = async (
  { records, labels, write }: Needs,
  ask: CsvAsk,
  { onProgress, signal, pause }: LongWork,
): Promise<Result<CsvFile | null, StoreProblem>> => {
  const all = await countIn(records, ask)
  if (!all.ok) return all
  const of = all.value
  const { period, notes } = ask
  let done = 0
  let problem: StoreProblem | null = null

  const isAsked = ({ day, at }: CheckIn): boolean => {
    if (period === null) return true
    const place = placeOf(day, at)
    return place >= period.from && place <= period.to
  }

  /** As they are read, newest first; within a batch oldest first. */
  async function* batches(): AsyncGenerator<readonly CheckIn[], void, undefined> {
    // Everything is read by time as well, or it would come in the order in which it was typed.
    const stream = streamOf(records, 'checkIns', period ?? { from: '0000-01-01', to: null }, batchSize)
    while (!signal?.aborted) {
      const next = await stream.next()
      if (!next.ok) {
        problem = next.problem
        return
      }
      const found = next.value.records.filter(isAsked)
      done += found.length
      onProgress?.(Math.min(done, of), of)
      yield found.map(checkIn => inTable(checkIn, notes)).reverse()
      if (next.value.last) return
      await pause?.()
    }
  }

  const parts: Blob[] = []
  for await (const text of write(batches(), labels)) {
    // As a Blob it is the browser's to keep, and no longer on the page's heap.
    parts.push(new Blob([text]))
    if (signal?.aborted) break
  }
  if (problem !== null) return fail(problem)
  if (signal?.aborted) return ok(null)
  const [head, ...rows] = parts
  const file =
    head && done > 0 ? new Blob([head, ...rows.reverse()], { type: 'text/csv;charset=utf-8' }) : null
  return ok({ file, checkIns: done })
}
