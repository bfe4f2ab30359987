/** A record stays on the civil day it was lived in, whatever the zone of the reader: in the list, on Today and in `days`. */
import { afterEach, describe, expect, test } from 'vitest'
import { createToday } from '../../lib/app/today.ts'
import { formatDay, formatDayTime, formatTime } from '../../lib/platform/formats.ts'
import { completeFakeBrowser } from '../support/fakes.ts'
import { openHistory as open } from '../support/history-world.ts'
import { pageWorld } from '../support/page-world.ts'

/** From the first to the last on the globe, with halves and quarters of an hour, and summer time on either side of it. */
const zones = [
  'Pacific/Kiritimati',
  'Pacific/Apia',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Europe/Berlin',
  'Atlantic/Azores',
  'America/St_Johns',
  'America/Los_Angeles',
  'Pacific/Niue',
] as const

/** Around midnight and around every hour that a clock change skips or doubles, in the year of the tests. */
const lived = [
  ['2026-03-29T01:59:59[Europe/Berlin]', '2026-03-29'],
  ['2026-03-29T03:00[Europe/Berlin]', '2026-03-29'],
  ['2026-03-28T23:59:59[Europe/Berlin]', '2026-03-28'],
  ['2026-10-25T02:30+02:00[Europe/Berlin]', '2026-10-25'],
  ['2026-10-25T02:30+01:00[Europe/Berlin]', '2026-10-25'],
  ['2026-10-25T00:00[Europe/Berlin]', '2026-10-25'],
  ['2026-03-08T00:30[America/Los_Angeles]', '2026-03-08'],
  ['2026-11-01T23:30[America/Los_Angeles]', '2026-11-01'],
  ['2026-03-29T00:00[Atlantic/Azores]', '2026-03-29'],
  ['2026-10-04T02:15[Australia/Lord_Howe]', '2026-10-04'],
  ['2026-04-05T01:45+11:00[Australia/Lord_Howe]', '2026-04-05'],
  ['2026-04-05T01:45+10:30[Australia/Lord_Howe]', '2026-04-05'],
  ['2026-06-15T00:00[Pacific/Kiritimati]', '2026-06-15'],
  ['2026-06-15T23:59:59[Pacific/Niue]', '2026-06-15'],
  ['2026-06-15T00:05[Asia/Kathmandu]', '2026-06-15'],
  // The day that Samoa never had lies between these two.
  ['2011-12-29T23:59:59[Pacific/Apia]', '2011-12-29'],
  ['2011-12-31T00:00[Pacific/Apia]', '2011-12-31'],
] as const

const todayWorld = (now: string) => {
  const world = pageWorld(now)
  return {
    ...world,
    later: world.timers.later,
    loadPlanner: async () => {
      throw new Error('There is no plan')
    },
    startPause: async () => {},
  }
}

const own = process.env['TZ']
afterEach(() => {
  if (own === undefined) delete process.env['TZ']
  else process.env['TZ'] = own
})

describe.each(zones)('read in %s', zone => {
  test('every record stands on the day that it was lived in', async () => {
    completeFakeBrowser()
    process.env['TZ'] = zone
    const world = pageWorld(`2026-11-22T12:00[${zone}]`)
    const ids = new Map<string, string>()
    for (const [iso, day] of lived) ids.set(await world.checkIn(iso), day)
    const history = await open(world)
    const listed = (history.months.value ?? []).flatMap(({ month, days }) =>
      days.flatMap(({ day, entries }) => entries.map(entry => [month, day, entry.id] as const)),
    )
    expect(new Map(listed.map(([, day, id]) => [id, day]))).toEqual(ids)
    for (const [month, day] of listed) expect(day.startsWith(month)).toBe(true)
    // Whole days, in order: none stands in two pieces.
    const days = (history.months.value ?? []).flatMap(month => month.days.map(({ day }) => day))
    expect(days).toEqual([...new Set(lived.map(([, day]) => day))].sort().reverse())

    const rows = await world.records.days('2011-01-01', '2026-12-31')
    const counts = Object.groupBy(lived, ([, day]) => day)
    expect(rows.ok && Object.fromEntries(rows.value.map(({ day, checkIns }) => [day, checkIns]))).toEqual(
      Object.fromEntries(Object.entries(counts).map(([day, some]) => [day, some?.length])),
    )
  })

  test('what was lived today elsewhere stands on Today when it is this day, and not on another', async () => {
    const world = todayWorld(`2026-06-15T12:00[${zone}]`)
    const today = await Promise.all(zones.map(other => world.checkIn(`2026-06-15T12:00[${other}]`)))
    for (const day of ['2026-06-14', '2026-06-16'])
      for (const other of zones) await world.checkIn(`${day}T12:00[${other}]`)
    const model = createToday(world)
    await model.load()
    expect(model.entries.value?.map(({ id }) => id).toSorted()).toEqual(today.toSorted())
  })

  test('its day and its time are told as they were there', () => {
    completeFakeBrowser()
    process.env['TZ'] = zone
    for (const [iso, day] of lived) {
      const moment = Temporal.ZonedDateTime.from(iso)
      const wall = moment.toPlainDateTime()
      const tag = Intl.DateTimeFormat().resolvedOptions().locale
      const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short' }).format(wall.toPlainTime())
      const both = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }).format(wall)
      const said = [formatTime, formatDayTime].map(say => say(moment.epochMilliseconds, moment.timeZoneId))
      expect(said).toEqual([time, both])
      expect(formatDay(day, 'date')).toContain(String(wall.year))
    }
  })
})

test('the days on the calendar are told by their names, and all others as they are', () => {
  completeFakeBrowser()
  for (const odd of ['2026-02-30', '+012026-01-01', '2026-13-01', '', 'x', '-000100-01-01'])
    expect(formatDay(odd)).toBe(odd)
  expect(formatTime(Number.NaN, 'Europe/Berlin')).toBe('')
  expect(formatTime(0, 'Mars/Base')).toBe(formatTime(0, 'UTC'))
})
