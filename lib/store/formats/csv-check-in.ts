/** Reads one line of Thaw's own CSV as the check-in that it was, or says what is wrong with it. */
import { noteAtMost } from '../../core/check-in.ts'
import { fileLimits, type UnreadableReason } from '../../core/foreign.ts'
import { type CheckIn, meanings, type PickedWord, type Scale, steps } from '../../core/records.ts'
import { hour, type Instant, isDay } from '../../core/time.ts'
import { contentId } from './content-id.ts'
import { cellList, plainText } from './csv-cells.ts'
import type { CsvColumn } from './csv-columns.ts'
import { keepable, parseJson } from './json.ts'

const scales = ['felt', 'far', 'pleasant', 'energy'] as const satisfies readonly Scale[]
const values: { readonly [Name in Scale]: readonly number[] } = {
  felt: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  far: [0, 1, 2, 3],
  pleasant: steps,
  energy: steps,
}
const sources = ['popup', 'nudge', 'page'] as const
/** Of ids and of names; more than any that Thaw gives or takes. */
export const longestId = 200
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

export type Cell = (column: CsvColumn) => string
type Say = (field: CsvColumn, reason: UnreadableReason) => void

const ahead = 24 * hour

/** The check-in of one line. Where something is wrong with it, it says so, and what it gives is not to be used. */
export const checkInIn = (cell: Cell, now: Instant, say: Say): CheckIn => {
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
