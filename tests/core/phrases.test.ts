/** Phrases in a text: case, punctuation, apostrophes, accents, the borders of words, and texts of any kind. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeTexts, newTexts } from '../../lib/core/free-texts.ts'
import { phraseMatch } from '../../lib/core/phrases.ts'

const latin = phraseMatch([
  {
    phrases: ["can't stop", 'ça (va|ira) mal', 'weiß nicht', 'up(side|) down', 'go (on|(down|up) there)'],
    lookAlikes: ["can't stop (laughing|now)"],
  },
])
const kana = phraseMatch([
  { phrases: ['かぎを', '(開|あ)けて'], lookAlikes: ['あけてすぐ'], spaceless: true },
])

describe('a phrase', () => {
  test.each([
    'can’t stop',
    'CAN`T  STOP',
    'can´t stop',
    'I cant\tstop.',
    '“Can’t—stop”',
    'ca va mal',
    'Ça ira mal!',
    'c\u0327a va mal',
    'ich WEISS nicht',
    'upside-down',
    'up down',
    'ｃａｎ’ｔ ｓｔｏｐ',
    "can't stop laughing, can't stop",
    "I can't stop. Now it is late",
    "can't\nstop\nnow",
    'can’t stoooop',
    'uuup down',
  ])('is found in %j', text => expect(latin(text)).toBe(true))

  test.each([
    'can’t stopping',
    'scant stop',
    'can’t, or may not, stop',
    'can’t stop laughing',
    'I can’t stop NOW',
    'upsidedown',
    '',
    '   ',
    '\ud800',
  ])('is not found in %j', text => expect(latin(text)).toBe(false))

  test('is found within other letters where the script has no spaces, and a mark over kana is another letter', () => {
    expect(kana('そのかぎを')).toBe(true)
    expect(kana('そのかぎを'.normalize('NFD'))).toBe(true)
    expect(kana('そのがきを')).toBe(false)
    expect(kana('まどをあけて')).toBe(true)
    expect(kana('あけてすぐ')).toBe(false)
    expect(kana('か ぎ\nを')).toBe(true)
    expect(kana('あけて。すぐ')).toBe(true)
  })

  test('may hold choices within choices', () => {
    expect(['go on', 'go down there', 'go up there'].map(latin)).toEqual([true, true, true])
    expect(['go down', 'go there'].map(latin)).toEqual([false, false])
  })

  test('is in no text where there are none', () => expect(phraseMatch([])('anything')).toBe(false))

  test('is looked for in every text without a problem', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffff), { maxLength: 60 }), units => {
        const text = String.fromCharCode(...units)
        expect(typeof latin(text)).toBe('boolean')
        expect(latin(`${text} can't stop`)).toBe(true)
      }),
    )
  })
})

describe('the free texts of a record', () => {
  test('are those that a person wrote', () => {
    expect(freeTexts('checkIns', { note: 'a', words: [{ id: 'numb' }], source: 'popup' })).toEqual(['a'])
    expect(
      freeTexts('reflections', { type: 'step', fields: { a: 'b', c: [{ d: 'e' }, 4, null, ''] } }),
    ).toEqual(['b', 'e'])
    expect(freeTexts('markers', { day: '2026-01-01', text: 'c' })).toEqual(['c'])
    expect(freeTexts('tags', { label: 'd', group: 'x' })).toEqual(['d'])
    expect(freeTexts('pauses', { label: 'e', text: null, steps: [{ text: 'f', seconds: 4 }] })).toEqual([
      'e',
      'f',
    ])
    expect(freeTexts('sessions', { pauseId: 'hum' })).toEqual([])
    expect(freeTexts('nudges', {})).toEqual([])
    expect(freeTexts('checkIns', null)).toEqual([])
  })

  test('are new where they were not there before', () => {
    const before = { fields: { a: 'one', b: 'two' } }
    expect(newTexts('reflections', before, { fields: { a: 'one', b: 'three', done: true } })).toEqual([
      'three',
    ])
    expect(newTexts('reflections', null, before)).toEqual(['one', 'two'])
  })

  test('end where a record goes too deep', () => {
    const loop: { [name: string]: unknown } = { text: 'here' }
    loop['self'] = loop
    expect(freeTexts('reflections', { fields: loop }).length).toBeLessThan(20)
  })
})
