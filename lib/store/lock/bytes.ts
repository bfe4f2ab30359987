/** Bytes as text, and back. */

export type Bytes = Uint8Array<ArrayBuffer>

/** In base64. */
export const toText = (bytes: Bytes): string => bytes.toBase64()

/** Throws SyntaxError where the text is no base64. */
export const fromText = (text: string): Bytes => Uint8Array.fromBase64(text)

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

/** In UTF-8; half a surrogate pair becomes U+FFFD. */
export const utf8 = (text: string): Bytes => encoder.encode(text)

/** Throws TypeError where the bytes are no UTF-8. */
export const textOf = (bytes: BufferSource): string => decoder.decode(bytes)

/** One after the other. */
export const joinBytes = (...parts: readonly Bytes[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
