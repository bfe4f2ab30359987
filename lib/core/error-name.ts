/** What may be noted, sent or kept of something that was thrown. */

/** The name alone: a message may hold what somebody wrote. `Error` for what is no Error. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : 'Error')
