/** What a damaged store still gives: every row outside of the places that cannot be read. */
import type { IDBPDatabase } from 'idb'
import type { Id, StoreName } from '../core/records.ts'

/** The length of an id; texts that agree for so long are the same id. */
const longestId = 36

/** Ids are mostly plain letters and digits; what follows them is looked at last. */
const plainEnd = 0x7f
const end = 0xffff

/** A text after `from` and before `to`, about half-way; null where none is worth looking for. */
const halfWay = (from: string, to: string): string | null => {
  let text = ''
  let isOpen = false
  while (text.length < longestId) {
    const low = from.charCodeAt(text.length) || 0
    const open = low < plainEnd ? plainEnd : end
    const high: number = isOpen ? open : to.charCodeAt(text.length)
    if (high - low > 1) return text + String.fromCharCode((low + high) >> 1)
    isOpen ||= high > low
    text += String.fromCharCode(low)
  }
  return null
}

/** The ids after `after`, up to `to` itself. */
type Stretch = {
  readonly after: string
  readonly to: string
  /** Its first row cannot be read, or it has none. */
  readonly isBad?: boolean
}

export type Ask = {
  /** Opens the damaged database anew: after an error a browser gives nothing more to the same connection. Null where it does not open. */
  readonly connect: () => Promise<IDBPDatabase | null>
  readonly store: StoreName
  /** Ids that are known from elsewhere. */
  readonly known: readonly Id[]
  readonly found: (row: unknown) => void
}

/** How many rows are asked for at once; where that fails, fewer are, down to a single one. */
const counts = [250, 16, 1] as const

const idOf = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && 'id' in row ? row.id : null

/**
 * Tells every row that can be read. It never asks for keys alone: a whole Chromium 156 ends with its SQLite where one of them is
 * damaged. Where a row cannot be read it halves the stretch behind the last one, until nothing but that row is in it. `errors` is how
 * many errors may be met before what is left is left; gives how many still may.
 */
export const readableRows = async (
  { connect, store, known, found }: Ask,
  errors: number,
): Promise<number> => {
  const ids = known.toSorted()
  const stretches: Stretch[] = [
    { after: String.fromCharCode(plainEnd), to: String.fromCharCode(end).repeat(2) },
    { after: '', to: String.fromCharCode(plainEnd) },
  ]
  let [left, next] = [errors, 0]

  /** Null where it failed. */
  const read = async (range: IDBKeyRange, count: number): Promise<readonly unknown[] | null> => {
    const database = await connect()
    const rows = (await database?.getAll(store, range, count).catch(() => null)) ?? null
    database?.close()
    // Chromium's SQLite may give a value that it cannot read as null, without a word.
    if (rows !== null && (rows.length === 0 || rows.some(row => idOf(row) !== null))) return rows
    left -= 1
    return null
  }

  const step = async ({ after, to, isBad = false }: Stretch): Promise<void> => {
    const range = IDBKeyRange.bound(after, to, true)
    for (const count of isBad ? [1] : counts) {
      const rows = left > 0 ? await read(range, count) : []
      if (rows === null) continue
      for (const row of rows) found(row)
      const last = rows.map(idOf).findLast(id => typeof id === 'string')
      if (rows.length === count && typeof last === 'string' && last > after)
        stretches.push({ after: last, to })
      return
    }
    // The next row cannot be read. Mostly it is one that is known, and nothing lies before it.
    while ((ids[next] ?? to) <= after) next += 1
    const id = ids[next]
    const isKnown = id !== undefined && id <= to
    if (isKnown && (await read(IDBKeyRange.bound(after, id, true, true), 1))?.length === 0) {
      if (id < to) stretches.push({ after: id, to })
      return
    }
    const middle = halfWay(after, to)
    if (middle !== null) stretches.push({ after: middle, to }, { after, to: middle, isBad: true })
  }

  for (let stretch = stretches.pop(); stretch && left > 0; stretch = stretches.pop()) await step(stretch)
  return left
}
