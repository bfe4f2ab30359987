/** Makes removals final: the rows become tombstones, and what was written in them leaves the journal too. */
import type { KeyValue } from '../app/ports.ts'
import { isTombstone, type StoredRow } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import { forgetAll, forgetting, type Step } from './packs.ts'
import type { Database } from './upgrades.ts'

/**
 * Which rows are being settled, written before they change: killed in between, their text would else stay in lines and packs
 * of earlier months with nothing left to tell of it.
 */
const settlingKey = 'history/settling'

/** That what many deleted rows held may still be in the journal, whichever they were. */
const forgettingKey = 'history/forgetting'

/** To be set together with the tombstones. */
export const toForget = { [forgettingKey]: true }

/** To be called once their text has left the journal. Rejects where the browser refuses. */
export const endForgetting = (keyValue: KeyValue): Promise<void> => keyValue.remove([forgettingKey])

type Removals = readonly { readonly store: StoreName; readonly ids: readonly Id[] }[]

/** What is to be settled; `forgetting` where a deletion of many rows was cut off before their text had gone. */
export type Due = { readonly removals: Removals; readonly forgetting: boolean }

const settlingIn = (stored: { readonly [key: string]: unknown }): ReadonlyMap<StoreName, readonly Id[]> => {
  const found = stored[settlingKey]
  const idsOf = (store: StoreName): readonly Id[] => {
    const ids: unknown = typeof found === 'object' && found !== null && Reflect.get(found, store)
    return Array.isArray(ids) ? ids.filter(id => typeof id === 'string') : []
  }
  return new Map(storeNames.map(store => [store, idsOf(store)]))
}

const keepSettling = (keyValue: KeyValue, all: ReadonlyMap<StoreName, readonly Id[]>): Promise<void> => {
  const some = [...all].filter(([, ids]) => ids.length > 0)
  return some.length > 0
    ? keyValue.set({ [settlingKey]: Object.fromEntries(some) })
    : keyValue.remove([settlingKey])
}

/** The removals whose time has passed at `at`, and those that were being settled when the last attempt ended; mostly none. */
export const dueRemovals = async (database: Database, keyValue: KeyValue, at: Instant): Promise<Due> => {
  const stored = await keyValue.get([settlingKey, forgettingKey])
  const begun = settlingIn(stored)
  const transaction = database.transaction(storeNames)
  const due = await Promise.all(
    storeNames.map(async store => {
      const passed = IDBKeyRange.upperBound(at, true)
      // Mostly none, and never many. A whole Chromium 156 may end where it is asked for damaged keys alone.
      const hidden = await transaction.objectStore(store).index('hidden').getAll(passed)
      return { store, ids: [...new Set([...hidden.map(row => row.id), ...(begun.get(store) ?? [])])] }
    }),
  )
  return {
    removals: due.filter(({ ids }) => ids.length > 0),
    forgetting: stored[forgettingKey] !== undefined,
  }
}

/**
 * Settles what is due; `bury` makes tombstones of the rows that are still to be. Gives what is then left to do, each step with a
 * turn to write of its own: to look through ten years takes seconds, in which others would wait to keep what was said. Killed
 * anywhere it can be done again. To be called with the turn to write.
 */
export const settle = async (
  database: Database,
  keyValue: KeyValue,
  due: Due,
  bury: (store: StoreName, ids: readonly Id[]) => Promise<unknown>,
): Promise<readonly Step[]> => {
  if (due.forgetting) {
    await forgetAll(keyValue)
    await endForgetting(keyValue)
  }
  if (due.removals.length === 0) return []
  const begun = settlingIn(await keyValue.get([settlingKey]))
  const all = new Map(begun)
  for (const { store, ids } of due.removals)
    all.set(store, [...new Set([...(begun.get(store) ?? []), ...ids])])
  await keepSettling(keyValue, all)
  const buried: StoredRow[] = []
  for (const [store, ids] of all) {
    if (ids.length === 0) continue
    await bury(store, ids)
    // A row that was restored at the last moment, or made again, keeps its whole journal.
    for (const row of await Promise.all(ids.map(id => database.get(store, id))))
      if (row !== undefined && isTombstone(row)) buried.push({ store, row })
  }
  const end = async () => {
    // Another page may have begun with others meanwhile.
    const now = settlingIn(await keyValue.get([settlingKey]))
    await keepSettling(
      keyValue,
      new Map([...now].map(([store, ids]) => [store, ids.filter(id => !all.get(store)?.includes(id))])),
    )
  }
  return [...(await forgetting(keyValue, buried)), end]
}
