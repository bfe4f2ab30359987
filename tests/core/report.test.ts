import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCheckIn } from '../../lib/core/check-in.ts'
import { dayRows } from '../../lib/core/days.ts'
import type { CheckIn, DayRow, NudgeRecord, Session } from '../../lib/core/records.ts'
import { createReport, fewestAnswers, type Report } from '../../lib/core/report.ts'
import { momentOf } from '../../lib/core/time.ts'

const period = { from: '2026-10-01', to: '2026-10-31' }
const today = '2026-11-22'

let made = 0
const checkIn = (day: string, said: Partial<CheckIn> = {}): CheckIn => {
  made += 1
  const moment = momentOf(Temporal.ZonedDateTime.from('2026-10-10T12:00[Europe/Berlin]'))
  const blank = newCheckIn({ ...moment, day }, { source: 'popup', nudgeId: null })
  return { id: String(made), updatedAt: 0, origin: 'own', ...blank, ...said }
}

const session = (day: string, said: Partial<Session> = {}): Session => {
  made += 1
  return {
    ...momentOf(Temporal.ZonedDateTime.from('2026-10-10T12:00[Europe/Berlin]')),
    id: String(made),
    updatedAt: 0,
    origin: 'own',
    day,
    pauseId: 'look-up',
    checkInId: null,
    before: null,
    after: null,
    ease: null,
    completed: true,
    seconds: 20,
    probability: null,
    reason: null,
    ...said,
  }
}

const nudge = (shown: string | null, outcome: NudgeRecord['outcome']): NudgeRecord => {
  made += 1
  const shownAt = shown === null ? null : Temporal.ZonedDateTime.from(shown).epochMilliseconds
  return {
    id: String(made),
    updatedAt: 0,
    origin: 'own',
    plannedAt: shownAt ?? 0,
    shownAt,
    openedAt: null,
    answeredAt: null,
    outcome,
    heldBackBy: null,
    reason: null,
  }
}

type Given = {
  readonly checkIns?: readonly CheckIn[]
  readonly sessions?: readonly Session[]
  readonly nudges?: readonly NudgeRecord[]
  readonly first?: string | null
  readonly ask?: { readonly from: string; readonly to: string }
}

const rowsOf = ({ checkIns = [], sessions = [] }: Given): readonly DayRow[] =>
  dayRows([
    ...checkIns.map(record => ({ store: 'checkIns' as const, record })),
    ...sessions.map(record => ({ store: 'sessions' as const, record })),
  ])

const reportOf = (given: Given): Report => {
  const first = given.first === undefined ? '2026-01-01' : given.first
  const so = createReport({ period: given.ask ?? period, today, zone: 'Europe/Berlin', first, weekStart: 1 })
  so.addDays(rowsOf(given))
  so.addCheckIns(given.checkIns ?? [])
  so.addSessions(given.sessions ?? [])
  so.addNudges(given.nudges ?? [])
  return so.report()
}

const guess = (id: string) => ({ id, guess: true })
const word = (id: string) => ({ id, guess: false })

describe('what a period adds up to', () => {
  test('nothing at all is said as nothing', () => {
    const report = reportOf({ first: null })
    expect(report).toMatchObject({ checkIns: 0, days: 0, daysWithout: 0, kept: null, felt: null, words: [] })
    expect(report.scales.felt).toMatchObject({ answers: 0, spread: null, cantTell: 0, noAnswer: 0 })
  })

  test('check-ins and their days; days before and after do not count', () => {
    const checkIns = ['2026-09-30', '2026-10-01', '2026-10-01', '2026-10-31', '2026-11-01'].map(day =>
      checkIn(day, { felt: 4 }),
    )
    expect(reportOf({ checkIns })).toMatchObject({ checkIns: 3, days: 2, daysWithout: 29, kept: period })
  })

  test('days before the first of the history, and days to come, are none without a check-in', () => {
    const checkIns = [checkIn('2026-10-21', { felt: 4 }), checkIn('2026-10-23', { felt: 4 })]
    expect(reportOf({ checkIns, first: '2026-10-20' })).toMatchObject({
      kept: { from: '2026-10-20', to: '2026-10-31' },
      daysWithout: 10,
    })
    expect(reportOf({ checkIns, first: null })).toMatchObject({ kept: { from: '2026-10-21' } })
    const ask = { from: '2026-11-20', to: '2026-12-31' }
    expect(reportOf({ checkIns, ask })).toMatchObject({ kept: { to: today }, daysWithout: 3 })
    expect(reportOf({ checkIns, ask: { from: '2026-12-01', to: '2026-12-31' } }).kept).toBeNull()
    expect(
      reportOf({ checkIns, first: '2026-10-21', ask: { from: '2026-01-01', to: '2026-02-01' } }).kept,
    ).toBeNull()
  })

  test('a check-in of a day to come widens what is looked at', () => {
    const ask = { from: '2026-11-20', to: '2026-12-31' }
    const report = reportOf({ checkIns: [checkIn('2026-11-25', { felt: 1 })], ask })
    expect(report).toMatchObject({ kept: { from: '2026-11-20', to: '2026-11-25' }, daysWithout: 5 })
  })

  test('days of no calendar are said and left out of every sum', () => {
    const odd = checkIn('2026-10-1x', { felt: 9, words: [guess('numb')], tags: ['work'] })
    const report = reportOf({
      checkIns: [checkIn('2026-10-02', { felt: 1 }), odd],
      sessions: [session('2026-10-1x')],
    })
    expect(report).toMatchObject({ checkIns: 1, days: 1, impossible: 1, words: [], tags: [], pauses: [] })
    expect(report.scales.felt.answers).toBe(1)
  })

  test('“can’t tell” and no answer stay apart from numbers and from each other', () => {
    const checkIns = [
      ...[0, 0, 1, 2, 10].map(felt => checkIn('2026-10-02', { felt: felt as 0 })),
      checkIn('2026-10-03', { cantTell: ['felt', 'energy'] }),
      checkIn('2026-10-04'),
      checkIn('2026-10-05'),
    ]
    const { felt, energy } = reportOf({ checkIns }).scales
    expect(felt).toMatchObject({ answers: 5, cantTell: 1, noAnswer: 2, offScale: 0 })
    expect(felt.spread).toEqual({ middle: 1, lower: 0, upper: 2, mean: { mean: 2.6, interval: null } })
    expect(felt.values[0]).toEqual({ value: 0, count: 2 })
    expect(energy).toMatchObject({ answers: 0, cantTell: 1, noAnswer: 7, spread: null })
  })

  test('few answers have no measure', () => {
    const answers = (count: number) =>
      reportOf({ checkIns: Array.from({ length: count }, () => checkIn('2026-10-02', { far: 1 })) }).scales
        .far
    expect(answers(fewestAnswers - 1).spread).toBeNull()
    expect(answers(fewestAnswers).spread).toMatchObject({ middle: 1 })
  })

  test('the steps of pleasant and energy keep their sign, and what is none of them counts in nothing', () => {
    const checkIns = [-4, -4, -2, 0, 2, 3].map(pleasant => checkIn('2026-10-02', { pleasant: pleasant as 0 }))
    const { pleasant } = reportOf({ checkIns }).scales
    expect(pleasant).toMatchObject({ answers: 5, offScale: 1, noAnswer: 0 })
    expect(pleasant.spread).toMatchObject({ middle: -2, lower: -4, upper: 0, mean: { mean: -1.6 } })
  })

  test('words by how many check-ins have them, guesses told apart, and ids that are no names of prototypes', () => {
    const checkIns = [
      checkIn('2026-10-02', { words: [guess('numb'), word('sad'), guess('__proto__')] }),
      checkIn('2026-10-03', { words: [word('numb')] }),
      checkIn('2026-10-04', { words: [guess('numb')] }),
      checkIn('2026-11-04', { words: [guess('numb'), guess('sad')] }),
    ]
    const { words } = reportOf({ checkIns })
    expect(words).toEqual([
      { id: 'numb', count: 3, guesses: 2 },
      { id: '__proto__', count: 1, guesses: 1 },
      { id: 'sad', count: 1, guesses: 0 },
    ])
    expect(Object.prototype).not.toHaveProperty('count')
  })

  test('pauses with what was marked after them, and felt before and after where both are there', () => {
    const day = '2026-10-02'
    const sessions = [
      session(day, { ease: 'eased', before: 2, after: 4 }),
      session(day, { ease: 'eased', before: 4, after: 4 }),
      session(day, { ease: 'worse', before: 4, after: 1 }),
      session(day, { before: 4, completed: false }),
      session(day, { pauseId: 'hum', ease: 'same' }),
      session('2026-11-02', { pauseId: 'hum', ease: 'worse' }),
    ]
    expect(reportOf({ sessions }).pauses).toEqual([
      {
        id: 'look-up',
        begun: 4,
        completed: 3,
        ease: { eased: 2, same: 0, worse: 1, unsaid: 1 },
        felt: { more: 1, same: 1, less: 1 },
      },
      {
        id: 'hum',
        begun: 1,
        completed: 1,
        ease: { eased: 0, same: 1, worse: 0, unsaid: 0 },
        felt: { more: 0, same: 0, less: 0 },
      },
    ])
  })

  test('reminders that were shown within the period, by the day of the person', () => {
    const nudges = [
      nudge('2026-09-30T23:59[Europe/Berlin]', 'answered'),
      nudge('2026-10-01T00:01[Europe/Berlin]', 'answered'),
      nudge('2026-10-31T23:59[Europe/Berlin]', 'expired'),
      nudge(null, 'held-back'),
      { ...nudge('2026-10-05T12:00[Europe/Berlin]', 'answered'), shownAt: 1e20 },
    ]
    expect(reportOf({ nudges }).nudges).toEqual({ shown: 2, answered: 1 })
  })

  const anyCheckIn = fc
    .record({
      day: fc.constantFrom(
        '2026-09-30',
        '2026-10-01',
        '2026-10-02',
        '2026-10-17',
        '2026-10-31',
        '2026-10-99',
      ),
      felt: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
      words: fc.uniqueArray(fc.record({ id: fc.constantFrom('numb', 'sad', 'okay'), guess: fc.boolean() }), {
        selector: ({ id }) => id,
      }),
      cantTell: fc.subarray(['felt', 'far'] as const),
    })
    .map(({ day, felt, words, cantTell }) =>
      checkIn(day, { felt: cantTell.includes('felt') ? null : (felt as 0 | null), words, cantTell }),
    )

  test('every check-in of the period is in each scale exactly once, in whatever slices it comes', () => {
    fc.assert(
      fc.property(
        fc.array(anyCheckIn, { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (checkIns, slice) => {
          const whole = reportOf({ checkIns })
          for (const { answers, cantTell, noAnswer, values } of Object.values(whole.scales)) {
            expect(answers + cantTell + noAnswer).toBe(whole.checkIns)
            expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(answers)
          }
          for (const { count, guesses } of whole.words) expect(guesses).toBeLessThanOrEqual(count)
          const so = createReport({ period, today, zone: 'Europe/Berlin', first: '2026-01-01', weekStart: 1 })
          const rows = rowsOf({ checkIns })
          for (let at = 0; at < rows.length; at += slice) so.addDays(rows.slice(at, at + slice))
          for (let at = 0; at < checkIns.length; at += slice) so.addCheckIns(checkIns.slice(at, at + slice))
          expect(so.report()).toEqual(whole)
        },
      ),
    )
  })
})
