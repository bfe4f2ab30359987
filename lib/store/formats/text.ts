/** Bytes as text: UTF-8 with or without its mark, UTF-16 with it. */

const starts = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, place) => bytes[place] === byte)

/** Null where the bytes are no text. What UTF-16 cannot say becomes the replacement character. */
export const textOf = (bytes: Uint8Array): string | null => {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
