/** What is said where the record that a change is for is there no more. */
import type { StoreProblem } from './ports.ts'

/** Told from every other problem by being this very one. */
export const gone: StoreProblem = { kind: 'failed', name: 'gone' }
