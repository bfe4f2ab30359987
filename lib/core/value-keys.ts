/** Where small values lie outside the database that more than one part of Thaw knows; those of forms are in draft-keys.ts. */

/** The check-in that is open. */
export const checkInDraftKey = 'draft'

/** A line that was typed where things are hard, and is not kept yet. */
export const typedLineKey = 'line-keepsake'

/** The line that was deleted last, and can come back. */
export const lineRemovalKey = 'removal-line'

/** The day on which what was written sounded like a lot. */
export const noteCardKey = 'note-card'

/** What was said to the card that names a doctor. */
export const helpCardKey = 'help-card'

/** What Patterns say, of which tags and pauses. */
export const claimsKey = 'patterns'

/** How reminders stand. */
export const nudgeStateKey = 'nudge'

/** Whether an update waits for what is open. */
export const updateWaitsKey = 'update-waits'

/** The day on which the background looked after the history. */
export const caredForKey = 'cared-for'

/** The day on which the main page began to check its days. */
export const daysTriedKey = 'days-tried'
