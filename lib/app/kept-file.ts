/** Keeps a backup file current in a folder of the person's own: once a day, where something was written since. */
import { type BackupMark, worth } from '../core/backup-due.ts'
import { storeNames } from '../core/records.ts'
import { type Day, isDay } from '../core/time.ts'
import type { OwnFolder, WholeHistory, WriteBackup } from './data-ports.ts'
import type { Clock, Locks, Log, Slot } from './ports.ts'
import { storeError } from './store-error.ts'

/** The file as it was last written. */
type WrittenFile = {
  readonly file: string
  readonly day: Day
  /** Records that it holds, without reminders. */
  readonly records: number
  /** The state of the history that it holds. */
  readonly stamp: string
}

/** `picked`: there is a folder, and nothing was written in it yet. */
export type KeptMark = WrittenFile | 'picked'

/** The mark in whatever is stored; null where it is none. */
export const readKeptMark = (stored: unknown): KeptMark | null => {
  if (stored === 'picked') return stored
  if (typeof stored !== 'object' || stored === null) return null
  const { file, day, records, stamp } = stored as { readonly [field: string]: unknown }
  if (typeof file !== 'string' || !isDay(day) || typeof records !== 'number' || typeof stamp !== 'string')
    return null
  return { file, day, records, stamp }
}

/** The file as it was last written; null where none was yet. */
export const lastWritten = async (mark: Slot<KeptMark>): Promise<WrittenFile | null> => {
  const kept = await mark.read()
  return kept === 'picked' ? null : kept
}

/**
 * `none`: no folder was picked. `asks`: the browser wants to be asked again. `fresh`: there was nothing to do, or a lock stands before
 * the history, which a file that anyone can open would go round.
 */
type Kept = 'none' | 'asks' | 'fresh' | 'written' | 'failed'

/** Never rejects. `now` writes whether or not it is due. */
export type KeepFile = (when: 'due' | 'now') => Promise<Kept>

type Needs = {
  readonly folder: OwnFolder
  readonly mark: Slot<KeptMark>
  /** The file is a backup like any other, so the last one is this. */
  readonly backup: Slot<BackupMark>
  readonly whole: Pick<WholeHistory, 'counts'>
  readonly writeBackup: WriteBackup
  /** Another one after every change of the history. */
  readonly stamp: () => Promise<string>
  /** Whether a lock stands before the history. */
  readonly hasLock: () => Promise<boolean>
  readonly locks: Locks
  readonly clock: Clock
  readonly log: Log
}

/** The turn at the folder and the mark of its file: one context at a time, and one file. */
export const keptFileTurn = 'kept-file'

const firstName = 'thaw-backup'

export const createKeepFile = (needs: Needs): KeepFile => {
  const { folder, mark, backup, whole, writeBackup, stamp, hasLock, locks, clock, log } = needs

  /** A name under which nothing lies yet: what lies in the folder is never Thaw's to replace. */
  const freeName = async (name: string): Promise<string> => {
    for (let number = 1; ; number += 1) {
      const file = number === 1 ? `${name}.json` : `${name}-${number}.json`
      if (!(await folder.has(file))) return file
    }
  }

  const countNow = async (): Promise<number> => {
    const counts = await whole.counts()
    if (!counts.ok) throw storeError(counts.problem)
    return worth(Object.fromEntries(storeNames.map(store => [store, counts.value[store].shown])))
  }

  const write = async (last: WrittenFile | null, day: Day): Promise<void> => {
    const now = clock.now().epochMilliseconds
    // Before anything is read: what is written meanwhile is a reason for the next time.
    const state = await stamp()
    // A history that lost more than half of what the file holds must not replace the file: it gets one beside it.
    const isLess = last !== null && (await countNow()) < last.records / 2
    const file =
      last === null || isLess ? await freeName(isLess ? `${firstName}-${day}` : firstName) : last.file
    let records = 0
    await folder.write(file, async put => {
      const written = await writeBackup(put)
      if (!written.ok) throw storeError(written.problem)
      records = worth(written.value?.counts ?? {})
    })
    await mark.write({ file, day, records, stamp: state })
    await backup.write({ at: now, day, records })
  }

  const keep = async (when: 'due' | 'now'): Promise<Kept> => {
    const state = await folder.state()
    if (state === null) return 'none'
    if (!state.allowed) return 'asks'
    if (await hasLock()) return 'fresh'
    const day = clock.now().toPlainDate().toString()
    const last = await lastWritten(mark)
    const isFresh =
      last !== null && (last.day === day || last.stamp === (await stamp())) && (await folder.has(last.file))
    if (isFresh && when === 'due') return 'fresh'
    await write(last, day)
    return 'written'
  }

  return async when => {
    try {
      return await locks.exclusive(keptFileTurn, () => keep(when))
    } catch (error) {
      log.note('kept file', error)
      return 'failed'
    }
  }
}
