/** The quick part of `npm run truth`: few people of each, and limits that chance alone does not pass. */
import { describe, expect, test } from 'vitest'
import { tagFinding } from '../../lib/core/insight/tag'
import { seeded } from '../../lib/core/seeded'
import { everClaimed } from '../truth/nothing'
import { firstDay, kinds, lifeOf } from '../truth/people'
import { power } from '../truth/power'
import { questions } from '../truth/questions'
import { regression } from '../truth/regression'
import { vocabulary } from '../truth/vocabulary'
import { yearOf } from '../truth/year'

/** The share that the row with `what` in it prints, in per cent. */
const shareIn = (question: (typeof questions)[number], part: number, what: string): number => {
  for (const row of question.ask(full => Math.max(2, Math.round(full * part)), 1))
    if (row.what.includes(what)) return Number.parseFloat(row.figure)
  throw new Error(`no row says ${what}`)
}

describe('planted truth', () => {
  test('every question has a name of its own', () => {
    expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length)
  })

  test('a year in which nothing does anything shows hardly a claim', () => {
    // One of each kind: if one year in twenty had a claim, two of these six would in three cases of a hundred.
    const claiming = kinds.filter(([, kind], index) => everClaimed(yearOf(kind, seeded(index + 1))).size > 0)
    expect(claiming.length).toBeLessThan(2)
  })

  test('drifting back by itself is not said to be what a pause does, and before and after alone would say so', () => {
    expect(shareIn(regression, 0.06, 'usual: one pause, one look')).toBeLessThan(9)
    expect(shareIn(regression, 0.06, 'usual: beside it')).toBeGreaterThan(25)
  })

  test('what a pause does is found', () => {
    expect(shareIn(power, 0.1, '+1.0 with 30 uses')).toBeGreaterThan(70)
  })

  test('the number of words does not grow with how often words are picked', () => {
    const [row] = vocabulary.ask(() => 60, 1)
    expect(Math.abs(Number.parseFloat(row?.figure ?? '9'))).toBeLessThan(0.05)
  })

  test.each(kinds)(
    '%s: the interval of a tag that does nothing holds zero nineteen times in twenty',
    (_, kind) => {
      let [holds, of] = [0, 0]
      for (let index = 0; index < 120; index += 1) {
        const chance = seeded(31 + index)
        const { checkIns } = lifeOf(kind, chance, {
          tagsOf: ({ day }) => ((day - firstDay) % 3 === 0 && chance.happens(0.5) ? ['work'] : []),
        })
        const interval = tagFinding(checkIns).groups[0]?.difference?.interval
        if (!interval) continue
        of += 1
        holds += Number(interval.from <= 0 && interval.to >= 0)
      }
      expect(of).toBeGreaterThan(100)
      expect(holds / of).toBeGreaterThan(0.88)
      expect(holds / of).toBeLessThan(0.995)
    },
  )
})
