/** The text files in a zip, unpacked piece by piece, so that one that was made to fill the memory is noticed before it does. */
import { Unzip, UnzipInflate } from 'fflate'
import { fileLimits, type RefusedReason } from '../../core/foreign.ts'
import { fail, ok, type Result } from '../../core/result.ts'
import { isEncrypted } from '../backup/encrypted.ts'

export type ZippedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** Deflate makes at most about a thousand bytes of one, so that so few bring forth little at a time. */
const pieceSize = 16_384
/** Tables and JSON of an app become twenty times as long, a file that is all zeros a thousand times. */
const mostRatio = 200
/** Below this no ratio does harm. */
const harmless = 10_000_000
const mostFiles = 20_000
/** Apps write a handful; all of them are looked at. */
const mostTexts = 100

/** True where the bytes begin as a zip, be it an empty one. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** Pictures and recordings lie beside the text; a zero byte is in the first piece of any of them, and in no UTF-8 of a table. */
const isBinary = (piece: Uint8Array): boolean => piece.subarray(0, 1_024).includes(0) && !isUtf16(piece)

const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

/**
 * The files that are text or encrypted by age; none where no file is either. Refused with `zip-bomb`, with `too-many` or `unknown-format`
 * files, `empty`, or `broken` where none can be unpacked.
 */
export const textFilesIn = (zip: Uint8Array): Result<readonly ZippedFile[], RefusedReason> => {
  const files: ZippedFile[] = []
  let refused: RefusedReason | null = null
  let seen = 0
  let opened = 0
  let unpacked = 0
  let taken = 0
  const take = (name: string, bytes: Uint8Array<ArrayBuffer>) => {
    if (files.length === mostTexts) refused = 'unknown-format'
    files.push({ name, bytes })
  }
  const unzip = new Unzip(file => {
    seen += 1
    if (seen > mostFiles) refused = 'too-many'
    if (refused !== null || file.name.endsWith('/') || file.name.startsWith('__MACOSX/')) return
    const pieces: Uint8Array[] = []
    file.ondata = (problem, piece, last) => {
      if (problem !== null || refused !== null) return
      unpacked += piece.length
      if (unpacked > fileLimits.bytes || (unpacked > harmless && unpacked > mostRatio * taken)) {
        refused = 'zip-bomb'
        return
      }
      if (pieces.length === 0 && isBinary(piece) && !isEncrypted(piece)) {
        opened += 1
        return file.terminate()
      }
      pieces.push(piece)
      if (!last) return
      opened += 1
      take(file.name, joined(pieces))
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  try {
    for (let at = 0; at < zip.length && refused === null; at += pieceSize) {
      const piece = zip.subarray(at, at + pieceSize)
      taken += piece.length
      unzip.push(piece, at + pieceSize >= zip.length)
    }
  } catch {
    // What was unpacked whole before it broke off is worth reading.
  }
  if (refused !== null) return fail(refused)
  if (opened > 0) return ok(files)
  // The end of a zip alone is a zip of nothing.
  return fail(seen === 0 && zip[2] === 0x05 ? 'empty' : 'broken')
}
