/** Writes the parts of a batch into the journal, each small enough for one task and for one answer of the browser. */
import type { KeyValue } from '../app/ports.ts'
import type { StoredRow } from '../core/merge.ts'
import type { Id } from '../core/records.ts'
import { partKey, partText } from './batches.ts'
import type { RowChange } from './many-changes.ts'
import type { Pace } from './pace.ts'
import { slices } from './rows-under.ts'

/** Chromium gives no more than 25 MB at once; four bytes a character are the most there can be. */
const longestPart = 2_000_000

type Part = { readonly rows: readonly StoredRow[]; readonly before: readonly StoredRow[] }

export type BatchWriter = {
  /** False where it was stopped. What was written by an earlier call goes first. */
  write(changes: readonly RowChange[]): Promise<boolean>
  undo(): Promise<void>
}

const ofSlice = (changes: readonly RowChange[]): Part => ({
  rows: changes.flatMap(({ store, after }) => (after === null ? [] : [{ store, row: after }])),
  before: changes.flatMap(({ store, before }) => (before === null ? [] : [{ store, row: before }])),
})

/**
 * The writer of one batch. With `keepsBefore` each part also keeps the earlier versions of its rows, which taking an import back needs;
 * without it they are left out, so that nothing keeps what was deleted or rewritten. `write` and `undo` reject where the browser refuses.
 */
export const batchWriter = (keyValue: KeyValue, batch: Id, pace: Pace, keepsBefore = true): BatchWriter => {
  const keys: string[] = []

  const undo = async () => {
    if (keys.length > 0) await keyValue.remove(keys)
    keys.length = 0
  }

  /** Halves what has become too long; one row by itself is as long as it is. */
  const put = async (changes: readonly RowChange[]): Promise<void> => {
    const { rows, before } = ofSlice(changes)
    const texts = { rows: partText(rows), before: keepsBefore && before.length > 0 ? partText(before) : null }
    if (changes.length > 1 && texts.rows.length + (texts.before?.length ?? 0) > longestPart) {
      const middle = Math.ceil(changes.length / 2)
      await put(changes.slice(0, middle))
      return put(changes.slice(middle))
    }
    const number = keys.length
    const part = { [partKey(batch, 'rows', number)]: texts.rows }
    if (texts.before !== null) part[partKey(batch, 'before', number)] = texts.before
    // Known before they are written: a write that fails may still have been one.
    keys.push(...Object.keys(part))
    await keyValue.set(part)
  }

  return {
    write: async changes => {
      await undo()
      for (const slice of slices(changes)) {
        await put(slice)
        pace.advance(slice.length)
        if (!(await pace.rest())) return false
      }
      return true
    },
    undo,
  }
}
