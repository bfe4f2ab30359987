/** Whether the number of words stays where it is when the same ten words are picked more and more often. */
import type { CheckInFact } from '../../lib/core/insight/facts.ts'
import { wordsFinding } from '../../lib/core/insight/words.ts'
import { seeded } from '../../lib/core/seeded.ts'
import { firstDay, lifeOf, usualKind } from './people.ts'
import type { Question } from './question.ts'

const ten = Array.from({ length: 10 }, (_, index) => [`word-${index}`, 1 / (index + 1)] as const)

const slope = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  let [cross, square] = [0, 0]
  values.forEach((value, at) => {
    cross += (at - middle) * (value - mean)
    square += (at - middle) ** 2
  })
  return square > 0 ? cross / square : 0
}

/** Eight quarters, in the last of which four times as many words are picked as in the first. */
const lived = (seed: number): readonly CheckInFact[] => {
  const chance = seeded(seed)
  const { checkIns } = lifeOf({ ...usualKind, days: 730, perDay: 2 }, chance)
  return checkIns.map(one => {
    const grown = (one.day - firstDay) / 730
    const picks = chance.happens(0.2 + 0.8 * grown) ? chance.whole(1, 3) : 0
    return { ...one, words: [...new Set(Array.from({ length: picks }, () => chance.weighed(ten)))] }
  })
}

const mean = (values: readonly number[]) => {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1)
  return { middle, half: 1.96 * Math.sqrt(variance / values.length) }
}

export const vocabulary: Question = {
  name: 'vocabulary',
  asks: 'fixed 10 words, use growing: the interval of the estimate’s slope holds 0',
  *ask(people, seed) {
    const lives = Array.from({ length: people(800) }, (_, index) => lived(seed * 8_000_009 + index))
    const found = lives.map(life =>
      wordsFinding(life).groups.flatMap(({ level }) => (level ? [level.value] : [])),
    )
    const { middle, half } = mean(found.map(slope))
    yield {
      what: 'ten words, used more and more: slope of the effective number a quarter',
      figure: `${middle.toFixed(3)} ± ${half.toFixed(3)}`,
      target: 'holds 0',
      met: Math.abs(middle) <= half,
    }
    const distinct = lives.map(life =>
      Array.from({ length: 8 }, (_, quarter) => {
        const some = life.filter(one => Math.floor((one.day - firstDay) / 91.3) === quarter)
        return some.reduce((sum, one) => sum + one.words.length, 0) / 10
      }),
    )
    yield {
      what: 'beside it: tens of picks more, a quarter',
      figure: mean(distinct.map(slope)).middle.toFixed(1),
      target: '',
      met: null,
    }
  },
}
