/** The line on the next reminder, and when a screen reader is told of it. */
import { expect, test } from 'vitest'
import { drawsNearer } from '../../../components/nudges/next-texts.ts'

test('that a reminder draws nearer is told to nobody aloud, that none comes any more is', () => {
  expect(drawsNearer('use', 'use')).toBe(true)
  expect(drawsNearer('between', 'before')).toBe(true)
  for (const state of ['off', 'shown', 'quiet', 'none', 'held', 'away-until-time', 'unknown'] as const) {
    expect(drawsNearer('use', state)).toBe(false)
    expect(drawsNearer(state, 'use')).toBe(false)
  }
  expect(drawsNearer(undefined, 'use')).toBe(false)
})
