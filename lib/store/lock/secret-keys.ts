/** Which of the values outside the database the lock encrypts. */
import { allDraftKeys } from '../../core/draft-keys.ts'
import { checkInDraftKey, claimsKey, helpCardKey, typedLineKey } from '../../core/value-keys.ts'

/**
 * What lies outside the database and tells about a person: the open check-in, a line that was typed, the day on which a doctor was
 * named, which tags and pauses Patterns say something of, and what stands in forms and is not saved.
 */
const secrets: readonly string[] = [
  ...[checkInDraftKey, typedLineKey, helpCardKey, claimsKey],
  ...allDraftKeys,
]

/** True of the key of such a value. */
export const isSecret = (key: string): boolean => secrets.includes(key)

/** Every key of a secret. */
export const secretKeys = secrets
