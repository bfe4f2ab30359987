/** On what scale it is drawn how far felt moved. */
import { expect, test } from 'vitest'
import { changeEnds } from '../../../components/patterns/change-ends.ts'

const at = (value: number, from = value, to = value) => ({ value, interval: { from, to } })

test('the scale holds everything that is drawn on it, zero in its middle', () => {
  const row = { level: at(1.2, 0.4, 2), against: { ...at(0.5), n: 9 } }
  expect(changeEnds([])).toEqual({ from: -5, to: 5 })
  expect(changeEnds([row, { level: null, against: null }])).toEqual({ from: -5, to: 5 })
  expect(changeEnds([row, { ...row, level: at(2, -2.4, 6.3) }])).toEqual({ from: -7, to: 7 })
  expect(changeEnds([{ ...row, level: { value: -8, interval: null } }])).toEqual({ from: -8, to: 8 })
  expect(changeEnds([{ ...row, against: { ...at(-5.5), n: 1 } }])).toEqual({ from: -6, to: 6 })
})
