/** Rows as they are packed: many in one value, without what a reader fills in by itself. */
import type { KeyValue } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { winner } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import { validRow } from './valid-rows.ts'

/** Rows by store and id. */
export type Shelf = ReadonlyMap<StoreName, Map<Id, Row>>

/** A shelf with a place for every store and nothing on it. */
export const emptyShelf = (): Shelf => new Map(storeNames.map(name => [name, new Map()]))

/** Lays a row on the shelf unless a better version of it lies there. */
export const lay = (shelf: Shelf, { store, row }: StoredRow): void => {
  const rows = shelf.get(store)
  const there = rows?.get(row.id)
  rows?.set(row.id, there === undefined ? row : winner(there, row))
}

/** Every row of the shelf. */
export const rowsOn = (shelf: Shelf): readonly StoredRow[] =>
  [...shelf].flatMap(([store, rows]) => [...rows.values()].map(row => ({ store, row })))

/** What was packed, as it was read. What cannot be read stays as it is: a later Thaw may know better. */
export type Pack = { readonly rows: Shelf; readonly strange: ReadonlyMap<StoreName, readonly unknown[]> }

/**
 * Reads a value that `writePack` made, or whatever lies in its place: what is no pack gives an empty one. Of several versions of a row the
 * best counts.
 */
export const readPack = (value: unknown): Pack => {
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

/** Whether rows with ids of the shelf are in what was packed, readable or not: to read every row of ten years takes seconds. */
export const hasAny = (value: unknown, shelf: Shelf): boolean =>
  [...shelf].some(([store, rows]) => {
    const stored: unknown = typeof value === 'object' && value !== null && Reflect.get(value, store)
    return rows.size > 0 && Array.isArray(stored) && stored.some(item => rows.has(item?.id))
  })

/** Fields in which an empty list or null has a meaning of its own. */
const telling = ['raw', 'steps']

/** The row without what a reader fills in by itself, which is most of a short check-in. */
export const lean = (row: Row): { readonly [field: string]: unknown } =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([field, value]) =>
        telling.includes(field) ||
        !(
          value === null ||
          (Array.isArray(value) && value.length === 0) ||
          (field === 'note' && value === '') ||
          (field === 'origin' && value === 'own') ||
          (field === 'precision' && value === 'minute')
        ),
    ),
  )

/** The value from which `readPack` makes this pack again; stores with nothing in them are left out. */
export const writePack = ({ rows, strange }: Pack): { readonly [store: string]: readonly unknown[] } =>
  Object.fromEntries(
    storeNames.flatMap(store => {
      const items = [...[...(rows.get(store)?.values() ?? [])].map(lean), ...(strange.get(store) ?? [])]
      return items.length === 0 ? [] : [[store, items]]
    }),
  )

/** Reads keys in portions, because Chromium refuses to give more than 25 MB at once. */
export async function* portions(keyValue: KeyValue, keys: readonly string[], size: number) {
  for (let from = 0; from < keys.length; from += size)
    for (const entry of Object.entries(await keyValue.get(keys.slice(from, from + size)))) yield entry
}

/** Takes the rows that `isOlder` finds out of the pack; gives how many there were. */
export const dropFrom = ({ rows }: Pack, isOlder: (store: StoreName, row: Row) => boolean): number => {
  let dropped = 0
  for (const [store, packed] of rows)
    for (const row of [...packed.values()]) if (isOlder(store, row)) dropped += Number(packed.delete(row.id))
  return dropped
}
