/** A problem of the store as an error whose name says what it was, for the log. */
import type { StoreProblem } from './ports.ts'

export const storeError = (problem: StoreProblem): DOMException =>
  new DOMException('', problem.kind === 'failed' ? problem.name : problem.kind)
