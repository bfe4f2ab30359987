/** Words in use: how many, in effect, in each quarter of a year, as if equally many had been picked in all of them. */

import type { Id } from '../records.ts'
import { jackknife } from '../stats/jackknife.ts'
import { effectiveWords, fewestPicks } from '../stats/vocabulary.ts'
import type { CheckInFact } from './facts.ts'
import { type Finding, type FoundGroup, shareOf } from './finding.ts'
import { monthOf } from './month.ts'

/** Quarters that are shown, the latest. */
const mostQuarters = 12

/** Picks to which every quarter is brought, at most; more tells nothing new. */
const mostPicks = 200

const countsOf = (picks: readonly (readonly Id[])[]): readonly number[] => {
  const counts = new Map<Id, number>()
  for (const words of picks) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts.values()]
}

const picksIn = (quarter: readonly (readonly Id[])[]): number =>
  quarter.reduce((sum, words) => sum + words.length, 0)

/** Oldest quarter first; a quarter with fewer than 30 picks has no number. */
export const wordsFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const quarters = new Map<string, (readonly Id[])[]>()
  let missing = 0
  for (const { words, day } of checkIns) {
    if (words.length === 0) {
      missing += 1
      continue
    }
    const { year, month } = monthOf(day)
    const id = `year-${year}-${Math.floor(month / 3) + 1}`
    const known = quarters.get(id)
    if (known) known.push(words)
    else quarters.set(id, [words])
  }
  const shown = [...quarters].slice(-mostQuarters)
  const sizes = shown.map(([, picks]) => picksIn(picks)).filter(size => size >= fewestPicks)
  // Nine in ten are left when the interval leaves out a run.
  const size = Math.max(fewestPicks, Math.min(mostPicks, Math.floor(0.85 * Math.min(...sizes))))
  const n = checkIns.length - missing
  return {
    subject: 'words',
    n,
    cantTell: 0,
    missing,
    missingShare: shareOf(missing, checkIns.length),
    groups: shown.map(([id, picks]): FoundGroup => {
      const number = (some: readonly (readonly Id[])[]) => effectiveWords(countsOf(some), size)
      const value = number(picks)
      return {
        id,
        n: picksIn(picks),
        cantTell: 0,
        missing: 0,
        level: value === null ? null : { value, interval: jackknife(picks, number) },
        against: null,
        difference: null,
        test: null,
        short:
          value === null
            ? { more: fewestPicks - Math.min(fewestPicks - 1, picksIn(picks)), of: 'check-ins' }
            : 'nothing',
        marks: null,
      }
    }),
  }
}
