import { describe, expect, test } from 'vitest'
import { type Filter, filtersOn, isFiltering, noFilter, readFilter } from '../../lib/core/filter.ts'
import { createMatcher, type TextsOf } from '../../lib/core/filter-match.ts'
import type { CheckIn, Marker, Session } from '../../lib/core/records.ts'
import { checkInFields, noon, sessionFields } from '../contract/samples.ts'

const kept = { id: 'a', updatedAt: noon, origin: 'own' } as const
const checkIn = (more: Partial<CheckIn> = {}): CheckIn => ({ ...kept, ...checkInFields(noon), ...more })
const session = (more: Partial<Session> = {}): Session => ({ ...kept, ...sessionFields(noon), ...more })
const marker = (more: Partial<Marker> = {}): Marker => ({
  ...kept,
  day: '2026-11-22',
  type: 'own',
  text: 'Moved house',
  ...more,
})

const texts: { readonly [key: string]: readonly string[] } = {
  'word behind-glass': ['Behind glass', 'cut off'],
  'tag at-work': ['At work'],
  'pause look-up': ['Look up'],
  'marker loss': ['A loss'],
}
const textsOf: TextsOf = (kind, id) => texts[`${kind} ${id}`] ?? []

const matcherOf = (part: Partial<Filter>, locale = 'en') =>
  createMatcher({ ...noFilter, ...part }, textsOf, locale)
const lets = (part: Partial<Filter>, more: Partial<CheckIn> = {}, pauses: readonly string[] = []) =>
  matcherOf(part).checkIn(checkIn(more), pauses)
const letsAlone = (part: Partial<Filter>, more: Partial<Session> = {}) =>
  matcherOf(part).session(session(more))

/** A check-in at a time of day in Berlin, on the Sunday of the samples. */
const at = (time: string): Partial<CheckIn> => ({
  at: Temporal.ZonedDateTime.from(`2026-11-22T${time}[Europe/Berlin]`).epochMilliseconds,
})

describe('a stored filter', () => {
  test('is read as it was written', () => {
    const filter: Filter = {
      text: 'rain',
      words: ['numb'],
      tags: ['work'],
      pauses: ['look-up'],
      sources: ['import', 'nudge'],
      felt: { range: { from: 0, to: 3 }, cantTell: true, noAnswer: false },
      noted: true,
      weekdays: [6, 7],
      hours: { from: 22 * 60, to: 120 },
      period: { from: '2026-01-01', to: null },
    }
    expect(readFilter(JSON.parse(JSON.stringify(filter)))).toEqual(filter)
  })

  test.for([
    null,
    7,
    'text',
    [],
    { text: 7, words: 'numb', tags: [1, ''], felt: { range: { from: 5, to: 2 } }, weekdays: [0, 8, 1.5] },
    {
      felt: null,
      hours: { from: 1440, to: -1 },
      period: { from: '2026-02-30', to: 'today' },
      sources: ['x'],
    },
  ])('asks for nothing where it is none: %o', stored => {
    expect(readFilter(stored)).toEqual(noFilter)
  })

  test('knows whether it leaves anything out, and how much is on', () => {
    expect(isFiltering(noFilter)).toBe(false)
    expect(isFiltering({ ...noFilter, text: ' ' })).toBe(false)
    expect(isFiltering({ ...noFilter, text: 'a' })).toBe(true)
    expect(isFiltering({ ...noFilter, hours: { from: 0, to: null } })).toBe(true)
    expect(isFiltering({ ...noFilter, period: { from: null, to: '2026-01-01' } })).toBe(true)
    expect(filtersOn({ ...noFilter, text: 'a', words: ['x', 'y'], noted: true })).toBe(2)
  })
})

describe('text', () => {
  test.for([
    ['in the note', { note: 'Rain on the Roof' }, 'roof', true],
    ['nowhere', { note: 'Rain on the roof' }, 'sun', false],
    ['every part, wherever it is', { note: 'Rain', tags: ['at-work'] }, 'work rain', true],
    ['not one part alone', { note: 'Rain' }, 'rain sun', false],
    ['in a word’s label', { words: [{ id: 'behind-glass', guess: true }] }, 'GLASS', true],
    ['in what else a word is called', { words: [{ id: 'behind-glass', guess: false }] }, 'cut', true],
    ['without its accents', { note: 'Das Café' }, 'cafe', true],
    ['with accents typed', { note: 'the cafe' }, 'café', true],
    ['without apostrophes', { note: "I don't know" }, 'dont', true],
    ['with another apostrophe', { note: 'I don’t know' }, "don't", true],
    ['with a hyphen typed', { note: 'an e-mail' }, 'e-mail', true],
    ['with a hyphen left out', { note: 'an e-mail' }, 'e mail', true],
    ['over lines', { note: 'one\ntwo' }, 'one two', true],
    ['in the id of what has no label', { words: [{ id: 'unknown', guess: false }] }, 'unknown', false],
  ] as const)('is found %s', ([, more, text, found]) => {
    expect(lets({ text }, more)).toBe(found)
  })

  test('is found in the name of a pause that came with the check-in', () => {
    expect(lets({ text: 'look' }, {}, ['look-up'])).toBe(true)
    expect(lets({ text: 'look' })).toBe(false)
  })

  test('follows the capitals of the language', () => {
    expect(matcherOf({ text: 'I' }, 'tr').checkIn(checkIn({ note: 'ılık' }), [])).toBe(true)
  })

  test('of blanks and hyphens alone leaves nothing out', () => {
    expect(lets({ text: ' - ' })).toBe(true)
  })
})

describe('kinds', () => {
  test('any within one kind, all over kinds', () => {
    const words = [{ id: 'numb', guess: false }]
    expect(lets({ words: ['numb', 'flat'] }, { words })).toBe(true)
    expect(lets({ words: ['flat'] }, { words })).toBe(false)
    expect(lets({ words: ['numb'], tags: ['work'] }, { words })).toBe(false)
    expect(lets({ words: ['numb'], tags: ['work'] }, { words, tags: ['work', 'home'] })).toBe(true)
    expect(lets({ pauses: ['look-up'] }, {}, ['hum', 'look-up'])).toBe(true)
    expect(lets({ pauses: ['look-up'] }, {}, ['hum'])).toBe(false)
  })

  test.for([
    ['a value within', { felt: 3 }, true],
    ['its first', { felt: 2 }, true],
    ['above', { felt: 5 }, false],
    ['no answer, which is no number', {}, false],
    ['can’t tell, which is no number', { cantTell: ['felt'] }, false],
  ] as const)('felt from 2 to 4 with %s', ([, more, found]) => {
    expect(lets({ felt: { range: { from: 2, to: 4 }, cantTell: false, noAnswer: false } }, more)).toBe(found)
  })

  test('can’t tell and no answer are asked for apart', () => {
    const cantTell = { felt: { range: null, cantTell: true, noAnswer: false } }
    const noAnswer = { felt: { range: null, cantTell: false, noAnswer: true } }
    expect([lets(cantTell, { cantTell: ['felt'] }), lets(cantTell, {}), lets(cantTell, { felt: 0 })]).toEqual(
      [true, false, false],
    )
    expect([lets(noAnswer, { cantTell: ['felt'] }), lets(noAnswer, {}), lets(noAnswer, { felt: 0 })]).toEqual(
      [false, true, false],
    )
  })

  test('how it came about, imports of any name as one', () => {
    expect(lets({ sources: ['import'] }, { source: 'import:daylio' })).toBe(true)
    expect(lets({ sources: ['nudge', 'page'] }, { source: 'popup' })).toBe(false)
  })

  test('a note', () => {
    expect([lets({ noted: true }, { note: ' \n' }), lets({ noted: true }, { note: 'x' })]).toEqual([
      false,
      true,
    ])
  })
})

describe('time', () => {
  test('the weekday is the one it was lived on', () => {
    expect([lets({ weekdays: [7] }), lets({ weekdays: [1, 6] })]).toEqual([true, false])
    expect(lets({ weekdays: [1, 2, 3, 4, 5, 6, 7] }, { day: '2026-02-30' })).toBe(false)
  })

  test.for([
    ['09:00', 9 * 60, 10 * 60, true],
    ['10:00', 9 * 60, 10 * 60, false],
    ['23:30', 22 * 60, 2 * 60, true],
    ['01:59', 22 * 60, 2 * 60, true],
    ['02:00', 22 * 60, 2 * 60, false],
    ['23:59', 22 * 60, null, true],
    ['00:00', null, 60, true],
    ['12:00', null, 60, false],
    ['12:00', 600, 600, true],
  ] as const)('%s between %s and %s', ([time, from, to, found]) => {
    expect(lets({ hours: { from, to } }, at(time))).toBe(found)
  })

  test('hours are those of the zone it was lived in, on both sides of a clock change', () => {
    const hours = { from: 9 * 60, to: 10 * 60 }
    const zone = 'America/New_York'
    for (const day of ['2026-03-07', '2026-03-08', '2026-11-01', '2026-11-02']) {
      const nine = Temporal.ZonedDateTime.from(`${day}T09:30[${zone}]`).epochMilliseconds
      expect(lets({ hours }, { at: nine, zone })).toBe(true)
      expect(lets({ hours }, { at: nine + 3_600_000, zone })).toBe(false)
    }
    expect(lets({ hours }, { zone: 'Nowhere/At_All' })).toBe(false)
  })

  test('what has no time has no hour', () => {
    expect(lets({ hours: { from: 0, to: null } }, { precision: 'day' })).toBe(false)
    expect(lets({ weekdays: [7] }, { precision: 'day' })).toBe(true)
  })

  test.for([
    [{ from: '2026-11-22', to: '2026-11-22' }, true],
    [{ from: '2026-11-23', to: null }, false],
    [{ from: null, to: '2026-11-21' }, false],
    [{ from: null, to: '2026-11-22' }, true],
  ] as const)('the period %o', ([period, found]) => {
    expect(lets({ period })).toBe(found)
  })

  test('a day on no calendar lies in the period of its instant; one that contradicts it in its own', () => {
    const period = { from: '2026-11-22', to: '2026-11-22' }
    expect(lets({ period }, { day: '2026-02-30' })).toBe(true)
    expect(lets({ period: { from: '2020-01-01', to: '2020-12-31' } }, { day: '2020-05-05' })).toBe(true)
    expect(lets({ period }, { day: '2020-05-05' })).toBe(false)
  })
})

describe('what is no check-in', () => {
  test('a pause alone is found by name, kind and time', () => {
    expect(letsAlone({ text: 'look' })).toBe(true)
    expect(letsAlone({ text: 'look rain' })).toBe(false)
    expect(letsAlone({ pauses: ['look-up'], weekdays: [7], hours: { from: 720, to: 721 } })).toBe(true)
    expect(letsAlone({ pauses: ['hum'] })).toBe(false)
    expect(letsAlone({ period: { from: '2026-11-23', to: null } })).toBe(false)
  })

  test.for([
    { words: ['numb'] },
    { tags: ['work'] },
    { sources: ['popup'] as const },
    { noted: true },
    { felt: { range: null, cantTell: false, noAnswer: true } },
  ])('%o is asked of check-ins alone', part => {
    expect(letsAlone(part)).toBe(false)
    expect(matcherOf(part).marker(marker())).toBe(false)
  })

  test('a marker is found by what it says, and by its day', () => {
    expect(matcherOf({ text: 'house' }).marker(marker())).toBe(true)
    expect(matcherOf({ text: 'loss house' }).marker(marker({ type: 'loss' }))).toBe(true)
    expect(matcherOf({ text: 'flat' }).marker(marker())).toBe(false)
    expect(matcherOf({ period: { from: '2026-11-22', to: null } }).marker(marker())).toBe(true)
    expect(matcherOf({ period: { from: '2026-11-22', to: null } }).marker(marker({ day: '?' }))).toBe(false)
    expect(matcherOf({ weekdays: [7] }).marker(marker())).toBe(false)
  })

  test('pauses are read only where they can change what is found', () => {
    const asks = (part: Partial<Filter>) => matcherOf(part).asksPauses(['look-up'])
    expect([asks({ text: 'look' }), asks({ text: 'rain' }), asks({ text: 'rain look' })]).toEqual([
      true,
      false,
      true,
    ])
    expect([asks({ words: ['numb'] }), asks({ weekdays: [1] }), asks({ pauses: ['hum'] })]).toEqual([
      false,
      true,
      true,
    ])
  })
})
