/** The page model of saving a backup: plain or under a passphrase, with how far it is, and how long ago the last one was. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type BackupMark, isBackupDue, recordsSince, worth } from '../core/backup-due.ts'
import { type StoreName, storeNames } from '../core/records.ts'
import type { BackupWritten, Counts, LongWork, WholeHistory, WriteBackup } from './data-ports.ts'
import { readLastBackup } from './last-backup.ts'
import type { Changes, Clock, Hold, Log, SettingsStore, Slot, StoreProblem, TakeOut } from './ports.ts'
import { createReread } from './reread.ts'
import { storeError } from './store-error.ts'

export type BackupStep =
  | { readonly kind: 'ready' }
  /** So many rows of so many are written; 0 of 0 until the number is known. */
  | { readonly kind: 'writing'; readonly done: number; readonly of: number }
  /** So many bytes of so many are encrypted; it begins only after about 3 seconds. */
  | { readonly kind: 'encrypting'; readonly done: number; readonly of: number }
  /** The file was given to the browser to save. */
  | {
      readonly kind: 'done'
      readonly name: string
      readonly bytes: number
      readonly counts: BackupWritten['counts']
    }
  | { readonly kind: 'stopped' }
  /** The history could not be read, or the browser could not make the file (null). */
  | { readonly kind: 'failed'; readonly problem: StoreProblem | null }

export type BackupStatus = {
  /** null where none was ever saved. */
  readonly last: BackupMark | null
  /** Records that came since; all of them where there is none. */
  readonly since: number
  /** A word is worth it, and the person lets it be said. */
  readonly due: boolean
}

export type Backup = {
  readonly step: ReadonlySignal<BackupStep>
  /** null until it is read, and where it cannot be. */
  readonly status: ReadonlySignal<BackupStatus | null>
  /** Whether a word may be said where a backup is worth one; null until it is read. */
  readonly reminds: ReadonlySignal<boolean | null>
  /** The latest choice about that word could not be kept. */
  readonly remindsFailed: ReadonlySignal<boolean>
  load(): Promise<void>
  /** Does nothing while it runs. Null saves a plain file. */
  save(passphrase: string | null): Promise<void>
  /** It has stopped at once: no file is saved any more. */
  stop(): void
  setReminds(on: boolean): Promise<void>
}

type Needs = {
  readonly whole: Pick<WholeHistory, 'counts'>
  readonly writeBackup: WriteBackup
  /** Null where it was stopped. */
  readonly encrypt: (content: Blob, passphrase: string, work: LongWork) => Promise<Blob | null>
  readonly takeOut: Pick<TakeOut, 'saveFile'>
  readonly mark: Slot<BackupMark>
  readonly settings: SettingsStore
  readonly changes: Changes
  readonly clock: Clock
  readonly log: Log
  /** Keeps the browser from updating Thaw meanwhile; what it gives back lets it. */
  readonly holdBusy: Hold
}

export const createBackup = (needs: Needs): Backup => {
  const { whole, writeBackup, encrypt, takeOut, mark, settings, changes, clock, log, holdBusy } = needs
  const step = signal<BackupStep>({ kind: 'ready' })
  const status = signal<BackupStatus | null>(null)
  const reminds = signal<boolean | null>(null)
  const remindsFailed = signal(false)
  let stopping = new AbortController()
  const isRunning = () => step.value.kind === 'writing' || step.value.kind === 'encrypting'

  const load = createReread(async () => {
    const [{ backupReminder }, counts] = await Promise.all([settings.read(), whole.counts()])
    reminds.value = backupReminder
    if (!counts.ok) {
      status.value = null
      return
    }
    const recordsOf = (count: (of: Counts[StoreName]) => number) =>
      worth(Object.fromEntries(storeNames.map(store => [store, count(counts.value[store])])))
    const records = recordsOf(({ shown }) => shown)
    // A deletion that can still be taken back does not count yet.
    const last = await readLastBackup(
      mark,
      recordsOf(({ shown, hidden }) => shown + hidden),
    )
    const now = clock.now().epochMilliseconds
    status.value = {
      last,
      since: recordsSince(last, records),
      due: backupReminder && isBackupDue(last, records, now),
    }
  })

  changes.listen(topic => {
    // Much may be deleted on this very page.
    if (topic === 'records' && status.value !== null) void load().catch(() => {})
  })

  /** Shows the steps of one backup; nothing of it is shown any more once it was stopped. */
  const showing =
    (signal: AbortSignal) =>
    (next: BackupStep): void => {
      if (!signal.aborted) step.value = next
    }

  /** The file and what it holds; what kept it from being made; null where it was stopped. */
  const make = async (
    passphrase: string | null,
    signal: AbortSignal,
    show: (next: BackupStep) => void,
  ): Promise<{ content: Blob; written: BackupWritten } | StoreProblem | null> => {
    // A Blob a part: the browser holds them, and what the page holds stays small.
    const parts: Blob[] = []
    const result = await writeBackup(part => void parts.push(new Blob([part])), {
      signal,
      onProgress: (done, of) => show({ kind: 'writing', done, of }),
    })
    if (!result.ok) return result.problem
    const written = result.value
    if (written === null) return null
    const plain = new Blob(parts, { type: 'application/json' })
    if (passphrase === null) return { content: plain, written }
    show({ kind: 'encrypting', done: 0, of: plain.size })
    const content = await encrypt(plain, passphrase, {
      signal,
      onProgress: (done, of) => show({ kind: 'encrypting', done, of }),
    })
    return content && { content, written }
  }

  const save = async (passphrase: string | null, signal: AbortSignal) => {
    const show = showing(signal)
    const now = clock.now()
    const day = now.toPlainDate().toString()
    const made = await make(passphrase, signal, show)
    if (made === null || signal.aborted) return
    if ('kind' in made) {
      log.note('backup', storeError(made))
      show({ kind: 'failed', problem: made })
      return
    }
    const { content, written } = made
    const name = `thaw-${day}.json${passphrase === null ? '' : '.age'}`
    takeOut.saveFile(name, content)
    show({ kind: 'done', name, bytes: content.size, counts: written.counts })
    await mark.write({ at: now.epochMilliseconds, day, records: worth(written.counts) })
    await load()
  }

  return {
    step,
    status,
    reminds,
    remindsFailed,
    load,
    save: async passphrase => {
      if (isRunning()) return
      step.value = { kind: 'writing', done: 0, of: 0 }
      stopping = new AbortController()
      const { signal } = stopping
      const release = holdBusy()
      try {
        await save(passphrase, signal)
      } catch (error) {
        log.note('backup', error)
        // The file may be saved already, and its mark refused.
        if (isRunning()) showing(signal)({ kind: 'failed', problem: null })
      } finally {
        release()
      }
    },
    stop: () => {
      if (!isRunning()) return
      stopping.abort()
      // What is still read or encrypted comes to its end unseen, and is no file.
      step.value = { kind: 'stopped' }
    },
    setReminds: async on => {
      reminds.value = on
      try {
        await settings.change(current => ({ ...current, backupReminder: on }))
        remindsFailed.value = false
        changes.announce('settings')
      } catch (error) {
        remindsFailed.value = true
        log.note('backup reminder', error)
      }
      await load().catch(() => {})
    },
  }
}
