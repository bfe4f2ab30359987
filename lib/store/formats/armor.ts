/** age files as text, which people send through messages: https://age-encryption.org/v1, "ASCII armor". */

const begin = '-----BEGIN AGE ENCRYPTED FILE-----'
const end = '-----END AGE ENCRYPTED FILE-----'

const headOf = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart()

/** True where the bytes begin as such a file does; space before it does not count. */
export const isArmored = (bytes: Uint8Array): boolean => headOf(bytes).startsWith(begin)

/** The bytes within; null where it breaks off or is no base64. */
export const withoutArmor = (bytes: Uint8Array): Uint8Array<ArrayBuffer> | null => {
  const text = new TextDecoder('latin1').decode(bytes).trim()
  if (!text.startsWith(begin) || !text.endsWith(end)) return null
  try {
    return Uint8Array.fromBase64(text.slice(begin.length, -end.length))
  } catch {
    return null
  }
}
