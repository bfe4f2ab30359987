/** What reminder settings are said to mean. */
import { describe, expect, test } from 'vitest'
import { hoursNote, isWholeWeek, overlapsOn, planSentences } from '../../lib/app/reminder-plan.ts'
import type { Hours, NudgeSettings, WeekHours } from '../../lib/core/settings.ts'
import { atMinute, everyDay, nudgeSettings } from '../support/nudges.ts'

const day: Hours = { from: atMinute(9), to: atMinute(21) }
const night: Hours = { from: atMinute(22), to: atMinute(2) }
const whole: Hours = { from: 0, to: 0 }

const said = (change: Partial<NudgeSettings>) => planSentences(nudgeSettings(change))
const kinds = (change: Partial<NudgeSettings>) => said(change).map(({ kind }) => kind)

describe('at random', () => {
  test('is one sentence where one window holds every day', () => {
    expect(said({})).toEqual([
      { kind: 'random-between', perDay: 3, window: { ...day, nextDay: false }, gap: 90 },
    ])
  })

  test('says nothing of a gap that is none, nor of one between a single one', () => {
    expect(said({ gap: 0 })[0]).toMatchObject({ gap: 0 })
    expect(said({ mode: { kind: 'random', perDay: 1 } })[0]).toMatchObject({ perDay: 1, gap: 0 })
  })

  test('says that hours end on the next day', () => {
    expect(said({ hours: everyDay(night) })[0]).toMatchObject({ window: { ...night, nextDay: true } })
    const untilMidnight: Hours = { from: atMinute(9), to: 0 }
    expect(said({ hours: everyDay(untilMidnight) })[0]).toMatchObject({ window: { nextDay: false } })
  })

  test('lists several windows in their order', () => {
    const hours = everyDay(night, day)
    expect(said({ hours })).toEqual([
      { kind: 'random', perDay: 3 },
      {
        kind: 'windows',
        windows: [
          { ...day, nextDay: false },
          { ...night, nextDay: true },
        ],
      },
      { kind: 'gap', minutes: 90 },
    ])
  })

  test('groups days that are alike, and names those without hours', () => {
    const hours: WeekHours = [[day], [day], [night], [day], [day], [], []]
    const days = said({ hours }).filter(({ kind }) => kind === 'days')
    expect(days).toMatchObject([
      { days: [1, 2, 4, 5], windows: [day] },
      { days: [3], windows: [night] },
      { days: [6, 7], windows: [] },
    ])
  })

  test('says that the cap wins, and how many come', () => {
    expect(said({ mode: { kind: 'random', perDay: 6 }, cap: 4 })).toMatchObject([
      { kind: 'random-between', perDay: 4 },
      { kind: 'cap-wins', cap: 4 },
    ])
    expect(kinds({ mode: { kind: 'random', perDay: 6 }, cap: 6 })).not.toContain('cap-wins')
  })

  test('says how many fit, and that the gap stays', () => {
    const hours = everyDay({ from: atMinute(9), to: atMinute(12) })
    expect(said({ mode: { kind: 'random', perDay: 5 }, hours })).toMatchObject([
      { kind: 'random-between', perDay: 2 },
      { kind: 'gap-wins', fits: 2, gap: 90, everyDay: true },
    ])
  })

  test('speaks of the tightest day where the days differ', () => {
    const short: Hours = { from: atMinute(9), to: atMinute(12) }
    const hours: WeekHours = [[short], [day], [day], [day], [day], [], []]
    const sentences = said({ mode: { kind: 'random', perDay: 5 }, hours })
    expect(sentences[0]).toEqual({ kind: 'random', perDay: 5 })
    expect(sentences.at(-1)).toMatchObject({ kind: 'gap-wins', fits: 2, everyDay: false })
  })

  test('says that a dot stands in for messages on a screen that is shared', () => {
    expect(kinds({ sharing: true })).toEqual(['random-between', 'dot'])
    const channels = { notification: false, badge: false }
    expect(kinds({ sharing: true, channels })).toEqual(['random-between', 'dot'])
  })
})

describe('by use', () => {
  test('names the cap, and the gap where it is longer', () => {
    const mode = { kind: 'every', minutes: 45 } as const
    expect(said({ mode })).toEqual([
      { kind: 'every-between', minutes: 45, window: { ...day, nextDay: false } },
      { kind: 'gap', minutes: 90 },
      { kind: 'cap', cap: 6 },
    ])
    expect(kinds({ mode, gap: 45 })).not.toContain('gap')
    expect(kinds({ mode, gap: 0, hours: everyDay(whole) })).toEqual(['every', 'any-time', 'cap'])
  })
})

describe('at fixed times', () => {
  const mode = (...times: number[]) => ({ kind: 'fixed', times }) as const

  test('names the times, and the hours where they leave some out', () => {
    const all = mode(atMinute(9), atMinute(13))
    expect(said({ mode: all })).toEqual([{ kind: 'fixed', times: all.times, allDays: true }])
    expect(said({ mode: mode(atMinute(8), atMinute(13)) })).toMatchObject([
      { kind: 'fixed', allDays: false },
      { kind: 'windows' },
      { kind: 'times-left', fits: 1, everyDay: true },
    ])
  })

  test('that come on some days alone are not said to come every day', () => {
    const hours: WeekHours = [[day], [day], [day], [day], [day], [], []]
    const sentences = said({ mode: mode(atMinute(9)), hours })
    expect(sentences[0]).toMatchObject({ allDays: false })
    expect(sentences.map(({ kind }) => kind)).toEqual(['fixed', 'days', 'days'])
  })

  test('too close together leave one out; more than the cap come no more', () => {
    const close = mode(atMinute(9), atMinute(10), atMinute(13))
    expect(said({ mode: close }).at(-1)).toMatchObject({ kind: 'times-left', fits: 2 })
    expect(kinds({ mode: mode(atMinute(9), atMinute(13)), cap: 1 })).toEqual(['fixed', 'cap-wins'])
  })
})

describe('none at all', () => {
  test('says why', () => {
    expect(kinds({ mode: { kind: 'off' } })).toEqual(['off'])
    expect(kinds({ channels: { notification: false, badge: false } })).toEqual(['no-way'])
    expect(kinds({ hours: everyDay() })).toEqual(['no-hours'])
    expect(kinds({ mode: { kind: 'fixed', times: [] } })).toEqual(['no-times'])
  })
})

describe('hours', () => {
  test('that overlap each other, or those of the evening before, are found', () => {
    const noonOn: Hours = { from: atMinute(12), to: atMinute(22) }
    expect(overlapsOn(everyDay(day, noonOn), 0)).toBe(true)
    expect(overlapsOn(everyDay(day, { from: atMinute(21), to: atMinute(23) }), 0)).toBe(false)
    const early: Hours = { from: atMinute(1), to: atMinute(3) }
    const week: WeekHours = [[early], [], [], [], [], [], [night]]
    expect([0, 1, 6].map(place => overlapsOn(week, place))).toEqual([true, false, false])
    // Two whole days that meet at midnight share nothing; a whole day from nine on and another window do.
    expect(overlapsOn(everyDay(whole), 3)).toBe(false)
    expect(overlapsOn(everyDay({ from: atMinute(9), to: atMinute(9) }), 3)).toBe(false)
    expect(overlapsOn(everyDay({ from: atMinute(9), to: atMinute(9) }, early), 3)).toBe(true)
  })

  test('that cover the whole week are found, in one piece or in several', () => {
    const halves = [
      { from: atMinute(6), to: atMinute(18) },
      { from: atMinute(18), to: atMinute(6) },
    ]
    expect(isWholeWeek(everyDay(whole))).toBe(true)
    expect(isWholeWeek(everyDay({ from: 0, to: 1440 }))).toBe(true)
    expect(isWholeWeek(everyDay(...halves))).toBe(true)
    expect(isWholeWeek(everyDay({ from: 0, to: 1439 }))).toBe(false)
    const gone: WeekHours = [[whole], [whole], [whole], [], [whole], [whole], [whole]]
    expect(isWholeWeek(gone)).toBe(false)
    expect(kinds({ hours: everyDay(...halves) })).toContain('any-time')
  })

  test('that cross midnight, or last a whole day, have a note of their own', () => {
    expect(hoursNote(day)).toBeNull()
    expect(hoursNote({ from: atMinute(9), to: 0 })).toBeNull()
    expect(hoursNote({ from: atMinute(9), to: 1440 })).toBeNull()
    expect(hoursNote(night)).toEqual({ kind: 'next-day', to: atMinute(2) })
    expect(hoursNote({ from: atMinute(9), to: atMinute(9) })).toEqual({ kind: 'whole-day', to: atMinute(9) })
    expect(hoursNote({ from: 0, to: 1440 })).toMatchObject({ kind: 'whole-day' })
  })
})
