import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Row } from '../../lib/core/merge.ts'
import { canonicalJson, winner } from '../../lib/core/merge.ts'
import { storeNames } from '../../lib/core/records.ts'
import { record, row } from '../store/arbitraries.ts'

const versions = fc.array(
  row('checkIns').map((one): Row => ({ ...one, id: 'same' })),
  { minLength: 1, maxLength: 5 },
)

const merged = (rows: readonly Row[]) => rows.reduce(winner)

describe('merging', () => {
  test('the order of meeting does not matter, and meeting again changes nothing', () => {
    fc.assert(
      fc.property(
        versions.chain(rows =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => {
          const one = merged(rows)
          expect(merged(shuffled)).toEqual(one)
          expect(merged([...rows, ...shuffled])).toEqual(one)
          const [first, ...rest] = rows
          if (first !== undefined && rest.length > 0) expect(winner(first, merged(rest))).toEqual(one)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('the later version wins, and at the same time the deletion', () => {
    fc.assert(
      fc.property(record('checkIns'), fc.nat({ max: 3 }), (one, later) => {
        const { id, updatedAt, origin } = one
        const gone = { id, updatedAt, origin, deletedAt: updatedAt }
        expect(winner<Row>(one, gone)).toBe(gone)
        expect(winner<Row>({ ...one, undoUntil: updatedAt }, gone)).toBe(gone)
        const edited = { ...one, updatedAt: updatedAt + 1 + later }
        expect(winner<Row>(gone, edited)).toBe(edited)
      }),
    )
  })

  test('at the same time a removal wins over a record of any store, and a deletion over both', () => {
    fc.assert(
      fc.property(fc.constantFrom(...storeNames), fc.gen(), (store, gen) => {
        const one = gen(() => record(store))
        const { id, updatedAt, origin } = one
        const hidden = { ...one, undoUntil: updatedAt }
        const gone = { id, updatedAt, origin, deletedAt: updatedAt }
        expect([winner<Row>(one, hidden), winner<Row>(hidden, one)]).toEqual([hidden, hidden])
        expect([winner<Row>(one, gone), winner<Row>(gone, hidden)]).toEqual([gone, gone])
      }),
    )
  })

  test('at the same time, two records are decided by their text', () => {
    const [one] = fc.sample(record('words'), 1)
    if (one === undefined) throw new Error('No sample')
    const [a, b] = [
      { ...one, label: 'a' },
      { ...one, label: 'b' },
    ]
    expect([winner(a, b), winner(b, a)]).toEqual([b, b])
  })

  test('canonical JSON does not depend on the order of keys', () => {
    const one = { b: [1, { d: 1, c: null }], a: 'x' }
    const other = { a: 'x', b: [1, { c: null, d: 1 }] }
    expect(canonicalJson(one)).toBe(canonicalJson(other))
    expect(canonicalJson(one)).toBe('{"a":"x","b":[1,{"c":null,"d":1}]}')
    expect(canonicalJson({ ...one, a: 'y' })).not.toBe(canonicalJson(other))
  })
})
