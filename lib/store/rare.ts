/** What a history seldom needs, in one file of its own: restoring, counting, packing, settling. Pages load it when they do. */
export { checkDays } from './check-days.ts'
export { heal } from './heal.ts'
export { changeHeader, mendHeader } from './lock-header.ts'
export { readWhole } from './read-whole.ts'
export { countsAgree, recover } from './recovery.ts'
export { dueRemovals, settle } from './settle.ts'
export { tidyJournal } from './tidy.ts'
