/** What a page says of its two kinds of trouble, of which it shows one. */
import type { PageProblem, StoreProblem } from './ports.ts'

/** What was not kept comes before what could not be read: it is still on screen alone. */
export const pageProblem = (unsaved: StoreProblem | null, unread: StoreProblem | null): PageProblem | null =>
  unsaved ? { problem: unsaved, doing: 'save' } : unread && { problem: unread, doing: 'open' }
