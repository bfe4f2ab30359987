/** Plain assertions that throw, so that the same cases run in vitest and in a browser's page. */

import { canonicalJson } from '../../lib/core/merge.ts'
import type { Result } from '../../lib/core/result.ts'

export const equal = (found: unknown, expected: unknown, what: string): void => {
  const [one, other] = [canonicalJson(found) ?? 'undefined', canonicalJson(expected) ?? 'undefined']
  if (one !== other) throw new Error(`${what}: found ${one}, expected ${other}`)
}

/** The value of a result that must be one. */
export const valueIn = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(`Expected a value, found the problem ${canonicalJson(result.problem)}`)
  return result.value
}

/** The problem of a result that must have one. */
export const problemIn = <Problem>(result: Result<unknown, Problem>): Problem => {
  if (result.ok) throw new Error(`Expected a problem, found ${canonicalJson(result.value)}`)
  return result.problem
}
