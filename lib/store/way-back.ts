/** The way back from an import, for as long as each of its rows is as it was brought. */
import type { KeyValue } from '../app/ports.ts'
import type { Row } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import { batchKey, partKey, readPart, readSign, signKey } from './batches.ts'
import type { RowChange } from './many-changes.ts'
import type { Shelf } from './pack-rows.ts'
import { rowsUnder, slices } from './rows-under.ts'
import { sameVersion } from './same-version.ts'
import type { Database } from './upgrades.ts'

/** The numbers of the parts in which the rows of a batch are. */
const partsOf = (keys: readonly string[], batch: Id): readonly string[] =>
  keys.flatMap(key => {
    const meaning = batchKey(key)
    return meaning?.batch === batch && meaning.kind === 'rows' ? [meaning.part] : []
  })

const backFrom = (store: StoreName, brought: Row, there: Row | undefined, before: Shelf): RowChange | null =>
  there !== undefined && sameVersion(there, brought)
    ? { store, id: brought.id, before: there, after: before.get(store)?.get(brought.id) ?? null }
    : null

/**
 * What is to be done to every row, part by part; null, and then the end, where one of them was changed since, or is not told of
 * any more. Nothing at all where there is no such import.
 */
export async function* wayBack(
  database: Database,
  keyValue: KeyValue,
  batch: Id,
): AsyncGenerator<readonly RowChange[] | null> {
  const sign = readSign((await keyValue.get([signKey(batch)]))[signKey(batch)])
  if (sign?.kind !== 'import' || sign.gone) return
  let [all, changed] = [0, 0]
  for (const part of partsOf(await keyValue.keys(), batch)) {
    const [rowsKey, beforeKey] = [partKey(batch, 'rows', part), partKey(batch, 'before', part)]
    const found = await keyValue.get([rowsKey, beforeKey])
    const before = readPart(found[beforeKey] ?? '{}').rows
    for (const [store, ofStore] of readPart(found[rowsKey]).rows)
      for (const rows of slices([...ofStore.values()])) {
        const there = await rowsUnder(
          database,
          store,
          rows.map(({ id }) => id),
        )
        const changes = rows.map(row => backFrom(store, row, there.get(row.id), before))
        if (!changes.every(change => change !== null)) return yield null
        all += changes.length
        changed += changes.filter(({ after }) => after !== null).length
        yield changes
      }
  }
  if (all !== sign.added + sign.changed || changed !== sign.changed) yield null
}
