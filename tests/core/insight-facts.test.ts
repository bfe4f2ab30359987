/** What Patterns take out of records, and what numbness was to the person, beside when it was. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hemisphereOf } from '../../lib/content/southern-zones.ts'
import { newCheckIn } from '../../lib/core/check-in.ts'
import { dayRows, emptyDay } from '../../lib/core/days.ts'
import { type CheckInFact, dayNumberOf } from '../../lib/core/insight/facts.ts'
import { createGatherer, joined } from '../../lib/core/insight/gather.ts'
import { meaningCard } from '../../lib/core/insight/meaning.ts'
import { feltDay, weekdayFinding, weekdayOfDays } from '../../lib/core/insight/weekday.ts'
import { wordsFinding } from '../../lib/core/insight/words.ts'
import type { CheckIn, Reflection, Session } from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'

const kept = { updatedAt: 1, origin: 'own' } as const

const checkInAt = (iso: string, fields: Partial<CheckIn> = {}): CheckIn => ({
  ...kept,
  id: iso,
  ...newCheckIn(momentOf(Temporal.ZonedDateTime.from(iso)), { source: 'popup', nudgeId: null }),
  ...fields,
})

const gatherer = () =>
  createGatherer({
    kindOf: id => (id === 'look-up' ? 'out' : 'own'),
    isQuiet: id => id === 'quiet-pause',
    isNoWord: id => id === 'not-sure',
    hemisphereOf,
    isCompared: () => false,
  })

const factsOf = (...records: readonly CheckIn[]): readonly CheckInFact[] =>
  gatherer().checkIns(records).checkIns ?? []

describe('facts', () => {
  test('have the hour where it was lived, and none where the time is not known', () => {
    const [tokyo, day] = factsOf(
      checkInAt('2026-11-02T21:30[Asia/Tokyo]', { felt: 3 }),
      checkInAt('2026-11-02T12:00[Europe/Berlin]', { precision: 'day' }),
    )
    expect(tokyo).toMatchObject({ hour: 21.5, felt: 3 })
    expect(day?.hour).toBeNull()
    expect(day?.day).toBe(tokyo?.day)
  })

  test('leave out what lies on no calendar, and everything that was written', () => {
    const facts = factsOf(
      checkInAt('2026-11-02T12:00[UTC]', { day: '2026-02-31' }),
      checkInAt('2026-11-02T12:00[UTC]', { note: 'a note', words: [{ id: 'numb', guess: true }] }),
    )
    expect(facts).toHaveLength(1)
    expect(facts[0]?.words).toEqual(['numb'])
    expect(JSON.stringify(facts)).not.toContain('a note')
  })

  test('of a pause know how far away things felt in its check-in', () => {
    const moment = momentOf(Temporal.ZonedDateTime.from('2026-11-02T12:01[UTC]'))
    const session = (checkInId: string | null): Session => ({
      ...{ ...kept, ...moment, id: 's', pauseId: 'look-up', checkInId, before: 2, after: 4 },
      ...{ ease: 'same', completed: true, seconds: 20, probability: 0.5, reason: null },
    })
    const gathering = gatherer()
    gathering.checkIns([checkInAt('2026-11-02T12:00[UTC]', { id: 'c', far: 2 })])
    const { sessions = [] } = gathering.sessions([session('c'), session(null)])
    expect(sessions.map(({ far, kind, quiet }) => [far, kind, quiet])).toEqual([
      [2, 'out', false],
      [null, 'out', false],
    ])
  })

  test('hold no word that says that there was none, and that it was said', () => {
    const picked = (...ids: readonly string[]) => ({ words: ids.map(id => ({ id, guess: false })) })
    const facts = factsOf(
      checkInAt('2026-11-02T12:00[UTC]', picked('numb', 'not-sure')),
      checkInAt('2026-11-02T13:00[UTC]', picked('not-sure')),
      checkInAt('2026-11-02T14:00[UTC]'),
    )
    expect(facts.map(({ words, noWord }) => [words, noWord])).toEqual([
      [['numb'], true],
      [[], true],
      [[], false],
    ])
    expect(wordsFinding(facts)).toMatchObject({ n: 1, cantTell: 1, missing: 1 })
  })

  test('of a pause know that felt could not be told when it began', () => {
    const moment = momentOf(Temporal.ZonedDateTime.from('2026-11-02T12:01[UTC]'))
    const session = (checkInId: string, before: Session['before']): Session => ({
      ...{ ...kept, ...moment, id: 's', pauseId: 'look-up', checkInId, before, after: 4 },
      ...{ ease: 'same', completed: true, seconds: 20, probability: 0.5, reason: null },
    })
    const gathering = gatherer()
    gathering.checkIns([
      checkInAt('2026-11-02T12:00[UTC]', { id: 'untold', cantTell: ['felt'] }),
      checkInAt('2026-11-02T12:00[UTC]', { id: 'left' }),
    ])
    const { sessions = [] } = gathering.sessions([
      session('untold', null),
      session('untold', 2),
      session('left', null),
    ])
    expect(sessions.map(({ cantTell }) => cantTell)).toEqual([true, false, false])
  })

  test('of highs and lows are how far they reached, and count as not answered where neither was told', () => {
    const moment = momentOf(Temporal.ZonedDateTime.from('2026-11-02T12:00[UTC]'))
    const row = (type: Reflection['type'], fields: Reflection['fields']): Reflection => ({
      ...{ ...kept, ...moment, id: 'r', type, fields },
    })
    const { highLows } = gatherer().reflections([
      row('high-low', { high: 'sun', highReach: 3, lowReach: 'far' }),
      row('high-low', { high: 'sun' }),
      row('line', { highReach: 2 }),
    ])
    expect(highLows?.map(({ high, low }) => [high, low])).toEqual([
      [3, null],
      [null, null],
    ])
  })

  test('come together oldest first', () => {
    const [one] = factsOf(checkInAt('2026-11-01T12:00[UTC]'))
    const [other] = factsOf(checkInAt('2026-11-02T12:00[UTC]'))
    if (!one || !other) throw new Error('two facts')
    expect(joined([{ checkIns: [other] }, { checkIns: [one] }], other.day).checkIns).toEqual([one, other])
  })

  test('leave out what a wrong clock put after today', () => {
    const [now] = factsOf(checkInAt('2026-11-02T12:00[UTC]'))
    const [later] = factsOf(checkInAt('2050-11-02T12:00[UTC]'))
    if (!now || !later) throw new Error('two facts')
    expect(joined([{ checkIns: [now, later] }], now.day).checkIns).toEqual([now])
    const days = ['2026-11-02', '2050-11-02'].map(day => ({ ...feltDay(emptyDay(day)), checkIns: 1 }))
    expect(weekdayOfDays(days, now.day)).toEqual(weekdayFinding([now]))
  })
})

test('felt by weekday is the same of days as of the check-ins that they add up', () => {
  const answer = fc.option(fc.integer({ min: 0, max: 10 }), { nil: null })
  const days = fc.integer({ min: 0, max: 400 })
  const anyCheckIns = fc.array(fc.record({ after: days, felt: answer, unsure: fc.boolean() }), {
    maxLength: 300,
  })
  fc.assert(
    fc.property(anyCheckIns, given => {
      const records = given.map(({ after, felt, unsure }) =>
        checkInAt(`${Temporal.PlainDate.from('2024-12-01').add({ days: after })}T12:00[UTC]`, {
          felt: felt as CheckIn['felt'],
          cantTell: felt === null && unsure ? ['felt'] : [],
        }),
      )
      const rows = dayRows(records.map(record => ({ store: 'checkIns', record })))
      // Some of them lie after today.
      const today = dayNumberOf('2026-01-01') ?? 0
      const { checkIns } = joined([{ checkIns: factsOf(...records) }], today)
      expect(weekdayOfDays(rows.map(feltDay), today)).toEqual(weekdayFinding(checkIns))
    }),
  )
})

describe('what it was to the person', () => {
  test('is counted at 3 or lower and at "can’t tell", and nothing is made of silence', () => {
    const card = meaningCard(
      factsOf(
        checkInAt('2026-11-02T09:00[UTC]', { felt: 3, meaning: 'shelter', tags: ['work', 'work'] }),
        checkInAt('2026-11-02T10:00[UTC]', { cantTell: ['felt'], meaning: 'in-the-way' }),
        checkInAt('2026-11-03T22:00[UTC]', { felt: 0 }),
        checkInAt('2026-11-03T22:00[UTC]', { felt: 9, meaning: 'neither' }),
        checkInAt('2026-11-03T22:00[UTC]'),
      ),
    )
    expect(card?.said).toBe(2)
    expect(card?.rows.all).toEqual([{ id: 'all', shelter: 1, inTheWay: 1, neither: 0, unsaid: 1 }])
    expect(card?.rows.hour.map(({ id }) => id)).toEqual(['8', '20'])
    expect(card?.rows.weekday.map(({ id, unsaid }) => [id, unsaid])).toEqual([
      ['1', 0],
      ['2', 1],
    ])
    expect(card?.rows.tag).toEqual([{ id: 'work', shelter: 1, inTheWay: 0, neither: 0, unsaid: 0 }])
  })

  test('is no card where it was never said', () => {
    expect(meaningCard(factsOf(checkInAt('2026-11-02T09:00[UTC]', { felt: 1 })))).toBeNull()
  })
})

test.each([
  ['Europe/Berlin', 'north'],
  ['Australia/Sydney', 'south'],
  ['America/Argentina/Ushuaia', 'south'],
  ['America/New_York', 'north'],
  ['nowhere', 'north'],
])('winter in %s is that of the %s', (zone, side) => expect(hemisphereOf(zone)).toBe(side))

test('every southern zone that the list names is one', () => {
  const known = Intl.supportedValuesOf('timeZone')
  const south = known.filter(zone => hemisphereOf(zone) === 'south')
  expect(south).toContain('Pacific/Auckland')
  expect(south.length).toBeGreaterThan(55)
})
