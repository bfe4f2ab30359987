/** What is counted in parts of time is what there is. */
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { openDatabase } from '../../lib/store/db.ts'
import { wholeCounts } from '../../lib/store/whole-counts.ts'

/** Most of them close together, some far apart, and many at one time. */
const plainTime = (number: number): number => {
  if (number % 3 === 0) return number ** 3
  return number % 3 === 1 ? 5_000 + number : 7_000
}

/** What a damaged disk may leave, further apart than a number can say. */
const oddTimes: { readonly [number: number]: number } = { 1: -Number.MAX_VALUE, 2: Number.MAX_VALUE }

const rowsOf = (many: number, odd: { readonly [number: number]: number }) =>
  Array.from({ length: many }, (_, number) => {
    const id = `0198f0c0-0000-7000-8000-${String(number).padStart(12, '0')}`
    const at = odd[number] ?? plainTime(number)
    if (number % 7 === 0) return { id, updatedAt: at, deletedAt: at, origin: 'own' }
    return { id, updatedAt: at, origin: 'own', at, ...(number % 11 === 0 ? { undoUntil: at + 10_000 } : {}) }
  })

test.each([
  [0, {}],
  [1, {}],
  [2_500, {}],
  [1_500, oddTimes],
])('of %d rows each is counted once, as what it is', async (many, odd) => {
  const database = await openDatabase({ name: `counted-${many}`, lost: () => {} })
  const rows = rowsOf(many, odd)
  const transaction = database.transaction('checkIns', 'readwrite')
  for (const row of rows) await transaction.store.put(row as never)
  await transaction.done
  const deleted = rows.filter(row => 'deletedAt' in row).length
  const hidden = rows.filter(row => 'undoUntil' in row).length
  expect((await wholeCounts(database)).checkIns).toEqual({ shown: many - deleted - hidden, hidden, deleted })
  database.close()
})
