/** The whole history under a lock: it gives rows that anybody can read, as a backup holds them, and takes such rows. */
import type { LongWork, WholeHistory } from '../app/data-ports.ts'
import type { Gate, Sealer } from '../app/lock-ports.ts'
import type { Stored } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'
import { fail, ok } from '../core/result.ts'
import { withoutSecrets } from '../core/sealed.ts'
import { problemOf } from './problem.ts'
import { slices } from './rows-under.ts'

/** Null where it was stopped. */
const sealAll = async (
  sealer: Sealer,
  rows: readonly StoredRow[],
  { pause, signal }: LongWork,
): Promise<readonly StoredRow[] | null> => {
  const all: StoredRow[] = []
  for (const some of slices(rows)) {
    const sealed = some.map(async one => ({ ...one, row: await sealer.seal(one.store, one.row) }))
    all.push(...(await Promise.all(sealed)))
    await pause?.()
    if (signal?.aborted) return null
  }
  return all
}

/** Of a row that was damaged, what can still be read; wherever its secrets are still whole, that version is the later one. */
const leftOf = <Kept extends Row>(store: StoreName, row: Kept): Kept => ({
  ...withoutSecrets(store, row),
  updatedAt: row.updatedAt - 1,
})

/** Rows as a backup holds them: one that was damaged keeps nobody from having one. */
export const openedRows = (whole: Pick<WholeHistory, 'rows'>, gate: Gate): Pick<WholeHistory, 'rows'> => ({
  rows: async (store, ask) => {
    const [found, sealer] = await Promise.all([whole.rows(store, ask), gate()])
    if (!found.ok || sealer === null) return found
    const open = found.value.map(async one => ({
      ...one,
      row: await sealer.open(store, one.row).catch(() => leftOf(store, one.row)),
    }))
    return ok(await Promise.all(open))
  },
})

export const sealedWhole = (whole: WholeHistory, gate: Gate): WholeHistory => {
  const withSealed = async <Value>(
    rows: readonly StoredRow[],
    work: LongWork,
    use: (rows: readonly StoredRow[]) => Stored<Value | null>,
  ): Stored<Value | null> => {
    const sealer = await gate()
    if (sealer === null) return use(rows)
    try {
      const sealed = await sealAll(sealer, rows, work)
      return sealed === null ? ok(null) : use(sealed)
    } catch (error) {
      return fail(problemOf(error))
    }
  }
  return {
    ...whole,
    ...openedRows(whole, gate),
    compare: (rows, work = {}) => withSealed(rows, work, sealed => whole.compare(sealed, work)),
    bring: (source, rows, work = {}) => withSealed(rows, work, sealed => whole.bring(source, sealed, work)),
  }
}
