/** What a card of Patterns says without a page: each sentence where it is true, and never more than is known. */
import { beforeEach, describe, expect, test } from 'vitest'
import {
  cardSentence,
  countsText,
  differenceText,
  groupName,
  intervalText,
  type Naming,
  numberText,
} from '../../../components/patterns/card-texts.ts'
import { type Card, type Group, subjects, type Verdict } from '../../../lib/core/insight/card.ts'
import { noClaims } from '../../../lib/core/insight/claims.ts'
import type { CheckInFact, Facts } from '../../../lib/core/insight/facts.ts'
import { findingOf } from '../../../lib/core/insight/insights.ts'
import { cardOf, undecidedOf } from '../../../lib/core/insight/verdict.ts'
import japanese from '../../../public/_locales/ja/messages.json' with { type: 'json' }
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const naming: Naming = {
  labels: { word: id => id, tag: id => id, pause: id => id },
  markers: [
    {
      ...{ id: 'm', day: '2026-03-30', type: 'move', text: '' },
      ...{ updatedAt: 1, origin: 'own' },
    },
  ],
  hemisphere: 'north',
  aim: null,
}

const group = (id: string, verdict: Verdict, difference: Group['difference'] = null): Group => ({
  ...{ id, n: 20, cantTell: 0, missing: 0, level: null, against: null, difference, verdict, marks: null },
})

const card = (subject: Card['subject'], verdict: Verdict, groups: readonly Group[] = []): Card => ({
  ...{ subject, n: 20, cantTell: 0, missing: 0, missingShare: 0, groups, verdict },
  leading: verdict.kind === 'claim' ? (groups[0]?.id ?? null) : null,
  ...undecidedOf(subject, groups),
})

const higher = { kind: 'claim', direction: 'higher' } as const
const lower = { kind: 'claim', direction: 'lower' } as const

describe('the sentence of a card', () => {
  test('says by how much, with its range, which way it goes', () => {
    const up = { value: 1.24, interval: { from: 0.41, to: 2.04 } }
    const down = { value: -1.24, interval: { from: -2.04, to: -0.41 } }
    const said = (subject: Card['subject'], id: string, verdict: Verdict, difference: Group['difference']) =>
      cardSentence(card(subject, verdict, [group(id, verdict, difference)]), naming)
    expect(said('hour', '8', lower, down)).toBe(
      'From 8:00 AM to 12:00 PM felt is lower than at other times: by 1.2, most likely 0.4 to 2.0.',
    )
    expect(said('weekday', '6', higher, up)).toBe(
      'On a Saturday felt is higher than on other days: by 1.2, most likely 0.4 to 2.0.',
    )
    expect(said('tag', 'work', lower, down)).toContain('With “work” felt is lower than without')
    expect(said('season', 'winter', lower, down)).toContain('In winter felt is lower than in summer')
    expect(said('markers', 'm', higher, up)).toContain('After “Move, March 30, 2026” felt is higher')
    expect(said('reach', 'high', lower, down)).toContain('Lows reach further than highs: by 1.2')
    expect(said('pauses', 'kind-out', higher, up)).toContain('After “Looking outward” felt is higher')
    const lighter = card('pauses', lower, [group('kind-out', lower, down)])
    expect(cardSentence(lighter, { ...naming, aim: 'lighter' })).toContain('the marks lie nearer to “worse”')
  })

  test('does not say that pauses are compared with nothing where there are quiet ones', () => {
    const short: Verdict = { kind: 'cannot-tell', more: 15, of: 'quiet-pauses' }
    const against = { value: 0, n: 9 }
    const pauses = (kind: Group) =>
      cardSentence(
        card('pauses', { kind: 'describes' }, [kind, group('quiet', { kind: 'describes' })]),
        naming,
      )
    expect(pauses({ ...group('kind-out', short), against })).toBe(
      'Can’t tell yet. About 15 more quiet pauses would help.',
    )
    expect(pauses(group('kind-out', { kind: 'describes' }))).toContain('compared with nothing')
  })

  test('says that no pause stands out once that can be told of every kind, and until then what is short of the nearest', () => {
    const short = (more: number | 'few' | null): Verdict => ({
      kind: 'cannot-tell',
      more,
      of: 'quiet-pauses',
    })
    const said = (...verdicts: readonly Verdict[]) => {
      const against = { value: 0, n: 90 }
      const kinds = verdicts.map((verdict, at) => ({
        ...group(['kind-out', 'kind-breath', 'kind-body', 'kind-do'][at] ?? '', verdict),
        against,
      }))
      const rest = [group('hum', short(20)), group('quiet', { kind: 'describes' })]
      return cardSentence(card('pauses', { kind: 'describes' }, [...kinds, ...rest]), naming)
    }
    const alike = { kind: 'alike' } as const
    expect(said(alike, short(null))).toBe('Can’t tell yet.')
    expect(said(short(null), alike, short(60), short(30))).toBe(
      'Can’t tell yet. Nearest is “Doing something”: about 30 more quiet pauses would help.',
    )
    expect(said(short(30), short('few'))).toBe(
      'Can’t tell yet. Nearest is “Breathing”: a few more would help.',
    )
    expect(said(alike, alike)).toBe('No kind of pause stands out from quiet ones so far.')
  })

  test('says of which group so many more would help, where it looks at several', () => {
    const short = (more: number | 'few' | null): Verdict => ({ kind: 'cannot-tell', more, of: 'check-ins' })
    const said = (...verdicts: readonly Verdict[]) => {
      const groups = verdicts.map((verdict, at) => group(`tag-${at}`, verdict))
      return cardSentence(card('tag', undecidedOf('tag', groups).undecided ?? short(null), groups), naming)
    }
    expect(said(short(30), short(20))).toBe(
      'Can’t tell yet. Nearest is “tag-1”: about 20 more check-ins would help.',
    )
    expect(said({ kind: 'alike' }, short('few'), short(10))).toBe(
      'Can’t tell yet. Nearest is “tag-1”: a few more would help.',
    )
    expect(said(short(10), short('few'))).toContain('“tag-1”')
    expect(said(short(null), { kind: 'alike' })).toBe('Can’t tell yet.')
    expect(said(short(20))).toBe('Can’t tell yet. About 20 more check-ins would help.')
  })

  test('names the one group too, where what is counted is its own', () => {
    const own: Verdict = { kind: 'cannot-tell', more: 20, of: 'such-check-ins' }
    expect(cardSentence(card('tag', own, [group('work', own)]), naming)).toBe(
      'Can’t tell yet. Nearest is “work”: about 20 more such check-ins would help.',
    )
  })

  test('says how many more would help, and nothing of a number that nobody can know', () => {
    const short = (more: number | 'few' | null) => ({ kind: 'cannot-tell', more, of: 'check-ins' }) as const
    expect(cardSentence(card('tag', short(1_200)), naming)).toBe(
      'Can’t tell yet. About 1,200 more check-ins would help.',
    )
    expect(cardSentence(card('tag', short('few')), naming)).toBe('Can’t tell yet. A few more would help.')
    expect(cardSentence(card('tag', short(null)), naming)).toBe('Can’t tell yet.')
    expect(
      cardSentence(
        card('season', { kind: 'describes' }, [
          group('winter', { kind: 'cannot-tell', more: 1, of: 'winters' }),
        ]),
        naming,
      ),
    ).toMatch(/Can’t tell yet\. About 1 more winter would help\.$/)
    const noWinter = card('season', { kind: 'describes' }, [group('winter', { kind: 'nothing-yet' })])
    expect(cardSentence(noWinter, naming)).toMatch(/Winters are compared once there are two\.$/)
  })

  test('is there for no data, one check-in and all of them equal, on every card, and holds no broken number', () => {
    const checkIn = (at: number): CheckInFact => ({
      ...{ at: at * 86_400_000, day: at, hour: 9, felt: 5 },
      ...{ cantTell: [], tags: ['work'], words: ['numb'], noWord: false, meaning: null },
    })
    for (const count of [0, 1, 40]) {
      const facts: Facts = {
        checkIns: Array.from({ length: count }, (_, at) => checkIn(20_000 + at)),
        ...{
          sessions: [],
          markers: [],
          highLows: [],
          aim: null,
          compares: true,
          hemisphere: 'north',
          today: 20_100,
        },
      }
      for (const subject of subjects) {
        const made = cardOf(findingOf(subject, facts, noClaims, 1), noClaims)
        const said = [
          cardSentence(made, naming),
          countsText(made),
          ...made.groups.flatMap(({ id, level, difference }) => [
            groupName(subject, id, naming),
            numberText(level?.value ?? null),
            intervalText(level),
            differenceText(difference),
          ]),
        ].join(' ')
        expect(said).not.toMatch(/NaN|∞|undefined|null|patterns_/)
        expect(cardSentence(made, naming)).not.toBe('')
      }
    }
  })
})

test('rows are called by what the person knows them by', () => {
  expect(groupName('season', 'winter-2025', naming)).toBe('Winter from December 2025')
  expect(groupName('season', 'winter-2025', { ...naming, hemisphere: 'south' })).toBe('Winter from June 2025')
  expect(groupName('season', 'month-8', naming)).toBe('August')
  expect(groupName('words', 'year-2025-3', naming)).toMatch(/^July\s–\sSeptember 2025$/)
  expect(groupName('hour', '20', naming)).toBe('8:00 PM – 12:00 AM')
  expect(groupName('markers', 'gone', naming)).toBe('A marker')
})

test('what is missing stands beside what is there', () => {
  const some = { ...card('hour', { kind: 'alike' }), cantTell: 3, missing: 5, missingShare: 0.2 }
  expect(countsText(some)).toBe('From 20 answers. “Can’t tell”: 3. Not answered: 5 (20%).')
  expect(countsText({ ...some, missing: 1, missingShare: 0.001 })).toMatch(/Not answered: 1\.$/)
  expect(countsText({ ...some, apart: 7 })).toMatch(/Compared with nothing: 7\.$/)
})

test('Japanese has no blank between one sentence and the next', () => {
  speak(japanese)
  const some = { ...card('hour', { kind: 'alike' }), cantTell: 3 }
  expect(countsText(some)).toBe('答え20件から。「わからない」：3。')
})
