/** The closed months of the journal, packed into one key each, and the reading of the journal as a whole. */
import type { KeyValue } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { winner } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import type { Month } from './journal.ts'
import { journalKey, monthOf, packKey } from './journal.ts'
import { validRow } from './valid-rows.ts'

/** Rows by store and id. */
export type Shelf = ReadonlyMap<StoreName, Map<Id, Row>>

export const emptyShelf = (): Shelf => new Map(storeNames.map(name => [name, new Map()]))

/** Lays a row on the shelf unless a better version of it lies there. */
const lay = (shelf: Shelf, { store, row }: StoredRow) => {
  const rows = shelf.get(store)
  const there = rows?.get(row.id)
  rows?.set(row.id, there === undefined ? row : winner(there, row))
}

/** A packed month as it was read. What cannot be read stays as it is: a later Thaw may know better. */
type Pack = { readonly rows: Shelf; readonly strange: ReadonlyMap<StoreName, readonly unknown[]> }

const readPack = (value: unknown): Pack => {
  const rows = emptyShelf()
  const strange = new Map<StoreName, readonly unknown[]>()
  for (const store of storeNames) {
    const stored: unknown = typeof value === 'object' && value !== null && Reflect.get(value, store)
    if (!Array.isArray(stored)) continue
    strange.set(
      store,
      stored.filter(item => {
        const row = validRow(store, item)
        if (row !== null) lay(rows, { store, row })
        return row === null
      }),
    )
  }
  return { rows, strange }
}

/** The row without what a reader fills in by itself, which is most of a short check-in. */
const lean = (row: Row): { readonly [field: string]: unknown } =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([field, value]) =>
        field === 'raw' ||
        !(
          value === null ||
          (Array.isArray(value) && value.length === 0) ||
          (field === 'note' && value === '') ||
          (field === 'origin' && value === 'own') ||
          (field === 'precision' && value === 'minute')
        ),
    ),
  )

const writePack = ({ rows, strange }: Pack): { readonly [store: string]: readonly unknown[] } =>
  Object.fromEntries(
    storeNames.flatMap(store => {
      const items = [...[...(rows.get(store)?.values() ?? [])].map(lean), ...(strange.get(store) ?? [])]
      return items.length === 0 ? [] : [[store, items]]
    }),
  )

/** Reads keys in portions, because Chromium refuses to give more than 25 MB at once. */
async function* portions(keyValue: KeyValue, keys: readonly string[], size: number) {
  for (let from = 0; from < keys.length; from += size)
    for (const entry of Object.entries(await keyValue.get(keys.slice(from, from + size)))) yield entry
}

const linesAtOnce = 1_000

const validLine = (key: string, value: unknown): StoredRow | null => {
  const meaning = journalKey(key)
  if (meaning?.kind !== 'line') return null
  const row = validRow(meaning.store, value)
  return row === null || row.id !== meaning.id ? null : { store: meaning.store, row }
}

/** Everything the journal holds, each row in its latest version; what cannot be read is counted and passed over. */
export const readJournal = async (
  keyValue: KeyValue,
): Promise<{ readonly rows: Shelf; readonly unreadable: number }> => {
  const rows = emptyShelf()
  let unreadable = 0
  const keys = await keyValue.keys()
  const kinds = Map.groupBy(keys, key => journalKey(key)?.kind)
  for await (const [, value] of portions(keyValue, kinds.get('pack') ?? [], 1)) {
    const pack = readPack(value)
    for (const [store, packed] of pack.rows) for (const row of packed.values()) lay(rows, { store, row })
    for (const items of pack.strange.values()) unreadable += items.length
  }
  for await (const [key, value] of portions(keyValue, kinds.get('line') ?? [], linesAtOnce)) {
    const line = validLine(key, value)
    if (line === null) unreadable += 1
    else lay(rows, line)
  }
  return { rows, unreadable }
}

const addToPack = async (keyValue: KeyValue, month: Month, rows: readonly StoredRow[]) => {
  const key = packKey(month)
  const pack = readPack((await keyValue.get([key]))[key])
  for (const row of rows) lay(pack.rows, row)
  await keyValue.set({ [key]: writePack(pack) })
}

/** Writes many rows at once, each into the pack of the month in which it changed. To be called with the turn to write. */
export const packRows = async (keyValue: KeyValue, rows: readonly StoredRow[]): Promise<void> => {
  for (const [month, ofMonth] of Map.groupBy(rows, ({ row }) => monthOf(row.updatedAt)))
    await addToPack(keyValue, month, ofMonth)
}

/** Drops what the journal holds of these rows in older versions than these, which it must hold already. */
const dropOlder = async (keyValue: KeyValue, newest: Shelf): Promise<void> => {
  const isOlder = (store: StoreName, row: Row) => {
    const latest = newest.get(store)?.get(row.id)
    return latest !== undefined && winner(row, latest) !== row
  }
  const old: string[] = []
  for (const key of await keyValue.keys()) {
    const meaning = journalKey(key)
    if (meaning?.kind === 'line') {
      if (!newest.get(meaning.store)?.has(meaning.id)) continue
      const line = validLine(key, (await keyValue.get([key]))[key])
      if (line !== null && isOlder(line.store, line.row)) old.push(key)
    }
    if (meaning?.kind === 'pack') {
      const pack = readPack((await keyValue.get([key]))[key])
      let dropped = 0
      for (const [store, rows] of pack.rows)
        for (const row of [...rows.values()]) if (isOlder(store, row)) dropped += Number(rows.delete(row.id))
      if (dropped > 0) await keyValue.set({ [key]: writePack(pack) })
    }
  }
  if (old.length > 0) await keyValue.remove(old)
}

/** Takes what was written in deleted records out of the journal, whose tombstones it must hold already. */
export const forget = async (keyValue: KeyValue, tombstones: readonly StoredRow[]): Promise<void> => {
  const newest = emptyShelf()
  for (const tombstone of tombstones) lay(newest, tombstone)
  if (tombstones.length > 0) await dropOlder(keyValue, newest)
}

/**
 * Packs the lines of every month before that of `now` (UTC). Killed anywhere it loses nothing and can be done again:
 * a pack is written before its lines go. To be called with the turn to write.
 */
export const packClosedMonths = async (keyValue: KeyValue, now: Instant): Promise<void> => {
  const open = monthOf(now)
  const lines = (await keyValue.keys()).flatMap(key => {
    const meaning = journalKey(key)
    return meaning?.kind === 'line' && meaning.month < open ? [{ key, month: meaning.month }] : []
  })
  const newest = emptyShelf()
  for (const [month, ofMonth] of Map.groupBy(lines, line => line.month)) {
    const packed: string[] = []
    const rows: StoredRow[] = []
    const keys = ofMonth.map(({ key }) => key)
    for await (const [key, value] of portions(keyValue, keys, linesAtOnce)) {
      const line = validLine(key, value)
      // A line that cannot be read stays where it is.
      if (line === null) continue
      packed.push(key)
      rows.push(line)
      lay(newest, line)
    }
    if (rows.length === 0) continue
    await addToPack(keyValue, month, rows)
    await keyValue.remove(packed)
  }
  if (lines.length > 0) await dropOlder(keyValue, newest)
}
