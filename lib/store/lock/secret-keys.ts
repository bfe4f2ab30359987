/**
 * What lies outside the database and tells about a person: the open check-in, a line that was typed, and the day on which what they wrote
 * sounded like a lot.
 */
const secrets: readonly string[] = ['draft', 'line-keepsake', 'note-card']

export const isSecret = (key: string): boolean => secrets.includes(key)

/** Every key of a secret. */
export const secretKeys = secrets
