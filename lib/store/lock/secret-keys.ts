/** What lies outside the database and holds somebody's words: the open check-in, and a line that was typed. */
const secrets: readonly string[] = ['draft', 'line-keepsake']

export const isSecret = (key: string): boolean => secrets.includes(key)

/** Every key of a secret. */
export const secretKeys = secrets
