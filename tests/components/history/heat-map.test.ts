/** The map of a year without a page: where keys lead, and what a day says. */
import { beforeEach, describe, expect, test } from 'vitest'
import { daySentence } from '../../../components/history/heat-map/day-sentence.ts'
import { isReachable } from '../../../components/history/heat-map/HeatMonth.tsx'
import { walk } from '../../../components/history/heat-map/walk.ts'
import { emptyDay } from '../../../lib/core/days.ts'
import { daysOf, type MapDay, type MapScale, yearMap } from '../../../lib/core/heat-map.ts'
import type { DayRow, ScaleSums } from '../../../lib/core/records.ts'
import { speak } from '../../support/speak.ts'

const today = '2026-11-22'

const mapOf = (rows: readonly DayRow[] = [], scale: MapScale = 'felt', year = 2026, firstWeekday = 1) =>
  yearMap(rows, { year, scale, firstWeekday, today })

const row = (day: string, checkIns: number, sums: Partial<DayRow['scales']> = {}): DayRow => {
  const blank = emptyDay(day)
  return { ...blank, checkIns, scales: { ...blank.scales, ...sums } }
}

describe('a key', () => {
  const ground = (map = mapOf(), markers = new Map<string, string[]>(), mirrored = false) => ({
    map,
    days: daysOf(map)
      .filter(day => isReachable(day, markers))
      .map(({ day }) => day),
    mirrored,
  })
  const to = (from: string, key: string, on = ground()) => walk(on, from, { key, ctrl: false })

  test.each([
    ['ArrowRight', '2026-05-31', '2026-06-01'],
    ['ArrowLeft', '2026-06-01', '2026-05-31'],
    ['ArrowDown', '2026-05-28', '2026-06-04'],
    ['ArrowUp', '2026-03-03', '2026-02-24'],
    // 6 May 2026 is a Wednesday.
    ['Home', '2026-05-06', '2026-05-04'],
    ['End', '2026-05-06', '2026-05-10'],
    // The month begins on a Friday, and its week there.
    ['Home', '2026-05-03', '2026-05-01'],
    ['PageDown', '2026-01-31', '2026-02-28'],
    ['PageUp', '2026-03-31', '2026-02-28'],
  ])('%s leads from %s to %s', (key, from, day) => expect(to(from, key)).toBe(day))

  test('begins and ends a week as the calendar does', () => {
    const sunday = ground(mapOf([], 'felt', 2026, 7))
    expect([to('2026-05-06', 'Home', sunday), to('2026-05-06', 'End', sunday)]).toEqual([
      '2026-05-03',
      '2026-05-09',
    ])
  })

  test('follows the eye where the weeks run from right to left', () => {
    const mirrored = ground(mapOf(), new Map(), true)
    expect([to('2026-05-31', 'ArrowLeft', mirrored), to('2026-05-31', 'ArrowRight', mirrored)]).toEqual([
      '2026-06-01',
      '2026-05-30',
    ])
    expect(to('2026-05-06', 'Home', mirrored)).toBe('2026-05-04')
  })

  test('leads to the ends of the year with Control', () => {
    expect(walk(ground(), '2026-05-06', { key: 'Home', ctrl: true })).toBe('2026-01-01')
    expect(walk(ground(), '2026-05-06', { key: 'End', ctrl: true })).toBe(today)
    expect(walk(ground(), '2026-05-06', { key: 'ArrowRight', ctrl: true })).toBe(null)
  })

  test('stops where the year begins and where it is still to come', () => {
    expect(['ArrowLeft', 'ArrowUp', 'PageUp'].map(key => to('2026-01-01', key))).toEqual([null, null, null])
    expect(['ArrowRight', 'ArrowDown', 'PageDown'].map(key => to(today, key))).toEqual([null, null, null])
    expect(to('2026-11-03', 'PageDown')).toBe(today)
    expect(to('2026-11-20', 'End')).toBe(today)
  })

  test('passes over days to come, to one on which something lies', () => {
    const ahead = ground(mapOf([row('2026-12-13', 1)]), new Map([['2026-12-24', ['Visit']]]))
    expect(to(today, 'ArrowRight', ahead)).toBe('2026-12-13')
    expect(to(today, 'ArrowDown', ahead)).toBe('2026-12-13')
    expect(to(today, 'PageDown', ahead)).toBe('2026-12-13')
    expect(to('2026-12-24', 'ArrowLeft', ahead)).toBe('2026-12-13')
    expect(walk(ahead, today, { key: 'End', ctrl: true })).toBe('2026-12-24')
  })

  test('that is no key of the map is left to the browser', () => {
    expect(['Tab', 'Enter', ' ', 'a'].map(key => to('2026-05-06', key))).toEqual([null, null, null, null])
  })
})

describe('a day says', () => {
  beforeEach(() => speak())

  const day = '2026-05-03'
  const said = (given: DayRow, scale: MapScale = 'felt', markers: readonly string[] = [], found = false) => {
    const map = mapOf([given], scale, Number(given.day.slice(0, 4)))
    const shown = daysOf(map).find(one => one.day === given.day) as MapDay
    return daySentence(scale, shown, markers, found)
  }
  const sums = (counts: ScaleSums['counts'], cantTell = 0): ScaleSums => ({ counts, cantTell })

  test.each([
    ['that there is no check-in', row(day, 0), 'May 3, 2026. No check-in.'],
    ['the one answer', row(day, 1, { felt: sums({ 4: 1 }) }), 'May 3, 2026. 1 check-in. Felt 4.'],
    [
      'the middle, the highest, and what could not be told',
      row(day, 3, { felt: sums({ 4: 1, 6: 1 }, 1) }),
      'May 3, 2026. 3 check-ins. Middle of felt 4, highest 6. “Can’t tell” 1 time.',
    ],
    [
      'what was left out, and what could not be told, apart',
      row(day, 5, { felt: sums({}, 2) }),
      'May 3, 2026. 5 check-ins. “Can’t tell” 2 times. No answer 3 times.',
    ],
    ['a zero as a number', row(day, 1, { felt: sums({ 0: 1 }) }), 'May 3, 2026. 1 check-in. Felt 0.'],
    [
      'numbers as the language writes them',
      row(day, 1200, { felt: sums({ 3: 1200 }) }),
      'May 3, 2026. 1,200 check-ins. Middle of felt 3, highest 3.',
    ],
  ])('%s', (_, given, sentence) => expect(said(given)).toBe(sentence))

  test('the other scales in words, and a number of check-ins alone', () => {
    const given = row(day, 2, {
      far: sums({ 1: 1, 2: 1 }),
      pleasant: sums({ [-4]: 1 }),
      energy: sums({ 0: 2 }),
    })
    expect(said(given, 'far')).toBe('May 3, 2026. 2 check-ins. Far away: middle “A little”, highest “A lot”.')
    expect(said(given, 'pleasant')).toBe(
      'May 3, 2026. 2 check-ins. How pleasant: Very unpleasant. No answer 1 time.',
    )
    expect(said(given, 'energy')).toBe('May 3, 2026. 2 check-ins. Energy: middle “Some”, highest “Some”.')
    expect(said(given, 'count')).toBe('May 3, 2026. 2 check-ins.')
  })

  test('that nothing was found on it, and not that nothing was there', () => {
    expect(said(row(day, 0), 'felt', [], true)).toBe('May 3, 2026. Nothing found on this day.')
    expect(said(row(day, 0))).toBe('May 3, 2026. No check-in.')
    expect(said(row(day, 2), 'count', [], true)).toBe('May 3, 2026. 2 check-ins.')
  })

  test('that it is still to come, and its markers as they were typed', () => {
    expect(said(row('2031-01-01', 1, { felt: sums({ 3: 1 }) }), 'felt', ['<b>moved</b>', 'new job'])).toBe(
      'January 1, 2031. This day is still to come. 1 check-in. Felt 3. Marker: \u2068<b>moved</b>\u2069. Marker: \u2068new job\u2069.',
    )
  })
})
