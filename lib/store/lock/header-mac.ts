/**
 * Whether what the lock keeps in the clear is still as the holder of the data key left it, and what becomes of it where it is not. What
 * opens the lock and the private key are bound to it by themselves; a public key put in its place would let somebody else read what is
 * written while it is locked, and another state would have everything written in the clear at the next unlocking.
 */
import { defaultMinutes, type LockHeader, type WrappedKey } from '../../core/lock.ts'
import { canonicalJson } from '../../core/merge.ts'
import { type Bytes, fromText, toText, utf8 } from './bytes.ts'
import { curve, derived, makePair, noSalt, openPrivate } from './sealer.ts'

const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 } as HmacImportParams

const keyOf = async (dataKey: Bytes, use: KeyUsage) => {
  const from = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey'])
  return derived(from, noSalt, 'thaw/1/header', hmac, [use])
}

/**
 * What the proof covers. `on` and `sealing` count as one state, since both end encrypted; `changed` only notes what the person has yet to
 * read and is left out.
 */
const coveredOf = ({ mac: _, changed: __, state, ...header }: LockHeader): Bytes =>
  utf8(canonicalJson({ ...header, opening: state === 'opening' }))

/** The header with what proves it. */
export const withMac = async (dataKey: Bytes, header: LockHeader): Promise<LockHeader> => {
  const mac = await crypto.subtle.sign('HMAC', await keyOf(dataKey, 'sign'), coveredOf(header))
  return { ...header, mac: toText(new Uint8Array(mac)) }
}

/** True where `mac` was made with this data key, of the header as it is. Never rejects. */
export const isProved = async (dataKey: Bytes, header: LockHeader): Promise<boolean> => {
  if (header.mac === undefined) return false
  try {
    const key = await keyOf(dataKey, 'verify')
    return await crypto.subtle.verify('HMAC', key, fromText(header.mac), coveredOf(header))
  } catch {
    return false
  }
}

/** The public half of the private key; null where that is not of this data key. */
const publicOf = async (dataKey: Bytes, header: LockHeader): Promise<string | null> => {
  try {
    const pkcs8 = await openPrivate(dataKey, header.privateKey)
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, curve, true, ['deriveBits'])
    const { x, y } = await crypto.subtle.exportKey('jwk', key)
    const part = (text: string | undefined) => Uint8Array.fromBase64(text ?? '', { alphabet: 'base64url' })
    return toText(Uint8Array.of(4, ...part(x), ...part(y)))
  } catch {
    return null
  }
}

/** What opened the lock just now goes on opening it; the other ways in are taken from the proved copy, where they are whole. */
const withOpened = (header: LockHeader, proved: LockHeader, opened: WrappedKey['kind'] | null) => [
  ...header.ways.filter(({ kind }) => kind === opened),
  ...proved.ways.filter(({ kind }) => kind !== opened),
]

/**
 * The header where it is proved. Else what is to stand in its place: the other copy where that is proved, or what the data key can tell;
 * `changed` where it was altered, and not only made before there was a proof. `opened` is the kind of the way in that gave the data key,
 * null where none was asked for.
 */
export const provedHeader = async (
  dataKey: Bytes,
  header: LockHeader,
  other: LockHeader | null,
  opened: WrappedKey['kind'] | null,
): Promise<LockHeader> => {
  if (await isProved(dataKey, header)) return header
  if (other?.id === header.id && (await isProved(dataKey, other)))
    return { ...other, ways: withOpened(header, other, opened), changed: true }
  const publicKey = await publicOf(dataKey, header)
  const pair = publicKey === null ? await makePair(dataKey) : { publicKey, privateKey: header.privateKey }
  const isOpening = header.state === 'opening'
  const isChanged = header.mac !== undefined || isOpening || publicKey !== header.publicKey
  return {
    ...header,
    ...pair,
    ...(isOpening && { state: 'sealing' }),
    ...(isChanged && { minutes: header.minutes ?? defaultMinutes, changed: true }),
  }
}
