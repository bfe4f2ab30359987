/** A problem that was made of an error as an error again, where the work around it tells by those. */
import type { StoreProblem } from '../app/ports.ts'

/** What `problemOf` makes the same problem of. */
export const errorOf = (problem: StoreProblem): DOMException => {
  if (problem.kind === 'failed') return new DOMException('', problem.name)
  return new DOMException('', problem.kind === 'full' ? 'QuotaExceededError' : 'VersionError')
}
