/** If-then plans: what is read of one and which hold, whatever is stored. */
import { describe, expect, test } from 'vitest'
import { planIn, plansNow } from '../../lib/core/if-then.ts'

const plan = (entries: readonly (readonly [string, unknown])[]) =>
  planIn({ type: 'plan', fields: Object.fromEntries(entries) })

describe('a plan', () => {
  test('leads to a pause, or to a small step in the words of the person', () => {
    const cue = ['if', 'tag:work'] as const
    expect(plan([cue, ['then', 'hum']])).toEqual({ cue: 'tag:work', aim: { pauseId: 'hum' } })
    expect(plan([cue, ['then', null], ['step', ' Wave ']])).toEqual({
      cue: 'tag:work',
      aim: { step: 'Wave' },
    })
  })

  test.each([
    [[]],
    [[['if', 'tag:work']]],
    [[['then', 'hum']]],
    [
      [
        ['if', 'hour:24'],
        ['then', 'hum'],
      ],
    ],
    [
      [
        ['if', 'tag:'],
        ['step', 'Wave'],
      ],
    ],
    [
      [
        ['if', ['tag:work']],
        ['step', 'Wave'],
      ],
    ],
    [
      [
        ['if', 'tag:work'],
        ['then', ''],
        ['step', ' '],
      ],
    ],
  ] as const)('is none in %j', entries => {
    expect(plan(entries)).toBeNull()
  })

  test('is none in what is no plan', () => {
    expect(planIn({ type: 'step', fields: { if: 'tag:work', step: 'Wave' } })).toBeNull()
  })
})

test('those hold whose hour, tag, word or thought was just logged, in the order given', () => {
  const all = (['hour:9', 'tag:work', 'word:numb', 'thought:x', 'tag:numb', 'hour:10'] as const).map(cue => ({
    cue,
    aim: { step: 'Wave' },
  }))
  const now = plansNow(all, { tags: ['work'], words: ['numb'], thoughts: ['x'], hour: 9 })
  expect(now.map(({ cue }) => cue)).toEqual(['hour:9', 'tag:work', 'word:numb', 'thought:x'])
})
