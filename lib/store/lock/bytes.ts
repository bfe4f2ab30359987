/** Bytes as text, and back. */

export type Bytes = Uint8Array<ArrayBuffer>

export const toText = (bytes: Bytes): string => bytes.toBase64()

/** Rejects text that is no base64 with SyntaxError. */
export const fromText = (text: string): Bytes => Uint8Array.fromBase64(text)

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })

export const utf8 = (text: string): Bytes => encoder.encode(text)

export const textOf = (bytes: BufferSource): string => decoder.decode(bytes)

export const joinBytes = (...parts: readonly Bytes[]): Bytes => {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
