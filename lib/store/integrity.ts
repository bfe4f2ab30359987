/** Looks through everything that is kept, in both copies, and counts what is not as it should be; repairs nothing. */
import type { Integrity } from '../app/data-ports.ts'
import type { KeyValue } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { winner } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import { batchByBatch, countDays } from './days-count.ts'
import type { Pace } from './pace.ts'
import { journalPortions } from './packs.ts'
import { rowPortions, rowsUnder, slices } from './rows-under.ts'
import { sameVersion } from './same-version.ts'
import type { Database } from './upgrades.ts'
import { validRow } from './valid-rows.ts'

type Ids = ReadonlyMap<StoreName, Set<Id>>
const noIds = (): Ids => new Map(storeNames.map(store => [store, new Set()]))

/** So many are asked about within one task. */
const askedAtOnce = 5_000

/** How many items `isOne` is true of; null where it was stopped. */
const countSome = async <Item>(
  items: readonly Item[],
  isOne: (item: Item) => boolean,
  pace: Pace,
): Promise<number | null> => {
  let count = 0
  for (const slice of slices(items, askedAtOnce)) {
    for (const item of slice) count += Number(isOne(item))
    if (!(await pace.rest())) return null
  }
  return count
}

type Looked = {
  readonly ids: Ids
  readonly invalid: { readonly [store: string]: number }
  /** The records that others name, once for each time. */
  readonly named: readonly { readonly store: StoreName; readonly id: Id }[]
}

/** A row is valid where reading it from a copy would leave it as it is. */
const isValid = (store: StoreName, row: Row): boolean => {
  const valid = validRow(store, row)
  return valid !== null && sameVersion(valid, row)
}

const namedBy = (row: Row) => [
  ...('checkInId' in row && row.checkInId !== null
    ? [{ store: 'checkIns' as const, id: row.checkInId }]
    : []),
  ...('nudgeId' in row && row.nudgeId !== null ? [{ store: 'nudges' as const, id: row.nudgeId }] : []),
]

const lookThrough = async (database: Database, pace: Pace): Promise<Looked | null> => {
  const ids = noIds()
  const invalid: { [store: string]: number } = {}
  const named: Looked['named'][number][] = []
  for (const store of storeNames)
    for await (const rows of rowPortions(database, store)) {
      for (const row of rows) {
        ids.get(store)?.add(row.id)
        if (!isValid(store, row)) invalid[store] = (invalid[store] ?? 0) + 1
        for (const other of namedBy(row)) named.push(other)
      }
      pace.advance(rows.length)
      if (!(await pace.rest())) return null
    }
  return { ids, invalid, named }
}

/** One portion of the journal beside what the database holds of the same records. */
const compare = async (
  database: Database,
  rows: readonly StoredRow[],
  { copied, alone }: { readonly copied: Ids; readonly alone: Ids },
) => {
  for (const [store, ofStore] of Map.groupBy(rows, row => row.store))
    for (const slice of slices(ofStore)) {
      const there = await rowsUnder(
        database,
        store,
        slice.map(({ row }) => row.id),
      )
      for (const { row } of slice) {
        const known = there.get(row.id)
        if (sameVersion(known, row)) copied.get(store)?.add(row.id)
        else if (known === undefined || winner(known, row) !== known) alone.get(store)?.add(row.id)
      }
    }
}

const uncopied = async (
  database: Database,
  keyValue: KeyValue,
  ids: Ids,
  pace: Pace,
): Promise<number | null> => {
  const [copied, alone] = [noIds(), noIds()]
  for await (const { rows } of journalPortions(keyValue)) {
    await compare(database, rows, { copied, alone })
    pace.advance(rows.length)
    if (!(await pace.rest())) return null
  }
  let count = 0
  for (const store of storeNames) {
    const [both, other] = [copied.get(store), alone.get(store)]
    const bare = await countSome([...(ids.get(store) ?? [])], id => !both?.has(id) && !other?.has(id), pace)
    if (bare === null) return null
    count += bare + (other?.size ?? 0)
  }
  return count
}

/** Null where it was stopped. Nobody may write meanwhile, or what they write may look like a fault. */
export const checkIntegrity = async (
  database: Database,
  keyValue: KeyValue,
  pace: Pace,
): Promise<Integrity | null> => {
  const looked = await lookThrough(database, pace)
  if (looked === null) return null
  const { ids, invalid, named } = looked
  const days = await countDays(batchByBatch(database), () => pace.rest())
  if (days === null) return null
  const apart = await uncopied(database, keyValue, ids, pace)
  const orphans = await countSome(named, ({ store, id }) => !ids.get(store)?.has(id), pace)
  if (apart === null || orphans === null) return null
  return {
    rows: [...ids.values()].reduce((sum, { size }) => sum + size, 0),
    invalid,
    days: days.wrong.length,
    orphans,
    uncopied: apart,
    // Counted where the keys are; see sealed-whole.
    unopened: 0,
  }
}
