/** Daily copies of the history: files of the browser's own, listed with hash and size in `storage.local`. */
import type { PrivateFiles, Snapshot, Snapshots } from '../app/data-ports.ts'
import type { Clock, KeyValue, Locks, Stored } from '../app/ports.ts'
import { fileLimits } from '../core/foreign.ts'
import { fail, ok } from '../core/result.ts'
import { blockWriter, hashOf } from './block-hash.ts'
import { readCanary, sameMark } from './canary.ts'
import { errorOf } from './error-of.ts'
import { problemOf } from './problem.ts'
import { endRenewing, isRenewing } from './renewing.ts'
import { type Entry, snapshotList, snapshotsKey } from './snapshot-list.ts'
import { snapshotName } from './snapshot-names.ts'

/** One a day, as long as something is written each day. */
const kept = 7

type Needs = {
  readonly files: PrivateFiles
  readonly keyValue: KeyValue
  readonly locks: Locks
  readonly clock: Clock
  /** Gives the history as a Thaw backup to `put`, part by part, and says how many records it holds. */
  readonly writeBackup: (put: (part: string) => Promise<void>) => Stored<{ readonly records: number } | null>
}

const shownOf = ({ name, at, day, bytes, records }: Entry, state: Snapshot['state']): Snapshot => ({
  name,
  at,
  day,
  bytes,
  records,
  state,
})

/** See Snapshots. Nothing rejects: what `writeBackup` answers with, and what the browser throws, is given as a problem. */
export const createSnapshots = ({ files, keyValue, locks, clock, writeBackup }: Needs): Snapshots => {
  const inTurn = <Value>(work: () => Promise<Value>) => locks.exclusive(snapshotsKey, work)
  const entries = snapshotList({ files, keyValue, clock, inTurn })

  const attempt = async <Value>(work: () => Promise<Value>): Stored<Value> => {
    try {
      return ok(await work())
    } catch (error) {
      return fail(problemOf(error))
    }
  }

  /** Writes the file and reads it back; rejects, leaving no file, where they are not the same. */
  const write = async (name: string) => {
    let written = { bytes: 0, hash: '', records: 0 }
    await files.write(name, async put => {
      const blocks = blockWriter(put)
      const backup = await writeBackup(blocks.add)
      if (!backup.ok) throw errorOf(backup.problem)
      written = { ...(await blocks.end()), records: backup.value?.records ?? 0 }
    })
    const there = await files.read(name)
    if (there?.size !== written.bytes || (await hashOf(there, () => true)) !== written.hash) {
      await files.remove(name)
      throw new DOMException('The copy is not what was written', 'DataError')
    }
    return { name, ...written }
  }

  /** Older copies, and what a killed browser left half-written. */
  const tidy = async (names: readonly string[]) => {
    for (const { name } of await files.list()) if (!names.includes(name)) await files.remove(name)
  }

  /**
   * Of those whose turn it is to go, the one that holds most, where that is more than twice the `records` that the newest holds: after
   * a loss it may be all that there is. What was deleted as a whole leaves none of them, as they are made anew then.
   */
  const fuller = async (old: readonly Entry[], records: number): Promise<readonly Entry[]> => {
    const larger = old.filter(entry => entry.records > 2 * records)
    if (larger.length === 0) return []
    const sizes = new Map((await files.list()).map(({ name, bytes }) => [name, bytes]))
    const there = larger.filter(({ name, bytes }) => sizes.get(name) === bytes)
    return there.sort((one, other) => other.records - one.records || other.at - one.at).slice(0, 1)
  }

  const add = async (): Promise<Snapshot> => {
    const before = await entries.settled()
    const now = clock.now()
    const at = now.epochMilliseconds
    // Before anything is read: what is written meanwhile is a reason for the next one.
    const mark = await readCanary(keyValue)
    const entry: Entry = {
      ...(await write(snapshotName(at))),
      at,
      day: now.toPlainDate().toString(),
      installId: mark?.installId ?? '',
      sequence: mark?.sequence ?? 0,
    }
    const others = before.filter(({ name }) => name !== entry.name)
    const all = [...others, entry]
    const next = [...(await fuller(all.slice(0, -kept), entry.records)), ...all.slice(-kept)]
    await entries.put(next)
    await tidy(next.map(({ name }) => name))
    return shownOf(entry, 'whole')
  }

  const anew = async () => {
    // An empty list: without any, the files would be taken for those of a lost one.
    await entries.put([])
    await tidy([])
    // Before anything is read: what is deleted meanwhile is a reason to make them anew once more.
    await endRenewing(keyValue)
    await add()
  }

  /** Rejects where the history cannot be read: the copies may then be all that there is. */
  const assertReadable = async () => {
    const backup = await writeBackup(async () => {})
    if (!backup.ok) throw errorOf(backup.problem)
  }

  const isDue = async (read: () => Promise<readonly Entry[]>): Promise<boolean> => {
    const canary = await readCanary(keyValue)
    // Also where nothing was written: those of a lost history are found by it.
    const last = (await read()).at(-1)
    if (canary === null) return false
    if (last === undefined) return true
    return last.day !== clock.now().toPlainDate().toString() && !sameMark(last, canary)
  }

  return {
    isDue: () => attempt(async () => (await isRenewing(keyValue)) || (await isDue(entries.read))),

    takeDue: () =>
      attempt(() =>
        inTurn(async () => {
          if (await isRenewing(keyValue)) {
            await assertReadable()
            await anew()
          } else if (await isDue(entries.settled)) await add()
        }),
      ),

    take: () => attempt(() => inTurn(add)),

    renew: () => attempt(() => inTurn(anew)),

    takeAlone: () =>
      attempt(() =>
        inTurn(async () => {
          const { name } = await add()
          await entries.put((await entries.settled()).filter(entry => entry.name === name))
          await tidy([name])
        }),
      ),

    list: () =>
      attempt(async () => {
        const sizes = new Map((await files.list()).map(({ name, bytes }) => [name, bytes]))
        return (await entries.read())
          .map(entry => {
            const size = sizes.get(entry.name)
            if (size === undefined) return shownOf(entry, 'missing')
            if (size !== entry.bytes) return shownOf(entry, 'damaged')
            return shownOf(entry, size > fileLimits.bytes ? 'too-big' : 'whole')
          })
          .reverse()
      }),

    check: (name, { onProgress, pause, signal } = {}) =>
      attempt(async () => {
        const entry = (await entries.read()).find(each => each.name === name)
        const file = await files.read(name)
        if (entry === undefined || file === null) return 'missing'
        const goOn = async (done: number, of: number) => {
          onProgress?.(done, of)
          await pause?.()
          return signal?.aborted !== true
        }
        // What the disk no longer gives out is as good as changed.
        const hash = await hashOf(file, goOn).catch(() => '')
        if (hash === null) return null
        return hash !== '' && hash === entry.hash ? 'whole' : 'damaged'
      }),

    content: name => attempt(() => files.read(name)),
  }
}
