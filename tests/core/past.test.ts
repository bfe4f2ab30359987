/** When a check-in of the past was, and the record that its form makes. */
import { describe, expect, test } from 'vitest'
import { noEdit } from '../../lib/core/edit.ts'
import {
  holdsSomething,
  livedAt,
  newPastDraft,
  type PastDraft,
  pastCheckIn,
  readPastDraft,
  type When,
} from '../../lib/core/past.ts'

const now = (iso = '2026-11-22T15:30[Europe/Berlin]') => Temporal.ZonedDateTime.from(iso)
const when = (day: string | null, time: string | null = '', timeUnknown = false): When => ({
  day,
  time,
  timeUnknown,
})
const instant = (iso: string) => Temporal.ZonedDateTime.from(iso).epochMilliseconds

describe('a day without a time', () => {
  test('stands at noon of the chosen day in the zone of now', () => {
    expect(livedAt(when('2026-11-20'), now())).toEqual({
      ok: true,
      value: {
        at: instant('2026-11-20T12:00[Europe/Berlin]'),
        zone: 'Europe/Berlin',
        day: '2026-11-20',
        precision: 'day',
      },
    })
  })

  test('stands at now where noon is still to come, so that nothing lies in the future', () => {
    const morning = now('2026-11-22T08:15[Europe/Berlin]')
    expect(livedAt(when('2026-11-22'), morning)).toMatchObject({
      value: { at: morning.epochMilliseconds, day: '2026-11-22', precision: 'day' },
    })
  })

  test('is what "I don’t know the time" says, whatever stands in the field of the time', () => {
    for (const time of ['', '09:00', null])
      expect(livedAt(when('2026-11-20', time, true), now())).toMatchObject({
        value: { at: instant('2026-11-20T12:00[Europe/Berlin]'), precision: 'day' },
      })
  })

  test('keeps the chosen day where a zone skipped all of it', () => {
    // Samoa crossed the date line in the night of December 29, 2011.
    expect(livedAt(when('2011-12-30'), now('2026-11-22T15:30[Pacific/Apia]'))).toMatchObject({
      value: { day: '2011-12-30', precision: 'day' },
    })
  })
})

describe('a day with a time', () => {
  test('stands at that minute', () => {
    expect(livedAt(when('2026-11-20', '07:05'), now())).toMatchObject({
      value: { at: instant('2026-11-20T07:05[Europe/Berlin]'), day: '2026-11-20', precision: 'minute' },
    })
  })

  test.each([
    ['skipped', '2026-03-29', '02:30', '2026-03-29T03:30+02:00[Europe/Berlin]'],
    ['doubled', '2026-10-25', '02:30', '2026-10-25T02:30+02:00[Europe/Berlin]'],
    // In Santiago midnight itself is skipped.
    ['skipped midnight', '2026-09-06', '00:10', '2026-09-06T01:10-03:00[America/Santiago]'],
  ])('takes a %s time as Temporal does', (_, day, time, expected) => {
    const zone = Temporal.ZonedDateTime.from(expected).timeZoneId
    expect(livedAt(when(day, time), now().withTimeZone(zone))).toMatchObject({
      value: { at: instant(expected), day },
    })
  })
})

describe('what does not hold', () => {
  test.each([
    ['no day', when(''), 'day', 'none'],
    ['a part of a day', when(null), 'day', 'none'],
    ['no such day', when('2026-02-30'), 'day', 'none'],
    ['tomorrow', when('2026-11-23'), 'day', 'to-come'],
    ['a day before 1900', when('1899-12-31'), 'day', 'too-old'],
    ['a year of two digits, half typed', when('0020-11-20'), 'day', 'too-old'],
    ['a part of a time', when('2026-11-20', null), 'time', 'part'],
    ['no such time', when('2026-11-20', '25:00'), 'time', 'part'],
    ['a minute from now', when('2026-11-22', '15:31'), 'time', 'to-come'],
  ] as const)('%s', (_, given, field, why) => {
    expect(livedAt(given, now())).toEqual({ ok: false, problem: { field, why } })
  })

  test('today and now hold, and so does the first of January 1900', () => {
    expect(livedAt(when('2026-11-22', '15:30'), now()).ok).toBe(true)
    expect(livedAt(when('1900-01-01', '00:00'), now())).toMatchObject({ value: { day: '1900-01-01' } })
  })

  test('today is the day in the zone of now', () => {
    const instantOfNow = '2026-11-22T23:30Z'
    const at = (zone: string) => Temporal.Instant.from(instantOfNow).toZonedDateTimeISO(zone)
    expect(livedAt(when('2026-11-23'), at('Asia/Tokyo')).ok).toBe(true)
    expect(livedAt(when('2026-11-23'), at('Europe/London')).ok).toBe(false)
  })
})

describe('the check-in that a draft makes', () => {
  const draft = (part: Partial<PastDraft>): PastDraft => ({ ...newPastDraft('id'), ...part })

  test('holds what was entered, from the page, and null for the rest', () => {
    const made = pastCheckIn(draft({ when: when('2026-11-20'), edit: { ...noEdit, energy: 0 } }), now())
    expect(made).toEqual({
      ok: true,
      value: {
        at: instant('2026-11-20T12:00[Europe/Berlin]'),
        zone: 'Europe/Berlin',
        day: '2026-11-20',
        precision: 'day',
        felt: null,
        far: null,
        pleasant: null,
        energy: 0,
        cantTell: [],
        meaning: null,
        words: [],
        tags: [],
        note: '',
        source: 'page',
        nudgeId: null,
      },
    })
  })

  test('is not made of a day alone, of answers alone, or with a note that would be cut', () => {
    expect(pastCheckIn(draft({ when: when('2026-11-20') }), now())).toEqual({
      ok: false,
      problem: { when: null, noteLength: null, nothingSaid: true },
    })
    expect(pastCheckIn(draft({ edit: { ...noEdit, felt: 0 } }), now())).toEqual({
      ok: false,
      problem: { when: { field: 'day', why: 'none' }, noteLength: null, nothingSaid: false },
    })
    const long = { ...noEdit, note: 'x'.repeat(20_001) }
    expect(pastCheckIn(draft({ when: when('2026-11-20'), edit: long }), now())).toEqual({
      ok: false,
      problem: { when: null, noteLength: 20_001, nothingSaid: false },
    })
    const whole = { ...noEdit, note: 'x'.repeat(20_000) }
    expect(pastCheckIn(draft({ when: when('2026-11-20'), edit: whole }), now()).ok).toBe(true)
  })
})

describe('a draft', () => {
  test('comes back from what a browser stored, with what was whole in it', () => {
    const draft: PastDraft = {
      id: 'id',
      open: true,
      when: when('2026-11-20', null, true),
      edit: { ...noEdit, felt: 'cant-tell', note: 'typed' },
      find: 'num',
    }
    expect(readPastDraft(JSON.parse(JSON.stringify(draft)))).toEqual({
      ...draft,
      when: when('2026-11-20', '', true),
    })
    for (const broken of [null, 3, 'x', {}, { id: '' }, { id: 5 }]) expect(readPastDraft(broken)).toBeNull()
    expect(readPastDraft({ id: 'id' })).toEqual({ ...newPastDraft('id'), open: false })
  })

  test('holds something once anything was typed or pressed', () => {
    const empty = newPastDraft('id')
    expect(holdsSomething(empty)).toBe(false)
    const parts: readonly Partial<PastDraft>[] = [
      { when: when('2026-11-20') },
      { when: when('', '09:00') },
      { when: when(null) },
      { when: when('', '', true) },
      { find: 'n' },
      { edit: { ...noEdit, felt: 0 } },
      { edit: { ...noEdit, note: ' ' } },
    ]
    for (const part of parts) expect(holdsSomething({ ...empty, ...part })).toBe(true)
  })
})
