/** A step at a marker, found by who knows how the person drifts: generalised least squares with the drift that was planted. */
import { stepsOf } from '../../lib/core/insight/daily.ts'
import type { CheckInFact, DayNumber } from '../../lib/core/insight/facts.ts'
import { hoursToForget, type Kind } from './people.ts'

const around = 365

/** Of single answers around the mood of their day: noise of 0.8, whole points, and what moods move within a day. */
const roughnessOf = ({ heavy, sd }: Kind): number => (heavy ? 1.6 : 0.64) + 1 / 12 + 0.13 * sd ** 2

/** The step of felt on `day`, from daily means, with its error. */
export const knownStep = (checkIns: readonly CheckInFact[], day: DayNumber, kind: Kind) => {
  const from = Math.max(checkIns[0]?.day ?? day, day - around)
  const to = Math.min(checkIns.at(-1)?.day ?? day, day + around - 1)
  const { means, counts } = stepsOf(checkIns, from, to, 1)
  const keeps = [Math.exp(-24 / hoursToForget), Math.exp(-1 / kind.driftDays)] as const
  const spreads = [kind.sd ** 2, kind.drift ** 2] as const
  // What is expected of felt, of a constant level, and of the step, by the mood and by the drift.
  const expected = [
    [0, 0],
    [0, 0],
    [0, 0],
  ]
  let [mood, drift, both] = [spreads[0], spreads[1], 0]
  let [levels, crossed, steps, levelFelt, stepFelt] = [0, 0, 0, 0, 0]
  for (let at = 0; at < means.length; at += 1) {
    const count = counts[at] ?? 0
    if (count > 0) {
      const total = mood + 2 * both + drift + roughnessOf(kind) / count
      const [moodGain, driftGain] = [(mood + both) / total, (both + drift) / total]
      const seen = [means[at] ?? 0, 1, from + at >= day ? 1 : 0]
      const [felt = 0, level = 0, step = 0] = seen.map((value, one) => {
        const [ofMood = 0, ofDrift = 0] = expected[one] ?? []
        const left = value - ofMood - ofDrift
        expected[one] = [ofMood + moodGain * left, ofDrift + driftGain * left]
        return left
      })
      levels += level ** 2 / total
      crossed += (level * step) / total
      steps += step ** 2 / total
      levelFelt += (level * felt) / total
      stepFelt += (step * felt) / total
      mood -= moodGain ** 2 * total
      drift -= driftGain ** 2 * total
      both -= moodGain * driftGain * total
    }
    for (const pair of expected) {
      pair[0] = (pair[0] ?? 0) * keeps[0]
      pair[1] = (pair[1] ?? 0) * keeps[1]
    }
    mood = keeps[0] ** 2 * mood + spreads[0] * (1 - keeps[0] ** 2)
    drift = keeps[1] ** 2 * drift + spreads[1] * (1 - keeps[1] ** 2)
    both *= keeps[0] * keeps[1]
  }
  const spread = levels * steps - crossed ** 2
  return { value: (levels * stepFelt - crossed * levelFelt) / spread, error: Math.sqrt(levels / spread) }
}
