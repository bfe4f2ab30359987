/** Makes the database and the journal whole again from each other, and notes what a person should be told about it. */

import type { KeyValue } from '../app/ports.ts'
import { dayRows } from '../core/days.ts'
import { type Row, type StoredRow, winner } from '../core/merge.ts'
import { type StoreName, storeNames } from '../core/records.ts'
import type { Canary, Meta } from './canary.ts'
import { canaryKey, readCanary } from './canary.ts'
import { mendHeader } from './lock-header.ts'
import { owedBeside } from './owed-beside.ts'
import type { Shelf } from './pack-rows.ts'
import { emptyShelf } from './pack-rows.ts'
import { packRows, readJournal } from './packs.ts'
import type { Parts } from './parts.ts'
import { tellingError } from './problem.ts'
import type { Tallies, Tally } from './read-whole.ts'
import { readRecovery, recoveryKey, recoveryWith } from './recoveries.ts'
import { countedOf, shown } from './rows.ts'
import { sameVersion } from './same-version.ts'
import { settingsKey } from './settings-key.ts'
import { unlessSilent } from './unless-silent.ts'
import type { Database } from './upgrades.ts'
import { validRow } from './valid-rows.ts'

const readDatabase = async (database: Database) => {
  const transaction = database.transaction(['meta', 'days', ...storeNames])
  const [meta, days, ...stores] = await Promise.all([
    transaction.objectStore('meta').get('meta'),
    transaction.objectStore('days').getAll(),
    ...storeNames.map(async store => ({ store, rows: await transaction.objectStore(store).getAll() })),
  ])
  const rows = emptyShelf()
  for (const { store, rows: found } of stores) for (const row of found) rows.get(store)?.set(row.id, row)
  return { meta, days, rows }
}

/**
 * True where the journal's row is to stand in the database's place. Each change makes a later version, so where two rows of one
 * version differ, or the database's tells no version, damage on the disk has changed what was written.
 */
const isBetter = (store: StoreName, journal: Row, known: Row): boolean => {
  const isVersion = Number.isFinite(known.updatedAt) && known.updatedAt !== journal.updatedAt
  return isVersion ? winner(known, journal) !== known : !sameVersion(validRow(store, known), journal)
}

/** Lays the journal's rows over the database's; tells what each of the two lacked. */
const merge = (rows: Shelf, journal: Shelf) => {
  const lost: StoredRow[] = []
  const owed: StoredRow[] = []
  for (const store of storeNames) {
    const [here, there] = [rows.get(store), journal.get(store)]
    for (const row of there?.values() ?? []) {
      const known = here?.get(row.id)
      if (known !== undefined && !isBetter(store, row, known)) continue
      here?.set(row.id, row)
      lost.push({ store, row })
    }
    for (const row of here?.values() ?? []) {
      const known = there?.get(row.id)
      if (known === undefined || winner(known, row) !== known) owed.push({ store, row })
    }
  }
  return { lost, owed }
}

const shownRows = (rows: Shelf) =>
  storeNames.flatMap(store =>
    [...(rows.get(store)?.values() ?? [])].flatMap(row => (shown(row) === null ? [] : [{ store, row }])),
  )

/** The canary of a history that is `rows`. */
const canaryOf = (rows: Shelf, installId: string, sequence: number): Canary => {
  let newest: StoredRow | null = null
  for (const [store, ofStore] of rows)
    for (const row of ofStore.values())
      if (newest === null || row.updatedAt > newest.row.updatedAt) newest = { store, row }
  const byStore = Map.groupBy(shownRows(rows), ({ store }) => store)
  return {
    installId,
    sequence,
    counts: Object.fromEntries([...byStore].map(([store, ofStore]) => [store, ofStore.length])),
    newest: newest && { store: newest.store, id: newest.row.id },
  }
}

/**
 * True where everything outside the database was lost: the second write finds the mark of the first, and hardly anybody's settings are
 * not stored.
 */
const hasLostSettings = async (keyValue: KeyValue, canary: Canary | null, meta: Meta | undefined) =>
  canary === null && (meta?.sequence ?? 0) > 1 && !(await keyValue.keys()).includes(settingsKey)

/**
 * Puts back into the database what only the journal holds, into the journal what only the database holds, and counts every
 * day anew. To be called with the turn to write. Rejects where the database cannot be mended, which changes nothing in it;
 * `unkept` is the error where only the journal could not be, and `isNews` true where a person is told of it.
 */
export const recover = async ({
  database,
  keyValue,
  clock,
  chance,
  patience,
}: Parts & { readonly database: Database }): Promise<{
  readonly unkept: unknown
  readonly isNews: boolean
  /** A lock stands again that pages could not know of. */
  readonly isLock: boolean
}> => {
  const at = clock.now().epochMilliseconds
  const canary = await readCanary(keyValue)
  const { meta, days, rows } = await readDatabase(database)
  // A change of many rows was cut off after the database had it: what was written outside before counts now.
  const beside = owedBeside(canary, meta)
  const journal = await readJournal(keyValue, beside)
  const { lost, owed } = merge(rows, journal.rows)

  const installId = canary?.installId ?? meta?.installId ?? chance.id(at)
  const mark = canaryOf(rows, installId, Math.max(canary?.sequence ?? 0, meta?.sequence ?? 0) + 1)
  // Killed between the two copies, the last restoration has not been told of yet.
  const untold = meta?.sequence === canary?.sequence ? undefined : meta?.untold
  // A canary that is behind the database counts records that were removed since.
  const expected = (meta?.sequence ?? 0) > (canary?.sequence ?? 0) ? {} : (canary?.counts ?? {})
  const told = {
    at,
    restored: lost.filter(({ row }) => shown(row) !== null).length + (untold?.restored ?? 0),
    missing: storeNames.reduce(
      (sum, store) => sum + Math.max(0, (expected[store] ?? 0) - (mark.counts[store] ?? 0)),
      untold?.missing ?? 0,
    ),
    ...((untold?.settings || (await hasLostSettings(keyValue, canary, meta))) && { settings: true as const }),
  }
  const isNews = told.restored + told.missing > 0 || told.settings === true

  await mend(database, {
    lost,
    rows,
    knownDays: days.map(row => row.day),
    meta: {
      id: 'meta',
      installId,
      sequence: mark.sequence,
      ...(beside && { beside }),
      ...(isNews && { untold: told }),
    },
    patience,
  })

  let isLock = false
  try {
    isLock = await mendHeader(database, keyValue)
    await packRows(keyValue, owed)
    const news = isNews && recoveryWith(told, await readRecovery(keyValue))
    await keyValue.set({ ...beside, [canaryKey]: mark, ...(news && { [recoveryKey]: news }) })
    return { unkept: null, isNews, isLock }
  } catch (error) {
    return { unkept: error, isNews: false, isLock }
  }
}

type Mending = {
  /** What the journal has and the database lacks. */
  readonly lost: readonly StoredRow[]
  /** Every row that is to stand there then. */
  readonly rows: Shelf
  /** The days that have a row of sums now. */
  readonly knownDays: readonly string[]
  /** The mark. */
  readonly meta: Meta
  /** Milliseconds without one answer; five seconds where nobody says so. */
  readonly patience: number | undefined
}

/** Writes `lost`, every row of `days` as `rows` have it, and the mark, all or nothing. */
const mend = async (database: Database, { lost, rows, knownDays, meta, patience = 5_000 }: Mending) => {
  const days = dayRows(shownRows(rows).flatMap(({ store, row }) => countedOf(store, row) ?? []))
  const counted = new Set(days.map(row => row.day))
  const transaction = database.transaction(['meta', 'days', ...storeNames], 'readwrite', {
    durability: 'strict',
  })
  const store = transaction.objectStore('days')
  const results = await unlessSilent(patience, [
    ...lost.map(({ store: name, row }) => transaction.objectStore(name).put(row)),
    ...days.map(row => store.put(row)),
    ...knownDays.filter(day => !counted.has(day)).map(day => store.delete(day)),
    transaction.objectStore('meta').put(meta),
    transaction.done,
  ])
  const errors = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
  if (errors.length > 0) throw tellingError(errors)
}

/**
 * True where the canary's counts, the records and the sums of `days` are the same. Of stores without times it only sees
 * that there are too few. Where nobody has counted the records before, they are counted here in one go, and nobody else is answered
 * meanwhile: 0.5 s for 100,000.
 */
export const countsAgree = async (
  database: Database,
  keyValue: KeyValue,
  counted: Tallies | null = null,
): Promise<boolean> => {
  const canary = await readCanary(keyValue)
  if (canary === null) return true
  const transaction = database.transaction(['days', ...storeNames])
  const count = async (store: StoreName): Promise<Tally> => {
    const rows = transaction.objectStore(store)
    const [all, timed, hidden] = await Promise.all([
      rows.count(),
      rows.index('time').count(),
      rows.index('hidden').count(),
    ])
    return { all, timed, hidden }
  }
  const [days, ...stores] = await Promise.all([
    transaction.objectStore('days').getAll(),
    ...storeNames.map(async store => {
      const { all, timed, hidden } = counted?.get(store) ?? (await count(store))
      return { store, all: all - hidden, timed: timed - hidden }
    }),
  ])
  const sum = (name: 'checkIns' | 'sessions') => days.reduce((total, row) => total + row[name], 0)
  return stores.every(({ store, all, timed }) => {
    const expected = canary.counts[store] ?? 0
    if (store === 'checkIns' || store === 'sessions') return timed === expected && sum(store) === expected
    return store === 'reflections' ? timed === expected : all >= expected
  })
}
