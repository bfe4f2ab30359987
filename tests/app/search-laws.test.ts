/** Whatever the history and whatever is sought: what is found is what a plain look at every record finds, in its order. */
import { effect } from '@preact/signals'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Filter, isFiltering, noFilter, sources } from '../../lib/core/filter.ts'
import { entriesIn, historyEntries, historyMonths, isApart, placeOf } from '../../lib/core/history.ts'
import type { CheckIn, Felt, Marker, Session } from '../../lib/core/records.ts'
import { hour, minute, momentOf, zonedAt } from '../../lib/core/time.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, noon, sessionFields } from '../contract/samples.ts'
import { allShown, completed, put, searchWorld, shownIds } from '../support/search-world.ts'

const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'America/Los_Angeles', 'UTC')
/** On no calendar, or months before and after whatever it may have been. */
const oddDay = fc.constantFrom('2026-11-31', '+012026-01-01', 'never', '2026-05-03', '2027-05-03')
const lived = fc.record({
  minutes: fc.integer({ min: 0, max: 12 * 24 * 60 }),
  zone,
  odd: fc.option(oddDay, { nil: null, freq: 6 }),
})
const momentFrom = ({ minutes, zone, odd }: { minutes: number; zone: string; odd: string | null }) => {
  const moment = momentOf(zonedAt(noon - minutes * minute, zone))
  return odd === null ? moment : { ...moment, day: odd }
}

const word = fc.constantFrom('numb', 'flat', '__proto__')
const tag = fc.constantFrom('work', 'home')
const pauseId = fc.constantFrom('look-up', 'hum')
/** Added later than it was lived, by so many days; before it, where it was moved to a later time. */
const late = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 20 }) },
)

const checkIn = fc.record({
  lived,
  late,
  felt: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  cantTell: fc.boolean(),
  words: fc.uniqueArray(word, { maxLength: 2 }),
  tags: fc.uniqueArray(tag, { maxLength: 2 }),
  note: fc.constantFrom('', '', 'Rain at work', 'ein später Regen', 'hum'),
  source: fc.constantFrom('popup' as const, 'nudge' as const, 'page' as const, 'import:x' as const),
  precision: fc.constantFrom('minute' as const, 'minute' as const, 'day' as const),
  /** Pauses that came with it, so many minutes after it. */
  pauses: fc.array(fc.record({ pauseId, after: fc.integer({ min: 0, max: 300 }) }), { maxLength: 2 }),
  /** It was deleted, and its pauses were not. */
  gone: fc.constantFrom(false, false, false, true),
})
const pause = fc.record({ lived, late, pauseId })

type World = { readonly checkIns: CheckIn[]; readonly sessions: Session[]; readonly markers: Marker[] }

const world: fc.Arbitrary<World> = fc
  .record({
    checkIns: fc.array(checkIn, { maxLength: 30 }),
    pauses: fc.array(pause, { maxLength: 6 }),
    markers: fc.array(fc.record({ lived, text: fc.constantFrom('Rain', 'home') }), { maxLength: 3 }),
  })
  .map(made => {
    let number = 0
    const keep = (at: number) => {
      number += 1
      return { id: testId(at, number), updatedAt: noon, origin: 'own' } as const
    }
    const checkIns: CheckIn[] = []
    const sessions: Session[] = []
    for (const { lived, late, pauses, gone, words, felt, cantTell, ...rest } of made.checkIns) {
      const moment = momentFrom(lived)
      const cannot = cantTell && felt === null ? (['felt'] as const) : []
      const picked = words.map(id => ({ id, guess: false }))
      const fields = checkInFields(moment.at, {
        ...rest,
        ...moment,
        felt: felt as Felt | null,
        cantTell: cannot,
        words: picked,
      })
      const own: CheckIn = { ...keep(moment.at + late * 24 * hour), ...fields }
      if (!gone) checkIns.push(own)
      for (const { pauseId, after } of pauses) {
        const later = momentOf(zonedAt(moment.at + after * minute, moment.zone))
        const made = sessionFields(later.at, { ...later, pauseId, checkInId: own.id })
        sessions.push({ ...keep(later.at), ...made })
      }
    }
    for (const { lived, late, pauseId } of made.pauses) {
      const moment = momentFrom(lived)
      sessions.push({
        ...keep(moment.at + late * 24 * hour),
        ...sessionFields(moment.at, { ...moment, pauseId }),
      })
    }
    const markers = made.markers.map(({ lived, text }) => {
      const { at, day } = momentFrom(lived)
      return { ...keep(at), day, type: 'own', text }
    })
    return { checkIns, sessions, markers }
  })

const few = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.uniqueArray(value, { maxLength: 2 }) },
  )
const day = fc.option(
  fc
    .oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 14 }) },
      { weight: 1, arbitrary: fc.constantFrom(203, -162) },
    )
    .map(days =>
      zonedAt(noon - days * 24 * hour, 'UTC')
        .toPlainDate()
        .toString(),
    ),
  { nil: null, freq: 1 },
)
const minuteOfDay = fc.option(fc.integer({ min: 0, max: 1439 }), { nil: null, freq: 1 })
const off = <Value>(none: Value, value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: value })

const filter: fc.Arbitrary<Filter> = fc.record({
  text: fc.constantFrom('', '', 'rain', 'WORK', 'hum', 'look', 'spater regen', 'rain home', 'zzz'),
  words: few(word),
  tags: few(tag),
  pauses: few(pauseId),
  sources: few(fc.constantFrom(...sources)),
  felt: off(
    noFilter.felt,
    fc.record({
      range: fc.constantFrom(null, { from: 0, to: 3 } as const, { from: 4, to: 10 } as const),
      cantTell: fc.boolean(),
      noAnswer: fc.boolean(),
    }),
  ),
  noted: fc.constantFrom(false, false, false, true),
  weekdays: few(fc.integer({ min: 1, max: 7 })),
  hours: off(noFilter.hours, fc.record({ from: minuteOfDay, to: minuteOfDay })),
  period: off(noFilter.period, fc.record({ from: day, to: day })),
})

/** The plain look: one record after the other, as slowly as it likes. */
const plainlyFound = (filter: Filter, { checkIns, sessions, markers }: World): ReadonlySet<string> => {
  const parts = filter.text.toLowerCase().split(' ').filter(Boolean)
  const says = (texts: readonly string[]) =>
    parts.every(part =>
      texts.some(text => text.toLowerCase().replace('ä', 'a').replace('-', ' ').includes(part)),
    )
  const anyOf = <Value>(wanted: readonly Value[], own: readonly Value[]) =>
    wanted.length === 0 || own.some(one => wanted.includes(one))
  const inPeriod = (day: string, at: number) => {
    const { from, to } = filter.period
    if (from === null && to === null) return true
    const place = placeOf(day, at)
    return place !== '' && (from === null || place >= from) && (to === null || place <= to)
  }
  const onWeekday = (day: string) => {
    if (filter.weekdays.length === 0) return true
    if (placeOf(day, Number.NaN) === '') return false
    return filter.weekdays.includes(Temporal.PlainDate.from(day).dayOfWeek)
  }
  const inHours = (at: number, zone: string, hasTime: boolean) => {
    const { from, to } = filter.hours
    if (from === null && to === null) return true
    if (!hasTime) return false
    const reading = zonedAt(at, zone)
    const now = reading.hour * 60 + reading.minute
    const [first, end] = [from ?? 0, to ?? 1440]
    if (first === end) return true
    return first < end ? now >= first && now < end : now >= first || now < end
  }
  const { range, cantTell, noAnswer } = filter.felt
  const feltIsOn = range !== null || cantTell || noAnswer
  const onlyCheckIns =
    feltIsOn || filter.noted || filter.words.length + filter.tags.length + filter.sources.length > 0
  const felt = (one: CheckIn) => {
    if (!feltIsOn) return true
    if (one.cantTell.includes('felt')) return cantTell
    if (one.felt === null) return noAnswer
    return range !== null && one.felt >= range.from && one.felt <= range.to
  }
  const known = new Set(checkIns.map(({ id }) => id))
  const timed = ({ day, at, zone }: CheckIn | Session, hasTime: boolean) =>
    inPeriod(day, at) && onWeekday(day) && inHours(at, zone, hasTime)
  const found = checkIns.filter(one => {
    const own = sessions.filter(({ checkInId }) => checkInId === one.id).map(({ pauseId }) => pauseId)
    const words = one.words.map(({ id }) => id)
    const source = one.source.startsWith('import:') ? 'import' : one.source
    return (
      says([...words, ...one.tags, ...own, one.note]) &&
      anyOf(filter.words, words) &&
      anyOf(filter.tags, one.tags) &&
      anyOf(filter.pauses, own) &&
      (filter.sources.length === 0 || filter.sources.some(wanted => wanted === source)) &&
      (!filter.noted || one.note !== '') &&
      felt(one) &&
      timed(one, one.precision !== 'day')
    )
  })
  const alone = sessions.filter(
    one =>
      (one.checkInId === null || !known.has(one.checkInId)) &&
      !onlyCheckIns &&
      anyOf(filter.pauses, [one.pauseId]) &&
      says([one.pauseId]) &&
      timed(one, true),
  )
  const timeIsOn = filter.weekdays.length > 0 || filter.hours.from !== null || filter.hours.to !== null
  const marked = markers.filter(
    ({ day, text, type }) =>
      !onlyCheckIns &&
      !timeIsOn &&
      filter.pauses.length === 0 &&
      says([text, type]) &&
      inPeriod(day, Number.NaN),
  )
  return new Set([...found, ...alone, ...marked].map(({ id }) => id))
}

/** The whole list as History has it, of those ids alone. */
const listedOf = ({ checkIns, sessions }: World, ids: ReadonlySet<string>): readonly string[] =>
  entriesIn(historyMonths(historyEntries(checkIns, sessions, true)))
    .map(({ id }) => id)
    .filter(id => ids.has(id))

const filledWorld = async (history: World) => {
  const made = searchWorld()
  await put(made.records, history)
  return made
}

test('what is found is what a plain look finds, in the order of the list, and its days and counts with it', async () => {
  await fc.assert(
    fc.asyncProperty(world, filter.filter(isFiltering), async (history, asked) => {
      const search = (await filledWorld(history)).open()
      search.change(asked)
      const count = await completed(search)
      const expected = plainlyFound(asked, history)
      expect(await allShown(search)).toEqual(listedOf(history, expected))
      const markers = search.list.months.value?.flatMap(({ days }) => days.flatMap(day => day.markers)) ?? []
      expect(markers.map(({ id }) => id).toSorted()).toEqual(
        history.markers
          .filter(({ id }) => expected.has(id))
          .map(({ id }) => id)
          .toSorted(),
      )
      const found = [...history.checkIns, ...history.sessions].filter(({ id }) => expected.has(id))
      expect(count).toEqual({
        checkIns: history.checkIns.filter(({ id }) => expected.has(id)).length,
        pauses: history.sessions.filter(({ id }) => expected.has(id)).length,
        markers: markers.length,
        days: new Set(found.map(({ day }) => day)).size,
        complete: true,
      })
    }),
    { numRuns: 400 },
  )
})

test('what is shown on the way is the beginning of what is shown in the end, but for what was moved to a later time or stands apart from its day', async () => {
  await fc.assert(
    fc.asyncProperty(world, filter.filter(isFiltering), async (history, asked) => {
      const search = (await filledWorld(history)).open(undefined, 2)
      const seen: (readonly string[])[] = []
      const stop = effect(() => {
        if (search.list.months.value) seen.push(shownIds(search))
      })
      search.change(asked)
      await completed(search)
      stop()
      const moved = new Set(
        [...history.checkIns, ...history.sessions].flatMap(({ id, at, day }) =>
          id < testId(at, 0) || isApart(placeOf(day, at), at) ? id : [],
        ),
      )
      const unmoved = (ids: readonly string[]) => ids.filter(id => !moved.has(id))
      const last = unmoved(await allShown(search))
      for (const ids of seen.map(unmoved)) expect(last.slice(0, ids.length)).toEqual(ids)
    }),
    { numRuns: 300 },
  )
})

test('whatever was sought before, and however far that came, does not show', async () => {
  const steps = fc.array(fc.tuple(filter, fc.nat({ max: 12 })), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(world, steps, filter.filter(isFiltering), async (history, before, asked) => {
      const search = (await filledWorld(history)).open()
      for (const [one, turns] of before) {
        search.change(one)
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
      }
      search.change(asked)
      await completed(search)
      expect(await allShown(search)).toEqual(listedOf(history, plainlyFound(asked, history)))
    }),
    { numRuns: 150 },
  )
})
