/** Opens a file that somebody picked: one of age's with its passphrase, then whatever is in it. */
import type { FileRead } from '../../core/file-read.ts'
import { fileLimits } from '../../core/foreign.ts'
import type { Instant } from '../../core/time.ts'
import { decrypted } from '../backup/encrypted.ts'
import { isArmored, withoutArmor } from './armor.ts'
import { isSealed, readFile } from './recognise.ts'

/** Long enough for the first line of age's files, and for blanks before one that is text. */
const headSize = 200

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

/** Resolves to a reason where it cannot be read; rejects where the browser does not give the file out. */
export const openFile = async (
  file: Blob,
  passphrase: string | null,
  now: Instant,
  /** So many bytes of so many are decrypted. */
  progress: (done: number, of: number) => void,
): Promise<FileRead> => {
  if (file.size > fileLimits.bytes) return { kind: 'refused', reason: 'too-big' }
  let sealed = file
  if (!isSealed(await bytesOf(file.slice(0, headSize)))) {
    const read = await readFile(await bytesOf(file), now)
    if (read.kind !== 'encrypted' || read.inside === undefined) return read
    sealed = new Blob([read.inside])
  }
  if (passphrase === null) return { kind: 'encrypted' }
  const armored = isArmored(await bytesOf(sealed.slice(0, headSize)))
  const bare = armored ? withoutArmor(await bytesOf(sealed)) : null
  if (armored && bare === null) return { kind: 'refused', reason: 'broken' }
  const opened = await decrypted(bare === null ? sealed : new Blob([bare]), passphrase, progress)
  if (!opened.ok) return { kind: 'refused', reason: opened.problem }
  const read = await readFile(await bytesOf(opened.value), now)
  // Whoever encrypts a file twice opens it once with age's own tool.
  return read.kind === 'encrypted' ? { kind: 'refused', reason: 'unknown-format' } : read
}
