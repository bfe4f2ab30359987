/** Has the cards of Patterns made of everything that they look at, which goes to where they are made as it is read. */
import type { Claims } from '../core/insight/claims.ts'
import { type DayNumber, dayNumberOf, type Facts } from '../core/insight/facts.ts'
import type { FactPart } from '../core/insight/gather.ts'
import { fail, ok, type Result } from '../core/result.ts'
import { readFacts } from './pattern-facts.ts'
import type { PatternsGiven, PatternsPart } from './pattern-work.ts'
import type { Clock, Records, StoreProblem } from './ports.ts'
import { thrownProblem } from './thrown-problem.ts'

export type PauseWishes = Pick<Facts, 'aim' | 'compares'>

/**
 * Makes the cards elsewhere, where it holds up nobody: of what `read` hands over, and of what it gives at the end. null where `signal`
 * ended it or nothing was given. Rejects where either fails.
 */
export type MakePatterns = (
  read: (hand: (part: FactPart) => void) => Promise<PatternsGiven | null>,
  take: (part: PatternsPart) => void,
  signal: AbortSignal,
) => Promise<Claims | null>

export type CardNeeds = {
  readonly records: Pick<Records, 'made' | 'page' | 'days' | 'all'>
  readonly clock: Clock
  /** Where winter is here and now. */
  readonly hemisphere: Facts['hemisphere']
  /** What the person wants of pauses. */
  readonly readWishes: () => Promise<PauseWishes>
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
  readonly make: MakePatterns
}

/** The person's day now. */
export const dayNow = (clock: Clock): DayNumber => dayNumberOf(clock.now().toPlainDate().toString()) ?? 0

/**
 * Gives each card to `take` as it comes, with what it was made for. The claims as they stand then; null where `signal` ended it. Never
 * rejects.
 */
export const makeCards = async (
  { make, records, pause, readWishes, clock, ...needs }: CardNeeds,
  claims: Claims,
  take: (part: PatternsPart, given: PatternsGiven) => void,
  signal: AbortSignal,
): Promise<Result<Claims | null, StoreProblem>> => {
  const found: { given?: PatternsGiven; problem?: StoreProblem } = {}
  const read = async (hand: (part: FactPart) => void): Promise<PatternsGiven | null> => {
    const facts = await readFacts({ records, pause }, hand, () => signal.aborted)
    if (!facts.ok) {
      found.problem = facts.problem
      return null
    }
    const hemisphere = facts.value ?? needs.hemisphere
    found.given = { claims, hemisphere, today: dayNow(clock), ...(await readWishes()) }
    return found.given
  }
  try {
    const decided = await make(read, part => found.given && take(part, found.given), signal)
    return found.problem ? fail(found.problem) : ok(decided)
  } catch (error) {
    return fail(thrownProblem(error))
  }
}
