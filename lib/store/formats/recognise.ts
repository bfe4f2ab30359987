/** Finds out what a file is by what stands in it, never by its name, and reads it. */
import type { FileRead, ZipParts } from '../../core/file-read.ts'
import { fileLimits } from '../../core/foreign.ts'
import { shortened } from '../../core/shortened.ts'
import type { Instant } from '../../core/time.ts'
import { isEncrypted } from '../backup/encrypted.ts'
import { isArmored } from './armor.ts'
import { foreign, type Progress, readJson, readTables, refused } from './formats.ts'
import { joined } from './joined.ts'
import { readTable, type Table } from './table.ts'
import { textOf } from './text.ts'
import { isZip, textFilesIn, type ZippedFile } from './zip.ts'

export type { FileRead } from '../../core/file-read.ts'

/** Of text without blanks at its end: a pattern for those would look through each run of line ends again and again. */
const base64 = /^[A-Za-z0-9+/\r\n]+={0,2}$/

/** Daylio packs its JSON like this; a brace makes an e of its first letter. */
const unpacked = (text: string): string | null => {
  const packed = text.trim()
  if (!packed.startsWith('e') || !base64.test(packed)) return null
  try {
    return textOf(Uint8Array.fromBase64(packed))
  } catch {
    return null
  }
}

/** What a text is: JSON, JSON in base64, or a table. */
const readText = (text: string, now: Instant, progress: Progress): FileRead | Table => {
  if (text.trim() === '') return refused('empty')
  if (/^\s*[[{]/.test(text)) return readJson(text, now, progress)
  const inside = unpacked(text)
  if (inside !== null && /^\s*\{/.test(inside)) return readJson(inside, now, progress)
  const table = readTable(text)
  return table.ok ? table.value : refused(table.problem)
}

const isTable = (read: FileRead | Table): read is Table => !('kind' in read)

const unknown = 2

/** How much a file of a zip says: read before unreadable before unknown. */
const weight = (read: FileRead): number =>
  read.kind !== 'refused' ? 0 : read.reason === 'unknown-format' || read.reason === 'empty' ? unknown : 1

/** What files of a zip come to, by their names. */
type ZipRead = { readonly names: readonly string[]; readonly read: FileRead }

/** So much of the name of a file is told. */
const nameTold = 60

const isAlike = (one: FileRead, other: FileRead): boolean =>
  one.kind === 'foreign' && other.kind === 'foreign' && one.read.format === other.read.format

/** All that is of the format of the first, as one. */
const asOne = ([first, ...others]: readonly ZipRead[]): FileRead => {
  if (first?.read.kind !== 'foreign') return first?.read ?? refused('unknown-format')
  return foreign(
    joined(
      first.read.read,
      others.flatMap(({ read }) => (read.kind === 'foreign' ? [read.read] : [])),
    ),
  )
}

const withZip = (read: FileRead, zip: ZipParts): FileRead =>
  zip.left.length === 0 || read.kind === 'refused' || read.kind === 'encrypted' ? read : { ...read, zip }

/** Whether it is an age file, which has to be opened before anything of it is known. */
export const isSealed = (bytes: Uint8Array): boolean => isEncrypted(bytes) || isArmored(bytes)

const canBeRead = (read: FileRead): boolean => read.kind !== 'refused'

const readZip = (bytes: Uint8Array, now: Instant, progress: Progress): FileRead => {
  const files = textFilesIn(bytes)
  if (!files.ok) return refused(files.problem)
  const tables = new Map<Table, string>()
  const reads: ZipRead[] = []
  const sealed: ZippedFile[] = []
  for (const { name, bytes: content } of files.value) {
    const told = shortened(name.toWellFormed(), nameTold)
    if (isSealed(content)) {
      sealed.push({ name: told, bytes: content })
      continue
    }
    const text = textOf(content)
    if (text === null) continue
    const read = readText(withoutMark(text), now, progress)
    if (isTable(read)) tables.set(read, told)
    else reads.push({ names: [told], read })
  }
  const namesOf = (some: readonly Table[]) => some.flatMap(table => tables.get(table) ?? [])
  const { read, used } = readTables([...tables.keys()], now)
  const all = tables.size > 0 ? [...reads, { names: namesOf(used), read }] : reads
  const [best] = all.toSorted((one, other) => weight(one.read) - weight(other.read))
  const [only, ...others] = sealed
  if (only && others.length === 0 && (best === undefined || weight(best.read) === unknown))
    return { kind: 'encrypted', inside: only.bytes }
  if (best === undefined) return refused('unknown-format')
  // Tables are joined already. One beside JSON of the same format says the same in other words, and would be there twice.
  const taken = [best, ...reads.filter(other => other !== best && isAlike(other.read, best.read))]
  const left = all.filter(
    other => !taken.includes(other) && !isAlike(other.read, best.read) && canBeRead(other.read),
  )
  const unused = [...tables.keys()].filter(
    table => !used.includes(table) && canBeRead(readTables([table], now).read),
  )
  return withZip(asOne(taken), {
    read: taken.flatMap(({ names }) => names),
    left: [...left.flatMap(({ names }) => names), ...namesOf(unused), ...sealed.map(({ name }) => name)],
  })
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')

/**
 * Reads a file whole; it resolves whatever the bytes are, to a reason where they cannot be read. Needs no browser and no clock: `now`
 * says which times lie ahead. A file that begins like one of age's is `encrypted`, and read again once it is opened; `inside` is the one
 * of a zip.
 */
export const readFile = async (
  bytes: Uint8Array,
  now: Instant,
  progress: Progress = () => {},
): Promise<FileRead> => {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > fileLimits.bytes) return refused('too-big')
  if (isSealed(bytes)) return { kind: 'encrypted' }
  if (isZip(bytes)) return readZip(bytes, now, progress)
  const text = textOf(bytes)
  if (text === null) return refused('not-text')
  const read = readText(withoutMark(text), now, progress)
  return isTable(read) ? readTables([read], now).read : read
}
