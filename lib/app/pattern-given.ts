/** Everything that the cards of Patterns are made of, as it is handed to be worked on. */
import type { Claims } from '../core/insight/claims.ts'
import { type Aim, type DayNumber, dayNumberOf, type Facts } from '../core/insight/facts.ts'
import { ok, type Result } from '../core/result.ts'
import { readFacts } from './pattern-facts.ts'
import type { PatternsGiven } from './pattern-work.ts'
import type { Clock, Records, StoreProblem } from './ports.ts'

export type GivenNeeds = {
  readonly records: Pick<Records, 'made' | 'page' | 'days' | 'all'>
  readonly clock: Clock
  /** Where winter is here and now. */
  readonly hemisphere: Facts['hemisphere']
  readonly readAim: () => Promise<Aim>
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
}

/** The person's day now. */
export const dayNow = (clock: Clock): DayNumber => dayNumberOf(clock.now().toPlainDate().toString()) ?? 0

/** Reads it; ends early, with a part of it, where it was stopped. */
export const readGiven = async (
  needs: GivenNeeds,
  claims: Claims,
  isStopped: () => boolean,
): Promise<Result<PatternsGiven, StoreProblem>> => {
  const parts: string[] = []
  const read = await readFacts(needs, part => parts.push(JSON.stringify(part)), isStopped)
  if (!read.ok) return read
  const aim = await needs.readAim()
  return ok({ parts, claims, aim, hemisphere: read.value ?? needs.hemisphere, today: dayNow(needs.clock) })
}
