/** Files under a passphrase in the age format, which the age tool opens without Thaw: https://age-encryption.org/v1. */
import { Decrypter, Encrypter } from 'age-encryption'
import { fileLimits, type RefusedReason } from '../../core/foreign.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** So many bytes of so many were taken. */
type Progress = (done: number, of: number) => void

/** What age itself uses: 2^18 rounds, 256 MiB, about 3 seconds. */
const usualWork = 18
/** age opens up to 2^22, which takes 4 GiB; a browser gives one page no more than 2^20, which takes 1 GiB. */
const mostWork = 20

/** Bytes that are gathered into one part of a Blob, so that few are held in memory. */
const partSize = 1_048_576

/** Long enough for the version line and the one stanza that a file under a passphrase has. */
const headSize = 4_096

/** Counts what passes through. */
const counted = (of: number, progress: Progress): TransformStream<Uint8Array, Uint8Array> => {
  let done = 0
  progress(0, of)
  return new TransformStream({
    transform: (bytes, controller) => {
      controller.enqueue(bytes)
      done += bytes.length
      progress(done, of)
    },
  })
}

/** A Blob of what a stream gives, part by part, so that the whole never lies in the memory of this context. */
const gathered = async (stream: ReadableStream<Uint8Array>, type: string): Promise<Blob> => {
  const parts: Blob[] = []
  let waiting: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  const put = () => {
    parts.push(new Blob(waiting))
    waiting = []
    size = 0
  }
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    waiting.push(next.value as Uint8Array<ArrayBuffer>)
    size += next.value.length
    if (size >= partSize) put()
  }
  put()
  return new Blob(parts, { type })
}

/** `work` is the binary logarithm of the rounds; less than usual in tests alone. */
export const encrypted = async (
  content: Blob,
  passphrase: string,
  progress: Progress = () => {},
  work = usualWork,
): Promise<Blob> => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(work)
  const stream = content.stream().pipeThrough(counted(content.size, progress))
  return gathered(await encrypter.encrypt(stream), 'application/age')
}

/** Whether the file claims to be an age file, by its first bytes alone. */
export const isEncrypted = (head: Uint8Array): boolean =>
  new TextDecoder().decode(head.subarray(0, 22)) === 'age-encryption.org/v1\n'

/** Why the header cannot be opened with a passphrase, before anything is computed; null where it may be. */
const refusalOf = (head: string): RefusedReason | null => {
  const [version, stanza = ''] = head.split('\n', 2)
  if (version !== 'age-encryption.org/v1') return 'unknown-format'
  const scrypt = /^-> scrypt [A-Za-z0-9+/]+ ([1-9]\d{0,9})$/.exec(stanza)
  // Thaw cannot open a file that was encrypted for a key rather than a passphrase.
  if (scrypt === null) return stanza.startsWith('-> scrypt ') ? 'broken' : 'unknown-format'
  return Number(scrypt[1]) > mostWork ? 'too-costly' : null
}

/** What is encrypted in `file`. Nothing of it is given where any of it was changed since. */
export const decrypted = async (
  file: Blob,
  passphrase: string,
  progress: Progress = () => {},
): Promise<Result<Blob, RefusedReason>> => {
  if (file.size > fileLimits.bytes) return fail('too-big')
  const refusal = refusalOf(await file.slice(0, headSize).text())
  if (refusal !== null) return fail(refusal)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  let opened: ReadableStream<Uint8Array>
  try {
    opened = await decrypter.decrypt(file.stream().pipeThrough(counted(file.size, progress)))
  } catch (error) {
    return fail(isUnopened(error) ? 'wrong-passphrase' : 'broken')
  }
  try {
    return ok(await gathered(opened, 'application/json'))
  } catch {
    return fail('broken')
  }
}

/** Only the library's message says that the passphrase opened nothing. */
const isUnopened = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('no identity matched')
