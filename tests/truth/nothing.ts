/** People in whose year nothing does anything: whether the page ever claims something, looked at every week. */
import { type Claims, decide, noClaims } from '../../lib/core/insight/claims.ts'
import type { DayNumber, Facts } from '../../lib/core/insight/facts.ts'
import { findingOf } from '../../lib/core/insight/insights.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { firstDay, kinds, usualKind } from './people.ts'
import { beside, type Question, shareRow } from './question.ts'
import { fivePractices, until, yearOf } from './year.ts'

/** Neither spread nor words claim anything. */
const asked = ['hour', 'weekday', 'tag', 'reach', 'pauses'] as const

/** Markers and the season take most of the time, and theirs are few looks: they are asked every fourth week. */
const slow = ['markers', 'season'] as const
const slowEvery = 28

/** Days in which each kind of pause comes once: as the year of everybody has it, and for those who pause more. */
const often = 5

/** The questions that were claimed at any of the weekly looks, each with the day of the first; `aimOn` is the goal of a day. */
export const everClaimed = (
  facts: Facts,
  aimOn: (day: DayNumber) => Facts['aim'] = () => facts.aim,
): ReadonlyMap<string, DayNumber> => {
  let claims: Claims = noClaims
  const ever = new Map<string, DayNumber>()
  for (let day = firstDay + 6; day <= facts.today; day += 7) {
    const known = { ...until(facts, day), aim: aimOn(day) }
    const subjects = (day - firstDay + 1) % slowEvery === 0 ? [...asked, ...slow] : asked
    const findings = subjects.map(subject => findingOf(subject, known, claims, day))
    claims = decide(claims, findings, day)
    for (const key of claims.claimed) if (!ever.has(key)) ever.set(key, day)
  }
  return ever
}

/** Two of each kind, so that single pauses are asked beside a kind that is claimed. */
const tenPractices = fivePractices.flatMap(practice => [
  practice,
  { ...practice, pauseId: `other-${practice.kind}` },
])

const oneYear = 365

/** Two years of somebody whose page asks all that it can: eight markers, two winters, two pauses of a kind, and another goal every half year. */
const fullYears = (seed: number): ReturnType<typeof everClaimed> => {
  const facts = yearOf({ ...usualKind, days: 2 * oneYear }, seeded(seed), tenPractices, 2 * often)
  const markers = [60, 120, 180, 240, 300, 400, 500, 600].map(after => ({
    id: `marker-${after}`,
    day: firstDay + after,
  }))
  const sessions = facts.sessions.map(session => {
    const change = Math.sign((session.after ?? 0) - (session.before ?? 0))
    return { ...session, ease: change > 0 ? 'eased' : change < 0 ? 'worse' : 'same' } as const
  })
  const aimOn = (day: DayNumber) =>
    Math.floor((day - firstDay) / (oneYear / 2)) % 2 === 0 ? 'felt' : 'lighter'
  return everClaimed({ ...facts, markers, sessions }, aimOn)
}

export const nothing: Question = {
  name: 'nothing',
  asks: 'people with no effect at all: any claim of any kind shown within a year of use: ≤ 5 % of 2,000',
  *ask(people, seed) {
    let [all, any] = [0, 0]
    const subjects = new Map<string, number>()
    for (const [name, kind] of kinds) {
      const of = people(334)
      let hits = 0
      for (let index = 0; index < of; index += 1) {
        const ever = everClaimed(yearOf(kind, seeded(seed * 7_000_003 + index)))
        hits += Number(ever.size > 0)
        for (const subject of new Set([...ever.keys()].map(key => key.split(':')[0] ?? '')))
          subjects.set(subject, (subjects.get(subject) ?? 0) + 1)
      }
      yield beside(shareRow(`${name}: any claim within a year`, hits, of, 0, 5))
      all += of
      any += hits
    }
    const where = [...subjects].map(([subject, count]) => `${subject} ${count}`).join(', ')
    yield shareRow(`all of them: any claim within a year${where ? ` (${where})` : ''}`, any, all, 0, 5)
    const more = people(334)
    const hits = Array.from({ length: more }, (_, index) => {
      const facts = yearOf(usualKind, seeded(seed * 7_000_003 + index), fivePractices, often)
      return everClaimed(facts).size > 0
    }).filter(Boolean).length
    yield shareRow('usual, with 73 uses of each kind: any claim within a year', hits, more, 0, 5)
    const full = Array.from({ length: people(334) }, (_, index) => fullYears(seed * 7_000_003 + index))
    const within = (days: number) =>
      full.filter(ever => [...ever.values()].some(day => day < firstDay + days)).length
    const what = 'usual, all that a page can ask, and two goals'
    yield beside(shareRow(`${what}: any claim within a year`, within(oneYear), full.length, 0, 5))
    yield beside(shareRow(`${what}: any claim within two years`, within(2 * oneYear), full.length, 0, 5))
  },
}
