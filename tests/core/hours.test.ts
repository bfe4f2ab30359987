/** The hours of reminders, by the clocks of real zones. */
import { describe, expect, test } from 'vitest'
import { instantOn, spansOn, withinHours } from '../../lib/core/hours.ts'
import type { Hours, WeekHours } from '../../lib/core/settings.ts'
import { zonedAt } from '../../lib/core/time.ts'

const daily = (...hours: Hours[]): WeekHours => [hours, hours, hours, hours, hours, hours, hours]
const at = (hour: number, minute = 0) => hour * 60 + minute

const shown = (hours: WeekHours, day: string, zone: string) =>
  spansOn(hours, Temporal.PlainDate.from(day), zone).map(({ from, to }) =>
    [from, to].map(time => zonedAt(time, zone).toString({ timeZoneName: 'never', smallestUnit: 'minute' })),
  )

describe('spansOn', () => {
  test('gives the windows of a plain day in order, merged where they touch', () => {
    const hours = daily(
      { from: at(14), to: at(16) },
      { from: at(9), to: at(11) },
      { from: at(11), to: at(12) },
    )
    expect(shown(hours, '2027-05-04', 'Europe/Berlin')).toEqual([
      ['2027-05-04T09:00+02:00', '2027-05-04T12:00+02:00'],
      ['2027-05-04T14:00+02:00', '2027-05-04T16:00+02:00'],
    ])
  })

  test('a window across midnight belongs to the day on which it starts, and to no other', () => {
    const hours = daily({ from: at(22), to: at(2) }, { from: at(1), to: at(4) })
    expect(shown(hours, '2027-05-04', 'UTC')).toEqual([
      ['2027-05-04T02:00+00:00', '2027-05-04T04:00+00:00'],
      ['2027-05-04T22:00+00:00', '2027-05-05T02:00+00:00'],
    ])
  })

  test('from midnight to midnight is the whole day, written as 0 or as 24', () => {
    const whole = [['2027-05-04T00:00+00:00', '2027-05-05T00:00+00:00']]
    expect(shown(daily({ from: 0, to: 0 }), '2027-05-04', 'UTC')).toEqual(whole)
    expect(shown(daily({ from: 0, to: at(24) }), '2027-05-04', 'UTC')).toEqual(whole)
  })

  test('a time that the clock skips maps forward', () => {
    const hours = daily({ from: at(2, 15), to: at(2, 45) })
    expect(shown(hours, '2027-03-28', 'Europe/Berlin')).toEqual([
      ['2027-03-28T03:15+02:00', '2027-03-28T03:45+02:00'],
    ])
  })

  test('an hour that comes twice counts once', () => {
    const hours = daily({ from: at(2, 15), to: at(2, 45) })
    expect(shown(hours, '2027-10-31', 'Europe/Berlin')).toEqual([
      ['2027-10-31T02:15+02:00', '2027-10-31T02:45+02:00'],
    ])
  })

  test('a day that a zone never had gives its place to the next', () => {
    const hours = daily({ from: at(9), to: at(10) })
    // Samoa went from 29 to 31 December 2011.
    const days = ['2011-12-29', '2011-12-30', '2011-12-31'].flatMap(day => shown(hours, day, 'Pacific/Apia'))
    expect(days).toEqual([
      ['2011-12-29T09:00-10:00', '2011-12-29T10:00-10:00'],
      ['2011-12-31T09:00+14:00', '2011-12-31T10:00+14:00'],
    ])
  })

  test('each weekday has hours of its own', () => {
    const hours: WeekHours = [[{ from: 0, to: 60 }], [], [], [], [], [], []]
    expect(shown(hours, '2027-05-03', 'UTC')).toHaveLength(1)
    expect(shown(hours, '2027-05-04', 'UTC')).toHaveLength(0)
  })
})

describe('withinHours', () => {
  const hours = daily({ from: at(22), to: at(2) })
  test.each([
    ['2027-05-04T21:59[UTC]', false],
    ['2027-05-04T22:00[UTC]', true],
    ['2027-05-05T01:59[UTC]', true],
    ['2027-05-05T02:00[UTC]', false],
  ])('%s: %s', (now, inside) => {
    expect(withinHours(hours, Temporal.ZonedDateTime.from(now))).toBe(inside)
  })
})

test('instantOn takes midnight at the end of a day as the next day', () => {
  const day = Temporal.PlainDate.from('2027-12-31')
  expect(instantOn(day, at(24), 'UTC')).toBe(Temporal.Instant.from('2028-01-01T00:00Z').epochMilliseconds)
})

test('a day that was left out has no hours, and gives none to the next', () => {
  const friday = Temporal.PlainDate.from('2011-12-30')
  const hours: WeekHours = [[], [], [], [], [{ from: 9 * 60, to: 21 * 60 }], [], []]
  expect(spansOn(hours, friday, 'Pacific/Apia')).toEqual([])
  expect(withinHours(hours, Temporal.ZonedDateTime.from('2011-12-31T12:00[Pacific/Apia]'))).toBe(false)
})
