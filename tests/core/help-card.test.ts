/** When it is worth saying that a doctor or therapist could look. */
import { describe, expect, test } from 'vitest'
import { tags } from '../../lib/content/tags.ts'
import { emptyDay } from '../../lib/core/days.ts'
import {
  type HelpFacts,
  helpFrom,
  helpReason,
  helpTurn,
  readHelpSaid,
  winterIsLower,
} from '../../lib/core/help-card.ts'
import type { DayRow, Ease } from '../../lib/core/records.ts'

const today = '2026-11-22'
const dayBefore = (days: number): string => Temporal.PlainDate.from(today).subtract({ days }).toString()

/** A day `ago` days before today; `felt` are answers, null is "can't tell". */
const row = (ago: number, felt: readonly (number | null)[], tags: DayRow['tags'] = {}): DayRow => {
  const counts: { [value: number]: number } = {}
  for (const value of felt) if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  const cantTell = felt.filter(value => value === null).length
  const empty = emptyDay(dayBefore(ago))
  return { ...empty, checkIns: felt.length, tags, scales: { ...empty.scales, felt: { counts, cantTell } } }
}

const facts = (change: Partial<HelpFacts>): HelpFacts => ({
  today,
  days: [],
  sessions: [],
  markers: [],
  winterTwice: false,
  ...change,
})

const days = (count: number, felt: readonly (number | null)[], tags?: DayRow['tags']) =>
  Array.from({ length: count }, (_, ago) => row(ago, felt, tags))

describe('lasting numbness', () => {
  test('is said of most of ten check-ins on seven days', () => {
    const rows = [...days(6, [3]), row(6, [0, 3, 8, 9])]
    expect(helpReason(facts({ days: rows }))).toEqual({ kind: 'lasting', low: 8, of: 10, cantTell: 0 })
  })

  test('counts can’t tell, and says so', () => {
    expect(helpReason(facts({ days: [...days(6, [null]), row(6, [0, 3, 8, 9])] }))).toEqual({
      kind: 'lasting',
      low: 8,
      of: 10,
      cantTell: 6,
    })
  })

  test.each<readonly [string, readonly DayRow[]]>([
    ['of nine check-ins', days(9, [0])],
    ['on six days', days(6, [0, 0])],
    ['of half of them', days(10, [3, 4])],
    ['of check-ins that were not answered', days(14, [])],
    ['of fifteen days ago', [...days(6, [0]), row(14, [0, 0, 0, 0, 0, 0])]],
    ['of nothing', []],
  ])('is not said %s', (_, rows) => expect(helpReason(facts({ days: rows }))).toBeNull())
})

describe('what else is said', () => {
  test('memory gaps, once they were picked three times in the days', () => {
    const gaps = (count: number) => ({ 'memory-gaps': count })
    expect(helpReason(facts({ days: [row(0, [7], gaps(2)), row(9, [7], gaps(1))] }))).toEqual({
      kind: 'memory-gaps',
    })
    expect(helpReason(facts({ days: [row(0, [7], gaps(2)), row(14, [7], gaps(1))] }))).toBeNull()
  })

  const sessions = (...eases: readonly (Ease | null)[]) =>
    eases.map((ease, ago) => ({ ease, day: dayBefore(ago) }))
  test('three pauses in a row that were marked "worse": it speaks of the last three, and one that was not marked is one of them', () => {
    expect(helpReason(facts({ sessions: sessions('worse', 'worse', 'worse', 'eased') }))).toEqual({
      kind: 'worse',
    })
    expect(helpReason(facts({ sessions: sessions('worse', null, 'worse', 'worse') }))).toBeNull()
    expect(helpReason(facts({ sessions: sessions(null, 'worse', 'worse', 'worse') }))).toBeNull()
    expect(helpReason(facts({ sessions: sessions('worse', 'worse', 'same', 'worse') }))).toBeNull()
    expect(helpReason(facts({ sessions: sessions('worse', 'worse') }))).toBeNull()
    const old = sessions('worse', 'worse', 'worse').map(session => ({ ...session, day: dayBefore(20) }))
    expect(helpReason(facts({ sessions: old }))).toBeNull()
  })

  test('a marker of a changed medicine in the days, and no other', () => {
    const marker = (type: string, ago: number) => facts({ markers: [{ type, day: dayBefore(ago) }] })
    expect(helpReason(marker('medication', 13))).toEqual({ kind: 'medication' })
    expect(helpReason(marker('medication', 14))).toBeNull()
    expect(helpReason(marker('medication', -1))).toBeNull()
    expect(helpReason(marker('loss', 0))).toBeNull()
  })

  test('the substance tag on most days of two weeks', () => {
    const tagged = (count: number) =>
      facts({ days: days(count, [6], { 'took-the-edge-off-with-something': 3 }) })
    expect(helpReason(tagged(8))).toEqual({ kind: 'substance' })
    expect(helpReason(tagged(7))).toBeNull()
  })

  test('the same winter twice, after everything else', () => {
    expect(helpReason(facts({ winterTwice: true }))).toEqual({ kind: 'winter' })
    expect(helpReason(facts({ winterTwice: true, days: days(10, [0]) }))?.kind).toBe('lasting')
  })

  test('tags that are called like something of an object are none', () => {
    expect(
      helpReason(facts({ days: [row(0, [5], JSON.parse('{"__proto__":9}') as DayRow['tags'])] })),
    ).toBeNull()
  })
})

test('winters are lower where Patterns claim that, and not where they claim the other or nothing', () => {
  const looked = (direction: 'lower' | 'higher') => ({ season: { steps: 2, best: 0.001, direction } })
  expect(winterIsLower({ claimed: ['season'], looked: looked('lower') })).toBe(true)
  expect(winterIsLower({ claimed: ['season'], looked: looked('higher') })).toBe(false)
  expect(winterIsLower({ claimed: [], looked: looked('lower') })).toBe(false)
  for (const stored of [
    null,
    'lower',
    [],
    {},
    { claimed: ['season'], looked: {} },
    { claimed: 'season', looked: looked('lower') },
  ])
    expect(winterIsLower(stored)).toBe(false)
})

test('the tags it looks for are those of Thaw', () => {
  const known: readonly string[] = tags
  expect(known).toContain('memory-gaps')
  expect(known).toContain('took-the-edge-off-with-something')
})

describe('its turn', () => {
  const said = (ago: number, done = false) => ({ day: dayBefore(ago), done, asked: false })
  test.each([
    ['never said', null, 'due'],
    ['said today', said(0), 'now'],
    ['put away today', said(0, true), 'not'],
    ['said yesterday', said(1), 'not'],
    ['said thirteen days ago', said(13, true), 'not'],
    ['said fourteen days ago', said(14, true), 'due'],
    ['said tomorrow, as a clock had it', said(-1), 'not'],
    ['said in a year, as a clock had it', said(-365), 'due'],
  ] as const)('%s', (_, last, turn) => expect(helpTurn(last, today)).toBe(turn))

  test('looks at fourteen days', () => expect(helpFrom(today)).toBe('2026-11-09'))

  test.each([
    [null, null],
    ['2026-11-22', null],
    [{ day: '2026-13-40' }, null],
    [
      { day: today, done: 'yes' },
      { day: today, done: false, asked: false },
    ],
    [
      { day: today, done: true, asked: true },
      { day: today, done: true, asked: true },
    ],
  ])('reads %j as %j', (stored, read) => expect(readHelpSaid(stored)).toEqual(read))
})
