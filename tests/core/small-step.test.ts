/** What small steps say, for how long each stays in sight, and what becomes of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reflection } from '../../lib/core/records.ts'
import {
  allSteps,
  carriedOver,
  markedDone,
  putOff,
  reached,
  reopened,
  stepsOf,
  stepsSince,
  writtenStep,
} from '../../lib/core/small-step.ts'
import { hour, momentOf } from '../../lib/core/time.ts'
import { lawRuns, lawSeed } from '../support/law-runs.ts'

const seed = lawSeed('small steps')

const now = (iso = '2026-11-22T12:00[Europe/Berlin]') => Temporal.ZonedDateTime.from(iso)

type Row = Pick<Reflection, 'id' | 'at' | 'day' | 'type' | 'fields'>

const said = (iso: string, fields: Reflection['fields'] = { text: 'Water the plant' }): Row => {
  const { at, day } = momentOf(Temporal.ZonedDateTime.from(iso))
  return { id: `step of ${iso}`, at, day, type: 'step', fields }
}
const today = (fields: Reflection['fields']) =>
  stepsOf([said('2026-11-22T09:00[Europe/Berlin]', fields)], now())

describe('what a step says', () => {
  test('is its line, with how long it takes', () => {
    const fields = { text: ' Water the plant ', minutes: '5', expected: 3, pauseId: 'one-small-thing' }
    expect(today(fields)).toMatchObject([{ text: 'Water the plant', minutes: 5, to: null, how: null }])
  })

  test('is the smallest line of a ladder, and nothing of what felt too big', () => {
    const ladder = ['Do the taxes', 'Sort the letters', 'Find the folder', ' ']
    expect(today({ ladder, pauseId: 'smaller-step' })).toMatchObject([{ text: 'Find the folder' }])
  })

  test('is the person where nothing else was said of a hello', () => {
    expect(today({ to: 'Mira', text: 'wave' })).toMatchObject([{ text: 'wave', to: 'Mira' }])
    expect(today({ to: 'Mira', text: null })).toMatchObject([{ text: 'Mira', to: null }])
  })

  test.each([
    ['smaller', 1],
    ['shared', 1],
    ['later', 0],
    ['dropped', 0],
    [null, 0],
    ['burnt', 0],
  ])('of something that presses and could be %s stands %i times', (how, times) => {
    expect(today({ text: 'the move', how })).toHaveLength(times)
  })

  test('has a name of sixty letters at most', () => {
    const [step] = today({ text: '🧊'.repeat(61) })
    expect(step?.text).toBe('🧊'.repeat(61))
    expect(step?.name).toBe(`${'🧊'.repeat(59)}…`)
  })

  test.each([
    {},
    { text: null },
    { text: ' ', ladder: [] },
    { text: 7, ladder: 'x', minutes: {} },
    { ladder: [null, 3, ''] },
  ])('is nothing in %o', fields => {
    expect(today(fields)).toEqual([])
  })

  test.each(['-5', '0', '', '5 min', '1e9', 5, null])('has no length in %o', minutes => {
    expect(today({ text: 'x', minutes })).toMatchObject([{ minutes: null }])
  })
})

describe('a step that is open', () => {
  const row = said('2026-11-20T23:50[Europe/Berlin]')
  const statesOn = (...days: readonly string[]) =>
    days.map(day => stepsOf([row], now(`${day}T00:00[Europe/Berlin]`)).map(({ state }) => state))

  test('stays for its day and two more, then goes without a word', () => {
    expect(statesOn('2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23')).toEqual([
      ['open'],
      ['open'],
      ['open'],
      [],
    ])
  })

  test('that is put off is back on the next day, for as long as it would have stayed', () => {
    const fields = putOff(row.fields, '2026-11-21')
    const states = (day: string) =>
      stepsOf([{ ...row, fields: fields ?? {} }], now(`${day}T20:00[Europe/Berlin]`)).map(
        ({ state }) => state,
      )
    expect(['2026-11-21', '2026-11-22', '2026-11-23'].map(states)).toEqual([['set-aside'], ['open'], []])
  })

  test('counts its days where it was said', () => {
    // It was the 20th in Tokyo while Los Angeles had the 19th.
    const flown = said('2026-11-20T08:00[Asia/Tokyo]')
    const on = (day: string) => stepsOf([flown], now(`${day}T12:00[America/Los_Angeles]`)).length
    expect(['2026-11-19', '2026-11-22', '2026-11-23'].map(on)).toEqual([1, 1, 0])
  })

  test.each(['2026-02-30', '+012026-01-01', '', 'today'])(
    'of the day %o counts from when it was said',
    day => {
      expect(stepsOf([{ ...row, day }], now())).toHaveLength(1)
      expect(stepsOf([{ ...row, day }], now('2026-11-23T00:00[Europe/Berlin]'))).toEqual([])
    },
  )
})

describe('how much reaches the person', () => {
  test.each([
    [3, 3],
    [0, 0],
    [10, 10],
    [11, null],
    [-1, null],
    [2.5, null],
    ['3', null],
    [null, null],
  ])('of %o is read as %o', (value, read) => {
    expect(today({ text: 'x', expected: value, actual: value })).toMatchObject([
      { expected: read, actual: read },
    ])
  })
})

describe('a step that is carried over', () => {
  const row = { ...said('2026-10-01T09:00[Europe/Berlin]'), zone: 'Europe/Berlin' }
  const moment = momentOf(now())

  test('stands among all steps until then, whatever its day, and on Today from then on', () => {
    expect(stepsOf([row], now())).toEqual([])
    expect(allSteps([row], now())).toMatchObject([{ id: row.id, state: 'open', inSight: false }])
    const { id } = row
    const carried = carriedOver({ ...row, fields: putOff(row.fields, moment.day) ?? {} }, moment)
    expect(carried).toMatchObject({ ...moment, fields: { text: 'Water the plant' } })
    expect(stepsOf([{ id, ...(carried ?? row) }], now())).toMatchObject([{ state: 'open', inSight: true }])
  })

  test('is none where it was done meanwhile', () => {
    expect(carriedOver({ ...row, fields: markedDone(row.fields, moment.at) }, moment)).toBeNull()
  })
})

test('a step that no pause left behind is one like others', () => {
  const moment = momentOf(now())
  const written = writtenStep(moment, { text: ' Wave ', minutes: 5, expected: 0 })
  expect(written.fields).toEqual({ text: 'Wave', minutes: '5', expected: 0, pauseId: null })
  expect(stepsOf([{ id: 'own', ...written }], now())).toMatchObject([
    { text: 'Wave', minutes: 5, expected: 0, actual: null, state: 'open' },
  ])
})

describe('a step that is done', () => {
  const row = said('2026-11-21T09:00[Europe/Berlin]')
  const done = (iso: string): Row => ({
    ...row,
    fields: markedDone(row.fields, Temporal.ZonedDateTime.from(iso).epochMilliseconds),
  })

  test('stays in sight on the day on which it was done, and no longer', () => {
    expect(stepsOf([done('2026-11-22T00:00[Europe/Berlin]')], now())).toMatchObject([{ state: 'done' }])
    expect(stepsOf([done('2026-11-21T23:59[Europe/Berlin]')], now())).toEqual([])
  })

  test('is not put off by a page that has not heard of it yet', () => {
    expect(putOff(done('2026-11-22T10:00[Europe/Berlin]').fields, '2026-11-22')).toBeNull()
  })

  test.each(['yesterday', Number.NaN, null, {}])('is open again where %o says when', doneAt => {
    expect(today({ text: 'x', doneAt })).toMatchObject([{ state: 'open' }])
  })
})

test('the newest stands first, and nothing but steps', () => {
  const rows = [said('2026-11-21T09:00[Europe/Berlin]'), said('2026-11-22T09:00[Europe/Berlin]')]
  const line: Row = { ...said('2026-11-22T10:00[Europe/Berlin]'), type: 'line' }
  expect(stepsOf([...rows, line], now()).map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toReversed())
})

const fieldsOf = fc.dictionary(
  fc.constantFrom(
    'actual',
    'text',
    'to',
    'ladder',
    'minutes',
    'how',
    'doneAt',
    'setAside',
    'expected',
    'pauseId',
  ),
  fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constantFrom(null, 'smaller', '2026-11-22', Number.NaN),
    fc.array(fc.oneof(fc.string(), fc.constant(null))),
  ),
)
const zones = fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Niue', 'Australia/Lord_Howe')

test('whatever is said of a step can be taken back, and leaves all else as it was', () => {
  fc.assert(
    fc.property(fieldsOf, fc.integer({ min: 0, max: 2 ** 45 }), (fields, at) => {
      const open = reopened(fields)
      expect(reopened(markedDone(fields, at))).toEqual(open)
      expect(reopened(reached(markedDone(fields, at), 3))).toEqual(open)
      expect(reopened(putOff(open, '2026-11-22') ?? {})).toEqual(open)
      expect(reopened(open)).toEqual(open)
    }),
    { seed, numRuns: lawRuns(0.1) },
  )
})

test('whatever is stored and wherever it was said, it is read, and from as far back as it can be in sight', () => {
  const spread = fc.integer({ min: -5 * 24 * hour, max: 5 * 24 * hour })
  fc.assert(
    fc.property(fieldsOf, spread, zones, zones, (fields, ago, there, here) => {
      const reading = now().withTimeZone(here)
      const row = said(now().withTimeZone(there).subtract({ milliseconds: ago }).toString(), fields)
      const shown = stepsOf([row], reading)
      for (const step of shown) expect(step.text.trim()).not.toBe('')
      if (shown.length > 0) expect(row.at).toBeGreaterThanOrEqual(stepsSince(reading))
    }),
    { seed, numRuns: lawRuns(0.1) },
  )
})
