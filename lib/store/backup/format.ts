/** What a Thaw backup says of itself, and the steps from the form of an older version to that of the next. */
import type { RefusedReason } from '../../core/foreign.ts'
import { isTombstone, type Row } from '../../core/merge.ts'
import type { Tombstone } from '../../core/records.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** What a file is before anything of it is believed. */
export type BackupFile = { readonly [field: string]: unknown }

/** Step n makes a file of version n + 1 of one of version n; it is pure, and never changes once it was released. */
export type BackupStep = (file: BackupFile) => BackupFile

/** There was no version before the first. */
export const backupSteps: readonly BackupStep[] = []

/** The version that this Thaw writes. */
export const backupVersion = backupSteps.length + 1

/** The first bytes of a backup, up to its version. */
export const backupHead = '{"format":"thaw","version":'

/** Whether a text begins as a Thaw backup does, however it is spaced. */
export const beginsAsBackup = (text: string): boolean =>
  /^\uFEFF?\s*\{\s*"format"\s*:\s*"thaw"/.test(text.slice(0, 1_000))

/** How deep a record lies in the file: within a list, within the records, within the file. */
export const depthOfRecords = 4

/** The file in the form of the newest version; `steps` are others in tests alone. */
export const todaysForm = (file: BackupFile, steps = backupSteps): Result<BackupFile, RefusedReason> => {
  const version = file['version']
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return fail('broken')
  if (version > steps.length + 1) return fail('newer')
  return ok(steps.slice(version - 1).reduce((form, step) => step(form), file))
}

/** A row as a file keeps it: a deletion that could still be undone is done. The person asked for it, and a file outlives the ten seconds. */
export const rowForFile = <Kept extends Row>(row: Kept): Kept | Tombstone => {
  if (isTombstone(row) || row.undoUntil === undefined) return row
  const { id, updatedAt, origin } = row
  // At a tie the deletion stands over the record, and taking it back makes a later version.
  return { id, updatedAt, origin, deletedAt: updatedAt }
}
