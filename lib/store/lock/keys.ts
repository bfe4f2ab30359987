/** Makes the keys of a lock, wraps the data key by a passphrase or a code, and unwraps it. */
import { codeText, type LockHeader, type LockMinutes, typedCode, type WrappedKey } from '../../core/lock.ts'
import type { Id } from '../../core/records.ts'
import { type Bytes, fromText, joinBytes, toText, utf8 } from './bytes.ts'
import { withMac } from './header-mac.ts'
import { makePair } from './sealer.ts'

/**
 * About a third of a second on a common processor; OWASP asks for 600,000:
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
const iterations = 1_000_000
const [keySize, saltSize, ivSize, codeSize] = [32, 16, 12, 16]

type Way = { readonly kind: WrappedKey['kind']; readonly text: string }

const random = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size))

/** The same text typed on another system may come in other code points. */
const secretOf = ({ kind, text }: Way): Bytes =>
  utf8(kind === 'code' ? typedCode(text) : text.normalize('NFKC'))

const wrapping = async (way: Way, salt: Bytes, count: number, use: KeyUsage): Promise<CryptoKey> => {
  const from = await crypto.subtle.importKey('raw', secretOf(way), 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: count }
  return crypto.subtle.deriveKey(derivation, from, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** Authenticated with the key, so that the terms of a way in cannot be weakened unseen. */
const termsOf = (id: Id, kind: WrappedKey['kind'], count: number, salt: Bytes): Bytes =>
  joinBytes(utf8(`thaw/1/${id}/${kind}/${count}/`), salt)

/** The data key of the lock `id`, encrypted so that `way` opens it. */
export const wrapKey = async (id: Id, dataKey: Bytes, way: Way): Promise<WrappedKey> => {
  const [salt, iv] = [random(saltSize), random(ivSize)]
  const key = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: termsOf(id, way.kind, iterations, salt) },
    await wrapping(way, salt, iterations, 'encrypt'),
    dataKey,
  )
  return {
    kind: way.kind,
    iterations,
    salt: toText(salt),
    iv: toText(iv),
    key: toText(new Uint8Array(key)),
  }
}

/** A new recovery code, as it is written down. */
export const newCode = (): string => codeText(random(codeSize))

/** The data key; null where `way` does not open the lock. */
export const unwrapKey = async ({ id, ways }: LockHeader, way: Way): Promise<Bytes | null> => {
  for (const { kind, iterations: count, salt, iv, key } of ways) {
    if (kind !== way.kind) continue
    try {
      const bytes = fromText(salt)
      const dataKey = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: fromText(iv), additionalData: termsOf(id, kind, count, bytes) },
        await wrapping(way, bytes, count, 'decrypt'),
        fromText(key),
      )
      if (dataKey.byteLength === keySize) return new Uint8Array(dataKey)
    } catch {
      // Another one may.
    }
  }
  return null
}

export type NewLock = { readonly header: LockHeader; readonly dataKey: Bytes; readonly code: string | null }

/** A new lock. Of what this gives, only the header may be stored. */
export const makeLock = async (
  id: Id,
  {
    passphrase,
    withCode,
    minutes,
  }: {
    readonly passphrase: string
    readonly withCode: boolean
    readonly minutes: LockMinutes
  },
): Promise<NewLock> => {
  const dataKey = random(keySize)
  const code = withCode ? newCode() : null
  const [pair, ...ways] = await Promise.all([
    makePair(dataKey),
    wrapKey(id, dataKey, { kind: 'passphrase', text: passphrase }),
    ...(code === null ? [] : [wrapKey(id, dataKey, { kind: 'code', text: code })]),
  ])
  return {
    header: await withMac(dataKey, { version: 1, id, state: 'sealing', minutes, ways, ...pair }),
    dataKey,
    code,
  }
}
