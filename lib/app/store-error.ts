/** A problem of the store or its lock as an error whose name says what it was, for the log. */
import type { LockProblem } from './lock-ports.ts'

export const storeError = (problem: LockProblem): DOMException =>
  new DOMException('', problem.kind === 'failed' ? problem.name : problem.kind)
