/** Where Tab stops in a scale. */
import { expect, test } from 'vitest'
import { tabStopIn } from '../../../components/fields/tab-stop.ts'

const steps = [-4, -2, 0, 2, 4]

test.each([
  ['an answer', 0, 0],
  ['no answer', null, -4],
  ['an answer that is no place', 'cant-tell', -4],
  ['a number off the scale', 3, -4],
] as const)('%s', (_, answer, stop) => {
  expect(tabStopIn(steps, answer)).toBe(stop)
})
