/** Where the ids of a time begin: a UUIDv7 is 48 bits of time and then chance (RFC 9562, 5.7). */
import type { Instant } from '../core/time.ts'

const latest = 2 ** 48 - 1

/** A text that comes before every UUIDv7 made at `at` or later, and after every earlier one. */
export const firstIdAt = (at: Instant): string => {
  const time = Math.min(latest, Math.max(0, Math.ceil(at)))
    .toString(16)
    .padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}`
}
