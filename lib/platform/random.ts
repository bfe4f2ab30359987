/** The one place where chance comes from. */
import type { Chance } from '../app/ports.ts'

const next = (): number => {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2))
  // 53 bits, as many as a number between 0 and 1 holds evenly.
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) / 2 ** 53
}

const hex = (bytes: Uint8Array, from: number, to: number): string =>
  Array.from(bytes.subarray(from, to), byte => byte.toString(16).padStart(2, '0')).join('')

/** A UUIDv7 (RFC 9562, 5.7): 48 bits of time first, so that ids sort as their records were made. */
const id = (at: number): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let place = 0; place < 6; place += 1) bytes[place] = Math.floor(at / 2 ** (8 * (5 - place))) & 0xff
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  return [hex(bytes, 0, 4), hex(bytes, 4, 6), hex(bytes, 6, 8), hex(bytes, 8, 10), hex(bytes, 10, 16)].join(
    '-',
  )
}

export const systemChance: Chance = { next, id }
