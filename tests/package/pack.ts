/** Packs files into a zip that is the same for the same files: on every day, in every time zone, on every kind of processor. */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { deflateAsync } from '@gfx/zopfli'
import { deflateSync } from 'fflate'

/** 1980-01-01, as early as a zip can say. */
const day = 0x21
const utf8 = 0x0800
const stored = 0
const deflate = 8

type Packed = { readonly bytes: Uint8Array; readonly method: typeof stored | typeof deflate }

/** Both packages hold nearly the same files, and this compression takes its time. */
const known = new Map<string, Packed>()

/** Browsers are given what is four percent smaller and takes a hundred times as long; nobody waits for sources. */
type How = 'small' | 'quick'

const deflated = (content: Uint8Array, how: How): Promise<Uint8Array> | Uint8Array =>
  how === 'small'
    ? deflateAsync(content, { numiterations: 5, blocksplitting: false })
    : deflateSync(content, { level: 9 })

const compressed = async (content: Uint8Array, how: How): Promise<Packed> => {
  const name = createHash('sha256').update(content).digest('hex')
  const before = known.get(name)
  if (before) return before
  const bytes = content.length === 0 ? content : await deflated(content, how)
  const packed: Packed =
    bytes.length < content.length ? { bytes, method: deflate } : { bytes: content, method: stored }
  known.set(name, packed)
  return packed
}

/** Numbers of two and four bytes, the low byte first. */
const fields = (...parts: readonly (readonly [size: 2 | 4, value: number])[]): Buffer => {
  const bytes = Buffer.alloc(parts.reduce((sum, [size]) => sum + size, 0))
  let at = 0
  for (const [size, value] of parts) at = bytes.writeUIntLE(value, at, size)
  return bytes
}

/** Names are paths with `/`; their order does not matter. The format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export const pack = async (files: ReadonlyMap<string, Uint8Array>, how: How): Promise<Uint8Array> => {
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  let listed = 0
  for (const [name, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const { bytes, method } = await compressed(content, how)
    const path = Buffer.from(name)
    const about = fields(
      [2, 20],
      [2, utf8],
      [2, method],
      [2, 0],
      [2, day],
      [4, crc32(content)],
      [4, bytes.length],
      [4, content.length],
      [2, path.length],
      [2, 0],
    )
    local.push(fields([4, 0x04034b50]), about, path, bytes)
    central.push(
      fields([4, 0x02014b50], [2, 20]),
      about,
      fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
      path,
    )
    offset += 30 + path.length + bytes.length
    listed += 46 + path.length
  }
  const end = fields(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.size],
    [2, files.size],
    [4, listed],
    [4, offset],
    [2, 0],
  )
  return Buffer.concat([...local, ...central, end])
}
