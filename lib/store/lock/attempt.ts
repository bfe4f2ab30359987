/** What all that is done with a lock goes by. */
import type { Locked } from '../../app/lock-ports.ts'
import type { LockHeader } from '../../core/lock.ts'
import type { Id } from '../../core/records.ts'
import { fail } from '../../core/result.ts'
import { problemOf } from '../problem.ts'

/** Whether that lock still stands there. */
export const isOf = (header: LockHeader | 'unreadable' | null, id: Id): header is LockHeader =>
  header !== null && header !== 'unreadable' && header.id === id

/** Whatever is thrown is a problem to be told. */
export const attempt = async <Value>(work: () => Locked<Value>): Locked<Value> => {
  try {
    return await work()
  } catch (error) {
    return fail(problemOf(error))
  }
}
