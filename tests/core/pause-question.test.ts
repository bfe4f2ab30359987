import { expect, test } from 'vitest'
import { type AfterPauses, pauseQuestion } from '../../lib/core/pause-question.ts'

type Given = Partial<Omit<AfterPauses, 'wishes'>> & { readonly wishes?: Partial<AfterPauses['wishes']> }

const asked = (given: Given) =>
  pauseQuestion({
    pauses: 3,
    owner: 'now',
    answered: { goal: false, compare: false },
    gentle: false,
    ...given,
    wishes: { goal: null, compare: false, askedIn: { goal: null, compare: null }, ...given.wishes },
  })
const before = { goal: 'then', compare: null }

test.each([
  [2, null],
  [3, 'goal'],
  [9, 'goal'],
] as const)('after %i pauses: %s', (pauses, question) => expect(asked({ pauses })).toBe(question))

test('what pauses are for is asked once, and stays for the check-in in which it is', () => {
  expect(asked({ wishes: { askedIn: { goal: 'now', compare: null } } })).toBe('goal')
  expect(asked({ wishes: { askedIn: before } })).toBeNull()
  expect(asked({ wishes: { goal: 'more' } })).toBeNull()
  expect(asked({ wishes: { goal: 'more' }, answered: { goal: true, compare: false } })).toBe('goal')
})

test.each([
  [9, null],
  [10, 'compare'],
  [11, 'compare'],
] as const)('the comparison, after %i: %s', (pauses, question) =>
  expect(asked({ pauses, wishes: { askedIn: before } })).toBe(question),
)

test('the comparison is asked once, not beside the other, and not of who pauses to rest or has it on', () => {
  const ten = (wishes: Partial<AfterPauses['wishes']>) =>
    asked({ pauses: 10, wishes: { askedIn: before, ...wishes } })
  expect(ten({ askedIn: { goal: 'then', compare: 'then too' } })).toBeNull()
  expect(ten({ askedIn: { goal: 'now', compare: null }, goal: 'more' })).toBeNull()
  expect(ten({ goal: 'rest' })).toBeNull()
  expect(ten({ compare: true })).toBeNull()
})

test('after “worse”, far away or after a hard word nothing is asked', () => {
  expect(asked({ gentle: true })).toBeNull()
  expect(asked({ gentle: true, pauses: 10, wishes: { askedIn: before } })).toBeNull()
})
