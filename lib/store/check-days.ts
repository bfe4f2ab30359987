/** Counts every day again and puts right what differs, while everyone else goes on reading and writing. */
import type { DayCheck, DayCheckAsk, Stored } from '../app/ports.ts'
import type { DayRow } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Day } from '../core/time.ts'
import { type Meta, sameMark } from './canary.ts'
import { batchByBatch, countDays, type DaysCounted, sameRow } from './days-count.ts'
import type { Ways } from './ways.ts'

// Why nobody's writing is ever undone by this:
//
// Whoever changes a record changes the mark in `meta` in the same transaction, and no mark ever comes back. So as long as
// the mark is the one that stood before the first record was read, no record has changed since, and the rows that were
// counted from them are right, however many transactions they were read in and however odd the days of the records are.
// A repair is one readwrite transaction that reads the mark and the stored rows again. Every writer's transaction takes in
// `days` and `meta` too, so it lies wholly before the repair, which then finds another mark and puts nothing, or wholly
// after it, and counts on from the right row. Where the mark has changed everything is counted again; rows that were put
// right until then stay right, because writers keep them in step. Other repairs change no mark, but all of them put the
// same row.
//
// Where somebody writes again and again, one transaction over everything ends it: the browser lets no writer in between.

/** So many rows are put right in one transaction, and a writer waits no longer than for these. */
const daysAtOnce = 100

/** How often all is counted while others may write. */
const attempts = 3

type DayStore = {
  get(day: Day): Promise<DayRow | undefined>
  put(row: DayRow): Promise<unknown>
  delete(day: Day): Promise<void>
}

/** Puts the row of each of `days` as it was counted; gives how many had another one. */
const putRight = async (
  store: DayStore,
  days: readonly Day[],
  rows: DaysCounted['rows'],
): Promise<number> => {
  const stored = await Promise.all(days.map(day => store.get(day)))
  const wrong = days.filter((day, index) => !sameRow(stored[index], rows.get(day)))
  await Promise.all(
    wrong.map(day => {
      const row = rows.get(day)
      return row === undefined ? store.delete(day) : store.put(row)
    }),
  )
  return wrong.length
}

/** Null, having changed nothing, where a record was written since `mark` stood. */
const repair = (
  ways: Ways,
  mark: Meta | undefined,
  days: readonly Day[],
  rows: DaysCounted['rows'],
): Stored<number | null> =>
  ways.write(async database => {
    const transaction = database.transaction(['days', 'meta'], 'readwrite')
    transaction.done.catch(() => {})
    const now = await transaction.objectStore('meta').get('meta')
    const repaired = sameMark(mark, now) ? await putRight(transaction.objectStore('days'), days, rows) : null
    await transaction.done
    return repaired
  })

/** All at once; null, having changed nothing, where it was stopped. */
const repairAtOnce = (ways: Ways, goOn: (done: number, of: number) => boolean): Stored<DayCheck | null> =>
  ways.write(async database => {
    const transaction = database.transaction(['checkIns', 'sessions', 'days'], 'readwrite')
    transaction.done.catch(() => {})
    const counted = await countDays(
      {
        checkIns: () => transaction.objectStore('checkIns'),
        sessions: () => transaction.objectStore('sessions'),
        days: () => transaction.objectStore('days'),
      },
      goOn,
    )
    const repaired = counted && (await putRight(transaction.objectStore('days'), counted.wrong, counted.rows))
    await transaction.done
    return counted && { checked: counted.checked, repaired: repaired ?? 0, whole: true }
  })

/**
 * Compares every row of `days` with the records and puts right what differs, is missing or is too many. Safe at any time
 * and in several pages at once; stopped or failed, it leaves what it has put right, and can be called again.
 */
export const checkDays = async (
  ways: Ways,
  { onProgress, pause, signal, insist = false }: DayCheckAsk,
): Stored<DayCheck> => {
  const goesOn = (done: number, of: number): boolean => {
    onProgress?.(done, of)
    return signal?.aborted !== true
  }
  const goesOnLater = async (done: number, of: number): Promise<boolean> => {
    await pause?.()
    return goesOn(done, of)
  }
  let checked = 0
  let repaired = 0

  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const looked = await ways.read(async database => {
      const mark = await database.get('meta', 'meta')
      const counted = await countDays(batchByBatch(database), goesOnLater)
      return counted && { ...counted, mark, steady: sameMark(mark, await database.get('meta', 'meta')) }
    })
    if (!looked.ok) return looked
    if (looked.value === null) return ok({ checked, repaired, whole: false })
    const { rows, wrong, mark } = looked.value
    let { steady } = looked.value
    checked = looked.value.checked
    for (let from = 0; steady && from < wrong.length; from += daysAtOnce) {
      if (signal?.aborted) return ok({ checked, repaired, whole: false })
      const put = await repair(ways, mark, wrong.slice(from, from + daysAtOnce), rows)
      if (!put.ok) return put
      repaired += put.value ?? 0
      steady = put.value !== null
    }
    if (steady) return ok({ checked, repaired, whole: true })
  }

  if (!insist) return ok({ checked, repaired, whole: false })
  const put = await repairAtOnce(ways, goesOn)
  if (!put.ok) return put
  return ok(
    put.value
      ? { ...put.value, repaired: repaired + put.value.repaired }
      : { checked, repaired, whole: false },
  )
}
