/** Reads a Thaw backup of any version into rows that cannot be wrong, and says what it could not read and why. */
import { type BackupRead, fileLimits, type RefusedReason, type Unreadable } from '../../core/foreign.ts'
import { readLockHeader } from '../../core/lock.ts'
import { type Row, type StoredRow, winner } from '../../core/merge.ts'
import { type Id, storeNames } from '../../core/records.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import type { Instant } from '../../core/time.ts'
import { type BackupFile, beginsAsBackup, todaysForm } from './format.ts'
import { readRow } from './read-row.ts'
import { scan } from './scan.ts'

const isObject = (value: unknown): value is BackupFile =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The id that an item says is its own. */
const idIn = (item: unknown): { readonly id?: Id } =>
  isObject(item) && typeof item['id'] === 'string' ? { id: item['id'] } : {}

/**
 * Reads the text of a backup, whatever it is; never throws and never guesses. Needs no browser, so it runs in a worker. Times far after
 * `now` are out of range. Refused with `unknown-format` where the text is something else than a Thaw backup.
 */
export const readBackup = (
  text: string,
  now: Instant,
  onProgress: (done: number, of: number) => void = () => {},
): Result<BackupRead, RefusedReason> => {
  if (text.length > fileLimits.bytes) return fail('too-big')
  // One mark at most may stand before the text: https://datatracker.ietf.org/doc/html/rfc8259#section-8.1
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (!/\S/.test(json)) return fail('empty')
  const lines = scan(json)
  if (!lines.ok) return lines
  const file = parsed(json)
  if (file === undefined) return fail(beginsAsBackup(json) ? 'broken' : 'unknown-format')
  if (!isObject(file) || file['format'] !== 'thaw') return fail('unknown-format')
  const form = todaysForm(file)
  if (!form.ok) return form
  const { records, settings, lock } = form.value as { readonly [field: string]: unknown }
  if (!isObject(records)) return fail('broken')

  const header = readLockHeader(lock)
  const unreadable: Unreadable[] = []
  const rows: StoredRow[] = []
  const of = storeNames.reduce((sum, store) => sum + (lines.value.get(store)?.length ?? 0), 0)
  let done = 0
  for (const store of storeNames) {
    // Own properties only, because a name such as `constructor` is there on every object.
    const items: unknown = Object.hasOwn(records, store) ? records[store] : []
    if (!Array.isArray(items)) return fail('broken')
    const places = lines.value.get(store) ?? []
    const byId = new Map<Id, Row>()
    for (const [place, item] of items.entries()) {
      const row = readRow(store, item, now, header !== null)
      if (row.ok) {
        const known = byId.get(row.value.id)
        byId.set(row.value.id, known === undefined ? row.value : winner(known, row.value))
      } else unreadable.push({ line: places[place] ?? place + 1, ...row.problem, ...idIn(item) })
      done += 1
      if (done % 1_000 === 0) onProgress(done, of)
    }
    for (const row of byId.values()) rows.push({ store, row })
  }
  return ok({
    rows,
    settings: settings ?? null,
    ...(header && { lock: header }),
    unreadable,
  })
}
