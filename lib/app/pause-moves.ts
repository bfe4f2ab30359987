/** Takes the pauses of a check-in along when the check-in moves to another time. */
import { movedBy } from '../core/past.ts'
import type { CheckIn, Id } from '../core/records.ts'
import { hour, type Instant } from '../core/time.ts'
import type { Records, StoreProblem } from './ports.ts'

export type PauseMoves = {
  /** The check-in, as it was, has moved to `at`. */
  plan(checkIn: Pick<CheckIn, 'id' | 'at'>, at: Instant): void
  /** Does what is planned; what fails stays planned. */
  run(): Promise<StoreProblem | null>
  /** Whether something is still planned. */
  areLeft(): boolean
}

/** No pause begins later after its check-in, in milliseconds. */
const pausesWithin = 24 * hour

export const createPauseMoves = (records: Pick<Records, 'save' | 'between'>): PauseMoves => {
  type Plan = { readonly id: Id; readonly from: Instant; by: number; readonly done: Set<Id> }
  let plans: readonly Plan[] = []

  const carryOut = async ({ id, from, by, done }: Plan): Promise<StoreProblem | null> => {
    const found = await records.between('sessions', from, from + pausesWithin)
    if (!found.ok) return found.problem
    for (const session of found.value) {
      if (session.checkInId !== id || done.has(session.id)) continue
      const saved = await records.save('sessions', session.id, now => now && { ...now, ...movedBy(now, by) })
      if (!saved.ok) return saved.problem
      done.add(session.id)
    }
    return null
  }

  return {
    plan: ({ id, at: from }, at) => {
      if (at !== from) plans = [...plans, { id, from, by: at - from, done: new Set() }]
    },
    run: async () => {
      while (plans[0]) {
        const problem = await carryOut(plans[0])
        if (problem !== null) return problem
        plans = plans.slice(1)
      }
      return null
    },
    areLeft: () => plans.length > 0,
  }
}
