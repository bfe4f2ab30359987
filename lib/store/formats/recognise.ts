/** Finds out what a file is by what stands in it, never by its name, and reads it. */
import type { FileRead } from '../../core/file-read.ts'
import { type ForeignRead, fileLimits, type RefusedReason } from '../../core/foreign.ts'
import type { Instant } from '../../core/time.ts'
import { beginsAsBackup } from '../backup/format.ts'
import { readBackup } from '../backup/read.ts'
import { isBearable, readBearable } from './bearable.ts'
import { isOwnCsv, readCsv } from './csv-read.ts'
import { isDailyYou, readDailyYou } from './daily-you.ts'
import { isDaylioBackup, readDaylioBackup } from './daylio-backup.ts'
import { isDaylioCsv, readDaylioCsv } from './daylio-csv.ts'
import { isEmoods, readEmoods } from './emoods.ts'
import { isHowWeFeel, readHowWeFeel } from './how-we-feel.ts'
import { fieldOf, parseJson } from './json.ts'
import { isMindshift, readMindshift } from './mindshift.ts'
import { isMoodpath, readMoodpath } from './moodpath.ts'
import { isPixels, readPixels } from './pixels.ts'
import { isStateOfMind, isStateOfMindTable, readStateOfMind, readStateOfMindTable } from './state-of-mind.ts'
import { readTable, type Table } from './table.ts'
import { textOf } from './text.ts'
import { isZip, textFilesIn } from './zip.ts'

export type { FileRead } from '../../core/file-read.ts'

/** So many of so many records are read. */
type Progress = (done: number, of: number) => void

const refused = (reason: RefusedReason): FileRead => ({ kind: 'refused', reason })

/** A read that found nothing in a file of its format. */
const foreign = (read: ForeignRead): FileRead => {
  if (read.entries.length > fileLimits.records) return refused('too-many')
  return read.entries.length === 0 && read.unreadable.length === 0
    ? refused('empty')
    : { kind: 'foreign', read }
}

const backup = (text: string, now: Instant, progress: Progress): FileRead => {
  const read = readBackup(text, now, progress)
  if (!read.ok) return refused(read.problem)
  const { rows, unreadable, settings } = read.value
  return { kind: 'thaw', rows, unreadable, settings }
}

const jsonFormats: readonly (readonly [(value: unknown) => boolean, (value: unknown) => ForeignRead])[] = [
  [isDaylioBackup, readDaylioBackup],
  [isDailyYou, readDailyYou],
  [isStateOfMind, readStateOfMind],
  [isPixels, readPixels],
]

const readJson = (text: string, now: Instant, progress: Progress): FileRead => {
  // Looked for before the whole is parsed, which would be done twice.
  if (beginsAsBackup(text)) return backup(text, now, progress)
  const parsed = parseJson(text)
  if (!parsed.ok) return refused(parsed.problem)
  const { value } = parsed
  if (fieldOf(value, 'format') === 'thaw') return backup(text, now, progress)
  if (Array.isArray(value) && value.length > fileLimits.records) return refused('too-many')
  const found = jsonFormats.find(([fits]) => fits(value))
  return found ? foreign(found[1](value)) : refused('unknown-format')
}

/** A format of one file each: of several in a zip, the first. */
const each =
  (read: (table: Table) => ForeignRead) =>
  ([table]: readonly Table[]): ForeignRead | null =>
    table === undefined ? null : read(table)

const tableFormats: readonly (readonly [
  (table: Table) => boolean,
  (tables: readonly Table[]) => ForeignRead | null,
])[] = [
  [isDaylioCsv, each(readDaylioCsv)],
  [isHowWeFeel, each(readHowWeFeel)],
  [isBearable, each(readBearable)],
  [isStateOfMindTable, each(readStateOfMindTable)],
  [isEmoods, each(readEmoods)],
  [isMindshift, readMindshift],
  [isMoodpath, readMoodpath],
]

/** The first format that one of the tables is of, with every table that is of it: some apps write several files. */
const readTables = (tables: readonly Table[], now: Instant): FileRead => {
  const own = tables.find(isOwnCsv)
  if (own) return { kind: 'csv', ...readCsv(own, now) }
  for (const [fits, read] of tableFormats) {
    const fitting = tables.filter(fits)
    const found = fitting.length === 0 ? null : read(fitting)
    if (found) return foreign(found)
  }
  return refused('unknown-format')
}

const base64 = /^[A-Za-z0-9+/\r\n]+={0,2}\s*$/

/** Daylio packs its JSON like this, which always begins with a brace. */
const unpacked = (text: string): string | null => {
  const packed = text.trim()
  if (!packed.startsWith('ey') || !base64.test(packed)) return null
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

/** How much a file of a zip says: read before unreadable before unknown. */
const weight = (read: FileRead): number =>
  read.kind !== 'refused' ? 0 : read.reason === 'unknown-format' || read.reason === 'empty' ? 2 : 1

const readZip = (bytes: Uint8Array, now: Instant, progress: Progress): FileRead => {
  const files = textFilesIn(bytes)
  if (!files.ok) return refused(files.problem)
  const texts = files.value.flatMap(file => textOf(file.bytes) ?? [])
  const tables: Table[] = []
  const reads: FileRead[] = []
  for (const text of texts) {
    const read = readText(withoutMark(text), now, progress)
    if (isTable(read)) tables.push(read)
    else reads.push(read)
  }
  const all = tables.length > 0 ? [...reads, readTables(tables, now)] : reads
  return all.toSorted((one, other) => weight(one) - weight(other))[0] ?? refused('unknown-format')
}

const withoutMark = (text: string): string => text.replace(/^\ufeff/, '')

const ageHeads = ['age-encryption.org/v1', '-----BEGIN AGE ENCRYPTED FILE-----']

const isEncrypted = (bytes: Uint8Array): boolean => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 100)).trimStart()
  return ageHeads.some(mark => head.startsWith(mark))
}

/**
 * Reads a file whole; it resolves whatever the bytes are, to a reason where they cannot be read. Needs no browser and no clock: `now`
 * says which times lie ahead. A file that begins like one of age's is `encrypted`, and read again once it is opened.
 */
export const readFile = async (
  bytes: Uint8Array,
  now: Instant,
  progress: Progress = () => {},
): Promise<FileRead> => {
  if (bytes.length === 0) return refused('empty')
  if (bytes.length > fileLimits.bytes) return refused('too-big')
  if (isEncrypted(bytes)) return { kind: 'encrypted' }
  if (isZip(bytes)) return readZip(bytes, now, progress)
  const text = textOf(bytes)
  if (text === null) return refused('not-text')
  const read = readText(withoutMark(text), now, progress)
  return isTable(read) ? readTables([read], now) : read
}
