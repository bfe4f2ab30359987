/** The page model of the one line on Today that says when a backup is worth it, until it is put away. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type BackupMark, isBackupDue, mayBeSaid, recordsSince } from '../core/backup-due.ts'
import { readLastBackup } from './last-backup.ts'
import type { Clock, SettingsStore, Slot } from './ports.ts'

export type BackupLine = {
  /** null where there is nothing to say. */
  readonly line: ReadonlySignal<{ readonly last: BackupMark | null; readonly since: number } | null>
  /** Never rejects: what cannot be read is no reason for a word. */
  load(): Promise<void>
  putAway(): Promise<void>
}

type Needs = {
  readonly mark: Slot<BackupMark>
  /** When the line was put away. */
  readonly putAway: Slot<number>
  readonly settings: Pick<SettingsStore, 'read'>
  /** Records that a person would miss; one small read, whatever the length of the history. null where nobody knows. */
  readonly records: () => Promise<number | null>
  readonly clock: Clock
}

export const createBackupLine = ({ mark, putAway, settings, records, clock }: Needs): BackupLine => {
  const line = signal<{ last: BackupMark | null; since: number } | null>(null)
  const now = () => clock.now().epochMilliseconds

  const read = async () => {
    const [there, away, { backupReminder }] = await Promise.all([records(), putAway.read(), settings.read()])
    if (there === null) return null
    // Also where nothing is said: what is deleted while a backup is young must not hide what comes until it is old.
    const last = await readLastBackup(mark, there)
    if (!backupReminder || !mayBeSaid(away, now())) return null
    return isBackupDue(last, there, now()) ? { last, since: recordsSince(last, there) } : null
  }

  return {
    line,
    load: async () => {
      line.value = await read().catch(() => null)
    },
    putAway: async () => {
      line.value = null
      // Where it cannot be kept, the line comes again with the next page.
      await putAway.write(now()).catch(() => {})
    },
  }
}
