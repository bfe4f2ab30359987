/** Which days are typed in full. */
import { expect, test } from 'vitest'
import { isWholeDay } from '../../../components/fields/whole-day.ts'

test.each([
  ['', false],
  // A year that is being typed.
  ['0002-05-03', false],
  ['0202-05-03', false],
  ['1899-12-31', false],
  ['1900-01-01', true],
  ['2026-05-03', true],
  ['9999-12-31', true],
  // Fields let a year have six digits.
  ['20261-05-03', false],
  ['202610-05-03', false],
])('%s', (day, whole) => {
  expect(isWholeDay(day)).toBe(whole)
})
