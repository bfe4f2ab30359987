/** The kinds of pauses. */

/** In the order in which they stand in lists; `own` are the pauses that a person wrote. */
export const pauseKinds = [
  'out',
  'breath',
  'body',
  'rest',
  'kind',
  'think',
  'make',
  'do',
  'people',
  'own',
] as const

export type PauseKind = (typeof pauseKinds)[number]
