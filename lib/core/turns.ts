/** The names of the turns that pages and the background take at what they share. */

/** At the draft of the check-in that is open. */
export const checkInTurn = 'check-in'

/** At how reminders stand. */
export const nudgeTurn = 'nudge'
