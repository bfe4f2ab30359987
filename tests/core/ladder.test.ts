/** Ladders: what is read of one, also of one step or forty, and on which step the person stands. */
import { describe, expect, test } from 'vitest'
import { ladderIn, laddersIn, standingOn } from '../../lib/core/ladder.ts'
import type { Reflection } from '../../lib/core/records.ts'

type Row = Pick<Reflection, 'id' | 'at' | 'zone' | 'day' | 'type' | 'fields'>

const row = (fields: Reflection['fields'], more: Partial<Row> = {}): Row => ({
  id: 'a',
  at: 0,
  zone: 'Europe/Berlin',
  day: '2026-11-22',
  type: 'ladder',
  fields,
  ...more,
})
const lines = (count: number) => Array.from({ length: count }, (_, at) => `step ${at}`)

describe('a ladder', () => {
  test('is what is written from the whole thing to the smallest step', () => {
    expect(ladderIn(row({ ladder: [' Do the taxes ', '', 'Find the folder', 7], rung: 1 }))).toEqual({
      id: 'a',
      at: 0,
      zone: 'Europe/Berlin',
      day: '2026-11-22',
      rungs: ['Do the taxes', 'Find the folder'],
      rung: 1,
      name: 'Do the taxes',
      size: 'short',
    })
  })

  test.each([
    [1, 'short'],
    [2, 'short'],
    [3, 'right'],
    [7, 'right'],
    [8, 'long'],
    [40, 'long'],
  ])('of %i steps is read whole, and is %s', (count, size) => {
    const ladder = ladderIn(row({ ladder: lines(count) }))
    expect(ladder?.rungs).toHaveLength(count)
    expect(ladder?.size).toBe(size)
  })

  test.each([{}, { ladder: [] }, { ladder: 'x' }, { ladder: [null, ' '] }, { ladder: { 0: 'x' } }])(
    'is none in %o',
    fields => {
      expect(ladderIn(row(fields))).toBeNull()
    },
  )

  test.each([-1, 2, 0.5, Number.NaN, '1', null])(
    'stands on a step of its own where the place is %o',
    rung => {
      expect(ladderIn(row({ ladder: lines(2), rung }))?.rung).toBe(rung === 2 ? 1 : 0)
    },
  )

  test('of a pause is one where it was made smaller', () => {
    const rows = [
      row({ ladder: lines(3) }, { id: 'b', at: 1 }),
      row({ ladder: lines(2) }, { id: 'c', at: 3, type: 'step' }),
      row({ ladder: lines(1) }, { id: 'd', at: 4, type: 'step' }),
      row({ ladder: lines(1) }, { id: 'e', at: 2 }),
      row({ ladder: lines(3) }, { id: 'f', at: 2, type: 'line' }),
    ]
    expect(laddersIn(rows).map(({ id }) => id)).toEqual(['b', 'c', 'e'])
  })
})

test('who stands on another step keeps all else, and on the first nothing is kept of it', () => {
  const fields = standingOn({ ladder: ['a', 'b', 'c'], more: 1 }, 1)
  expect(ladderIn(row(fields))).toMatchObject({ rung: 1 })
  expect(standingOn(fields, 0)).toEqual({ ladder: ['a', 'b', 'c'], more: 1 })
})
