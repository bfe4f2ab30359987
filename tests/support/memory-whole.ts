/** The history as a whole, over a history in memory: for tests of pages that bring in, take back or delete. */
import type { Import, LongWork, Meeting, WholeHistory } from '../../lib/app/data-ports.ts'
import type { Clock } from '../../lib/app/ports.ts'
import { overDeletion } from '../../lib/core/as-it-was.ts'
import { dayRows } from '../../lib/core/days.ts'
import { createFileFit } from '../../lib/core/file-fit.ts'
import type { Row, StoredRow } from '../../lib/core/merge.ts'
import { canonicalJson, isShown, isTombstone, winner } from '../../lib/core/merge.ts'
import { type MetAs, metAs } from '../../lib/core/met-as.ts'
import { isOwnMade, namedIn } from '../../lib/core/named.ts'
import type { Id, StoreName } from '../../lib/core/records.ts'
import { storeNames } from '../../lib/core/records.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { type Instant, zonedAt } from '../../lib/core/time.ts'
import type { MemoryStores } from '../../lib/store/memory.ts'
import { countedOf } from '../../lib/store/rows.ts'
import { validRow } from '../../lib/store/valid-rows.ts'

type Change = { readonly store: StoreName; readonly id: Id; readonly before: Row | null; readonly after: Row }
type Batch = Import & { readonly returned: number; readonly changes: readonly Change[] }

const goesWithIt = ({ store, before, after }: Change): boolean =>
  isOwnMade({ store, row: after }) && (before === null || !isShown(before))

const isStopped = ({ signal }: LongWork) => signal?.aborted === true

export const memoryWhole = ({
  clock,
  stores,
}: {
  readonly clock: Clock
  readonly stores: MemoryStores
}): WholeHistory => {
  const imports: Batch[] = []
  const current = (store: StoreName, id: Id): Row | null => stores.rowsOf(store).get(id) ?? null
  const all = (): StoredRow[] =>
    storeNames.flatMap(store => [...stores.rowsOf(store).values()].map(row => ({ store, row })))

  const meet = (
    rows: readonly StoredRow[],
    back: Instant | null = null,
  ): { changes: readonly Change[]; meeting: Meeting } => {
    const best = new Map<string, StoredRow>()
    for (const one of rows) {
      const key = `${one.store} ${one.row.id}`
      best.set(key, { ...one, row: winner(best.get(key)?.row ?? one.row, one.row) })
    }
    const counts: Record<MetAs, number> = { added: 0, changed: 0, returned: 0, same: 0, later: 0, deleted: 0 }
    const changes: Change[] = []
    for (const { store, row } of best.values()) {
      const before = current(store, row.id)
      const after = back === null ? row : overDeletion(store, row, before, back)
      const kind = metAs(before, after)
      counts[kind] += 1
      if (kind === 'added' || kind === 'changed' || kind === 'returned')
        changes.push({ store, id: row.id, before, after })
    }
    const same = counts.same + rows.length - best.size
    return { changes, meeting: { ...counts, changed: counts.changed + counts.returned, same } }
  }

  const isUntouched = ({ changes }: Batch) =>
    changes.every(({ store, id, after }) => canonicalJson(current(store, id)) === canonicalJson(after))

  const inPeriod = (from: string, to: string): StoredRow[] =>
    all().filter(({ row }) => {
      if (isTombstone(row)) return false
      const day =
        'day' in row
          ? row.day
          : 'plannedAt' in row
            ? zonedAt(row.plannedAt, clock.now().timeZoneId).toPlainDate().toString()
            : ''
      return from <= day && day <= to
    })

  const begun = async (work: LongWork, of: number): Promise<boolean> => {
    work.onProgress?.(0, of)
    await work.pause?.()
    return !isStopped(work)
  }

  return {
    rows: async (store, { after, limit }) =>
      ok(
        [...stores.rowsOf(store).values()]
          .filter(({ id }) => after === undefined || id > after)
          .sort((one, other) => (one.id < other.id ? -1 : 1))
          .slice(0, limit)
          .map(row => ({ store, row: structuredClone(row) })),
      ),

    counts: async () =>
      ok(
        Object.fromEntries(
          storeNames.map(store => {
            const rows = [...stores.rowsOf(store).values()]
            const shown = rows.filter(isShown).length
            const deleted = rows.filter(isTombstone).length
            return [store, { shown, hidden: rows.length - shown - deleted, deleted }]
          }),
        ) as { [Store in StoreName]: { shown: number; hidden: number; deleted: number } },
      ),

    fitted: async ({ format, rows }, work = {}) => {
      if (!(await begun(work, rows.length))) return ok(null)
      const fitRow = createFileFit(format)
      const inOrder = storeNames.flatMap(store => rows.filter(one => one.store === store))
      return ok(
        inOrder.flatMap(({ store, row }) => {
          const fit = fitRow(store, row, current(store, row.id))
          return fit === null ? [] : [{ store, row: fit }]
        }),
      )
    },

    compare: async (rows, work = {}) => {
      if (!(await begun(work, rows.length))) return ok(null)
      work.onProgress?.(rows.length, rows.length)
      return ok(meet(rows).meeting)
    },

    bring: async ({ id, format, withDeleted = false }, rows, work = {}) => {
      if (!(await begun(work, rows.length))) return ok(null)
      if (rows.some(({ store, row }) => validRow(store, row) === null))
        return fail({ kind: 'failed', name: 'DataError' })
      const { changes, meeting } = meet(rows, withDeleted ? clock.now().epochMilliseconds : null)
      const known = imports.find(one => one.id === id)
      if (known !== undefined && changes.length > 0) return fail({ kind: 'failed', name: 'ConstraintError' })
      if (known !== undefined) {
        const { added, changed, returned } = known
        return ok({ ...meeting, added, changed, returned, same: Math.max(0, meeting.same - added - changed) })
      }
      for (const { store, id: of, after } of changes) stores.set(store, of, after)
      const at = clock.now().epochMilliseconds
      const { added, changed, returned } = meeting
      if (changes.length > 0)
        imports.unshift({ id, at, format, added, changed, returned, changes: structuredClone(changes) })
      work.onProgress?.(rows.length, rows.length)
      return ok(meeting)
    },

    imports: async () =>
      ok(
        imports.map(batch => {
          const { changes: _, returned: _returned, ...told } = batch
          return { ...told, untouched: isUntouched(batch) }
        }),
      ),

    takeBack: async (id, work = {}) => {
      const batch = imports.find(known => known.id === id)
      if (batch === undefined || !isUntouched(batch)) return ok(false)
      if (!(await begun(work, batch.changes.length))) return ok(null)
      const [going, others] = [
        batch.changes.filter(goesWithIt),
        batch.changes.filter(one => !goesWithIt(one)),
      ]
      for (const { store, id: of, before } of others) stores.set(store, of, before)
      const named = new Set(all().flatMap(one => namedIn(one) ?? going.map(({ id: of }) => of)))
      for (const { store, id: of, before } of going) if (!named.has(of)) stores.set(store, of, before)
      imports.splice(imports.indexOf(batch), 1)
      work.onProgress?.(batch.changes.length, batch.changes.length)
      return ok(true)
    },

    inPeriod: async (from, to) => ok(inPeriod(from, to).filter(({ row }) => isShown(row)).length),

    removePeriod: async (from, to, work = {}) => {
      const found = inPeriod(from, to)
      if (!(await begun(work, found.length))) return ok(null)
      const now = clock.now().epochMilliseconds
      for (const { store, row } of found) {
        const updatedAt = Math.max(now, row.updatedAt + 1)
        stores.set(store, row.id, { id: row.id, updatedAt, origin: row.origin, deletedAt: updatedAt })
      }
      work.onProgress?.(found.length, found.length)
      return ok(found.filter(({ row }) => isShown(row)).length)
    },

    putRight: async () => ok(undefined),

    check: async (work = {}) => {
      const rows = all()
      if (!(await begun(work, rows.length))) return ok(null)
      const rebuilt = dayRows(rows.flatMap(({ store, row }) => countedOf(store, row) ?? []))
      const stored = [...stores.days.values()]
      const texts = new Set(stored.map(canonicalJson))
      const orphans = rows.filter(
        ({ store, row }) =>
          ('checkInId' in row && row.checkInId !== null && current('checkIns', row.checkInId) === null) ||
          (store === 'checkIns' &&
            'nudgeId' in row &&
            row.nudgeId !== null &&
            current('nudges', row.nudgeId) === null),
      )
      work.onProgress?.(rows.length, rows.length)
      return ok({
        rows: rows.length,
        invalid: {},
        days: rebuilt.filter(row => !texts.has(canonicalJson(row))).length,
        orphans: orphans.length,
        uncopied: 0,
        unopened: 0,
      })
    },
  }
}
