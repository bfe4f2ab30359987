/**
 * Encrypts and opens the secrets of records and of values outside the database, with AES-256-GCM under keys of one data key; and seals
 * to a public key what is written while nobody can open anything.
 *
 * The initialisation vector of what the data key seals is made of its content (HMAC-SHA-256, cut to 96 bits), as in RFC 5297
 * (https://www.rfc-editor.org/rfc/rfc5297): the same content of the same record is then the same row, so that two copies, or an import
 * that comes twice, are seen to be one version. It is never used for two contents.
 */
import type { Sealer } from '../../app/lock-ports.ts'
import type { Row } from '../../core/merge.ts'
import type { Id, StoreName } from '../../core/records.ts'
import { closed, isOpen, opened, sealedText, secretsOf } from '../../core/sealed.ts'
import { type Bytes, fromText, joinBytes, textOf, toText, utf8 } from './bytes.ts'

const ivSize = 12
/** An uncompressed point of P-256. */
const pointSize = 65

/** Of the lock's own pair, and of the pairs made for one text each. */
export const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** What was sealed with the data key, and what was sealed to the public one. */
const [byData, byPublic] = ['1.', '2.']

/** A text sealed for one place is not opened at another. */
const placeOf = (store: string, id: Id): Bytes => utf8(`thaw/1/${store}/${id}`)

/** A key for the use that `info` names, by HKDF-SHA-256; it cannot be exported. */
export const derived = (
  from: CryptoKey,
  salt: Bytes,
  info: string,
  to: AesDerivedKeyParams | HmacImportParams,
  uses: KeyUsage[],
) => crypto.subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) }, from, to, false, uses)

/** The data key is random, so none is needed: https://www.rfc-editor.org/rfc/rfc5869#section-3.1 */
export const noSalt = new Uint8Array(0)
const aes = { name: 'AES-GCM', length: 256 } as const

const notOurs = () => new DOMException('Not sealed by this lock', 'OperationError')

/** The key that both sides of an exchange arrive at, for one text. */
const sharedKey = async (own: CryptoKey, other: CryptoKey, points: Bytes, use: KeyUsage) => {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256)
  const from = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  return derived(from, points, 'thaw/1/outside', aes, [use])
}

const importPoint = (point: Bytes) => crypto.subtle.importKey('raw', point, curve, true, [])

/** Seals what can be opened again with the private key alone. Rejects where `publicKey` is none. */
export const sealOutside = async <Kept extends Row>(
  publicKey: string,
  store: StoreName,
  row: Kept,
): Promise<Kept> => {
  if (!isOpen(store, row)) return row
  const to = fromText(publicKey)
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const key = await sharedKey(pair.privateKey, await importPoint(to), joinBytes(point, to), 'encrypt')
  const iv = crypto.getRandomValues(new Uint8Array(ivSize))
  const additionalData = placeOf(store, row.id)
  const content = utf8(JSON.stringify(secretsOf(store, row)))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, content)
  return closed(store, row, byPublic + toText(joinBytes(point, iv, new Uint8Array(sealed))))
}

/**
 * `dataKey`: 32 bytes; the keys made of it cannot be exported. `outside`: the lock's own pair as its header has it, the private half
 * sealed under the same data key and opened only for a text that was sealed to the public one.
 */
export const createSealer = async (
  dataKey: Bytes,
  outside: { readonly publicKey: string; readonly privateKey: { readonly iv: string; readonly key: string } },
): Promise<Sealer> => {
  const from = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey'])
  const [key, ivKey] = await Promise.all([
    derived(from, noSalt, 'thaw/1/content', aes, ['encrypt', 'decrypt']),
    derived(from, noSalt, 'thaw/1/iv', { name: 'HMAC', hash: 'SHA-256', length: 256 } as HmacImportParams, [
      'sign',
    ]),
  ])
  let pair: Promise<{ readonly privateKey: CryptoKey; readonly point: Bytes }> | null = null

  const ownPair = () => {
    pair ??= (async () => {
      const pkcs8 = await openPrivate(dataKey, outside.privateKey)
      return {
        privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['deriveBits']),
        point: fromText(outside.publicKey),
      }
    })()
    return pair
  }

  const seal = async (place: Bytes, text: string): Promise<string> => {
    const content = utf8(text)
    const name = new Uint8Array(2)
    new DataView(name.buffer).setUint16(0, place.length)
    const mac = await crypto.subtle.sign('HMAC', ivKey, joinBytes(name, place, content))
    const iv = new Uint8Array(mac, 0, ivSize)
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place }, key, content)
    return byData + toText(joinBytes(iv, new Uint8Array(sealed)))
  }

  const open = async (place: Bytes, sealed: string): Promise<string> => {
    const bytes = fromText(sealed.slice(byData.length))
    if (sealed.startsWith(byData)) {
      const iv = bytes.subarray(0, ivSize)
      return textOf(
        await crypto.subtle.decrypt(
          { name: 'AES-GCM', iv, additionalData: place },
          key,
          bytes.subarray(ivSize),
        ),
      )
    }
    if (!sealed.startsWith(byPublic)) throw notOurs()
    const { privateKey, point } = await ownPair()
    const other = bytes.subarray(0, pointSize)
    const shared = await sharedKey(privateKey, await importPoint(other), joinBytes(other, point), 'decrypt')
    const iv = bytes.subarray(pointSize, pointSize + ivSize)
    const content = bytes.subarray(pointSize + ivSize)
    return textOf(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: place }, shared, content),
    )
  }

  /** Whatever is wrong with it, it is no text of this lock. */
  const openOrReject = async (place: Bytes, sealed: string): Promise<string> => {
    try {
      return await open(place, sealed)
    } catch {
      throw notOurs()
    }
  }

  return {
    seal: async (store, row) =>
      isOpen(store, row)
        ? closed(store, row, await seal(placeOf(store, row.id), JSON.stringify(secretsOf(store, row))))
        : row,
    open: async (store, row) => {
      const sealed = sealedText(row)
      if (sealed === null) return row
      const secrets: unknown = JSON.parse(await openOrReject(placeOf(store, row.id), sealed))
      if (typeof secrets !== 'object' || secrets === null) throw notOurs()
      return opened(store, row, secrets as { readonly [name: string]: unknown })
    },
    sealText: (name, text) => seal(placeOf('value', name), text),
    openText: (name, sealed) => openOrReject(placeOf('value', name), sealed),
  }
}

const wrapping = async (dataKey: Bytes, use: KeyUsage) => {
  const from = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey'])
  return derived(from, noSalt, 'thaw/1/private', aes, [use])
}

/** The private key's PKCS #8 under the data key. */
const sealPrivate = async (dataKey: Bytes, pkcs8: Bytes) => {
  const iv = crypto.getRandomValues(new Uint8Array(ivSize))
  const key = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await wrapping(dataKey, 'encrypt'), pkcs8)
  return { iv: toText(iv), key: toText(new Uint8Array(key)) }
}

/** The private key's PKCS #8 again. Rejects where it was not sealed under this data key. */
export const openPrivate = async (
  dataKey: Bytes,
  { iv, key }: { readonly iv: string; readonly key: string },
) =>
  crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: fromText(iv) },
    await wrapping(dataKey, 'decrypt'),
    fromText(key),
  )

/** A new pair: the public half in the clear, the private one under the data key. */
export const makePair = async (dataKey: Bytes) => {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const [point, pkcs8] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  return {
    publicKey: toText(new Uint8Array(point)),
    privateKey: await sealPrivate(dataKey, new Uint8Array(pkcs8)),
  }
}
