import { expect, test } from 'vitest'
import { errorName } from '../../lib/core/error-name.ts'

test('an error is told by its name, without what it says', () => {
  expect(errorName(new DOMException('what somebody wrote', 'QuotaExceededError'))).toBe('QuotaExceededError')
  expect(errorName(new TypeError('what somebody wrote'))).toBe('TypeError')
})

test('what is no error has no name of its own', () => {
  expect([undefined, null, 'what somebody wrote', { name: 'Ada' }].map(errorName)).toEqual(
    Array(4).fill('Error'),
  )
})
