/** What a lock is made of: the ways in, the keys as they may lie in the clear, and when it closes by itself. */
import { isLoose } from './loose.ts'
import type { Instant } from './time.ts'

/** Minutes without use of Thaw after which it locks itself. */
export const lockMinutes = [5, 15, 60] as const

/** Null: not by the time, only with the browser, with the system, or when it is told to. */
export type LockMinutes = (typeof lockMinutes)[number] | null

export const defaultMinutes: LockMinutes = 15

/** The iterations of PBKDF2 below and above which a stored header is refused: too weak, or made to keep a page busy. */
export const iterationsAtLeast = 600_000
const iterationsAtMost = 10_000_000

/** The data key, wrapped by a key that is derived from a passphrase or from a recovery code. All bytes as base64. */
export type WrappedKey = {
  readonly kind: 'passphrase' | 'code'
  readonly iterations: number
  readonly salt: string
  readonly iv: string
  readonly key: string
}

/** What lies in the clear: nothing of it opens anything without a passphrase or a code. */
export type LockHeader = {
  readonly version: 1
  /** Each lock has its own, so that two never pass for one another. */
  readonly id: string
  /** `sealing`: what was written before is still being encrypted. `opening`: it is being written in the clear again. */
  readonly state: 'sealing' | 'on' | 'opening'
  readonly minutes: LockMinutes
  readonly ways: readonly WrappedKey[]
  /** For what is written while it is locked: the public half, and the private one under the data key. */
  readonly publicKey: string
  readonly privateKey: { readonly iv: string; readonly key: string }
  /** Made with the data key of all of this, so that nobody else changes any of it unseen; not there before the first unlocking since. */
  readonly mac?: string
  /** It was found changed, and set right, which the person has not read yet. */
  readonly changed?: true
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

const states: readonly LockHeader['state'][] = ['sealing', 'on', 'opening']

const readWay = (stored: unknown): WrappedKey | null => {
  if (!isLoose(stored)) return null
  const { kind, iterations, salt, iv, key } = stored
  if (kind !== 'passphrase' && kind !== 'code') return null
  if (!Number.isSafeInteger(iterations) || !isText(salt) || !isText(iv) || !isText(key)) return null
  const count = Number(iterations)
  return count < iterationsAtLeast || count > iterationsAtMost
    ? null
    : { kind, iterations: count, salt, iv, key }
}

const readMinutes = (stored: unknown): LockMinutes =>
  stored === null ? null : (lockMinutes.find(known => known === stored) ?? defaultMinutes)

/** The header in whatever is stored; null where it is none that could be opened. A single way in that is damaged is left out. */
export const readLockHeader = (stored: unknown): LockHeader | null => {
  if (!isLoose(stored) || stored['version'] !== 1) return null
  const { id, publicKey, privateKey } = stored
  const state = states.find(known => known === stored['state'])
  const all = Array.isArray(stored['ways']) ? stored['ways'].flatMap(way => readWay(way) ?? []) : []
  // One of each kind: each takes its time to be tried.
  const ways = all.filter((way, place) => all.findIndex(({ kind }) => kind === way.kind) === place)
  if (!isText(id) || !isText(publicKey) || !isLoose(privateKey) || state === undefined) return null
  const { iv, key } = privateKey
  if (!isText(iv) || !isText(key) || ways.length === 0) return null
  return {
    version: 1,
    id,
    state,
    minutes: readMinutes(stored['minutes']),
    ways,
    publicKey,
    privateKey: { iv, key },
    ...(isText(stored['mac']) && { mac: stored['mac'] }),
    ...(stored['changed'] === true && { changed: true }),
  }
}

/** When it is to be locked; null where time does not lock it. */
export const lockDue = (usedAt: Instant, minutes: LockMinutes): Instant | null =>
  minutes === null ? null : usedAt + minutes * 60_000

// Crockford's base 32, without letters that look like digits: https://www.crockford.com/base32.html
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groupLength = 4

/** 128 bits as 26 characters in groups of four, the last of two. */
export const codeText = (bytes: Uint8Array): string => {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let left = Math.ceil((bytes.length * 8) / 5); left > 0; left -= 1) {
    text = digits[Number(bits & 31n)] + text
    bits >>= 5n
  }
  return text.match(new RegExp(`.{1,${groupLength}}`, 'gu'))?.join('-') ?? ''
}

/** The code as it was made, of however it was typed: case, spaces and dashes do not count, and O, I and L are digits. */
export const typedCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1')
