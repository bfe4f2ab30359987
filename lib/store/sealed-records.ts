/** The history under a lock: what is read is opened, and what is kept is sealed, and nobody else need know. */
import type { Gate, Sealer } from '../app/lock-ports.ts'
import type { CheckInRecords, Records, Stored } from '../app/ports.ts'
import { createDayTally } from '../core/day-tally.ts'
import type { DayRow, RecordOf, StoreName } from '../core/records.ts'
import { fail, ok } from '../core/result.ts'
import { opened, secretsOf } from '../core/sealed.ts'
import { type Day, hour, type Instant, zoneSpread } from '../core/time.ts'
import { problemOf } from './problem.ts'
import { asJson } from './rows.ts'

/** So many are opened at once. */
const openedAtOnce = 500

/** https://tc39.es/ecma262/#sec-time-values-and-time-range */
const farthest = 8.64e15

const openAll = async <Store extends StoreName>(
  sealer: Sealer,
  store: Store,
  records: readonly RecordOf<Store>[],
): Promise<readonly RecordOf<Store>[]> => {
  const all: RecordOf<Store>[] = []
  for (let from = 0; from < records.length; from += openedAtOnce) {
    const some = records.slice(from, from + openedAtOnce)
    // A damaged record is shown as far as it can be read.
    all.push(...(await Promise.all(some.map(record => sealer.open(store, record).catch(() => record)))))
  }
  return all
}

/** The records of one store, asked of the database at once; the keys are waited for meanwhile. */
const openedList = async <Store extends StoreName>(
  gate: Gate,
  store: Store,
  found: Stored<readonly RecordOf<Store>[]>,
): Stored<readonly RecordOf<Store>[]> => {
  const [list, sealer] = await Promise.all([found, gate()])
  return list.ok && sealer !== null ? ok(await openAll(sealer, store, list.value)) : list
}

/**
 * Waits while it is locked; without a lock everything is as in `records`. Nothing rejects but the gate. A record that cannot be opened is
 * given sealed, and `save` leaves it as it is and answers with a problem. `save` may call its change more than once.
 */
export const sealedCheckInRecords = (records: CheckInRecords, gate: Gate): CheckInRecords => ({
  get: async (store, id) => {
    const [found, sealer] = await Promise.all([records.get(store, id), gate()])
    if (!found.ok || found.value === null || sealer === null) return found
    return ok(await sealer.open(store, found.value).catch(() => found.value))
  },

  // A transaction does not wait for encryption, so it is done beforehand for the version that was read, and again where another version
  // came in between.
  save: async (store, id, change) => {
    const sealer = await gate()
    if (sealer === null) return records.save(store, id, change)
    try {
      for (;;) {
        const found = await records.get(store, id)
        if (!found.ok) return found
        const seen = found.value
        // A record that cannot be opened is not overwritten.
        const fields = change(seen && (await sealer.open(store, seen)))
        if (fields === null) return ok(null)
        // The store adds the missing fields, none of which is secret.
        const decided = asJson({ ...fields, id }) as unknown as RecordOf<typeof store>
        const sealed = await sealer.seal(store, decided)
        let isStale = false
        const kept = await records.save(store, id, current => {
          isStale = current?.updatedAt !== seen?.updatedAt
          return isStale ? null : sealed
        })
        if (isStale) continue
        return kept.ok && kept.value ? ok(opened(store, kept.value, secretsOf(store, decided))) : kept
      }
    } catch (error) {
      return fail(problemOf(error))
    }
  },

  page: (store, ask) => openedList(gate, store, records.page(store, ask)),
  all: store => openedList(gate, store, records.all(store)),
})

/** The times at which records from `first` to `last` can lie; all times where either is on no calendar. */
const timesAround = (first: Day, last: Day): readonly [Instant, Instant] => {
  const startOf = (day: Day) => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
  try {
    return [startOf(first) - zoneSpread, startOf(last) + 24 * hour + zoneSpread]
  } catch {
    return [-farthest, farthest]
  }
}

/** The rows with their words and tags, which stand in the records alone. */
const withWords = (rows: readonly DayRow[], checkIns: readonly RecordOf<'checkIns'>[]): readonly DayRow[] => {
  const tally = createDayTally()
  for (const checkIn of checkIns) tally.checkIn(checkIn)
  const span = tally.span()
  const counted = new Map(span === null ? [] : tally.rows(span.first, span.last).map(row => [row.day, row]))
  return rows.map(row => {
    const { words = row.words, tags = row.tags } = counted.get(row.day) ?? {}
    return { ...row, words, tags }
  })
}

/**
 * As sealedCheckInRecords, for all records. `days` counts words and tags anew where it is asked for words: under a lock its rows have none.
 */
export const sealedRecords = (records: Records, gate: Gate): Records => {
  const between: Records['between'] = (store, from, to) =>
    openedList(gate, store, records.between(store, from, to))
  return {
    ...records,
    ...sealedCheckInRecords(records, gate),
    between,
    since: (store, from) => openedList(gate, store, records.since(store, from)),
    made: (store, ask) => openedList(gate, store, records.made(store, ask)),

    days: async (from, to, ask) => {
      const [rows, sealer] = await Promise.all([records.days(from, to), gate()])
      const [first, last] = rows.ok ? [rows.value[0], rows.value.at(-1)] : []
      if (!rows.ok || sealer === null || ask?.words !== true || !first || !last) return rows
      const checkIns = await between('checkIns', ...timesAround(first.day, last.day))
      return checkIns.ok ? ok(withWords(rows.value, checkIns.value)) : checkIns
    },
  }
}
