/** Which pauses a person may write, and what is said to them where one cannot be kept. */
import { describe, expect, test } from 'vitest'
import {
  isPutAwayPause,
  type OwnPauseProblem,
  ownPauseLimits,
  ownPauseTexts,
  readPauseContent,
  secondsTyped,
  type WrittenPause,
} from '../../lib/core/own-pause.ts'

const step = { text: 'Look at the tree.', seconds: 20 }
const tree: WrittenPause = { name: 'The tree', about: 'Outside the window.', steps: [step] }
const steps = (count: number, seconds: number | null) =>
  Array.from({ length: count }, () => ({ text: 'Look.', seconds }))

const kept = (change: Partial<WrittenPause>) => ownPauseTexts({ ...tree, ...change }, [], 'en')

describe('what is kept', () => {
  test('is what was typed, without blanks around', () => {
    const typed = { name: '  The tree ', about: ' ', steps: [{ text: ' Look.\nLonger. ', seconds: null }] }
    expect(kept(typed)).toEqual({
      ok: true,
      value: { label: 'The tree', text: null, steps: [{ text: 'Look.\nLonger.', seconds: null }] },
    })
  })

  test.each(['<b>tree</b>', 'شجرة', '👨‍👩‍👧‍👦', 'a\0b', '\u202eeert', '__proto__'])(
    '“%s” stands as typed',
    text => {
      expect(kept({ name: text, about: text, steps: [{ text, seconds: 1 }] })).toEqual({
        ok: true,
        value: { label: text, text, steps: [{ text, seconds: 1 }] },
      })
    },
  )

  test('is well-formed', () => {
    expect(kept({ name: 'tree \ud83c', steps: [{ text: '\udf33', seconds: 5 }] })).toMatchObject({
      value: { label: 'tree \ufffd', steps: [{ text: '\ufffd' }] },
    })
  })

  test.each<[string, Partial<WrittenPause>]>([
    ['a name of 80 characters', { name: 'x'.repeat(80) }],
    ['a name of 80 families', { name: '👨‍👩‍👧'.repeat(80) }],
    ['a line of 200 characters', { about: 'x'.repeat(200) }],
    ['a step of 500 characters', { steps: [{ text: 'x'.repeat(500), seconds: 1 }] }],
    ['30 steps', { steps: steps(30, 60) }],
    ['steps of 1 and of 600 seconds', { steps: [...steps(1, 1), ...steps(1, 600)] }],
    ['half an hour', { steps: steps(3, 600) }],
  ])('goes up to %s', (_, change) => {
    expect(kept(change).ok).toBe(true)
  })
})

describe('what is refused', () => {
  test.each<[string, Partial<WrittenPause>, OwnPauseProblem]>([
    ['no name', { name: ' \u200b ' }, { kind: 'name-empty' }],
    ['a long name', { name: 'x'.repeat(81) }, { kind: 'name-long', length: 81 }],
    [
      'a name of letters under hundreds of accents',
      { name: `a${'\u0301'.repeat(900)}` },
      { kind: 'name-long', length: 901 },
    ],
    ['a long line', { about: 'x'.repeat(201) }, { kind: 'about-long', length: 201 }],
    ['no steps', { steps: [] }, { kind: 'no-steps' }],
    ['200 steps', { steps: steps(200, 1) }, { kind: 'many-steps', count: 200 }],
    ['an empty step', { steps: [step, { text: '\n', seconds: 5 }] }, { kind: 'step-empty', step: 2 }],
    [
      'a long step',
      { steps: [{ text: 'x'.repeat(501), seconds: 5 }] },
      { kind: 'step-long', step: 1, length: 501 },
    ],
    ['0 seconds', { steps: steps(1, 0) }, { kind: 'step-seconds', step: 1 }],
    ['minus 5 seconds', { steps: steps(1, -5) }, { kind: 'step-seconds', step: 1 }],
    ['10,000 seconds', { steps: [step, ...steps(1, 10_000)] }, { kind: 'step-seconds', step: 2 }],
    ['half seconds', { steps: steps(1, 1.5) }, { kind: 'step-seconds', step: 1 }],
    ['no number', { steps: steps(1, Number.NaN) }, { kind: 'step-seconds', step: 1 }],
    ['no end', { steps: steps(1, Number.POSITIVE_INFINITY) }, { kind: 'step-seconds', step: 1 }],
    [
      'more than half an hour',
      { steps: [...steps(3, 600), ...steps(1, 1)] },
      { kind: 'pause-long', seconds: 1801 },
    ],
    [
      'more than half an hour with waiting',
      { steps: [...steps(3, 600), ...steps(1, null)] },
      { kind: 'pause-long', seconds: 1820 },
    ],
  ])('%s', (_, change, problem) => {
    expect(kept(change)).toEqual({ ok: false, problem })
  })

  test('a name that another pause has, in whatever letters', () => {
    const others = [
      { id: 'look-up', name: 'Look up', hidden: false },
      { id: 'sigh', name: 'Sigh', hidden: true },
    ]
    expect(ownPauseTexts({ ...tree, name: 'LOOK  up' }, others, 'en')).toEqual({
      ok: false,
      problem: { kind: 'name-taken', name: 'Look up', hidden: false },
    })
    expect(ownPauseTexts({ ...tree, name: 'sigh' }, others, 'en')).toMatchObject({
      problem: { hidden: true },
    })
  })

  test('for the first thing alone, from top to bottom', () => {
    const wrong = { name: '', about: 'x'.repeat(201), steps: [] }
    expect(kept(wrong)).toMatchObject({ problem: { kind: 'name-empty' } })
    expect(kept({ ...wrong, name: 'Tree' })).toMatchObject({ problem: { kind: 'about-long' } })
  })
})

test.each([
  ['', null],
  ['  ', null],
  ['20', 20],
  [' 020 ', 20],
  ['٢٠', 20],
  ['0', 0],
  ['1.5', Number.NaN],
  ['1e3', Number.NaN],
  ['-5', Number.NaN],
  ['twenty', Number.NaN],
])('“%s” is %d seconds', (text, seconds) => {
  expect(secondsTyped(text)).toEqual(seconds)
})

test('an own pause without steps was deleted; one of Thaw’s has none', () => {
  expect(isPutAwayPause({ label: 'Tree', steps: [] })).toBe(true)
  expect(isPutAwayPause({ label: 'Tree', steps: [step] })).toBe(false)
  expect(isPutAwayPause({ label: null })).toBe(false)
})

test('the limits are those that the sentences name', () => {
  expect(ownPauseLimits).toMatchObject({ name: 80, about: 200, steps: 30, stepText: 500, seconds: 1800 })
  expect(ownPauseLimits.stepSeconds).toEqual({ from: 1, to: 600 })
})

test('what a pause has lost is read as it was kept, and nothing else is that', () => {
  const content = { steps: [{ text: 'Look.', seconds: null }], favourite: true, hidden: false }
  expect(readPauseContent(content)).toEqual(content)
  for (const broken of [
    null,
    {},
    { ...content, favourite: 'yes' },
    { ...content, hidden: null },
    { ...content, steps: null },
    { ...content, steps: [{ text: 'Look.' }] },
    { ...content, steps: [null] },
  ])
    expect(readPauseContent(broken)).toBeNull()
})
