/** The made-up year: everything that real histories hold, valid, the same each time, and with no story in it. */
import { describe, expect, test } from 'vitest'
import { fillHistory, onceReady } from '../../lib/app/made-up/fill-history.ts'
import type { MadeUp } from '../../lib/app/made-up/made-up-own.ts'
import { madeUpYear } from '../../lib/app/made-up/made-up-year.ts'
import { pauseById } from '../../lib/content/pauses.ts'
import { tags } from '../../lib/content/tags.ts'
import { isWordId } from '../../lib/content/words.ts'
import { noteAtMost, wordsAtMost } from '../../lib/core/check-in.ts'
import { dayRows, scales } from '../../lib/core/days.ts'
import { plansIn } from '../../lib/core/if-then.ts'
import { keepsakesIn } from '../../lib/core/keepsake.ts'
import { offerReasons } from '../../lib/core/offer.ts'
import { listItems, thoughtsIn } from '../../lib/core/own-items.ts'
import type { Fields, Id, StoreName } from '../../lib/core/records.ts'
import { reflectionTypes } from '../../lib/core/records.ts'
import { isDay, minute, zonedAt } from '../../lib/core/time.ts'
import { memoryRecords } from '../../lib/store/memory.ts'
import { valueIn } from '../contract/assert.ts'
import { fixedClock } from '../support/fakes.ts'

const seed = 3_250
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Tokyo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
  'UTC',
]

const yearAt = (iso: string, of = seed): readonly MadeUp[] => [
  ...madeUpYear({ now: Temporal.ZonedDateTime.from(iso), seed: of, say: key => `«${key}»` }),
]

type Made<Store extends StoreName> = Fields<Store> & { readonly id: Id }

const of = <Store extends StoreName>(year: readonly MadeUp[], store: Store): readonly Made<Store>[] =>
  year.flatMap(made =>
    made.store === store ? [{ ...made.fields, id: made.id } as unknown as Made<Store>] : [],
  )

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

const feltOf = (checkIns: readonly Pick<Fields<'checkIns'>, 'felt'>[]): readonly number[] =>
  checkIns.flatMap(({ felt }) => (felt === null ? [] : [felt]))

describe('the made-up year', () => {
  const evening = '2026-11-22T23:30[Europe/Berlin]'
  const year = yearAt(evening)
  const checkIns = of(year, 'checkIns')
  const sessions = of(year, 'sessions')
  const reflections = of(year, 'reflections')
  const nudges = of(year, 'nudges')

  test('is the same for one seed, day and zone, and another for another seed', () => {
    expect(yearAt(evening)).toEqual(year)
    expect(yearAt(evening, 8)).not.toEqual(year)
  })

  test('grows through the day and changes nothing that was', () => {
    const noon = yearAt('2026-11-22T12:00[Europe/Berlin]')
    const known = new Map(year.map(made => [`${made.store} ${made.id}`, made.fields]))
    for (const made of noon) expect(known.get(`${made.store} ${made.id}`)).toEqual(made.fields)
    expect(noon.length).toBeLessThan(year.length)
    const today = of(noon, 'checkIns').filter(({ day }) => day === '2026-11-22')
    expect(today.length).toBeGreaterThan(1)
  })

  test('has the gaps and the full days of a real one', () => {
    expect(checkIns.length).toBeGreaterThanOrEqual(900)
    expect(checkIns.length).toBeLessThanOrEqual(1_300)
    const counts = Map.groupBy(checkIns, ({ day }) => day)
    expect([...counts.values()].filter(own => own.length >= 6).length).toBeGreaterThan(5)
    expect(365 - counts.size).toBeGreaterThan(30)
    const first = Temporal.PlainDate.from('2025-11-23')
    const days = Array.from({ length: 365 }, (_, index) => first.add({ days: index }).toString())
    const gaps = days.map(day => (counts.has(day) ? ' ' : 'x')).join('')
    expect(gaps).toMatch(/x{9}/)
    expect(gaps).toMatch(/ x{3,5} /)
  })

  test('has mornings and evenings, and two weeks in which little or nothing comes through', () => {
    const at = (from: number, to: number) =>
      checkIns.filter(({ at, zone, precision }) => {
        const { hour } = zonedAt(at, zone)
        return precision === 'minute' && from <= hour && hour < to
      })
    for (const [from, to] of [
      [7, 10],
      [10, 14],
      [14, 19],
      [20, 23],
      [0, 3],
    ] as const)
      expect(at(from, to).length).toBeGreaterThan(5)
    expect(mean(feltOf(at(20, 23)))).toBeGreaterThan(mean(feltOf(at(7, 10))))
    const numb = checkIns.filter(({ day }) => day >= '2026-07-27' && day <= '2026-08-09')
    expect(mean(feltOf(numb))).toBeLessThan(2)
    expect(numb.some(({ cantTell }) => cantTell.includes('felt'))).toBe(true)
    expect(numb.some(({ far }) => far !== null && far >= 2)).toBe(true)
  })

  test('leaves answers open, cannot tell, and means something by what is not there', () => {
    for (const scale of scales) {
      expect(checkIns.some(checkIn => checkIn.cantTell.includes(scale))).toBe(true)
      expect(checkIns.some(checkIn => checkIn[scale] === null && !checkIn.cantTell.includes(scale))).toBe(
        true,
      )
      expect(checkIns.every(checkIn => checkIn[scale] === null || !checkIn.cantTell.includes(scale))).toBe(
        true,
      )
    }
    expect(new Set(checkIns.map(({ meaning }) => meaning))).toEqual(
      new Set(['shelter', 'in-the-way', 'neither', null]),
    )
  })

  test('has words, guesses, tags and notes, and words and a tag of its own', () => {
    const words = checkIns.flatMap(checkIn => checkIn.words)
    expect(words.some(({ guess }) => guess)).toBe(true)
    const own = new Set(of(year, 'words').flatMap(({ id, label }) => (label === null ? [] : [id])))
    const ownTags = new Set(of(year, 'tags').map(({ id }) => id))
    expect(words.filter(({ id }) => own.has(id)).length).toBeGreaterThan(5)
    expect(words.filter(({ id }) => !own.has(id) && !isWordId(id))).toEqual([])
    const known = new Set<string>([...tags, ...ownTags])
    const used = checkIns.flatMap(checkIn => checkIn.tags)
    expect(used.filter(tag => !known.has(tag))).toEqual([])
    expect(used.some(tag => ownTags.has(tag))).toBe(true)
    const notes = checkIns.flatMap(({ note }) => (note === '' ? [] : [note]))
    expect(new Set(notes).size).toBeGreaterThanOrEqual(12)
    expect(Math.max(...[...Map.groupBy(notes, note => note).values()].map(same => same.length))).toBe(2)
    for (const checkIn of checkIns) {
      expect(checkIn.words.length).toBeLessThanOrEqual(wordsAtMost)
      expect(new Set(checkIn.words.map(({ id }) => id)).size).toBe(checkIn.words.length)
      expect(checkIn.note.length).toBeLessThan(noteAtMost)
    }
  })

  test('came from the popup, from reminders that were answered, and from days that were added later', () => {
    const byId = new Map(nudges.map(nudge => [nudge.id, nudge]))
    const sources = Map.groupBy(checkIns, ({ source }) => source)
    expect([...sources.keys()].toSorted()).toEqual(['nudge', 'page', 'popup'])
    for (const { nudgeId, at } of sources.get('nudge') ?? [])
      expect(byId.get(nudgeId ?? '')).toMatchObject({ outcome: 'answered', answeredAt: at })
    for (const source of ['page', 'popup'] as const)
      expect(sources.get(source)?.filter(({ nudgeId }) => nudgeId !== null)).toEqual([])
    const byDay = checkIns.filter(({ precision }) => precision === 'day')
    expect(byDay.length).toBeGreaterThan(4)
    expect(byDay.every(({ source, at, zone }) => source === 'page' && zonedAt(at, zone).hour === 12)).toBe(
      true,
    )
  })

  test('has ten days in another zone, each on the day it was lived there', () => {
    const away = checkIns.filter(({ zone }) => zone !== 'Europe/Berlin')
    expect(new Set(away.map(({ zone }) => zone))).toEqual(new Set(['Asia/Tokyo']))
    const days = away.map(({ day }) => day).toSorted()
    expect([(days[0] ?? '') >= '2026-09-22', (days.at(-1) ?? '') <= '2026-10-01']).toEqual([true, true])
    expect(away.length).toBeGreaterThan(10)
  })

  test('has pauses as Thaw offers them, some picked, some left early', () => {
    const own = of(year, 'pauses').filter(({ steps }) => steps !== undefined)
    expect(own.length).toBe(1)
    expect(of(year, 'pauses').some(({ favourite }) => favourite)).toBe(true)
    const byId = new Map(checkIns.map(checkIn => [checkIn.id, checkIn]))
    for (const session of sessions) {
      expect(pauseById(session.pauseId)?.id ?? own[0]?.id).toBe(session.pauseId)
      expect(byId.get(session.checkInId ?? '')?.felt).toBe(session.before)
      expect(session.probability === null).toBe(session.reason === null)
      if (session.reason !== null) expect(offerReasons).toContain(session.reason)
      if (session.probability !== null) {
        expect(session.probability).toBeGreaterThan(0)
        expect(session.probability).toBeLessThanOrEqual(1)
      }
    }
    expect(new Set(sessions.map(({ ease }) => ease))).toEqual(new Set(['eased', 'same', 'worse', null]))
    expect(sessions.filter(({ completed }) => !completed).length).toBeGreaterThan(20)
    expect(sessions.filter(({ pauseId }) => pauseId === 'quiet-pause').length).toBeGreaterThan(10)
    expect(sessions.filter(({ probability }) => probability === null).length).toBeGreaterThan(20)
  })

  test('has what is written down, of every kind', () => {
    expect(new Set(reflections.map(({ type }) => type))).toEqual(new Set(reflectionTypes))
    expect(plansIn(reflections).length).toBe(2)
    expect(listItems(reflections).length).toBe(4)
    expect(thoughtsIn(reflections).length).toBe(2)
    const whole = reflections.map(made => ({ ...made, updatedAt: made.at, origin: 'own' as const }))
    expect(keepsakesIn(whole).length).toBe(3)
    expect(reflections.some(({ type, fields }) => type === 'line' && fields['kept'] === false)).toBe(true)
    expect(of(year, 'markers').map(({ type }) => type)).toEqual(['move', 'own'])
  })

  test('has reminders of the last thirty days with every outcome', () => {
    const from = Temporal.ZonedDateTime.from('2026-10-23T00:00[Europe/Berlin]').epochMilliseconds
    const latest = nudges.filter(({ plannedAt }) => plannedAt >= from)
    expect(new Set(latest.map(({ outcome }) => outcome))).toEqual(
      new Set(['answered', 'snoozed', 'not-now', 'expired', 'held-back', 'dropped']),
    )
    expect(nudges.some(({ reason }) => reason === 'ignored')).toBe(true)
  })

  test('says nothing in words of its own: every text is a message', () => {
    const texts = JSON.stringify(year.map(({ fields }) => fields)).match(/«[^»]*»/g) ?? []
    expect(new Set(texts).size).toBeGreaterThan(40)
    for (const { note } of checkIns) expect(note).toMatch(/^(«made_[a-z0-9_]+»)?$/)
  })
})

describe('no story is told', () => {
  const ends = Array.from({ length: 12 }, (_, month) =>
    Temporal.PlainDate.from({ year: 2026, month: month + 1, day: 15 }),
  )
  const years = ends.map(end => ({ end, year: yearAt(`${end}T23:30[Europe/Berlin]`) }))

  test('whenever it ends, as much is felt at its end as at its beginning, seasons aside', () => {
    const differences = years.map(({ end, year }) => {
      const checkIns = of(year, 'checkIns')
      const ago = (days: number) => end.subtract({ days }).toString()
      const first = feltOf(checkIns.filter(({ day }) => day < ago(305)))
      const last = feltOf(checkIns.filter(({ day }) => day > ago(60)))
      return mean(last) - mean(first)
    })
    // Each season comes at the end as often as at the beginning.
    expect(Math.abs(mean(differences))).toBeLessThan(0.4)
  })

  test('after a pause there is as much more as less, and no more than after a quiet one', () => {
    const changes = (year: readonly MadeUp[], quiet: boolean) =>
      of(year, 'sessions').flatMap(({ pauseId, before, after }) =>
        (pauseId === 'quiet-pause') === quiet && before !== null && after !== null ? [after - before] : [],
      )
    for (const { year } of years) {
      expect(Math.abs(mean(changes(year, false)))).toBeLessThan(0.25)
      expect(Math.abs(mean(changes(year, true)) - mean(changes(year, false)))).toBeLessThan(0.6)
    }
  })

  test.each([
    ['Europe/Berlin', ['12', '01', '02'], ['06', '07', '08']],
    ['Australia/Sydney', ['06', '07', '08'], ['12', '01', '02']],
  ] as const)('in %s its winter is lower', (zone, winter, summer) => {
    const checkIns = of(yearAt(`2026-04-10T20:00[${zone}]`), 'checkIns')
    const felt = (months: readonly string[]) =>
      mean(feltOf(checkIns.filter(({ day }) => months.includes(day.slice(5, 7)))))
    expect(felt(winter)).toBeLessThan(felt(summer))
  })
})

describe('wherever and whenever', () => {
  test.each(zones)('in %s nothing is from the future and every day is the one it was lived on', zone => {
    for (const time of ['2026-03-29T00:00:01', '2026-10-25T02:30', '2028-02-29T23:59']) {
      const now = Temporal.ZonedDateTime.from(`${time}[${zone}]`)
      const at = now.epochMilliseconds
      const year = yearAt(`${time}[${zone}]`)
      const checkIns = of(year, 'checkIns')
      expect(checkIns.length).toBeGreaterThan(900)
      for (const made of [...checkIns, ...of(year, 'sessions'), ...of(year, 'reflections')]) {
        expect(made.at).toBeLessThanOrEqual(at)
        expect(isDay(made.day)).toBe(true)
        if (!('precision' in made) || made.precision === 'minute')
          expect(zonedAt(made.at, made.zone).toPlainDate().toString()).toBe(made.day)
      }
      for (const { shownAt, openedAt, answeredAt, plannedAt } of of(year, 'nudges'))
        for (const moment of [plannedAt, shownAt ?? 0, openedAt ?? 0, answeredAt ?? 0])
          expect(moment).toBeLessThanOrEqual(at)
      for (const { id } of year)
        if (/^[0-9a-f]{8}-/.test(id))
          expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBeLessThanOrEqual(at)
      expect(new Set(year.map(({ store, id }) => `${store} ${id}`)).size).toBe(year.length)
    }
  })
})

describe('the history it is written to', () => {
  const now = '2026-11-22T20:00[Europe/Berlin]'

  test('holds exactly it, with its days, and rests on the way', async () => {
    const year = yearAt(now)
    const records = memoryRecords({ clock: fixedClock(now) })
    let rests = 0
    await fillHistory(records, year, async () => {
      rests += 1
    })
    expect(rests).toBe(Math.floor(year.length / 60))
    for (const store of ['checkIns', 'sessions', 'reflections', 'nudges'] as const) {
      const kept = valueIn(await records.all(store))
      const made = of(year, store).toSorted((one, other) => (one.id < other.id ? -1 : 1))
      expect(kept.map(({ updatedAt: _, origin: __, ...fields }) => fields)).toEqual(made)
    }
    const counted = [
      ...valueIn(await records.all('checkIns')).map(record => ({ store: 'checkIns' as const, record })),
      ...valueIn(await records.all('sessions')).map(record => ({ store: 'sessions' as const, record })),
    ]
    expect(valueIn(await records.days('0000-01-01', '9999-12-31'))).toEqual(dayRows(counted))
  })

  test('can be read once all of it is there', async () => {
    const records = memoryRecords({ clock: fixedClock(now) })
    let finish = () => {}
    const ready = new Promise<void>(resolve => {
      finish = resolve
    })
    const door = onceReady(records, ready)
    const asked = door.page('checkIns', { limit: 5 })
    await records.save('checkIns', 'late', () => {
      const [first] = of(yearAt(now), 'checkIns')
      if (!first) throw new Error('a year without a check-in')
      return { ...first, at: first.at + minute }
    })
    finish()
    expect(valueIn(await asked).map(({ id }) => id)).toEqual(['late'])
  })
})
