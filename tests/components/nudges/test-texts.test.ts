/** What is said after "send one now", where it was not seen. */
import { beforeEach, expect, test } from 'vitest'
import { testSaid } from '../../../components/nudges/test-texts.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

test.each([
  ['off', []],
  ['on', ['The dot on the button still works.']],
  ['switched-on', ['The dot on the button is on.']],
] as const)('of the dot nothing is said but what is so: %s', (dot, said) => {
  const system = { os: 'windows', family: 'chromium', name: 'Google Chrome' } as const
  expect(testSaid({ kind: 'help', about: 'message', system, dot })).toEqual([
    'Your system does not show Thaw’s reminders.',
    ...said,
  ])
})
