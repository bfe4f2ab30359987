/** Reads the CSV that Thaw wrote, also after a spreadsheet saved it anew, back into the records that it holds. */
import { noteAtMost } from '../../core/check-in.ts'
import { fileLimits, type Unreadable, type UnreadableReason } from '../../core/foreign.ts'
import { type StoredRow, winner } from '../../core/merge.ts'
import {
  type CheckIn,
  type Id,
  meanings,
  type OwnTag,
  type OwnWord,
  type PickedWord,
  type Scale,
  steps,
} from '../../core/records.ts'
import { hour, type Instant, isDay } from '../../core/time.ts'
import { contentId } from './content-id.ts'
import { cellList, plainText } from './csv-cells.ts'
import { type CsvColumn, csvMarks } from './csv-columns.ts'
import { keepable, parseJson } from './json.ts'
import { cellReader, type Table } from './table.ts'

export const isOwnCsv = ({ names }: Table): boolean => csvMarks.every(mark => names.includes(mark))

export type CsvRead = {
  readonly rows: readonly StoredRow<'checkIns' | 'words' | 'tags'>[]
  readonly unreadable: readonly Unreadable[]
}

const scales = ['felt', 'far', 'pleasant', 'energy'] as const satisfies readonly Scale[]
const values: { readonly [Name in Scale]: readonly number[] } = {
  felt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  far: [0, 1, 2, 3],
  pleasant: steps,
  energy: steps,
}
const sources = ['popup', 'nudge', 'page'] as const
/** Ids of what a person added; those of Thaw's own words and tags are names. */
const ownId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Older than any name that a person gave, so that no name of theirs is changed by a table. */
const beforeAnyName: Instant = 0
const longestId = 200
const mostIds = 200
const longestRaw = 10 * fileLimits.text

const instantIn = (text: string): Instant | null => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

const isZone = (zone: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== null
  } catch {
    return false
  }
}

type Cell = (column: CsvColumn) => string
type Say = (field: CsvColumn, reason: UnreadableReason) => void

const ahead = 24 * hour

/** The reading of one line; says what is wrong with it, and gives something all the same, which is not to be used then. */
const checkInIn = (cell: Cell, now: Instant, say: Say): CheckIn => {
  const text = (column: CsvColumn): string => plainText(cell(column))
  const trimmed = (column: CsvColumn): string => text(column).trim()

  const time = (column: 'at' | 'updated_at'): Instant | null => {
    if (trimmed(column) === '') return null
    const at = instantIn(trimmed(column))
    if (at === null) say(column, 'bad-time')
    else if (at > now + ahead) say(column, 'out-of-range')
    return at
  }
  const scale = <Value extends number>(column: Scale): Value | null => {
    if (trimmed(column) === '') return null
    const value = Number(trimmed(column))
    if (!values[column].includes(value)) say(column, Number.isFinite(value) ? 'out-of-range' : 'wrong-type')
    return value as Value
  }
  const oneOf = <Value extends string>(column: CsvColumn, known: readonly Value[], empty: Value | null) => {
    if (trimmed(column) === '') return empty
    const found = known.find(value => value === trimmed(column))
    if (found === undefined) say(column, 'wrong-type')
    return found ?? empty
  }
  const imported = (column: 'source' | 'origin'): `import:${string}` | null =>
    trimmed(column).startsWith('import:') ? (trimmed(column) as `import:${string}`) : null
  const ids = (column: 'word_ids' | 'tag_ids'): readonly PickedWord[] => {
    const found = cellList(text(column)).map(item => ({ id: item.text, guess: item.guess }))
    if (found.length > mostIds || found.some(({ id }) => id.length > longestId)) say(column, 'bad-row')
    return found
  }

  const at = time('at')
  if (at === null && trimmed('at') === '') say('at', 'no-time')
  const zone = trimmed('zone') || 'UTC'
  if (!isZone(zone)) say('zone', 'wrong-type')
  const day = trimmed('day')
  if (!isDay(day)) say('day', day === '' ? 'no-time' : 'bad-time')
  const note = text('note')
  if (note.length > noteAtMost) say('note', 'too-long')
  const cantTell = cellList(text('cant_tell')).map(item => item.text.trim())
  if (!cantTell.every(name => scales.includes(name as Scale))) say('cant_tell', 'wrong-type')
  const json = text('raw')
  if (json.length > longestRaw) say('raw', 'too-long')
  const raw = json === '' ? null : parseJson(json)
  if (raw !== null && !raw.ok) say('raw', raw.problem === 'too-deep' ? 'too-deep' : 'wrong-type')
  const nudgeId = text('nudge_id')
  const id = text('id') || contentId(at ?? 0, JSON.stringify([trimmed('at'), zone, note, text('tag_ids')]))
  if (id.length > longestId) say('id', 'bad-row')
  if (nudgeId.length > longestId) say('nudge_id', 'bad-row')

  return {
    id,
    updatedAt: time('updated_at') ?? at ?? 0,
    origin: imported('origin') ?? oneOf('origin', ['own'] as const, null) ?? 'import:csv',
    at: at ?? 0,
    zone,
    day,
    felt: scale('felt'),
    far: scale('far'),
    pleasant: scale('pleasant'),
    energy: scale('energy'),
    cantTell: cantTell as readonly Scale[],
    meaning: oneOf('meaning', meanings, null),
    words: ids('word_ids'),
    tags: ids('tag_ids').map(tag => tag.id),
    note,
    source: imported('source') ?? oneOf('source', sources, null) ?? 'import:csv',
    precision: oneOf('precision', ['minute', 'day'] as const, 'minute') ?? 'minute',
    nudgeId: nudgeId === '' ? null : nudgeId,
    ...(raw?.ok ? { raw: keepable(raw.value) } : {}),
  }
}

/** Own words or tags that the table names, so that a history that does not know them can show them. */
const ownNames = (
  known: Map<Id, OwnWord>,
  ids: readonly { readonly id: Id }[],
  labels: readonly { readonly text: string }[],
) => {
  // Where a hand has changed one of the two cells, nothing says which name is whose.
  if (ids.length !== labels.length) return
  for (const [place, { id }] of ids.entries()) {
    const label = labels[place]?.text ?? ''
    if (!ownId.test(id) || label === id || label.trim() === '' || label.length > longestId) continue
    if (!known.has(id))
      known.set(id, { id, updatedAt: beforeAnyName, origin: 'import:csv', label, group: null, hidden: false })
  }
}

/** Where a line names an id that another line had, the better version of the two stands (core/merge). */
export const readCsv = (table: Table, now: Instant): CsvRead => {
  const read = cellReader(table)
  const checkIns = new Map<Id, CheckIn>()
  const words = new Map<Id, OwnWord>()
  const tags = new Map<Id, OwnTag>()
  const unreadable: Unreadable[] = []
  for (const row of table.rows) {
    const cell: Cell = column => read(row, column)
    let trouble: Unreadable | null = null
    const made = checkInIn(cell, now, (field, reason) => {
      trouble ??= { line: row.line, reason, field }
    })
    if (trouble !== null) {
      unreadable.push(trouble)
      continue
    }
    const known = checkIns.get(made.id)
    checkIns.set(made.id, known === undefined ? made : winner(known, made))
    ownNames(words, made.words, cellList(plainText(cell('words'))))
    ownNames(
      tags,
      made.tags.map(id => ({ id })),
      cellList(plainText(cell('tags'))),
    )
  }
  const rows: CsvRead['rows'] = [
    ...[...words.values()].map(row => ({ store: 'words' as const, row })),
    ...[...tags.values()].map(row => ({ store: 'tags' as const, row })),
    ...[...checkIns.values()].map(row => ({ store: 'checkIns' as const, row })),
  ]
  return { rows, unreadable }
}
