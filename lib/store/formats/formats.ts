/** Every format that is read, each with the test that knows it, and what is done with a file of it. */
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
import { joined } from './joined.ts'
import { fieldOf, parseJson } from './json.ts'
import { isMindshift, readMindshift } from './mindshift.ts'
import { isMoodpath, readMoodpath } from './moodpath.ts'
import { isPixels, readPixels } from './pixels.ts'
import { isStateOfMind, isStateOfMindTable, readStateOfMind, readStateOfMindTable } from './state-of-mind.ts'
import type { Table } from './table.ts'

/** So many of so many records are read. */
export type Progress = (done: number, of: number) => void

/** A file that is not read. */
export const refused = (reason: RefusedReason): FileRead => ({ kind: 'refused', reason })

/** A file of a format that has nothing in it is empty. */
export const foreign = (read: ForeignRead): FileRead => {
  if (read.entries.length > fileLimits.records) return refused('too-many')
  return read.entries.length === 0 && read.unreadable.length === 0
    ? refused('empty')
    : { kind: 'foreign', read }
}

const backup = (text: string, now: Instant, progress: Progress): FileRead => {
  const read = readBackup(text, now, progress)
  if (!read.ok) return refused(read.problem)
  const { rows, unreadable, settings, lock } = read.value
  return { kind: 'thaw', rows, unreadable, settings, ...(lock && { lock }) }
}

const jsonFormats: readonly (readonly [(value: unknown) => boolean, (value: unknown) => ForeignRead])[] = [
  [isDaylioBackup, readDaylioBackup],
  [isDailyYou, readDailyYou],
  [isStateOfMind, readStateOfMind],
  [isPixels, readPixels],
]

/** Reads JSON of any known format. */
export const readJson = (text: string, now: Instant, progress: Progress): FileRead => {
  // Checked before parsing, which would otherwise be done twice.
  if (beginsAsBackup(text)) return backup(text, now, progress)
  const parsed = parseJson(text)
  if (!parsed.ok) return refused(parsed.problem)
  const { value } = parsed
  if (fieldOf(value, 'format') === 'thaw') return backup(text, now, progress)
  if (Array.isArray(value) && value.length > fileLimits.records) return refused('too-many')
  const found = jsonFormats.find(([fits]) => fits(value))
  return found ? foreign(found[1](value)) : refused('unknown-format')
}

/** For a format that is one file: each table is read by itself. */
const each =
  (read: (table: Table) => ForeignRead) =>
  ([first, ...others]: readonly Table[]): ForeignRead | null =>
    first === undefined ? null : joined(read(first), others.map(read))

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

/** What tables come to, and which of them are in it. */
export type TablesRead = { readonly read: FileRead; readonly used: readonly Table[] }

/**
 * The first format that one of the tables is of, with every table that is of it: some apps write several files, and people pack
 * several exports.
 */
export const readTables = (tables: readonly Table[], now: Instant): TablesRead => {
  const own = tables.find(isOwnCsv)
  if (own) return { read: { kind: 'csv', ...readCsv(own, now) }, used: [own] }
  for (const [fits, read] of tableFormats) {
    const fitting = tables.filter(fits)
    const found = fitting.length === 0 ? null : read(fitting)
    if (found) return { read: foreign(found), used: fitting }
  }
  return { read: refused('unknown-format'), used: [] }
}
