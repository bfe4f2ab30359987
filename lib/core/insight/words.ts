/** Words in use: how many, in effect, in each quarter of a year, as if equally many had been picked in all of them. */
import type { Id } from '../records.ts'
import { tBeyond } from '../stats/distributions.ts'
import { allOf, jackknife, runSums, runs } from '../stats/jackknife.ts'
import { effectiveWords, fewestWithWords } from '../stats/vocabulary.ts'
import type { CheckInFact } from './facts.ts'
import { type Finding, type FoundGroup, shareOf } from './finding.ts'
import { monthOf } from './month.ts'

/** Quarters that are shown, the latest. */
const mostQuarters = 12

/** Uses of words to which every quarter is brought, at most; more tells nothing new. */
const mostUses = 200

/** The words of each check-in of a quarter that has any. */
type Quarter = { readonly id: string; readonly picks: (readonly Id[])[] }

const usesIn = ({ picks }: Quarter): number => picks.reduce((sum, words) => sum + words.length, 0)

const quartersOf = (checkIns: readonly CheckInFact[]): readonly Quarter[] => {
  const quarters = new Map<string, Quarter>()
  let [day, quarter] = [Number.NaN, null as Quarter | null]
  for (const checkIn of checkIns) {
    if (checkIn.words.length === 0) continue
    if (checkIn.day !== day || quarter === null) {
      day = checkIn.day
      const { year, month } = monthOf(day)
      const id = `year-${year}-${Math.floor(month / 3) + 1}`
      quarter = quarters.get(id) ?? { id, picks: [] }
      quarters.set(id, quarter)
    }
    quarter.picks.push([...new Set(checkIn.words)])
  }
  return [...quarters.values()].slice(-mostQuarters)
}

/** The number of a quarter, brought to `uses`; what is summed are the check-ins with each word, and first the check-ins. */
const numberOf = (quarter: Quarter, uses: number): FoundGroup['level'] => {
  const { picks } = quarter
  const places = new Map([...new Set(picks.flat())].map((word, place) => [word, place + 1]))
  const sums = runSums(picks, places.size + 1, (counts, words) => {
    counts[0] = (counts[0] ?? 0) + 1
    for (const word of words) {
      const place = places.get(word) ?? 0
      counts[place] = (counts[place] ?? 0) + 1
    }
  })
  const size = Math.round((uses * picks.length) / usesIn(quarter))
  const entropy = (counts: Float64Array): number | null => {
    const words = effectiveWords(counts.subarray(1), counts[0] ?? 0, size)
    return words === null ? null : Math.log(words)
  }
  const value = entropy(allOf(sums))
  if (value === null) return null
  const interval = jackknife(sums, picks.length, entropy)
  if (interval === null) return { value: Math.exp(value), interval }
  const { from, to } = interval
  // exp of what is uncertain is too high by half its variance: few check-ins would seem to hold more words.
  const error = (to - from) / 2 / tBeyond(0.05, runs - 1)
  return {
    value: Math.exp(value - error ** 2 / 2),
    interval: { from: Math.exp(from), to: Math.exp(to) },
  }
}

/** Oldest quarter first; one with fewer than 20 check-ins that have words has no number. */
export const wordsFinding = (checkIns: readonly CheckInFact[]): Finding => {
  const quarters = quartersOf(checkIns)
  const n = checkIns.filter(({ words }) => words.length > 0).length
  const cantTell = checkIns.filter(({ words, noWord }) => noWord && words.length === 0).length
  const missing = checkIns.length - n - cantTell
  const enough = quarters.filter(({ picks }) => picks.length >= fewestWithWords)
  // Nine in ten are left when the interval leaves out a run.
  const uses = Math.min(mostUses, Math.floor(0.85 * Math.min(...enough.map(usesIn))))
  return {
    subject: 'words',
    n,
    cantTell,
    missing,
    missingShare: shareOf(missing, checkIns.length),
    groups: quarters.map((quarter): FoundGroup => {
      const lacking = fewestWithWords - quarter.picks.length
      return {
        id: quarter.id,
        n: quarter.picks.length,
        cantTell: 0,
        missing: 0,
        level: lacking > 0 ? null : numberOf(quarter, uses),
        against: null,
        difference: null,
        test: null,
        short: lacking > 0 ? { more: lacking, of: 'check-ins' } : 'nothing',
        marks: null,
      }
    }),
  }
}
