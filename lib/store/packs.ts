/** The closed months of the journal, packed into one key each, and the reading of the journal as a whole. */
import type { KeyValue } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { isTombstone, winner } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import { batchKey, packedIn, readPart, readSigns, sortParts, writePart } from './batches.ts'
import { journalKey, type Month, monthOf, packKey } from './journal.ts'
import type { Pack, Shelf } from './pack-rows.ts'
import { dropFrom, emptyShelf, hasAny, lay, portions, readPack, rowsOn, writePack } from './pack-rows.ts'
import { validRow } from './valid-rows.ts'

const linesAtOnce = 1_000

const validLine = (key: string, value: unknown): StoredRow | null => {
  const meaning = journalKey(key)
  if (meaning?.kind !== 'line') return null
  const row = validRow(meaning.store, value)
  return row === null || row.id !== meaning.id ? null : { store: meaning.store, row }
}

/**
 * Everything the journal holds, a portion at a time; a row may come in several versions. `beside` are signs of batches that
 * count already although they are still to be written.
 */
export async function* journalPortions(
  keyValue: KeyValue,
  beside: { readonly [key: string]: unknown } = {},
): AsyncGenerator<{ readonly rows: readonly StoredRow[]; readonly unreadable: number }> {
  const keys = await keyValue.keys()
  const { signed } = sortParts(keys, await readSigns(keyValue, keys, beside))
  const kinds = Map.groupBy(
    keys.filter(key => batchKey(key) === null),
    key => journalKey(key)?.kind,
  )
  const packs = [
    ...(kinds.get('pack') ?? []).map(key => ({ key, read: readPack })),
    ...signed.flatMap(({ key, kind }) => (kind === 'rows' ? [{ key, read: readPart }] : [])),
  ]
  for (const { key, read } of packs) {
    const { rows, strange } = read((await keyValue.get([key]))[key])
    yield {
      rows: rowsOn(rows),
      unreadable: [...strange.values()].reduce((sum, items) => sum + items.length, 0),
    }
  }
  const lines = kinds.get('line') ?? []
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const found = Object.entries(await keyValue.get(lines.slice(from, from + linesAtOnce)))
    const rows = found.flatMap(([key, value]) => validLine(key, value) ?? [])
    yield { rows, unreadable: found.length - rows.length }
  }
}

/** Everything the journal holds, each row in its latest version; what cannot be read is counted and passed over. */
export const readJournal = async (
  keyValue: KeyValue,
  beside: { readonly [key: string]: unknown } = {},
): Promise<{ readonly rows: Shelf; readonly unreadable: number }> => {
  const rows = emptyShelf()
  let unreadable = 0
  for await (const portion of journalPortions(keyValue, beside)) {
    for (const row of portion.rows) lay(rows, row)
    unreadable += portion.unreadable
  }
  return { rows, unreadable }
}

/** A pack holds no more rows: a browser stands still for some 50 ms while so many are written. */
const packedAtMost = 2_000

/**
 * Lays in the pack what it holds already in another version, and of the rest what it has room for; gives what is left over. What
 * another pack holds of the same records does no harm: whoever reads takes the latest version of all.
 */
const layIn = ({ rows: shelf }: Pack, rows: readonly StoredRow[]): readonly StoredRow[] => {
  let room = packedAtMost - rowsOn(shelf).length
  return rows.filter(one => {
    const isNew = !shelf.get(one.store)?.has(one.row.id)
    if (isNew && room <= 0) return true
    if (isNew) room -= 1
    lay(shelf, one)
    return false
  })
}

/** Adds rows to the packs of a month, to each as many as it has room for. */
const addToPacks = async (keyValue: KeyValue, month: Month, rows: readonly StoredRow[]) => {
  for (let number = 0, left = rows; left.length > 0; number += 1) {
    const key = packKey(month, number)
    const pack = readPack((await keyValue.get([key]))[key])
    const over = layIn(pack, left)
    if (over.length < left.length) await keyValue.set({ [key]: writePack(pack) })
    left = over
  }
}

/**
 * Writes many rows at once, each into a pack of the month in which it changed; a lock changes a whole history in one, which is more
 * than a single key should hold. To be called with the turn to write.
 */
export const packRows = async (keyValue: KeyValue, rows: readonly StoredRow[]): Promise<void> => {
  for (const [month, ofMonth] of Map.groupBy(rows, ({ row }) => monthOf(row.updatedAt)))
    await addToPacks(keyValue, month, ofMonth)
}

/** A piece of work that needs the turn to write. */
export type Step = () => Promise<void>

/**
 * Drops what the journal holds of these rows in older versions than these, which it must hold already: from the lines at once,
 * and from the packs step by step, because reading one takes a browser some 25 ms.
 */
const dropOlder = async (keyValue: KeyValue, newest: Shelf): Promise<readonly Step[]> => {
  const isOlder = (store: StoreName, row: Row) => {
    const latest = newest.get(store)?.get(row.id)
    return latest !== undefined && winner(row, latest) !== row
  }
  const keys = await keyValue.keys()
  const lines = keys.filter(key => {
    const meaning = journalKey(key)
    return meaning?.kind === 'line' && newest.get(meaning.store)?.has(meaning.id)
  })
  const old: string[] = []
  for await (const [key, value] of portions(keyValue, lines, linesAtOnce)) {
    const line = validLine(key, value)
    if (line !== null && isOlder(line.store, line.row)) old.push(key)
  }
  if (old.length > 0) await keyValue.remove(old)

  // A batch without a sign still belongs to whoever is writing it.
  const parts = sortParts(keys, await readSigns(keyValue, keys)).signed.map(({ key }) => key)
  const months = keys.filter(key => journalKey(key)?.kind === 'pack' && batchKey(key) === null)
  const step = (key: string, isPart: boolean) => async () => {
    const stored = (await keyValue.get([key]))[key]
    const packed = isPart ? packedIn(stored) : stored
    if (!hasAny(packed, newest)) return
    const pack = readPack(packed)
    if (dropFrom(pack, isOlder) > 0) await keyValue.set({ [key]: isPart ? writePart(pack) : writePack(pack) })
  }
  return [...months.map(key => step(key, false)), ...parts.map(key => step(key, true))]
}

const takeAll = async (steps: readonly Step[]): Promise<void> => {
  for (const step of steps) await step()
}

/**
 * Takes what was written in deleted records out of the journal, whose tombstones it must hold already: with the first call what
 * could still be packed, with each step what one pack holds.
 */
export const forgetting = async (
  keyValue: KeyValue,
  tombstones: readonly StoredRow[],
): Promise<readonly Step[]> => {
  if (tombstones.length === 0) return []
  const newest = emptyShelf()
  for (const tombstone of tombstones) lay(newest, tombstone)
  return dropOlder(keyValue, newest)
}

/** All steps of `forgetting` at once. */
export const forget = async (keyValue: KeyValue, tombstones: readonly StoredRow[]): Promise<void> =>
  takeAll(await forgetting(keyValue, tombstones))

/** `forget` for every deleted record whose tombstone the journal holds. */
export const forgetAll = async (keyValue: KeyValue): Promise<void> => {
  const tombstones: StoredRow[] = []
  for await (const { rows } of journalPortions(keyValue))
    for (const one of rows) if (isTombstone(one.row)) tombstones.push(one)
  await forget(keyValue, tombstones)
}

/** Drops every version of a record but its latest. To be called with the turn to write. */
export const keepLatest = async (keyValue: KeyValue): Promise<void> =>
  takeAll(await dropOlder(keyValue, (await readJournal(keyValue)).rows))

/**
 * Packs the lines of every month before that of `now` (UTC). Killed anywhere it loses nothing and can be done again:
 * a pack is written before its lines go. Gives what is then left to do: what other packs hold of the same records is older, and
 * goes. To be called with the turn to write, as each step.
 */
export const packClosedMonths = async (keyValue: KeyValue, now: Instant): Promise<readonly Step[]> => {
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
    await addToPacks(keyValue, month, rows)
    await keyValue.remove(packed)
  }
  return lines.length > 0 ? dropOlder(keyValue, newest) : []
}
