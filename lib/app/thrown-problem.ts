/** What was thrown, as a problem that a person can be told. */
import { errorName } from '../core/error-name.ts'
import type { StoreProblem } from './ports.ts'

export const thrownProblem = (error: unknown): StoreProblem => ({ kind: 'failed', name: errorName(error) })
