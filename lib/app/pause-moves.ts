/** Takes the pauses of a check-in along when the check-in moves to another time, also where the page closes in between. */

import { pausesWithin } from '../core/history.ts'
import { isLoose } from '../core/loose.ts'
import { movedBy } from '../core/past.ts'
import type { CheckIn, Id } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import type { Records, Slot, StoreProblem } from './ports.ts'

/** A check-in that moves, and its pauses with the times that they had, once those were read. */
export type PauseMove = {
  readonly id: Id
  readonly from: Instant
  readonly to: Instant
  readonly pauses: readonly { readonly id: Id; readonly at: Instant }[] | null
}

export type PauseMoves = {
  /** To be called before the check-in, as it is, moves to `at`; what does not come about then is no harm. */
  plan(checkIn: Pick<CheckIn, 'id' | 'at'>, at: Instant): Promise<void>
  /** Does what is planned, here or on a page that closed meanwhile; what fails stays planned. */
  run(): Promise<StoreProblem | null>
  /** Whether something is still planned. */
  areLeft(): boolean
  /** Finishes what a page that closed left behind; true where there was something. */
  finish(): Promise<boolean>
}

type Needs = {
  readonly records: Pick<Records, 'get' | 'save' | 'between'>
  /** Outlives the page, not the browser. */
  readonly kept: Slot<readonly PauseMove[]>
}

export const createPauseMoves = ({ records, kept }: Needs): PauseMoves => {
  let plans: readonly PauseMove[] = []

  /** A browser that keeps no plan has only this page for it. */
  const put = async (next: readonly PauseMove[]) => {
    plans = next
    await kept.write(next.length === 0 ? null : next).catch(() => {})
  }

  let restoring: Promise<void> | null = null
  const restored = () => {
    restoring ??= kept.read().then(
      left => {
        plans = [...(left ?? []), ...plans]
      },
      () => {},
    )
    return restoring
  }

  /** Whether the check-in came to move at all: the page may have closed, or its writing failed, right before. */
  const happened = async ({ id, from }: PauseMove): Promise<boolean | StoreProblem> => {
    const next = plans.slice(1).find(plan => plan.id === id)
    if (next) return next.from !== from
    const there = await records.get('checkIns', id)
    return there.ok ? there.value?.at !== from : there.problem
  }

  const carryOut = async (plan: PauseMove): Promise<StoreProblem | null> => {
    const { id, from, to } = plan
    const isMoved = await happened(plan)
    if (typeof isMoved === 'object') return isMoved
    if (!isMoved) return null
    let { pauses } = plan
    if (pauses === null) {
      const found = await records.between('sessions', from, from + pausesWithin)
      if (!found.ok) return found.problem
      pauses = found.value.flatMap(one => (one.checkInId === id ? [{ id: one.id, at: one.at }] : []))
      // Their times are kept before the first of them moves, so that none moves twice.
      await put(plans.map(one => (one === plan ? { ...plan, pauses } : one)))
    }
    for (const pause of pauses) {
      const saved = await records.save('sessions', pause.id, now =>
        now?.at === pause.at ? { ...now, ...movedBy(now, to - from) } : null,
      )
      if (!saved.ok) return saved.problem
    }
    return null
  }

  const run = async (): Promise<StoreProblem | null> => {
    await restored()
    while (plans[0]) {
      const problem = await carryOut(plans[0])
      if (problem !== null) return problem
      await put(plans.slice(1))
    }
    return null
  }

  return {
    plan: async ({ id, at: from }, to) => {
      await restored()
      if (to !== from) await put([...plans, { id, from, to, pauses: null }])
    },
    run,
    areLeft: () => plans.length > 0,
    finish: async () => {
      await restored()
      if (plans.length === 0) return false
      await run()
      return true
    },
  }
}

/** The moves in whatever is stored; what cannot be used is left out. */
export const readPauseMoves = (stored: unknown): readonly PauseMove[] =>
  !Array.isArray(stored)
    ? []
    : stored.filter(isLoose).flatMap((move): readonly PauseMove[] => {
        const { id, from, to, pauses } = move
        if (typeof id !== 'string' || typeof from !== 'number' || typeof to !== 'number') return []
        if (!Array.isArray(pauses)) return [{ id, from, to, pauses: null }]
        const read = pauses
          .filter(isLoose)
          .flatMap(pause =>
            typeof pause['id'] === 'string' && typeof pause['at'] === 'number'
              ? [{ id: pause['id'], at: pause['at'] }]
              : [],
          )
        return [{ id, from, to, pauses: read }]
      })
