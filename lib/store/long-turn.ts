/** The turn at long work: one piece of it at a time across every page, because each has parts in the journal that do not count yet. */
import type { Stored } from '../app/ports.ts'
import { fail } from '../core/result.ts'
import type { Parts } from './parts.ts'
import { problemOf } from './problem.ts'

/** What may end later than the answer, but before the turn is another's. */
export type Afterwards = (work: Promise<void>) => void

/** Whoever also needs the turn to write asks for it within this one, never the other way round. */
export const longTurn = <Value>(
  { locks, databaseName = 'thaw' }: Parts,
  work: (afterwards: Afterwards) => Stored<Value>,
): Stored<Value> =>
  new Promise(resolve => {
    const turn = locks.exclusive(`${databaseName}/long`, async () => {
      const left: Promise<void>[] = []
      resolve(await work(rest => void left.push(rest)).catch(error => fail(problemOf(error))))
      await Promise.allSettled(left)
    })
    turn.catch(error => resolve(fail(problemOf(error))))
  })
