/** The page model of the backup that is kept current in a folder: which folder, when it was written, and what it waits for. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Day } from '../core/time.ts'
import type { OwnFolder } from './data-ports.ts'
import { type KeepFile, type KeptMark, keptFileTurn, lastWritten } from './kept-file.ts'
import type { Locks, Log, Slot } from './ports.ts'

export type KeptFileState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'kept'
      readonly folder: string
      /** null until it was written once. */
      readonly written: { readonly file: string; readonly day: Day } | null
      /** `asks`: the browser wants to be asked again. `failed`: the folder could not be written to. */
      readonly trouble: 'asks' | 'failed' | null
    }

export type KeptFilePart = {
  /** null until it is known. */
  readonly state: ReadonlySignal<KeptFileState | null>
  /** It is being written. */
  readonly busy: ReadonlySignal<boolean>
  /** It was written just now, at the person's word. */
  readonly told: ReadonlySignal<boolean>
  load(): Promise<void>
  /** In the turn of a click, as all below. */
  choose(): Promise<void>
  /** Asks the browser again where it wants to be asked, and writes. */
  goOn(): Promise<void>
  /** The file stays where it is. */
  stop(): Promise<void>
}

type Needs = {
  readonly folder: OwnFolder
  readonly mark: Slot<KeptMark>
  readonly keep: KeepFile
  readonly locks: Locks
  readonly log: Log
  /** Something was saved, so that others read again. */
  readonly onSaved: () => void
}

export const createKeptFilePart = ({ folder, mark, keep, locks, log, onSaved }: Needs): KeptFilePart => {
  const inTurn = (work: () => Promise<void>) => locks.exclusive(keptFileTurn, work)
  const state = signal<KeptFileState | null>(null)
  const busy = signal(false)
  const told = signal(false)

  const show = async (failed: boolean) => {
    const [there, last] = await Promise.all([folder.state(), lastWritten(mark)])
    state.value =
      there === null
        ? { kind: 'none' }
        : {
            kind: 'kept',
            folder: there.name,
            written: last && { file: last.file, day: last.day },
            // A folder is written to as soon as it is picked.
            trouble: !there.allowed ? 'asks' : failed || last === null ? 'failed' : null,
          }
  }

  /** What a press begins; one at a time. */
  const attempt = async (work: () => Promise<boolean>) => {
    if (busy.value) return
    busy.value = true
    told.value = false
    try {
      const isWanted = await work()
      const kept = isWanted ? await keep('now') : null
      told.value = kept === 'written'
      await show(kept === 'failed')
      if (told.value) onSaved()
    } catch (error) {
      log.note('kept file', error)
      await show(true).catch(() => {})
    } finally {
      busy.value = false
    }
  }

  return {
    state,
    busy,
    told,
    load: async () => {
      // What comes of a press is shown at its end.
      if (!busy.value) await show(false).catch(error => log.note('kept file', error))
    },
    choose: () =>
      attempt(async () => {
        const take = await folder.pick()
        if (take === null) return false
        await inTurn(async () => {
          const before = await mark.read()
          // Another folder begins with a file of its own, which is seen to later where it cannot be written now. Before it is taken:
          // cut off between the two, a file of its own is better than one that takes the place of what lies there.
          await mark.write('picked')
          try {
            await take()
          } catch (error) {
            await mark.write(before)
            throw error
          }
        })
        return true
      }),
    goOn: () => attempt(() => folder.allow()),
    stop: () =>
      attempt(async () => {
        await inTurn(async () => {
          await folder.forget()
          await mark.write(null)
        })
        return false
      }),
  }
}
