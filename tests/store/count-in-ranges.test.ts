/** Counting from bound to bound comes to the same as counting at once, and never asks for everything. */
import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { openDB } from 'idb'
import { expect, test } from 'vitest'
import { countInRanges } from '../../lib/store/count-in-ranges.ts'

test('any keys, counted between any bounds among them or beside them, are counted once each', async () => {
  const key = fc.integer({ min: 0, max: 60 })
  const sorted = (keys: readonly number[]) => [...keys].sort((one, other) => one - other)
  let names = 0
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(key), fc.uniqueArray(key), async (keys, bounds) => {
      names += 1
      const database = await openDB(`counted-${names}`, 1, {
        upgrade: made => made.createObjectStore('rows'),
      })
      for (const one of keys) await database.put('rows', 'a row', one)
      const counts: number[] = []
      const count = async (range: IDBKeyRange | null) => {
        const found = await database.count('rows', range)
        counts.push(found)
        return found
      }
      expect(await countInRanges(count, sorted(bounds))).toBe(keys.length)
      const isBetween = (from: number, to: number) => keys.filter(one => from <= one && one < to).length
      const ends = [Number.NEGATIVE_INFINITY, ...sorted(bounds), Number.POSITIVE_INFINITY]
      expect(counts).toEqual(ends.slice(1).map((to, place) => isBetween(ends[place] ?? 0, to)))
      database.close()
    }),
  )
})
