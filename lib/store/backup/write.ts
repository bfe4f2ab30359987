/** Writes a whole history and the settings as a Thaw backup: JSON with one record a line, in parts, so that no text is ever as long as the history. */
import type { BackupWritten, LongWork, WholeHistory } from '../../app/data-ports.ts'
import type { Stored } from '../../app/ports.ts'
import { fileLimits } from '../../core/foreign.ts'
import type { LockHeader } from '../../core/lock.ts'
import { isTombstone, type Row } from '../../core/merge.ts'
import { type StoreName, storeNames } from '../../core/records.ts'
import { ok } from '../../core/result.ts'
import type { Settings } from '../../core/settings.ts'
import type { Instant } from '../../core/time.ts'
import { backupHead, backupVersion, depthOfRecords, rowForFile } from './format.ts'

/** So many rows at once: read and written in some twenty milliseconds, so that a page answers in between. */
const sliceSize = 2_000

/** Characters that are gathered before they are given on. */
const partSize = 262_144

export type BackupSource = {
  readonly history: Pick<WholeHistory, 'rows'>
  /** About how many rows there are, for progress: counting them exactly takes as long as reading many. */
  readonly expected?: number
  readonly settings: Settings
  /** Where the rows are sealed, the header that leads to their keys. */
  readonly lock?: LockHeader | null
  readonly exportedAt: Instant
}

const fits = (value: unknown, depth: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth > 0 && Object.values(value).every(part => fits(part, depth - 1)))

/** What is nested deeper than files may be is written as its text: a backup that is refused as a whole would be no backup. */
const lineOf = (row: Row): string =>
  'raw' in row && !fits(row.raw, fileLimits.depth - depthOfRecords)
    ? JSON.stringify({ ...row, raw: JSON.stringify(row.raw) })
    : JSON.stringify(row)

/**
 * Gives the backup to `put` in parts, in order; a next part is made once `put` has taken the one before. The records are as they lie
 * when they are read, one store after the other: what is written meanwhile may be in it or not. Resolves with null where it was
 * stopped. Rejects with what `put` rejects with.
 */
export const writeBackup = async (
  { history, expected = 0, settings, lock = null, exportedAt }: BackupSource,
  put: (part: string) => void | Promise<void>,
  { onProgress, signal, pause }: LongWork = {},
): Stored<BackupWritten | null> => {
  let rows = 0
  const written = Object.fromEntries(storeNames.map(name => [name, 0])) as { [Store in StoreName]: number }
  let part = `${backupHead}${backupVersion},"exportedAt":${exportedAt},"records":{`

  for (const [place, store] of storeNames.entries()) {
    part += `${place === 0 ? '' : ','}\n"${store}":[`
    let separator = '\n'
    let reading = history.rows(store, { limit: sliceSize })
    for (;;) {
      const slice = await reading
      if (!slice.ok) return slice
      if (signal?.aborted) return ok(null)
      const last = slice.value.at(-1)
      if (last === undefined) break
      const isEnd = slice.value.length < sliceSize
      // The database is at work while this slice is written.
      if (!isEnd) reading = history.rows(store, { after: last.row.id, limit: sliceSize })
      for (const { row } of slice.value) {
        const kept = rowForFile(row)
        part += separator + lineOf(kept)
        separator = ',\n'
        if (!isTombstone(kept)) written[store] += 1
      }
      rows += slice.value.length
      onProgress?.(rows, Math.max(expected, rows))
      if (part.length >= partSize) {
        await put(part)
        part = ''
      }
      await pause?.()
      if (signal?.aborted) return ok(null)
      if (isEnd) break
    }
    part += separator === '\n' ? ']' : '\n]'
  }
  const sealed = lock === null ? '' : `,\n"lock":${JSON.stringify(lock)}`
  await put(`${part}\n},\n"settings":${JSON.stringify(settings)}${sealed}}\n`)
  return ok({ counts: written, records: Object.values(written).reduce((sum, count) => sum + count), rows })
}
