/** What can be answered to whether things feel far away. */
import { beforeEach, expect, test } from 'vitest'
import { farOptions } from '../../../components/fields/scale-texts.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

test('four steps, and "can’t tell" where that was said', () => {
  const labels = (couldNotTell: boolean) => farOptions(couldNotTell).map(({ label }) => label)
  expect(labels(false)).toEqual(['No', 'A little', 'A lot', 'Completely'])
  expect(labels(true)).toEqual(['No', 'A little', 'A lot', 'Completely', 'Can’t tell'])
})
