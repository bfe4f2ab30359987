import { describe, expect, test } from 'vitest'
import { problemOf, tellingError } from '../../lib/store/problem.ts'

describe('problems', () => {
  test.for([
    [new DOMException('The quota has been exceeded', 'QuotaExceededError'), { kind: 'full' }],
    [new Error('QUOTA_BYTES quota exceeded'), { kind: 'full' }],
    [new Error('IO error: .../000003.log: No space left on device'), { kind: 'full' }],
    [new DOMException('Too old', 'VersionError'), { kind: 'newer' }],
    [new DOMException('my secret note', 'UnknownError'), { kind: 'failed', name: 'UnknownError' }],
    [null, { kind: 'failed', name: 'Error' }],
    ['text', { kind: 'failed', name: 'Error' }],
  ] as const)('%s', ([error, problem]) => {
    expect(problemOf(error)).toEqual(problem)
  })

  test('of several errors the one that tells most is told', () => {
    const [aborted, unknown, full] = ['AbortError', 'UnknownError', 'QuotaExceededError'].map(
      name => new DOMException('', name),
    )
    expect(tellingError([aborted, unknown, full])).toBe(full)
    expect(tellingError([aborted, unknown])).toBe(unknown)
    expect(tellingError([aborted])).toBe(aborted)
  })
})
