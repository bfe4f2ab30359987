/** Looks for text in every file of a closed profile, in the ways in which browsers write text. */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Letters that stand nowhere else. */
export const marker = (what: string): string =>
  `${what}${BigInt(`0x${randomBytes(10).toString('hex')}`).toString(36)}`

/** The files under `folder`, named from there, that hold `text` as UTF-8 or UTF-16; `leaveOut` names what is not looked at. */
export const filesWith = (
  folder: string,
  text: string,
  leaveOut: (file: string) => boolean,
): readonly string[] => {
  const patterns = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  return filesIn(folder).filter(file => {
    if (leaveOut(file)) return false
    const bytes = readable(readFileSync(join(folder, file)))
    return patterns.some(pattern => bytes.includes(pattern))
  })
}

export const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

const mozillaMark = Buffer.from('mozLz40\0', 'latin1')

/** Firefox packs its session files with LZ4; everything else is read as it lies. */
const readable = (bytes: Buffer): Buffer =>
  bytes.subarray(0, 8).equals(mozillaMark) ? unpackLz4(bytes.subarray(12), bytes.readUInt32LE(8)) : bytes

/** https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md */
export const unpackLz4 = (packed: Buffer, length: number): Buffer => {
  const out = Buffer.alloc(length)
  let from = 0
  let to = 0
  const byte = (): number => packed[from++] ?? 0
  const extended = (start: number): number => {
    if (start < 15) return start
    let total = start
    let more = 255
    while (more === 255) {
      more = byte()
      total += more
    }
    return total
  }
  while (from < packed.length) {
    const token = byte()
    const literals = extended(token >> 4)
    packed.copy(out, to, from, from + literals)
    from += literals
    to += literals
    if (from >= packed.length) break
    const back = byte() | (byte() << 8)
    const matched = extended(token & 15) + 4
    // A match may reach into what it is writing, so it is copied byte by byte.
    for (let at = 0; at < matched; at++, to++) out[to] = out[to - back] ?? 0
  }
  return out
}
