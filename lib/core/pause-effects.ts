/** What pauses do for this person, as far as their sessions can say: estimates for the choice, never shown as claims. */
import type { Effect } from './best-chance.ts'
import { outcomeFor, type PauseGoal } from './pause-goal.ts'
import type { Session } from './records.ts'
import type { Situation } from './situation.ts'

/** A session as the estimates need it; the situation is null where its check-in is not known. */
export type Heard = Pick<Session, 'pauseId' | 'before' | 'after' | 'ease' | 'probability' | 'comparable'> & {
  readonly situation: Situation | null
}

export const quietId = 'quiet-pause'

/** Each use of a pause leaves the ones before it with so much of their weight: one of 15 uses ago counts half. */
const keptByUse = 0.955
/** A session in whose choice chance had no say: the person picked it or planned it, for reasons that nobody knows. */
const unchosen = 0.5
/** Pauses differ by so much of the variance between sessions of one pause. */
const between = 0.3
/** In different situations the same pause differs by so much of it. */
const inSituation = 0.3
/** So many sessions' worth of what is supposed of the noise, before it is known. */
const supposed = 10
/** Sessions further off than so many standard deviations count as if they were that far off: tails are heavy. */
const furthest = 3
/** The situation has a say from such odds on, as their logarithm: twenty to one. */
const enough = Math.log(20)

/** Of an outcome without anything known: its variance, and by how much it changes with each point of felt before. */
const beforehand = {
  more: { variance: 2.25, slope: -0.25, certain: 20 },
  lighter: { variance: 0.5, slope: 0, certain: 100 },
  rest: { variance: 1, slope: 0, certain: 20 },
} as const

type Use = {
  readonly pauseId: string
  readonly weight: number
  readonly outcome: number
  /** Felt before; null where it was not told. */
  readonly before: number | null
  readonly situation: Situation | null
}

/** Sums by a key, of what is weighed. */
type Cell = { readonly weight: number; readonly mean: number }

const cellsOf = <Key>(
  uses: readonly Use[],
  keyOf: (use: Use) => Key,
  worthOf: (use: Use, at: number) => number,
): ReadonlyMap<Key, Cell> => {
  const sums = new Map<Key, { weight: number; sum: number }>()
  for (const [at, use] of uses.entries()) {
    const key = keyOf(use)
    const { weight, sum } = sums.get(key) ?? { weight: 0, sum: 0 }
    sums.set(key, { weight: weight + use.weight, sum: sum + use.weight * worthOf(use, at) })
  }
  return new Map([...sums].map(([key, { weight, sum }]) => [key, { weight, mean: sum / weight }]))
}

/**
 * Newest first. Quiet pauses count where they stood in place of another by chance; those that the person started, at any far, are no
 * comparison.
 */
const usesOf = (goal: PauseGoal, sessions: readonly Heard[]): readonly Use[] => {
  const times = new Map<string, number>()
  return sessions.flatMap(session => {
    const { pauseId, before, probability, comparable, situation } = session
    if (pauseId === quietId && !comparable) return []
    const since = times.get(pauseId) ?? 0
    times.set(pauseId, since + 1)
    const outcome = outcomeFor(goal, session)
    if (outcome === null) return []
    const byChance = probability !== null && probability < 1
    const weight = keptByUse ** since * (byChance ? 1 : unchosen)
    return [{ pauseId, weight, outcome, before, situation }]
  })
}

const pauseOf = ({ pauseId }: Use): string => pauseId

/**
 * The outcomes as they would be from the same felt before: people start pauses when low, and drift back anyway. One slope over all
 * pauses, within each of them (ANCOVA), drawn towards what is supposed while there is little.
 */
const adjusted = (goal: PauseGoal, uses: readonly Use[]): readonly number[] => {
  const told = uses.filter(({ before }) => before !== null)
  const before = (use: Use) => use.before ?? 0
  const befores = cellsOf(told, pauseOf, before)
  const outcomes = cellsOf(told, pauseOf, ({ outcome }) => outcome)
  const { slope, certain } = beforehand[goal]
  let squares: number = certain
  let products: number = certain * slope
  for (const use of told) {
    const off = before(use) - (befores.get(use.pauseId)?.mean ?? 0)
    squares += off * off
    products += off * (use.outcome - (outcomes.get(use.pauseId)?.mean ?? 0))
  }
  const usual = told.reduce((sum, use) => sum + before(use), 0) / Math.max(1, told.length)
  return uses.map(use =>
    use.before === null ? use.outcome : use.outcome - (products / squares) * (use.before - usual),
  )
}

type Noise = { readonly variance: number; readonly values: readonly number[] }

/** The variance of sessions around the mean of their cell, with what is supposed of it while there is little. */
const varianceIn = (
  goal: PauseGoal,
  uses: readonly Use[],
  keyOf: (use: Use) => string,
  values: readonly number[],
): number => {
  const means = cellsOf(uses, keyOf, (_, at) => values[at] ?? 0)
  const squares = uses.reduce(
    (sum, use, at) => sum + ((values[at] ?? 0) - (means.get(keyOf(use))?.mean ?? 0)) ** 2,
    0,
  )
  const free = Math.max(0, uses.length - means.size)
  return (supposed * beforehand[goal].variance + squares) / (supposed + free)
}

/** The outcomes with what is far off brought nearer, and the variance that is left within a pause. */
const tamed = (goal: PauseGoal, uses: readonly Use[], values: readonly number[]): Noise => {
  const means = cellsOf(uses, pauseOf, (_, at) => values[at] ?? 0)
  const most = furthest * Math.sqrt(varianceIn(goal, uses, pauseOf, values))
  const near = uses.map((use, at) => {
    const mean = means.get(use.pauseId)?.mean ?? 0
    return mean + Math.max(-most, Math.min(most, (values[at] ?? 0) - mean))
  })
  return { variance: varianceIn(goal, uses, pauseOf, near), values: near }
}

type Normal = { readonly mean: number; readonly precision: number }

/** What is known of a mean once `value` was seen, with the variance it has. */
const seeing = ({ mean, precision }: Normal, value: number, variance: number): Normal => {
  const more = precision + 1 / variance
  return { precision: more, mean: (mean * precision + value / variance) / more }
}

/** The logarithm of how likely those cells are, one after another, where they differ by `spread` besides their noise. */
const likelihood = (cells: readonly Cell[], variance: number, from: Normal, spread: number): number => {
  let known = from
  let sum = 0
  for (const { weight, mean } of cells) {
    const own = variance / weight + spread
    const wide = own + 1 / known.precision
    sum -= (Math.log(2 * Math.PI * wide) + (mean - known.mean) ** 2 / wide) / 2
    known = seeing(known, mean, own)
  }
  return sum
}

const dimensions = ['block', 'far', 'people'] as const
type Dimension = (typeof dimensions)[number]

type InSituations = {
  /** The variance of sessions of one pause in one situation. */
  readonly variance: number
  readonly odds: number
  readonly byPause: ReadonlyMap<string, ReadonlyMap<string, Cell>>
}

/** The cells of each pause by one side of the situation, without what all pauses of a cell have in common. */
const bySituation = (
  goal: PauseGoal,
  dimension: Dimension,
  uses: readonly Use[],
  { values }: Noise,
  from: Normal,
): InSituations => {
  const at = (use: Use) => use.situation?.[dimension] ?? null
  const known = uses.flatMap((use, index) => (at(use) === null ? [] : [{ use, value: values[index] ?? 0 }]))
  const some = known.map(({ use }) => use)
  const variance = varianceIn(
    goal,
    some,
    use => `${use.pauseId} ${at(use)}`,
    known.map(({ value }) => value),
  )
  const means = cellsOf(some, pauseOf, (_, index) => known[index]?.value ?? 0)
  const shift = cellsOf(
    some,
    use => at(use) ?? '',
    (use, index) => (known[index]?.value ?? 0) - (means.get(use.pauseId)?.mean ?? 0),
  )
  const byPause = new Map<string, ReadonlyMap<string, Cell>>()
  let odds = 0
  for (const pauseId of means.keys()) {
    const own = known.filter(({ use }) => use.pauseId === pauseId)
    const cells = cellsOf(
      own.map(({ use }) => use),
      use => at(use) ?? '',
      (use, index) => (own[index]?.value ?? 0) - (shift.get(at(use) ?? '')?.mean ?? 0),
    )
    byPause.set(pauseId, cells)
    const all = [...cells.values()]
    odds += likelihood(all, variance, from, inSituation * variance) - likelihood(all, variance, from, 0)
  }
  return { variance, odds, byPause }
}

/** What is known of each pause, by its id. */
export type EffectOf = (pauseId: string) => Effect

/**
 * The effect of each pause for the goal, in its units: against quiet pauses where there were such, else against this person's pauses
 * as a whole. Sessions come newest first. A pause that was never done has what is common to all. A normal model with the pauses drawn
 * towards each other (Gelman et al., Bayesian Data Analysis, 3rd ed., 5.4); earlier uses of a pause are discounted by its later ones, so that
 * one which does less than it did is noticed (Garivier & Moulines 2011, https://arxiv.org/abs/0805.3415). Chance chose among pauses
 * by the probabilities that were logged, and by nothing besides what stands in the model: so they need no other weights, and what was
 * picked by hand counts half. One side of the situation has a say where the odds for that are twenty to one.
 */
export const pauseEffects = (
  goal: PauseGoal,
  sessions: readonly Heard[],
  now: Situation | null,
): EffectOf => {
  const uses = usesOf(goal, sessions)
  const noise = tamed(goal, uses, adjusted(goal, uses))
  const { values, variance } = noise
  const means = cellsOf(uses, pauseOf, (_, at) => values[at] ?? 0)
  const spread = between * variance
  const paused = [...means].filter(([id]) => id !== quietId)
  let common: Normal = { mean: 0, precision: 1e-9 }
  for (const [, { weight, mean }] of paused) common = seeing(common, mean, variance / weight + spread)
  const from: Normal = { mean: common.mean, precision: 1 / spread }
  const quiet = means.get(quietId)
  const level = quiet ? seeing(from, quiet.mean, variance / quiet.weight).mean : common.mean

  const found = dimensions
    .map(dimension => ({ dimension, ...bySituation(goal, dimension, uses, noise, from) }))
    .reduce((best, one) => (one.odds > best.odds ? one : best))
  const here = found.odds > enough ? (now?.[found.dimension] ?? null) : null

  return pauseId => {
    const cells = found.byPause.get(pauseId)
    if (here !== null && cells) {
      const apart = inSituation * found.variance
      let known = from
      for (const [name, { weight, mean }] of cells)
        if (name !== here) known = seeing(known, mean, found.variance / weight + apart)
      const own = cells.get(here)
      const wide: Normal = { mean: known.mean, precision: 1 / (1 / known.precision + apart) }
      const { mean, precision } = own ? seeing(wide, own.mean, found.variance / own.weight) : wide
      return { mean: mean - level, sd: Math.sqrt(1 / precision) }
    }
    const cell = means.get(pauseId)
    const { mean, precision } = cell ? seeing(from, cell.mean, variance / cell.weight) : from
    return { mean: mean - level, sd: Math.sqrt(1 / precision) }
  }
}
