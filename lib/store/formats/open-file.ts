/** Opens a file that somebody picked: one of age's with its passphrase, then whatever is in it. */
import type { FileRead } from '../../core/file-read.ts'
import { fileLimits } from '../../core/foreign.ts'
import type { Instant } from '../../core/time.ts'
import { decrypted, isEncrypted } from '../backup/encrypted.ts'
import { readFile } from './recognise.ts'

/** As long as the first line of age's files. */
const headSize = 64

/** Resolves to a reason where it cannot be read; rejects where the browser does not give the file out. */
export const openFile = async (
  file: Blob,
  passphrase: string | null,
  now: Instant,
  /** So many bytes of so many are decrypted. */
  progress: (done: number, of: number) => void,
): Promise<FileRead> => {
  if (file.size > fileLimits.bytes) return { kind: 'refused', reason: 'too-big' }
  const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())
  if (!isEncrypted(await bytesOf(file.slice(0, headSize)))) return readFile(await bytesOf(file), now)
  if (passphrase === null) return { kind: 'encrypted' }
  const opened = await decrypted(file, passphrase, progress)
  if (!opened.ok) return { kind: 'refused', reason: opened.problem }
  const read = await readFile(await bytesOf(opened.value), now)
  // Whoever encrypts a file twice opens it once with age's own tool.
  return read.kind === 'encrypted' ? { kind: 'refused', reason: 'unknown-format' } : read
}
