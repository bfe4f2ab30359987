/** What the cards say of few data, of odd data, and of data in which something is; and how claims are made and taken back. */
import { describe, expect, test } from 'vitest'
import { type Card, subjects } from '../../lib/core/insight/card'
import { decide, isDue, noClaims, readClaims } from '../../lib/core/insight/claims'
import type { CheckInFact, Facts, SessionFact } from '../../lib/core/insight/facts'
import { dayNumberOf, weekdayOf } from '../../lib/core/insight/facts'
import { about, type Finding, shortOf } from '../../lib/core/insight/finding'
import { hourFinding } from '../../lib/core/insight/hour'
import { insights } from '../../lib/core/insight/insights'
import { byDay, byPauses, byUse, byWinter, lookAgain } from '../../lib/core/insight/looks'
import { markersFinding } from '../../lib/core/insight/markers'
import { monthOf } from '../../lib/core/insight/month'
import { forMore, pausesFinding } from '../../lib/core/insight/pauses'
import { poweredFor } from '../../lib/core/insight/powered'
import { reachFinding } from '../../lib/core/insight/reach'
import { seasonFinding } from '../../lib/core/insight/season'
import { spreadFinding } from '../../lib/core/insight/spread'
import { tagFinding } from '../../lib/core/insight/tag'
import { cardOf } from '../../lib/core/insight/verdict'
import { seeded } from '../../lib/core/seeded'
import { firstDay, lifeOf, usualKind } from '../truth/people'
import { sessionsOf, shuffled } from '../truth/sessions'

const nothing: Facts = {
  checkIns: [],
  sessions: [],
  markers: [],
  highLows: [],
  aim: null,
  compares: true,
  hemisphere: 'north',
  today: firstDay,
}

const checkIn = (day: number, felt: CheckInFact['felt'], more: Partial<CheckInFact> = {}): CheckInFact => ({
  at: (day * 24 + 12) * 3_600_000,
  day,
  hour: 12,
  felt,
  cantTell: [],
  tags: ['work'],
  words: ['flat'],
  noWord: false,
  meaning: null,
  ...more,
})

const session = (day: number, felt: SessionFact['before'], quiet: boolean): SessionFact => ({
  at: (day * 24 + 12) * 3_600_000,
  day,
  pauseId: quiet ? 'quiet-pause' : 'window',
  kind: quiet ? 'rest' : 'out',
  before: felt,
  after: felt,
  cantTell: false,
  ease: null,
  far: null,
  probability: 0.2,
  quiet,
  compared: true,
})

/** Everything that is filled with one value, on so many days. */
const filled = (days: number, felt: CheckInFact['felt'], aim: Facts['aim'] = 'felt'): Facts => ({
  ...nothing,
  aim,
  today: firstDay + days,
  checkIns: Array.from({ length: days }, (_, index) => checkIn(firstDay + index, felt, { hour: index % 24 })),
  sessions: Array.from({ length: days }, (_, index) => session(firstDay + index, felt, index % 2 === 0)),
  markers: [{ id: 'moved', day: firstDay + Math.floor(days / 2) }],
  highLows: Array.from({ length: days }, (_, index) => ({
    at: firstDay + index,
    day: firstDay + index,
    high: felt === null ? null : 2,
    low: felt === null ? null : 2,
  })),
})

/** Every number of a value, however deep. */
const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : []

const cards = (facts: Facts): readonly Card[] => insights(facts, noClaims, 1).cards

const verdicts = (facts: Facts) =>
  Object.fromEntries(cards(facts).map(card => [card.subject, card.verdict.kind]))

describe('few and odd data', () => {
  const cases: readonly (readonly [string, Facts])[] = [
    ['none', nothing],
    ['one record of each', filled(1, 4)],
    ['nine days', filled(9, 4)],
    ['all equal', filled(800, 5)],
    ['all at the end of the scale', filled(800, 0, 'lighter')],
    ['all missing', filled(800, null)],
    ['rest alone', filled(100, 3, 'rest')],
    [
      'one extreme day',
      {
        ...filled(200, 5),
        checkIns: Array.from({ length: 5_000 }, () => checkIn(firstDay + 60, 10)).concat([
          checkIn(firstDay + 61, 0),
        ]),
      },
    ],
    [
      'days that lie millennia apart',
      {
        ...filled(40, 5),
        checkIns: [checkIn(-700_000, 3), ...filled(400, 5).checkIns, checkIn(2_900_000, 8)],
      },
    ],
    [
      'names of the prototype',
      {
        ...nothing,
        checkIns: Array.from({ length: 90 }, (_, index) =>
          checkIn(firstDay + index, index % 3 === 0 ? 8 : 3, {
            tags: index % 3 === 0 ? ['__proto__'] : ['constructor'],
            words: ['__proto__'],
          }),
        ),
      },
    ],
  ]

  test.each(cases)('%s: a verdict on every card, and numbers that are numbers', (_, facts) => {
    const all = cards(facts)
    expect(all.map(card => card.subject)).toEqual(subjects)
    expect(numbersIn(all).every(Number.isFinite)).toBe(true)
    expect(structuredClone(all)).toEqual(all)
    for (const { groups } of all)
      for (const { level, difference } of groups)
        for (const estimate of [level, difference])
          if (estimate?.interval) expect(estimate.interval.from).toBeLessThanOrEqual(estimate.interval.to)
  })

  test('where there is nothing, nothing is said', () => {
    const { pauses, reach, markers, tag, ...others } = verdicts(nothing)
    expect(
      new Set([pauses, reach, markers, tag, others['hour'], others['season'], others['spread']]),
    ).toEqual(new Set(['nothing-yet']))
  })

  test('what is all equal or all missing claims nothing', () => {
    for (const felt of [0, 5, null] as const)
      expect(Object.values(verdicts(filled(800, felt)))).not.toContain('claim')
  })

  test('an interval of one value is no claim that it is known', () => {
    const [hour] = cards(filled(800, 5))
    expect(hour?.groups.every(group => group.verdict.kind !== 'alike')).toBe(true)
  })
})

describe('what is there', () => {
  test('a tag that goes with less is claimed, and no other', () => {
    const chance = seeded(3)
    const { checkIns } = lifeOf(usualKind, chance, {
      tagsOf: () => (chance.happens(0.2) ? ['work'] : chance.happens(0.2) ? ['home'] : []),
      effect: (_, tags) => (tags.includes('work') ? -1.5 : 0),
    })
    const { cards: shown, claims } = insights({ ...nothing, checkIns, today: firstDay + 365 }, noClaims, 1)
    expect(claims.claimed).toEqual(['tag:work'])
    const tag = shown.find(card => card.subject === 'tag')
    expect(tag?.leading).toBe('work')
    expect(tag?.verdict).toEqual({ kind: 'claim', direction: 'lower' })
  })

  test('a kind of pause that helps is claimed against quiet ones; without them it is described', () => {
    const chance = seeded(5)
    const practice = { pauseId: 'window', kind: 'out', effect: 2 } as const
    const sessions = sessionsOf(shuffled([practice], 80, 80, chance), usualKind, chance)
    const { cards: shown } = insights({ ...nothing, sessions, aim: 'felt' }, noClaims, 1)
    const pauses = shown.find(card => card.subject === 'pauses')
    expect(pauses?.leading).toBe('kind-out')
    const alone = sessions.filter(({ quiet }) => !quiet)
    const described = insights({ ...nothing, sessions: alone, aim: 'felt' }, noClaims, 1).cards
    expect(described.find(card => card.subject === 'pauses')?.verdict.kind).toBe('describes')
    const rest = insights({ ...nothing, sessions, aim: 'rest' }, noClaims, 1).cards
    expect(rest.find(card => card.subject === 'pauses')?.verdict.kind).toBe('describes')
  })

  test('that a pause does less has a smaller share of the error than that it does more', () => {
    const lived = (effect: number) => {
      const chance = seeded(8)
      const practice = { pauseId: 'window', kind: 'out', effect } as const
      return sessionsOf(shuffled([practice], 40, 40, chance), usualKind, chance, { exact: true })
    }
    const mirrored = lived(1).map(one => ({
      ...one,
      before: -(one.before ?? 0) as never,
      after: -(one.after ?? 0) as never,
    }))
    const [more, less] = [lived(1), mirrored].map(
      sessions => pausesFinding(sessions, { aim: 'felt', compares: true }, []).groups[0],
    )
    expect(less?.difference?.value).toBeCloseTo(-(more?.difference?.value ?? 0), 9)
    expect((less?.test?.p ?? 0) / (more?.test?.p ?? 1)).toBeCloseTo(3, 6)
  })

  test('sessions at which no quiet pause could come are counted apart, and move no number', () => {
    const chance = seeded(5)
    const practice = { pauseId: 'window', kind: 'out', effect: 1 } as const
    const sessions = sessionsOf(shuffled([practice], 60, 60, chance), usualKind, chance)
    const apart = sessions.map(one => ({
      ...one,
      at: one.at + 1,
      after: 10 as const,
      quiet: false,
      pauseId: 'window',
      kind: 'out' as const,
      compared: false,
    }))
    const [one] = pausesFinding(sessions, { aim: 'felt', compares: true }, []).groups
    const [other] = pausesFinding([...sessions, ...apart], { aim: 'felt', compares: true }, []).groups
    expect(other?.difference).toEqual(one?.difference)
    expect(other).toEqual({ ...one, apart: 120, marks: other?.marks })
  })

  test('what stands beside a kind is the quiet pauses that it is compared with, and nothing where it is with none', () => {
    const some = (quiet: boolean, after: SessionFact['after'], more: Partial<SessionFact> = {}) =>
      Array.from({ length: 10 }, (_, index) => ({
        ...session(firstDay + index, 3, quiet),
        after,
        ...more,
      }))
    const picked = some(true, 9, { compared: false })
    const byHand = some(false, 6, { pauseId: 'tea', kind: 'make', compared: false })
    const { groups } = pausesFinding(
      [...some(false, 5), ...some(true, 4), ...picked, ...byHand],
      { aim: 'felt', compares: true },
      [],
    )
    const of = (name: string) => groups.find(({ id }) => id === name)
    expect(of('kind-out')?.against).toMatchObject({ value: 1, n: 10 })
    expect(of('kind-out')?.difference?.value).toBeCloseTo(1, 9)
    expect(of('kind-make')).toMatchObject({ n: 0, apart: 10, level: null, against: null })
    expect(of('quiet')).toMatchObject({ n: 10, apart: 10, level: { value: 1 } })
  })

  test('pauses are described alone where the person does not want them compared', () => {
    const chance = seeded(5)
    const practice = { pauseId: 'window', kind: 'out', effect: 3 } as const
    const sessions = sessionsOf(shuffled([practice], 60, 60, chance), usualKind, chance).map(
      (one, place) => ({ ...one, ease: place % 3 === 0 ? null : ('eased' as const) }),
    )
    const finding = pausesFinding(sessions, { aim: 'felt', compares: false }, [])
    // What was marked is counted, whatever was said of felt.
    expect(finding).toMatchObject({ n: 80, missing: 40, cantTell: 0, apart: 0 })
    for (const { level, against, difference, test: asked, short } of finding.groups)
      expect([level, against, difference, asked, short]).toEqual([null, null, null, null, 'nothing'])
    expect(cardOf(finding, noClaims).verdict.kind).toBe('describes')
  })

  test('a pause that began where felt could not be told is no unanswered one', () => {
    const pauses = [true, false].flatMap(quiet => [
      session(firstDay, 3, quiet),
      { ...session(firstDay + 1, null, quiet), after: 4 as const, cantTell: true },
      session(firstDay + 2, null, quiet),
    ])
    expect(pausesFinding(pauses, { aim: 'felt', compares: true }, [])).toMatchObject({
      ...{ n: 2, cantTell: 2, missing: 2, missingShare: 1 / 3 },
    })
  })

  test('each session counts by one over the probability with which it was drawn', () => {
    // Chance left the effect to one in five of the draws, which stand for as many as the others.
    const drawn = (after: number, probability: number, count: number) =>
      Array.from({ length: count }, (_, place) => ({
        ...session(firstDay + place, (2 + (place % 3)) as 3, false),
        ...{ after: (2 + (place % 3) + after) as 3, probability },
      }))
    const quiet = Array.from({ length: 30 }, (_, place) =>
      session(firstDay + place, (2 + (place % 3)) as 3, true),
    )
    const found = (rare: number) =>
      pausesFinding(
        [...drawn(0, 0.8, 24), ...drawn(2, rare, 6), ...quiet],
        { aim: 'felt', compares: true },
        [],
      ).groups[0]?.difference?.value
    expect(found(0.8)).toBeCloseTo(12 / 30, 6)
    expect(found(0.4)).toBeCloseTo(24 / 36, 6)
  })

  test('a session that is known by now to have been far away is not compared', () => {
    const chance = seeded(5)
    const practice = { pauseId: 'window', kind: 'out', effect: 1 } as const
    const sessions = sessionsOf(shuffled([practice], 60, 60, chance), usualKind, chance)
    const far = sessions.map(one => ({ ...one, at: one.at + 1, after: 10 as const, far: 2 as const }))
    const [one] = pausesFinding(sessions, { aim: 'felt', compares: true }, []).groups
    const [other] = pausesFinding([...sessions, ...far], { aim: 'felt', compares: true }, []).groups
    expect(other?.difference).toEqual(one?.difference)
    expect(
      pausesFinding(far, { aim: 'felt', compares: true }, []).groups.every(
        ({ short }) => short === 'nothing',
      ),
    ).toBe(true)
  })

  test("can't tell and not answered are counted apart, and nowhere as a number", () => {
    const some = [
      checkIn(firstDay, 4),
      checkIn(firstDay, null, { cantTell: ['felt'] }),
      checkIn(firstDay, null),
    ]
    const { n, cantTell, missing, missingShare, groups } = hourFinding(some)
    expect({ n, cantTell, missing }).toEqual({ n: 1, cantTell: 1, missing: 1 })
    expect(missingShare).toBeCloseTo(1 / 3)
    expect(groups.find(({ id }) => id === '12')?.level?.value).toBe(4)
  })
})

describe('how many more would help', () => {
  const moved = firstDay + 100
  const shortOfMarker = (days: readonly number[]) =>
    markersFinding(
      days.map(day => checkIn(day, 4)),
      [{ id: 'moved', day: moved }],
    ).groups[0]?.short
  const daysFrom = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index)

  test('after a marker, as many days as are missing there', () => {
    expect(shortOfMarker([...daysFrom(moved - 40, 40), ...daysFrom(moved, 4)])).toEqual({
      more: 6,
      of: 'days',
    })
  })

  test('no number of days, where those that are missing lie before the marker or can come no more', () => {
    expect(shortOfMarker([...daysFrom(moved - 4, 4), ...daysFrom(moved, 40)])).toEqual({
      more: null,
      of: 'days',
    })
    expect(shortOfMarker([...daysFrom(moved - 4, 4), ...daysFrom(moved, 2)])).toEqual({
      more: null,
      of: 'days',
    })
    const yearsLater = [...daysFrom(moved - 40, 40), ...daysFrom(moved, 4), moved + 400]
    expect(shortOfMarker(yearsLater)).toEqual({ more: null, of: 'days' })
  })
})

describe('how far highs and lows reach', () => {
  test('is told of somebody who writes every day, and of whom highs reach further without exception', () => {
    const chance = seeded(1)
    const highLows = Array.from({ length: 400 }, (_, index) => ({
      at: firstDay + index,
      day: firstDay + index,
      high: chance.happens(0.5) ? 3 : 2,
      low: chance.happens(0.5) ? 1 : 0,
    }))
    let claims = noClaims
    for (let days = 7; days <= highLows.length; days += 7)
      claims = decide(claims, [reachFinding(highLows.slice(0, days))], firstDay + days - 1)
    expect(claims.claimed).toEqual(['reach'])
  })
})

describe('from one answer to the next', () => {
  const pairsAt = (...hours: readonly number[]) => {
    const answers = Array.from({ length: 30 }, (_, day) =>
      hours.map((hour, place) =>
        checkIn(firstDay + day, place === 0 ? 3 : 5, {
          at: ((firstDay + day) * 24 + hour) * 3_600_000,
          hour,
        }),
      ),
    ).flat()
    return spreadFinding(answers).groups.find(({ id }) => id === 'change')?.n
  }

  test('what a night lies between is no pair, however late the evening was', () => {
    expect(pairsAt(0.75, 6.5)).toBe(0)
    expect(pairsAt(0.75, 2)).toBe(30)
    expect(pairsAt(4, 8)).toBe(30)
    expect(pairsAt(20, 23)).toBe(30)
  })
})

describe('winters', () => {
  const shortIn = (drift: number, days: number) => {
    const kind = { ...usualKind, perDay: 2, days, drift, driftDays: 150 }
    return seasonFinding(lifeOf(kind, seeded(1)).checkIns, 'north', seeded(1)).groups[0]?.short
  }

  test('two of them are two whole ones: twelve months hold none beside another', () => {
    const found = (from: string, to: string) => {
      const [first, last] = [dayNumberOf(from) ?? 0, dayNumberOf(to) ?? 0]
      const days = Array.from({ length: last - first + 1 }, (_, index) => first + index)
      const felt = (day: number) => (day % 4) as CheckInFact['felt']
      return seasonFinding(
        days.map(day => checkIn(day, felt(day))),
        'north',
        seeded(1),
      ).groups[0]
    }
    const year = found('2024-01-12', '2025-01-11')
    expect(year?.test).toBeNull()
    expect(year?.short).toMatchObject({ of: 'winters' })
    expect(found('2024-01-12', '2025-02-28')?.test).toBeNull()
    expect(found('2023-12-01', '2025-02-28')?.test?.n).toBe(2)
    expect(found('2023-12-10', '2025-02-20')?.test?.n).toBe(2)
  })

  test('differ from summers by as much as their three months differ from those of summer', () => {
    const days = Array.from({ length: 4 * 365 + 1 }, (_, index) => firstDay + index)
    const wave = (day: number) => 5 - 2 * Math.cos((2 * Math.PI * (day - firstDay - 19)) / 365.2425)
    // Rounded up as often as down.
    const checkIns = days.map(day =>
      checkIn(day, Math.floor(wave(day) + (day % 5) / 5) as CheckInFact['felt']),
    )
    const meanIn = (...months: readonly number[]) => {
      const some = checkIns.filter(({ day }) => months.includes(monthOf(day).month))
      return some.reduce((sum, { felt }) => sum + (felt ?? 0), 0) / some.length
    }
    const { difference } = seasonFinding(checkIns, 'north', seeded(1)).groups[0] ?? {}
    expect(Math.abs((difference?.value ?? 0) - (meanIn(11, 0, 1) - meanIn(5, 6, 7)))).toBeLessThan(0.1)
  })

  test('a few more may help, and nobody is asked to wait for many', () => {
    expect(shortIn(0, 800)).toEqual({ more: 3, of: 'winters' })
    expect(shortIn(3, 800)).toEqual({ more: null, of: 'winters' })
  })
})

describe('about alike', () => {
  const found = (from: number, to: number, worth?: number): Finding => ({
    ...hourFinding([]),
    ...(worth === undefined ? {} : { worth }),
    groups: [
      {
        ...{ id: '0', n: 40, cantTell: 0, missing: 0, level: null, against: null, marks: null, test: null },
        difference: { value: (from + to) / 2, interval: { from, to } },
        short: 'enough',
      },
    ],
  })
  const kindOf = (finding: Finding) => cardOf(finding, noClaims).verdict.kind

  test('is said where the interval leaves no room for a difference worth telling', () => {
    expect(kindOf(found(-0.6, 0.8))).toBe('alike')
    expect(cardOf(found(-2.6, 0.4), noClaims).verdict).toEqual({
      kind: 'cannot-tell',
      more: null,
      of: 'check-ins',
    })
    expect(kindOf(found(-0.4, 1.1))).toBe('cannot-tell')
    expect(kindOf(found(0.1, 0.9))).toBe('cannot-tell')
  })

  test('is said of a card once it can be told of every group, and until then what is short of the nearest', () => {
    const alike = found(-0.6, 0.8).groups[0]
    if (!alike) throw new Error('a group')
    const open = (more: number | null) => ({ ...alike, short: { more, of: 'check-ins' } as const })
    const of = (...groups: Finding['groups']) => cardOf({ ...found(0, 0), groups }, noClaims).verdict
    expect(of(alike, open(30), open(20), open(null))).toEqual({
      kind: 'cannot-tell',
      ...{ more: 20, of: 'check-ins' },
    })
    expect(of(open(null), alike).kind).toBe('cannot-tell')
    // Hours at which nobody ever writes keep nothing open.
    expect(of(alike, { ...open(null), n: 0 }).kind).toBe('alike')
  })

  test('goes by what is worth telling on the scale of the card', () => {
    expect(kindOf(found(-0.4, 0.4, 0.5))).toBe('alike')
    expect(kindOf(found(-0.6, 0.4, 0.5))).toBe('cannot-tell')
    const highs = [0, 1, 2, 3, 1, 2, 0, 2] as const
    const highLows = Array.from({ length: 200 }, (_, index) => ({
      at: firstDay + index,
      day: firstDay + index,
      high: highs[index % 8] ?? 0,
      low: highs[(index * 3) % 8] ?? 0,
    }))
    const reach = cards({ ...nothing, highLows }).find(({ subject }) => subject === 'reach')
    expect(reach?.groups[0]?.verdict.kind).toBe('alike')
  })

  test('is never said to people of whom it is not known', () => {
    for (let person = 1; person <= 12; person += 1) {
      const { checkIns } = lifeOf({ ...usualKind, perDay: 4, days: 90 }, seeded(person))
      for (const { groups } of cards({ ...nothing, checkIns, today: firstDay + 90 }))
        for (const { verdict, difference } of groups) {
          if (verdict.kind !== 'alike') continue
          expect(difference?.interval?.from).toBeGreaterThanOrEqual(-1)
          expect(difference?.interval?.to).toBeLessThanOrEqual(1)
        }
    }
  })
})

type Test = NonNullable<Finding['groups'][number]['test']>

/** The same finding with something else in its tests. */
const withTests = (finding: Finding, change: (test: Test) => Partial<Test>): Finding => ({
  ...finding,
  groups: finding.groups.map(group => ({
    ...group,
    test: group.test && { ...group.test, ...change(group.test) },
  })),
})

describe('claims', () => {
  const chance = seeded(3)
  const { checkIns } = lifeOf(usualKind, chance, {
    tagsOf: () => (chance.happens(0.2) ? ['work'] : []),
    effect: (_, tags) => (tags.length > 0 ? -1.5 : 0),
  })
  const found = [tagFinding(checkIns)] as const

  test('are decided once a week, and at once where a clock was set far back', () => {
    const claims = decide(noClaims, found, 100)
    expect(claims.claimed).toEqual(['tag:work'])
    expect(isDue(claims, 106)).toBe(false)
    expect(decide(claims, [], 106)).toBe(claims)
    expect(isDue(claims, 107)).toBe(true)
    expect(isDue(claims, 50)).toBe(true)
  })

  test('are taken back when the answers no longer lean that way, and not shown against them in between', () => {
    const claims = decide(noClaims, found, 100)
    const even = [
      tagFinding(checkIns.map(one => ({ ...one, felt: one.felt === null ? null : (5 as const) }))),
    ]
    const [card] = even.map(finding => cardOf(finding, claims))
    expect(card?.verdict.kind).not.toBe('claim')
    const turned = checkIns.map(one => ({ ...one, tags: one.tags.length > 0 ? [] : ['work'] }))
    expect(decide(claims, [tagFinding(turned)], 107).claimed).toEqual([])
  })

  test('the step of one marker is not told of another that is near it', () => {
    const stepOn = firstDay + 200
    const chance = seeded(12)
    const { checkIns: lived } = lifeOf(usualKind, chance, { effect: ({ day }) => (day >= stepOn ? 3 : 0) })
    const at = (id: string, day: number) => ({ id, day })
    const found = (...markers: ReturnType<typeof at>[]) => {
      const { groups } = markersFinding(lived, markers)
      return (id: string) => groups.find(group => group.id === id)
    }
    const both = found(at('real', stepOn), at('later', stepOn + 40))
    const alone = found(at('later', stepOn + 40))
    expect(both('real')?.difference?.value).toBeGreaterThan(1.5)
    // By itself it gets what the other did; beside it, it is left about nothing, and surely no more.
    expect(alone('later')?.test?.p).toBeLessThan(both('later')?.test?.p ?? 0)
    expect(Math.abs(both('later')?.difference?.value ?? 9)).toBeLessThan(
      Math.abs(alone('later')?.difference?.value ?? 0),
    )
    // Of the same day they say the same.
    const twice = found(at('real', stepOn), at('other', stepOn))
    expect(twice('other')?.difference).toEqual(twice('real')?.difference)
  })

  test('a look is taken when the data have doubled, each with its share', () => {
    expect(lookAgain(null, 14, 0.001, 'lower', byUse)).toBeNull()
    const first = lookAgain(null, 15, 0.001, 'lower', byUse)
    expect(first).toEqual({ steps: 1, best: 0.01, direction: 'lower' })
    expect(lookAgain(first, 29, 1e-9, 'lower', byUse)).toBe(first)
    expect(lookAgain(first, 30, 0.5, 'higher', byUse)).toEqual({ steps: 2, best: 0.01, direction: 'lower' })
    // A long history that comes in at once spends what was passed over as well.
    expect(lookAgain(null, 60, 0.001, 'lower', byUse)?.best).toBeCloseTo(0.001 / 0.75)
    for (const plan of [byUse, byDay, byWinter])
      expect(plan.reduce((sum, [, share]) => sum + share, 0)).toBeLessThanOrEqual(1 + 1e-9)
  })

  test('a kind of pause stays claimed while its single pauses are asked', () => {
    const practices = [0, 1, 2, 3, 4, 5].map(
      index => ({ pauseId: `out-${index}`, kind: 'out', effect: 2 }) as const,
    )
    const chance = seeded(4)
    const sessions = sessionsOf(shuffled(practices, 20, 120, chance), usualKind, chance)
    const kind = 'pauses:felt:kind-out'
    // As near to its limit as a claim on one of five kinds can be.
    const near = (claimed: readonly string[]) =>
      withTests(pausesFinding(sessions, { aim: 'felt', compares: true }, claimed), ({ key }) => ({
        p: key === kind ? 0.99 * 0.05 * (0.7 / 5) * 0.68 : 0.5,
        n: 60,
      }))
    const claims = decide(noClaims, [near([])], 100)
    expect(claims.claimed).toEqual([kind])
    const followed = near(claims.claimed)
    expect(followed.groups.filter(({ test: asked }) => asked !== null)).toHaveLength(7)
    expect(decide(claims, [followed], 107).claimed).toEqual([kind])
  })

  test('a marker is looked at as the days after it grow, however few stand before it', () => {
    const marked = (before: number, after: number) => {
      const days = Array.from({ length: before + after }, (_, index) =>
        checkIn(firstDay + index, ((index % 7) + 2) as CheckInFact['felt']),
      )
      return markersFinding(days, [{ id: 'm', day: firstDay + before }]).groups[0]?.test
    }
    expect(marked(50, 230)?.n).toBe(230)
    expect(marked(230, 50)?.n).toBe(50)
    expect(marked(9, 230)).toBeNull()
  })

  test('a marker is another question on another day, and the same when it is made anew', () => {
    const days = Array.from({ length: 120 }, (_, index) =>
      checkIn(firstDay + index, ((index % 7) + 2) as CheckInFact['felt']),
    )
    const keyOf = (id: string, day: number) =>
      markersFinding(days, [{ id, day: firstDay + day }]).groups[0]?.test?.key
    expect(keyOf('m', 40)).toBeDefined()
    expect(keyOf('m', 40)).not.toBe(keyOf('m', 60))
    expect(keyOf('m', 40)).toBe(keyOf('made-anew', 40))
  })

  describe('among all that were ever asked', () => {
    const [tag] = found
    const asking = (key: string, p: number): Finding =>
      withTests({ ...tag, groups: tag.groups.slice(0, 1) }, () => ({ key, p, n: 1_000, plan: byUse }))
    /** Enough for a marker that was the only one, and too much where two were asked. */
    const p = 0.9 * 0.05 * 0.5

    test('a question that is asked anew again and again spends less each time', () => {
      const claimedAfter = (others: number) => {
        let claims = noClaims
        for (let index = 0; index < others; index += 1)
          claims = decide(claims, [asking(`markers:${index}`, 0.5)], 100 + 7 * index)
        return decide(claims, [asking('markers:last', p)], 100 + 7 * others).claimed
      }
      expect(claimedAfter(0)).toEqual(['markers:last'])
      expect(claimedAfter(1)).toEqual([])
    })

    test('a claim stands when another question comes', () => {
      const claims = decide(noClaims, [asking('markers:1', p)], 100)
      const both = [asking('markers:1', p), asking('markers:2', 0.5)]
      expect(decide(claims, both, 107).claimed).toEqual(['markers:1'])
    })
  })

  test('survive being stored; what does not read is forgotten', () => {
    const claims = decide(noClaims, found, 100)
    expect(readClaims(JSON.parse(JSON.stringify(claims)))).toEqual(claims)
    for (const odd of [null, 3, 'x', [], { claimed: 4, looked: [], decidedOn: Number.NaN }])
      expect(readClaims(odd)).toEqual(noClaims)
    expect(readClaims({ looked: { a: { steps: 'x' } }, claimed: [1, 'b'] })).toEqual({
      ...noClaims,
      claimed: ['b'],
    })
  })
})

test('days, weekdays and months agree with the calendar', () => {
  for (const day of [
    '1969-12-31',
    '1970-01-01',
    '2000-02-29',
    '2024-01-01',
    '2024-12-31',
    '2100-03-01',
    '0004-02-29',
  ]) {
    const date = Temporal.PlainDate.from(day)
    const number = dayNumberOf(day) ?? Number.NaN
    expect(weekdayOf(number)).toBe(date.dayOfWeek)
    expect(monthOf(number)).toEqual({ year: date.year, month: date.month - 1 })
  }
  expect(dayNumberOf('2023-02-30')).toBeNull()
})

test('what a level is compared with lies on the side that the difference names', () => {
  // A year of sevens without the tag, and then fours beside fives with it: over all, the rest lies above.
  const checkIns = [
    ...Array.from({ length: 100 }, (_, day) => checkIn(firstDay + day, 7, { tags: [] })),
    ...Array.from({ length: 30 }, (_, week) => {
      const monday = firstDay + 105 + 7 * week
      return [0, 1, 2, 3].map(day =>
        checkIn(monday + day, (day < 2 ? 5 : 4) as 4, { tags: day < 2 ? ['garden'] : [] }),
      )
    }).flat(),
  ]
  const [garden] = tagFinding(checkIns).groups
  expect(garden?.difference?.value).toBeCloseTo(1, 9)
  expect(garden?.level?.value).toBe(5)
  expect(garden?.against?.value).toBeCloseTo(4, 9)
})

test('no claim waits for less than it needs', () => {
  const needed = [
    poweredFor('markers', byDay),
    poweredFor('pauses', byPauses, forMore),
    poweredFor('tag', byUse),
    poweredFor('weekday', byUse),
  ]
  // Two-sided z of 0.0125, 0.00525, 0.0005 and 0.000229 from a table of the normal distribution, and 0.84.
  for (const [place, z] of [2.498, 2.792, 3.481, 3.685].entries())
    expect(needed[place]).toBeCloseTo(z + 0.84, 2)
})

test('fewer than ten more are a few, and nobody is asked to wait for thousands', () => {
  expect(shortOf(100, 0.37, { of: 'check-ins', powered: 2.8 })).toEqual({ more: 'few', of: 'check-ins' })
  expect(shortOf(100, 0.4, { of: 'check-ins', powered: 2.8 })).toEqual({ more: 25, of: 'check-ins' })
  expect(shortOf(100, 3, { of: 'check-ins', powered: 2.8 })).toEqual({ more: null, of: 'check-ins' })
  expect(shortOf(100, 0.35, { of: 'check-ins', powered: 2.8 })).toBe('enough')
})

test('about so many more, to two figures', () => {
  expect([0.2, 7.2, 19, 21, 99, 101, 1_234].map(about)).toEqual([1, 8, 19, 20, 100, 100, 1_200])
})
