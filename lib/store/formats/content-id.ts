/** Ids that follow from what they are of, so that reading the same file twice gives the same records. */
import type { Id } from '../../core/records.ts'
import type { Instant } from '../../core/time.ts'
import { sha256 } from './sha256.ts'

const encoder = new TextEncoder()
const latest = 2 ** 48 - 1

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/**
 * Shaped like a UUIDv7 (RFC 9562, 5.7) and sorted like one: 48 bits of `at`, then bits of the hash of `content` where others have
 * chance.
 */
export const contentId = (at: Instant, content: string): Id => {
  const bytes = sha256(encoder.encode(content)).subarray(0, 16)
  const time = Math.min(latest, Math.max(0, Math.floor(at)))
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(time / 2 ** (8 * (5 - place))) & 0xff
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const text = hex(bytes)
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}
