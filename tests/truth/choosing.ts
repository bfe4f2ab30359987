/** People who take what is offered, by Thaw's own choice or by another, and one pause that does more for them than the others. */
import { within } from '../../lib/core/best-chance.ts'
import { type Heard, pauseEffects } from '../../lib/core/pause-effects.ts'
import type { PauseGoal } from '../../lib/core/pause-goal.ts'
import type { ListedPause } from '../../lib/core/pause-list.ts'
import { recommend, weigh } from '../../lib/core/recommend.ts'
import type { Ease, Felt } from '../../lib/core/records.ts'
import { type Seeded, seeded } from '../../lib/core/seeded.ts'
import { situationOf } from '../../lib/core/situation.ts'

/**
 * `greedy` is ε-greedy as it is known, on averages that forget nothing; `greedy-as-thaw` the same on Thaw's own estimates. Both keep
 * to Thaw's floor and ceiling.
 */
export type Policy = 'thaw' | 'greedy' | 'greedy-as-thaw' | 'random'

export type Life = {
  readonly policy: Policy
  readonly offers: number
  /** How many pauses there are; at most five of them stand in the rotation. */
  readonly pauses: number
  /** How much more a pause does on its so-and-so-many-th use than one that does nothing; the first is `better`. */
  readonly effect: (pause: number, use: number, evening: boolean) => number
  readonly goal?: PauseGoal
  /** Mean of felt, 0 to 10. */
  readonly mean?: number
  /** Answers with heavy tails: Student's t with 3 degrees of freedom. */
  readonly heavy?: boolean
  /** What is around is known of each session; without it the choice learns nothing of it. */
  readonly situations?: boolean
  /** Two in five answers after a pause are missing, more of them where little is felt. */
  readonly missing?: boolean
}

export type Step = {
  readonly chosen: number
  /** How likely the first was to come, and whether none was likelier. */
  readonly probability: number
  readonly isFavourite: boolean
  /** What was lost against the best there was then. */
  readonly regret: number
  /** How often the first had been used. */
  readonly used: number
}

/** Between the rating before and the one after: EVIDENCE, the section on simulation. */
const kept = 0.9
const sd = 2
const roughness = 0.8

const asFelt = (value: number): Felt => Math.max(0, Math.min(10, Math.round(value))) as Felt

const rough = (chance: Seeded, heavy: boolean): number => {
  const normal = roughness * chance.normal()
  if (!heavy) return normal
  const squares = chance.normal() ** 2 + chance.normal() ** 2 + chance.normal() ** 2
  return normal / Math.sqrt(Math.max(0.02, squares / 3))
}

const listed = (at: number): ListedPause => ({
  pause: { id: `p${at}`, kind: 'make', seconds: 30, steps: [], rules: ['first'] },
  own: null,
  favourite: false,
  hidden: false,
})

const settings = { offKinds: [], atMost: null, switchedOn: [] }

/** The likely best as often as the ceiling lets it; one of those that are alike, by lot. */
const greedy = (means: readonly number[], chance: Seeded): readonly number[] => {
  const most = Math.max(...means)
  const alike = means.flatMap((mean, at) => (mean === most ? [at] : []))
  const best = alike[chance.whole(0, alike.length - 1)]
  return within(
    means.map((_, at) => (at === best ? 1 : 0)),
    0.1 / means.length,
    0.8,
  )
}

/** What a point of felt before takes from the change, as it is in these people; ε-greedy is told it. */
const driftBack = -0.25

/** The plain average of each, of the change beyond drifting back; of one never done that of all. */
const averages = (count: number, sessions: readonly Heard[]): readonly number[] => {
  const sums = Array.from({ length: count }, () => ({ sum: 0, n: 0 }))
  for (const { pauseId, before, after } of sessions) {
    const own = sums[Number(pauseId.slice(1))]
    if (!own || before === null || after === null) continue
    own.sum += after - before - driftBack * before
    own.n += 1
  }
  const all = sums.reduce((total, { sum, n }) => ({ sum: total.sum + sum, n: total.n + n }), { sum: 0, n: 0 })
  const usual = all.n > 0 ? all.sum / all.n : 0
  return sums.map(({ sum, n }) => (n > 0 ? sum / n : usual))
}

const eased = (change: number): Ease => (change > 0.8 ? 'eased' : change < -1.5 ? 'worse' : 'same')

/** A life of offers that are all taken, oldest first. */
export const choosing = (life: Life, seed: number): readonly Step[] => {
  const chance = seeded(seed)
  const { policy, goal = 'more', mean = 4.5, heavy = false, missing = false, situations = false } = life
  const all = Array.from({ length: life.pauses }, (_, at) => listed(at))
  const uses = all.map(() => 0)
  const sessions: Heard[] = []
  const steps: Step[] = []
  let mood = sd * chance.normal()
  const moves = () => {
    mood = kept * mood + sd * Math.sqrt(1 - kept ** 2) * chance.normal()
  }
  for (let at = 0; at < life.offers; at += 1) {
    const evening = chance.happens(0.5)
    const situation = situations ? situationOf(evening ? 18 : 12, 0, null) : null
    moves()
    moves()
    const before = asFelt(mean + mood + rough(chance, heavy))
    const effectOf = pauseEffects(goal, sessions, situation)
    const learnt = { effectOf, ranNow: null }
    const known = policy === 'thaw' ? { learnt } : {}
    const isGreedy = policy === 'greedy' || policy === 'greedy-as-thaw'
    const means =
      policy === 'greedy'
        ? averages(all.length, sessions)
        : all.map(({ pause }) => (policy === 'greedy-as-thaw' ? effectOf(pause.id).mean : 0))
    const probabilities = isGreedy ? greedy(means, chance) : weigh(all, known)
    const offer = isGreedy
      ? null
      : recommend(
          { felt: before, far: 0, cantTell: [], words: [] },
          {
            pauses: all,
            // Without these an even choice leaves out what came last, as it does for everybody.
            sessions: policy === 'thaw' ? sessions : [],
            past: 'whole',
            settings,
            plans: [],
            hour: 12,
            day: Math.floor(at / 2),
            hardWord: false,
            passedOver: [],
            ...known,
          },
          chance.next(),
        )
    const chosen = offer
      ? Number(offer.pauseId.slice(1))
      : chance.weighed(probabilities.map((weight, one) => [one, weight] as const))
    const effects = all.map((_, one) => life.effect(one, uses[one] ?? 0, evening))
    const effect = effects[chosen] ?? 0
    steps.push({
      chosen,
      probability: probabilities[0] ?? 0,
      isFavourite: (probabilities[0] ?? 0) >= Math.max(...probabilities),
      regret: Math.max(...effects) - effect,
      used: uses[0] ?? 0,
    })
    const lived = mood
    moves()
    const after = asFelt(mean + mood + effect + rough(chance, heavy))
    const untold = missing && chance.happens(after <= 3 ? 0.6 : 0.3)
    sessions.unshift({
      pauseId: `p${chosen}`,
      before,
      after: untold ? null : after,
      ease: untold ? null : eased(effect + (mood - lived) + rough(chance, heavy)),
      probability: offer?.probability ?? probabilities[chosen] ?? null,
      situation,
    })
    sessions.length = Math.min(sessions.length, 200)
    uses[chosen] = (uses[chosen] ?? 0) + 1
  }
  return steps
}
