/** The statistics against published examples, and against values that other software worked out. */
import { describe, expect, test } from 'vitest'
import { type Seeded, seeded } from '../../lib/core/seeded'
import { ancova, type Observation } from '../../lib/core/stats/ancova'
import { differenceWithin } from '../../lib/core/stats/blocks'
import { incompleteBeta, logGamma, tBelow, tBeyond, twoSided } from '../../lib/core/stats/distributions'
import { driftFits, slopeOf } from '../../lib/core/stats/drift'
import { claimable } from '../../lib/core/stats/false-discovery'
import { allOf, jackknife, runSums } from '../../lib/core/stats/jackknife'
import { driftSurrogates, signFlips } from '../../lib/core/stats/permutation'
import { addAnswer, addPair, deviation, inertia, successiveChange } from '../../lib/core/stats/spread'
import { effectiveWords } from '../../lib/core/stats/vocabulary'

describe('distributions, as SciPy 1.17 has them', () => {
  test('ln Γ', () => {
    expect(logGamma(0.3)).toBeCloseTo(1.0957979948180756, 11)
    expect(logGamma(1.5)).toBeCloseTo(-0.12078223763524526, 11)
    expect(logGamma(300)).toBeCloseTo(1409.2020674704117, 8)
  })

  test('the incomplete beta function', () => {
    expect(incompleteBeta(0.3, 2.5, 0.5)).toBeCloseTo(0.018927124071945658, 11)
    expect(incompleteBeta(0.45, 30, 40)).toBeCloseTo(0.6447480085585666, 11)
    expect(incompleteBeta(0.999, 0.5, 0.5)).toBeCloseTo(0.9798649583666235, 9)
  })

  test("Student's t", () => {
    expect(twoSided(2.1, 7.3)).toBeCloseTo(0.0722467134248534, 11)
    expect(twoSided(5, 1.5)).toBeCloseTo(0.06537576762115621, 11)
    expect(tBelow(-1.3, 4)).toBeCloseTo(0.13172579823561206, 11)
    expect(tBeyond(0.05, 3)).toBeCloseTo(3.1824463052837078, 9)
    expect(tBeyond(0.05, 29.5)).toBeCloseTo(2.043724966772122, 9)
    expect(twoSided(Number.NaN, 5)).toBe(1)
  })
})

test('false discoveries: the fifteen of Benjamini & Hochberg (1995), section 3.2, of which four are claimed', () => {
  const p = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ]
  const family = p.map(one => ({ p: one, share: 1 / 15 }))
  expect(claimable(family.toReversed(), 0.05).filter(Boolean)).toHaveLength(4)
  expect(claimable(family, 0.05).slice(0, 5)).toEqual([true, true, true, true, false])
  expect(claimable([], 0.05)).toEqual([])
})

/** Answers as [block, with, value]. */
const answers: readonly (readonly [number, 0 | 1, number])[] = [
  [0, 1, 6],
  [0, 0, 4],
  [0, 0, 5],
  [1, 1, 3],
  [1, 1, 5],
  [1, 0, 2],
  [1, 0, 7],
  [2, 1, 8],
  [2, 0, 6],
  [3, 0, 1],
  [3, 0, 2],
  [3, 1, 2],
  [3, 1, 6],
  [3, 0, 3],
  [4, 1, 9],
  [4, 0, 9],
  [4, 0, 4],
  [5, 1, 4],
  [5, 0, 5],
  [5, 1, 7],
  [6, 1, 0],
  [6, 0, 3],
  [6, 0, 2],
  [6, 0, 4],
  [7, 0, 5],
  [7, 0, 6],
]

const blockOf = (block: number) => {
  const some = answers.filter(([at]) => at === block)
  const sum = (side: 0 | 1) =>
    some.filter(([, own]) => own === side).reduce((all, [, , value]) => all + value, 0)
  const count = (side: 0 | 1) => some.filter(([, own]) => own === side).length
  return { withN: count(1), withSum: sum(1), restN: count(0), restSum: sum(0) }
}

test('a difference within blocks: CR2 with its degrees of freedom, by the whole matrices of Pustejovsky & Tipton in NumPy', () => {
  const found = differenceWithin([0, 1, 2, 3, 4, 5, 6, 7].map(blockOf), 3.8243023700305807)
  expect(found?.value).toBeCloseTo(0.6697247706422018, 10)
  expect(found?.error).toBeCloseTo(0.7402150665284225, 10)
  expect(found?.df).toBeCloseTo(5.497547984215918, 9)
  expect(found?.p).toBeCloseTo(0.4034928592819752, 9)
  expect(found?.interval.from).toBeCloseTo(-1.182410499131097, 8)
  expect(differenceWithin([0, 1, 2, 3, 4].map(blockOf), 1)).toBeNull()
})

/** Arm, level before, level after, weight. */
const sessions: readonly (readonly [number, number, number, number])[] = [
  [0, 3, 4, 1],
  [0, 5, 5, 2],
  [0, 2, 4, 1],
  [0, 6, 5, 1],
  [0, 4, 4, 1.5],
  [0, 1, 3, 1],
  [1, 3, 6, 1],
  [1, 4, 5, 1],
  [1, 2, 5, 2],
  [1, 6, 8, 1],
  [1, 5, 6, 1],
  [2, 1, 2, 1],
  [2, 7, 6, 1],
  [2, 4, 5, 0.5],
  [2, 3, 3, 1],
  [2, 5, 6, 1],
  [2, 2, 3, 1],
]

test('effects at the same level: weighted least squares with HC2, by matrices in NumPy', () => {
  const rows = (more: (index: number) => readonly number[]): Observation[] =>
    sessions.map(([arm, before, y, weight], index) => ({
      arm,
      y,
      weight,
      covariates: [before, ...more(index)],
    }))
  const [one, two] = ancova(
    rows(() => []),
    3,
  )
  expect(one?.value).toBeCloseTo(1.6051664504971888, 10)
  expect(one?.error).toBeCloseTo(0.3449141769468712, 10)
  expect(one?.df).toBeCloseTo(6.683025502486807, 8)
  expect(one?.plain).toBeCloseTo(0.4378166808977074, 10)
  expect(two?.value).toBeCloseTo(-0.11975789018590641, 10)
  expect(two?.error).toBeCloseTo(0.3561548039810931, 10)
  const [third] = ancova(
    rows(index => [index % 4]),
    3,
  )
  expect(third?.value).toBeCloseTo(1.624762020496614, 10)
  expect(third?.error).toBeCloseTo(0.3364975204196291, 10)
  // A covariate that never changes is left out.
  expect(
    ancova(
      rows(() => [7]),
      3,
    )[0]?.value,
  ).toBeCloseTo(1.6051664504971888, 10)
  expect(ancova([], 3)).toEqual([null, null])
})

describe('p of an effect', () => {
  /** Ten arms and the comparison, 30 each, in which `sdOf` an arm its observations scatter; `gap` stands between arm 1 and the comparison. */
  const arms = (chance: Seeded, sdOf: (arm: number) => number, gap = 0): readonly Observation[] =>
    Array.from({ length: 330 }, (_, index) => {
      const arm = index % 11
      return { arm, y: sdOf(arm) * chance.normal() + (arm === 1 ? gap : 0), covariates: [], weight: 1 }
    })

  test('an arm that scatters more because it does something is found sooner than by its own scatter alone', () => {
    const chance = seeded(5)
    const found = Array.from(
      { length: 200 },
      () =>
        ancova(
          arms(chance, arm => (arm === 1 ? 2 : 1), 1),
          11,
        )[0],
    )
    const byInterval = found.filter(one => one && twoSided(one.value / one.error, one.df) < 0.01).length
    expect(found.filter(one => one && one.p < 0.01).length).toBeGreaterThan(byInterval)
  })

  test.each([
    ['alike', () => 1],
    ['less in the arms that do something', (arm: number) => (arm < 2 ? 1 : 0.4)],
    ['more in the arms that do something', (arm: number) => (arm < 2 ? 1 : 2.5)],
  ] as const)('is small for few of the arms that do nothing, where all scatter %s', (_, sdOf) => {
    const chance = seeded(6)
    const small = Array.from({ length: 1_000 }, () => ancova(arms(chance, sdOf), 11)[0]?.p ?? 1)
    expect(small.filter(p => p < 0.05).length).toBeLessThan(75)
  })
})

describe('a level that wanders', () => {
  const means = [5, 6, 4, 0, 7, 6.5, 8, 3, 5, 6, 6, 7.5, 9, 8, 7, 0, 6, 7, 8, 9]
  const counts = [2, 1, 3, 0, 2, 2, 1, 1, 2, 3, 1, 2, 2, 1, 1, 0, 2, 1, 1, 2]
  const step = means.map((_, at) => (at < 10 ? 0 : 1))

  test('a step in it: generalised least squares with whole covariance matrices in NumPy, weighed by restricted likelihood', () => {
    const found = slopeOf(driftFits({ means, counts }, [step]), 1)
    expect(found?.value).toBeCloseTo(1.8160345036223862, 8)
    expect(found?.p).toBeCloseTo(0.06705904980934249, 8)
    expect(found?.interval.from).toBeCloseTo(-0.16957850656451773, 6)
    expect(found?.interval.to).toBeCloseTo(3.6455490642789137, 6)
  })

  test('what cannot be fitted gives nothing', () => {
    expect(driftFits({ means: [1, 2, 3], counts: [1, 1, 1] }, [])).toEqual([])
    expect(slopeOf(driftFits({ means: means.map(() => 5), counts }, [step]), 1)).toBeNull()
    expect(slopeOf(driftFits({ means, counts }, [means.map(() => 1)]), 1)).toBeNull()
  })

  test('surrogates: a statistic that nothing reaches is rare, one that all reach is not', () => {
    const fits = driftFits({ means, counts }, [])
    expect(
      driftSurrogates({ means, counts }, fits, series => (series.means === means ? 1 : 0), seeded(1), 99),
    ).toBe(0.01)
    expect(driftSurrogates({ means, counts }, fits, () => 1, seeded(1), 99)).toBe(1)
    expect(driftSurrogates({ means, counts }, [], () => 1, seeded(1))).toBe(1)
  })
})

test("turned signs: Darwin's fifteen pairs of maize, 1,726 of 32,768 in Fisher (1935), section 21", () => {
  const pairs = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
  expect(signFlips(pairs)).toBe(1_726 / 32_768)
  expect(signFlips([])).toBe(1)
  // One more pair that says nothing.
  expect(signFlips([...pairs, 0])).toBe(1_726 / 32_768)
  // One way and its opposite out of all that there are.
  expect(signFlips(Array.from({ length: 104 }, () => 14))).toBe(2 / 2 ** 104)
})

test('effective words: the hypergeometric chances of SciPy, summed over every word', () => {
  expect(effectiveWords([20, 9, 4, 2, 1], 25, 18)).toBeCloseTo(3.162033170987777, 8)
  expect(effectiveWords([25], 25, 20)).toBeCloseTo(1, 10)
  expect(effectiveWords([20, 9], 25, 26)).toBeNull()
  expect(effectiveWords([], 25, 20)).toBeNull()
  expect(effectiveWords([9], 19, 5)).toBeNull()
})

describe('spread', () => {
  const values = [3, 5, 2, 8, 7, 1, 4, 4, 6, 2, 9, 3, 5, 5, 2, 8, 7, 1, 4, 4, 6, 2]
  const paired = (some: readonly number[]) => {
    const sums = new Float64Array(6)
    some.slice(1).forEach((to, index) => {
      addPair(sums, some[index] ?? 0, to)
    })
    return sums
  }
  const summed = (some: readonly number[]) => {
    const sums = new Float64Array(3)
    for (const value of some) addAnswer(sums, value)
    return sums
  }

  test('as NumPy has them', () => {
    expect(deviation(summed(values))).toBeCloseTo(2.364967989862356, 12)
    expect(successiveChange(paired(values))).toBeCloseTo(3.872983346207417, 12)
    expect(inertia(paired(values))).toBeCloseTo(-0.40097687029937, 10)
  })

  test('too few, or nothing that moves', () => {
    expect(deviation(summed([4]))).toBeNull()
    expect(successiveChange(paired(values.slice(2)))).toBeNull()
    expect(inertia(paired(values.map(() => 4)))).toBeNull()
    expect(deviation(summed(values.map(() => 4)))).toBe(0)
  })

  test('the correction undoes the bias that Marriott & Pope worked out: short histories of ρ = 0.5 come out at 0.5', () => {
    const chance = seeded(4)
    let sum = 0
    for (let turn = 0; turn < 4_000; turn += 1) {
      let value = chance.normal()
      const made = Array.from({ length: 31 }, () => {
        const from = value
        value = 0.5 * value + Math.sqrt(0.75) * chance.normal()
        return from
      })
      sum += inertia(paired(made)) ?? 0
    }
    expect(sum / 4_000).toBeGreaterThan(0.48)
    expect(sum / 4_000).toBeLessThan(0.52)
  })
})

test('the interval by leaving out runs: ten means of 36 in NumPy, t of SciPy', () => {
  const items = Array.from({ length: 40 }, (_, index) => (index * 7) % 11)
  const sums = runSums(items, 3, (run, value) => addAnswer(run, value))
  const mean = ([n = 0, sum = 0]: Float64Array) => sum / n
  const interval = jackknife(sums, items.length, mean)
  expect(interval?.from).toBeCloseTo(4.220542373640658, 8)
  expect(interval?.to).toBeCloseTo(5.879457626359342, 8)
  expect(allOf(sums)[0]).toBe(40)
  expect(jackknife(sums, 39, mean)).toBeNull()
  expect(jackknife(sums, 40, () => null)).toBeNull()
})
