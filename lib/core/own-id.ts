/** How what a person made is told from what Thaw brings. */
import type { Id } from './records.ts'

/** Whether it is the id of a word, tag or pause that a person made; those of Thaw's own are names. */
export const isOwnId = (id: Id): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
