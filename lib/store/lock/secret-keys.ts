/**
 * What lies outside the database and tells about a person: the open check-in, a line that was typed, the days on which what they wrote
 * sounded like a lot or a doctor was named, and which tags and pauses Patterns say something of.
 */
const secrets: readonly string[] = ['draft', 'line-keepsake', 'note-card', 'help-card', 'patterns']

export const isSecret = (key: string): boolean => secrets.includes(key)

/** Every key of a secret. */
export const secretKeys = secrets
