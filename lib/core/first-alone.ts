/** Whether the first question stands alone: the one setting that the popup reads, and it carries no other. */

/** From stored settings, whatever they are. */
export const readFirstAlone = (stored: unknown): boolean =>
  typeof stored === 'object' &&
  stored !== null &&
  (stored as { readonly firstAlone?: unknown }).firstAlone === true
