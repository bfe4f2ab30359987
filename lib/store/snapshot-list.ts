/** The list of the daily copies in `storage.local`; where it is lost, it is made anew of the files themselves. */

import type { PrivateFiles } from '../app/data-ports.ts'
import type { Clock, KeyValue } from '../app/ports.ts'
import { isText } from '../core/loose.ts'
import { type Day, type Instant, isDay, momentOf, zonedAt } from '../core/time.ts'
import { hashOf } from './block-hash.ts'
import { readCanary } from './canary.ts'
import { readRecovery, recoveryKey, recoveryWith } from './recoveries.ts'
import { snapshotTime } from './snapshot-names.ts'

/** Its key in `storage.local`, and the name of the turn in which copies are taken. */
export const snapshotsKey = 'snapshots'

/** What is known of a copy without its file. */
export type Entry = {
  readonly name: string
  readonly at: Instant
  readonly day: Day
  readonly bytes: number
  readonly records: number
  /** See block-hash; empty where the file was no whole backup when it was found. */
  readonly hash: string
  /** The mark of the last write before it was taken, so that a history that rests is not copied again; none where that is not known. */
  readonly installId: string
  readonly sequence: number
}

type Needs = {
  readonly files: Pick<PrivateFiles, 'list' | 'read'>
  readonly keyValue: KeyValue
  readonly clock: Clock
  /** Runs work in the turn that taking a copy needs too: a lost list is made anew there. */
  readonly inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

const readEntry = (stored: unknown): readonly Entry[] => {
  if (typeof stored !== 'object' || stored === null) return []
  const { name, at, day, bytes, records, hash, installId, sequence } = stored as {
    readonly [field: string]: unknown
  }
  if (!isText(name) || !isText(hash) || !isText(installId) || !isDay(day)) return []
  if (!isCount(at) || !isCount(bytes) || !isCount(records) || !isCount(sequence)) return []
  return [{ name, at, day, bytes, records, hash, installId, sequence }]
}

/** What the stored list says; `isLost` where there is none, or part of it cannot be read. An empty list is not lost. */
const readList = (stored: unknown): { readonly known: readonly Entry[]; readonly isLost: boolean } => {
  if (!Array.isArray(stored)) return { known: [], isLost: true }
  const known = stored.flatMap(readEntry)
  return { known, isLost: known.length < stored.length }
}

/** Each of its functions rejects where the browser refuses. */
export const snapshotList = ({ files, keyValue, clock, inTurn }: Needs) => {
  const stored = async () => readList((await keyValue.get([snapshotsKey]))[snapshotsKey])

  /** What can be told of a file alone. */
  const found = async (name: string, at: Instant): Promise<readonly Entry[]> => {
    const content = await files.read(name)
    if (content === null) return []
    const { countRecords } = await import('./backup/count-records.ts')
    const records = await countRecords(content)
    // One that is no whole backup stays, and is found damaged whenever it is read back.
    const hash = records === null ? '' : ((await hashOf(content, () => true).catch(() => null)) ?? '')
    const { day } = momentOf(zonedAt(at, clock.now().timeZoneId))
    return [{ name, at, day, bytes: content.size, records: records ?? 0, hash, installId: '', sequence: 0 }]
  }

  /**
   * Where the list was lost, so was everything else that lay beside it. A history that holds less than half of what a copy holds was
   * lost with it and is another one: of that nothing but the copies tells.
   */
  const lossIn = async (copies: readonly Entry[]) => {
    const counts = Object.values((await readCanary(keyValue))?.counts ?? {})
    const now = counts.reduce((sum, count) => sum + count, 0)
    if (!copies.some(({ records }) => records > 2 * now)) return {}
    const news = { at: clock.now().epochMilliseconds, restored: 0, missing: 0, copies: true } as const
    return { [recoveryKey]: recoveryWith(news, await readRecovery(keyValue)) }
  }

  /** The entries, oldest first. To be called in the turn of `inTurn`. */
  const settled = async (): Promise<readonly Entry[]> => {
    const { known, isLost } = await stored()
    if (!isLost) return known
    const adopted: Entry[] = []
    for (const { name } of await files.list()) {
      const at = snapshotTime(name)
      if (at === null || known.some(entry => entry.name === name)) continue
      adopted.push(...(await found(name, at)))
    }
    // Where no copy was ever kept, nothing is written either.
    if (adopted.length === 0) return known
    const all = [...known, ...adopted].sort((one, other) => one.at - other.at)
    await keyValue.set({ [snapshotsKey]: all, ...(known.length === 0 && (await lossIn(adopted))) })
    return all
  }

  return {
    settled,
    /** The entries, oldest first. To be called outside that turn. */
    read: async (): Promise<readonly Entry[]> => {
      const { known, isLost } = await stored()
      return isLost ? inTurn(settled) : known
    },
    put: (entries: readonly Entry[]): Promise<void> => keyValue.set({ [snapshotsKey]: entries }),
  }
}
