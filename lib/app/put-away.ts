/**
 * Deleting what is a person's own and may be named by what they logged: what is named keeps its name there and is put away, so that it
 * stands in no list any more; the rest leaves nothing behind. Either can be taken back, also after the page was opened again.
 */
import type { Fields, Id, RecordOf, StoreName } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Instant } from '../core/time.ts'
import type { Clock, Records, Slot, Stored } from './ports.ts'

/** What one deletion took from a record that was put away. */
export type PutAway<Taken> = {
  readonly store: string
  readonly id: Id
  /** It can come back until then. */
  readonly until: Instant
  readonly taken: Taken
}

/** How records of these stores are put away. */
export type PuttingAway<Store extends StoreName, Taken> = {
  readonly stores: readonly Store[]
  /** Whether anything that was logged names it. */
  readonly isUsed: (store: Store, id: Id) => Stored<boolean>
  readonly isPutAway: (row: RecordOf<Store>) => boolean
  readonly takenFrom: (row: RecordOf<Store>) => Taken
  /** What stands in its place. */
  readonly nothing: Taken
  /** The record with this in its place. */
  readonly change: (row: RecordOf<Store>, taken: Taken) => Fields<Store>
}

/** What was put away lately, in whatever is stored; null where there is nothing. */
export const readPutAway =
  <Taken>(readTaken: (stored: unknown) => Taken | null) =>
  (stored: unknown): readonly PutAway<Taken>[] | null => {
    if (!Array.isArray(stored)) return null
    return stored.flatMap((one: unknown) => {
      const { store, id, until, taken } = (one ?? {}) as { readonly [name: string]: unknown }
      const read = readTaken(taken)
      return typeof store === 'string' && typeof id === 'string' && typeof until === 'number' && read
        ? [{ store, id, until, taken: read }]
        : []
    })
  }

type Needs<Taken> = {
  readonly records: Pick<Records, 'get' | 'save' | 'remove' | 'undoRemove' | 'settleRemovals'>
  /** Outlives the page, not the browser. */
  readonly putAway: Slot<readonly PutAway<Taken>[]>
  readonly clock: Clock
}

/** Records as a deletion sees them, some of which are put away instead. */
export const puttingAway = <Store extends StoreName, Taken>(
  { records, putAway, clock }: Needs<Taken>,
  { stores, isUsed, isPutAway, takenFrom, nothing, change }: PuttingAway<Store, Taken>,
): Pick<Records, 'get' | 'remove' | 'undoRemove' | 'settleRemovals'> => {
  /** For a slot that refuses: what was taken comes back as long as the page stands. */
  let held: readonly PutAway<Taken>[] = []

  const readKept = async () => (await putAway.read().catch(() => null)) ?? []

  /** Keeps `own`, and all others that can still come back. */
  const keep = async (own: PutAway<Taken> | null, left: Id | null = own?.id ?? null): Promise<void> => {
    const now = clock.now().epochMilliseconds
    const withOwn = (all: readonly PutAway<Taken>[]) => [
      ...all.filter(({ id, until }) => id !== left && until > now),
      ...(own ? [own] : []),
    ]
    held = withOwn(held)
    const next = withOwn(await readKept())
    await putAway.write(next.length > 0 ? next : null).catch(() => {})
  }

  const put = async (store: Store, id: Id, until: Instant): Stored<void> => {
    const before = await records.get(store, id)
    if (!before.ok) return before
    const row = before.value
    // Deleted by another page a moment ago, which keeps the way back.
    if (row === null || isPutAway(row)) return ok(undefined)
    // Before anything is taken, as it comes back also where the page closes meanwhile.
    await keep({ store, id, until, taken: takenFrom(row) })
    const saved = await records.save(store, id, current => current && change(current, nothing))
    return saved.ok ? ok(undefined) : saved
  }

  return {
    get: records.get,
    remove: async (store, id, until) => {
      const own = stores.find(known => known === store)
      if (own === undefined) return records.remove(store, id, until)
      const used = await isUsed(own, id)
      if (!used.ok) return used
      return used.value ? put(own, id, until) : records.remove(store, id, until)
    },
    undoRemove: async (store, id) => {
      const own = stores.find(known => known === store)
      const one = [...held, ...(await readKept())].find(kept => kept.store === store && kept.id === id)
      if (own === undefined || one === undefined) return records.undoRemove(store, id)
      // One that was made anew meanwhile stays as it is.
      const saved = await records.save(own, id, current =>
        current && isPutAway(current) ? change(current, one.taken) : null,
      )
      if (!saved.ok) return saved
      await keep(null, id)
      return ok(true)
    },
    settleRemovals: () => {
      void keep(null)
      return records.settleRemovals()
    },
  }
}
