/** Deleting from a history in IndexedDB, and taking that back. */
import type { Records } from '../app/ports.ts'
import { ok } from '../core/result.ts'
import type { Connection } from './connection.ts'
import { loadRare } from './load-rare.ts'
import type { Parts } from './parts.ts'
import { removedRow, returnedRow, settledRow } from './removal-rows.ts'
import type { Writer } from './write.ts'

/** See Records. Nothing rejects. Where settling ends with a problem, it can be called again and goes on with what is left. */
export const removalRecords = (
  parts: Parts,
  connection: Connection,
  { change, changeRows }: Writer,
): Pick<Records, 'remove' | 'undoRemove' | 'settleRemovals'> => {
  const now = () => parts.clock.now().epochMilliseconds
  return {
    remove: async (store, id, undoUntil) => {
      const kept = await change(store, [id], current => removedRow(current, undoUntil, now()))
      return kept.ok ? ok(undefined) : kept
    },

    undoRemove: async (store, id) => {
      const kept = await change(store, [id], current => returnedRow(current, now()))
      return kept.ok ? ok(kept.value.length > 0) : kept
    },

    settleRemovals: async () => {
      const at = now()
      const due = await connection.read(async database => {
        const { dueRemovals } = await loadRare()
        return dueRemovals(database, parts.keyValue, at)
      })
      if (!due.ok) return due
      const { removals, forgetting } = due.value
      if (removals.length === 0 && !forgetting) return ok(undefined)
      const settled = await connection.write(async database => {
        const { settle } = await loadRare()
        return settle(database, parts.keyValue, due.value, (store, ids) =>
          changeRows(database, store, ids, current => settledRow(current, at)),
        )
      })
      if (!settled.ok) return settled
      for (const step of settled.value) {
        const done = await connection.write(step)
        if (!done.ok) return done
      }
      return ok(undefined)
    },
  }
}
