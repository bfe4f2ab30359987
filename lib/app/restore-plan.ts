/** What bringing back an earlier copy would come to, row by row; changes nothing. */
import { putBack } from '../core/as-it-was.ts'
import type { BackupRead } from '../core/foreign.ts'
import { isShown, isTombstone, type Row, type StoredRow } from '../core/merge.ts'
import { type Id, type StoreName, storeNames } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { LongWork, WholeHistory } from './data-ports.ts'
import type { Clock, Stored } from './ports.ts'

export type RestorePlan = {
  /** What is to be brought in. */
  readonly rows: readonly StoredRow[]
  /** Deleted since then, or lost. */
  readonly returned: number
  /** Written differently since then. */
  readonly changed: number
  /** Here as they were then. */
  readonly same: number
  /** Added since then; they stay. */
  readonly stays: number
}

const sliceSize = 500

/** Null where it was stopped. */
export const planRestore = async (
  { whole, clock }: { readonly whole: Pick<WholeHistory, 'rows'>; readonly clock: Clock },
  { rows: copy, unreadable }: Pick<BackupRead, 'rows' | 'unreadable'>,
  { onProgress, pause, signal }: LongWork = {},
): Stored<RestorePlan | null> => {
  const now = clock.now().epochMilliseconds
  const left = new Map<StoreName, Map<Id, Row>>(storeNames.map(store => [store, new Map()]))
  for (const { store, row } of copy) left.get(store)?.set(row.id, row)
  /** They were there then, whatever they were. */
  const unread = new Set(unreadable.map(({ id }) => id))
  const rows: StoredRow[] = []
  const counts = { returned: 0, changed: 0, same: 0, 'deleted-then': 0 }
  let stays = 0
  let done = 0

  const take = (store: StoreName, then: Row, current: Row | null) => {
    const back = putBack(store, then, current, now)
    counts[back.kind] += 1
    if ('row' in back) rows.push(back.row)
    done += 1
  }
  /** False where it was stopped. */
  const rest = async (): Promise<boolean> => {
    onProgress?.(done, copy.length)
    await pause?.()
    return signal?.aborted !== true
  }

  for (const store of storeNames) {
    const ofStore = left.get(store) ?? new Map<Id, Row>()
    for (let after: Id | undefined; ; ) {
      const slice = await whole.rows(store, { limit: sliceSize, ...(after !== undefined && { after }) })
      if (!slice.ok) return slice
      for (const { row } of slice.value) {
        const then = ofStore.get(row.id)
        ofStore.delete(row.id)
        if (then !== undefined) take(store, then, row)
        else if (!unread.has(row.id) && !isTombstone(row) && isShown(row)) stays += 1
      }
      if (!(await rest())) return ok(null)
      after = slice.value.at(-1)?.row.id
      if (slice.value.length < sliceSize) break
    }
    for (const then of ofStore.values()) {
      take(store, then, null)
      if (done % sliceSize === 0 && !(await rest())) return ok(null)
    }
  }
  const { returned, changed, same } = counts
  return ok({ rows, returned, changed, same, stays })
}
