/** The whole history under a lock: it gives rows that anybody can read, as a backup holds them, and takes such rows. */
import type { Integrity, LongWork, WholeHistory } from '../app/data-ports.ts'
import type { Gate, Sealer } from '../app/lock-ports.ts'
import type { Stored } from '../app/ports.ts'
import type { Row, StoredRow } from '../core/merge.ts'
import { type Id, type StoreName, storeNames } from '../core/records.ts'
import { fail, ok } from '../core/result.ts'
import { withoutSecrets } from '../core/sealed.ts'
import { problemOf } from './problem.ts'
import { rowsAtOnce, slices } from './rows-under.ts'

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

/** What can still be read of a damaged row, as an earlier version: wherever its secrets are still whole, that copy wins. */
const leftOf = <Kept extends Row>(store: StoreName, row: Kept): Kept => ({
  ...withoutSecrets(store, row),
  updatedAt: row.updatedAt - 1,
})

/** Rows as a backup holds them: a damaged row does not prevent a backup. */
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

/** How many rows the keys do not open; null where it was stopped. */
const countUnopened = async (
  whole: Pick<WholeHistory, 'rows'>,
  sealer: Sealer,
  { pause, signal }: LongWork,
  looked: (rows: number) => void,
): Stored<number | null> => {
  let unopened = 0
  for (const store of storeNames) {
    let after: Id | undefined
    do {
      const found = await whole.rows(store, { ...(after !== undefined && { after }), limit: rowsAtOnce })
      if (!found.ok) return found
      const rows = found.value.map(({ row }) => row)
      const opened = await Promise.all(rows.map(row => sealer.open(store, row).then(Boolean, () => false)))
      unopened += opened.filter(isOpen => !isOpen).length
      looked(rows.length)
      after = rows.length < rowsAtOnce ? undefined : rows.at(-1)?.id
      await pause?.()
      if (signal?.aborted) return ok(null)
    } while (after !== undefined)
  }
  return ok(unopened)
}

/** The check first, then every row is opened once; opening is about a fifth of the work. */
const checkOpened = async (
  whole: Pick<WholeHistory, 'check' | 'rows'>,
  sealer: Sealer,
  work: LongWork,
): Stored<Integrity | null> => {
  let [done, of] = [0, 0]
  const tell = () => work.onProgress?.(Math.min(done, of), of)
  const checked = await whole.check({
    ...work,
    onProgress: (soFar, all) => {
      done = soFar
      of = all + Math.ceil(all / 4)
      tell()
    },
  })
  if (!checked.ok || checked.value === null) return checked
  const unopened = await countUnopened(whole, sealer, work, rows => {
    done += rows
    tell()
  })
  if (!unopened.ok) return unopened
  return ok(unopened.value === null ? null : { ...checked.value, unopened: unopened.value })
}

/**
 * As openedRows. `compare` and `bring` take rows that are open and seal them first; `check` counts the rows that the keys do not open. Each
 * of them waits while it is locked; without a lock, and in all else, everything is as in `whole`.
 */
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
    check: async (work = {}) => {
      const sealer = await gate()
      return sealer === null ? whole.check(work) : checkOpened(whole, sealer, work)
    },
    compare: (rows, work = {}) => withSealed(rows, work, sealed => whole.compare(sealed, work)),
    bring: (source, rows, work = {}) => withSealed(rows, work, sealed => whole.bring(source, sealed, work)),
  }
}
