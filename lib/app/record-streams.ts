/** Check-ins, pauses and reflections in the order in which a search reads them, newest first, a batch at a time and the next one on its way. */

import type { Filter } from '../core/filter.ts'
import { periodSpan } from '../core/filter-match.ts'
import type { Id, RecordOf } from '../core/records.ts'
import { ok, type Result } from '../core/result.ts'
import type { Instant } from '../core/time.ts'
import type { Records, StoreProblem, TimedStore } from './ports.ts'

type Streamed = TimedStore

export type Batch<Store extends Streamed> = {
  readonly records: readonly RecordOf<Store>[]
  /**
   * Nothing that is still unread is later, but what was moved to a time after its making; infinite where that is not known.
   * A period is read by its time, and there nothing is, until what stands apart from it comes.
   */
  readonly reached: Instant
  readonly last: boolean
}

export type Stream<Store extends Streamed> = {
  next(): Promise<Result<Batch<Store>, StoreProblem>>
}

type Readers = Pick<Records, 'made' | 'page' | 'days'>
type Marked = { readonly id: Id; readonly at: Instant }

/** Comes before every id. */
const noId = ''

/**
 * The time in a UUIDv7, when the record was made; infinite for ids of another kind. Hardly any record is later than that: only
 * what was moved to a later time is, and it is not worth waiting for with all the others.
 */
const madeAt = (id: Id): Instant => {
  const found = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(id)
  return found ? Number.parseInt(`${found[1]}${found[2]}`, 16) : Infinity
}

const startedAhead = <Store extends Streamed>(
  limit: number,
  read: (last: Marked | null) => Promise<Result<readonly RecordOf<Store>[], StoreProblem>>,
  reachedAt: (last: Marked) => Instant,
  first: Instant,
): Stream<Store> => {
  let ahead = read(null)
  let over = false
  return {
    next: async () => {
      if (over) return ok({ records: [], reached: -Infinity, last: true })
      const found = await ahead
      if (!found.ok) return found
      const last = found.value.at(-1)
      over = last === undefined || found.value.length < limit || last.at < first
      if (over || last === undefined) return ok({ records: found.value, reached: -Infinity, last: true })
      ahead = read(last)
      return ok({ records: found.value, reached: reachedAt(last), last: false })
    },
  }
}

const byMaking = <Store extends Streamed>(
  records: Readers,
  store: Store,
  limit: number,
  reachedAt: (last: Marked) => Instant,
): Stream<Store> =>
  startedAhead<Store>(
    limit,
    last => records.made(store, { limit, ...(last && { before: last.id }) }),
    reachedAt,
    -Infinity,
  )

const byTime = <Store extends Streamed>(
  records: Readers,
  store: Store,
  { from, to }: ReturnType<typeof periodSpan>,
  limit: number,
): Stream<Store> => {
  const start = to === null ? null : { at: to + 1, id: noId }
  return startedAhead<Store>(
    limit,
    last => {
      const before = last ? { at: last.at, id: last.id } : start
      return records.page(store, { limit, ...(before && { before }) })
    },
    ({ at }) => at,
    from ?? -Infinity,
  )
}

/** By time; where `days` then tells of more in the period, that stands apart from its days, and everything is looked through for it. */
const periodStream = <Store extends Streamed>(
  records: Readers,
  store: Store,
  period: Filter['period'],
  limit: number,
): Stream<Store> => {
  const span = periodSpan(period)
  const near = byTime(records, store, span, limit)
  const { from, to } = { from: period.from ?? '', to: period.to ?? '\uffff' }
  const isIn = ({ day }: RecordOf<Store>) => from <= day && day <= to
  const wasRead = ({ at }: Marked) => (span.from ?? -Infinity) <= at && at <= (span.to ?? Infinity)
  let count = 0
  let far: Stream<Store> | null = null

  const areMore = async (): Promise<Result<boolean, StoreProblem>> => {
    const counted: TimedStore = store
    // Of reflections no day tells.
    if (counted === 'reflections' || from > to) return ok(false)
    const rows = await records.days(from, to)
    return rows.ok ? ok(rows.value.reduce((sum, row) => sum + row[counted], 0) > count) : rows
  }

  const nextNear = async (): Promise<Result<Batch<Store>, StoreProblem>> => {
    const found = await near.next()
    if (!found.ok) return found
    // The last batch may go on where everything is looked through again.
    const own = found.value.records.filter(wasRead)
    count += own.filter(isIn).length
    const more = found.value.last ? await areMore() : ok(false)
    if (!more.ok) return more
    if (!more.value) return ok({ ...found.value, records: own })
    far = byMaking(records, store, limit, () => Infinity)
    return ok({ records: own, reached: Infinity, last: false })
  }

  const nextFar = async (stream: Stream<Store>): Promise<Result<Batch<Store>, StoreProblem>> => {
    const found = await stream.next()
    return found.ok
      ? ok({ ...found.value, records: found.value.records.filter(one => isIn(one) && !wasRead(one)) })
      : found
  }

  return { next: () => (far ? nextFar(far) : nextNear()) }
}

/** By primary key, which is read fastest; a period by its time, so that little else is read. `limit` records are a batch. */
export const streamOf = <Store extends Streamed>(
  records: Readers,
  store: Store,
  period: Filter['period'],
  limit: number,
): Stream<Store> =>
  period.from === null && period.to === null
    ? byMaking(records, store, limit, ({ id }) => madeAt(id))
    : periodStream(records, store, period, limit)
