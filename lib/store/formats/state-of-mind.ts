/**
 * Apple's State of Mind, as the apps that export it write it: JSON or CSV with a valence from −1 to 1, labels and associations by
 * name or number. https://developer.apple.com/documentation/healthkit/hkstateofmind
 */
import type { ForeignRead } from '../../core/foreign.ts'
import { type Collector, createCollector } from './collect.ts'
import { isObject, type JsonObject, numberIn } from './json.ts'
import { associations, labels, moodOf, namesIn } from './state-of-mind-names.ts'
import { cellReader, otherCells, type Table } from './table.ts'
import { moment, readClock, readIso, type TimeRead } from './times.ts'

const timeFields = ['start', 'date', 'startdate', 'start date', 'timestamp', 'time']
const listFields = ['stateofmind', 'state_of_mind', 'state of mind', 'entries', 'samples', 'data']

type Fields = ReadonlyMap<string, unknown>

const timeOf = (value: unknown): TimeRead => {
  if (typeof value === 'string') return readIso(value)
  // Seconds or milliseconds: the one is before 1973 where the other is meant.
  if (typeof value === 'number') return moment(Math.abs(value) < 1e11 ? value * 1_000 : value, null)
  return 'bad-time'
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

type TimeFound = { readonly time: TimeRead; readonly used: readonly string[] }

/** The time in the first field that holds one; a day there, and the time of day in a field beside it, are a moment together. */
const timeIn = (fields: Fields): TimeFound => {
  const [first, ...others] = timeFields.filter(name => !isEmpty(fields.get(name)))
  if (first === undefined) return { time: 'no-time', used: [] }
  const time = timeOf(fields.get(first))
  if (typeof time === 'string' || time.kind !== 'day') return { time, used: [first] }
  for (const name of others) {
    const minute = readClock(String(fields.get(name)))
    if (minute !== null) return { time: { kind: 'wall', day: time.day, minute }, used: [first, name] }
  }
  return { time, used: [first] }
}

/** The time fields that hold something which was not used. */
const unusedIn = (fields: Fields, used: readonly string[]): JsonObject =>
  Object.fromEntries(
    timeFields
      .filter(name => !used.includes(name) && !isEmpty(fields.get(name)))
      .map(name => [name, fields.get(name)]),
  )

/** The fields of an object by their names in small letters; of several that are then the same, the first. */
const lowered = (item: JsonObject): Fields => {
  const fields = new Map<string, unknown>()
  for (const [field, value] of Object.entries(item))
    if (!fields.has(field.toLowerCase())) fields.set(field.toLowerCase(), value)
  return fields
}

/** The fields that are read; any other is kept as it is. */
const read = ['valence', 'labels', 'associations', ...timeFields]

const take = (collector: Collector, line: number, fields: Fields, others: JsonObject) => {
  const given = fields.get('valence')
  const valence = numberIn(given)
  if (valence === null) {
    collector.refuse(line, given === undefined || given === '' ? 'no-content' : 'wrong-type', 'valence')
    return
  }
  if (Math.abs(valence) > 1) {
    collector.refuse(line, 'out-of-range', 'valence')
    return
  }
  const { time, used } = timeIn(fields)
  collector.take({
    line,
    time,
    timeField: used[0] ?? 'date',
    mood: moodOf(valence),
    note: '',
    tags: [...namesIn(fields.get('labels'), labels), ...namesIn(fields.get('associations'), associations)],
    raw: {
      ...others,
      ...unusedIn(fields, used),
      valence,
      ...Object.fromEntries(
        ['labels', 'associations'].flatMap(name => {
          const value = fields.get(name)
          return value === undefined || value === '' ? [] : [[name, value]]
        }),
      ),
    },
  })
}

/** The list of them: the file itself, or under one of the names that apps give it. */
const listIn = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return null
  const fields = lowered(value)
  for (const name of listFields) {
    const inner = fields.get(name)
    if (Array.isArray(inner)) return inner
    if (isObject(inner)) {
      const found = [...lowered(inner)].find(
        ([field, list]) => listFields.includes(field) && Array.isArray(list),
      )
      if (found) return found[1] as readonly unknown[]
    }
  }
  return null
}

export const isStateOfMind = (value: unknown): boolean =>
  (listIn(value) ?? []).slice(0, 50).some(item => isObject(item) && lowered(item).has('valence'))

export const readStateOfMind = (value: unknown): ForeignRead => {
  const collector = createCollector('state-of-mind')
  for (const [place, item] of (listIn(value) ?? []).entries()) {
    if (!isObject(item)) {
      collector.refuse(place + 1, 'wrong-type')
      continue
    }
    const others = Object.entries(item).filter(([field]) => !read.includes(field.toLowerCase()))
    take(collector, place + 1, lowered(item), Object.fromEntries(others))
  }
  return collector.read()
}

export const isStateOfMindTable = ({ names }: Table): boolean =>
  names.includes('valence') && timeFields.some(name => names.includes(name))

export const readStateOfMindTable = (table: Table): ForeignRead => {
  const collector = createCollector('state-of-mind')
  const cell = cellReader(table)
  for (const row of table.rows) {
    const fields = new Map<string, unknown>(
      read.filter(name => table.names.includes(name)).map(name => [name, cell(row, name)]),
    )
    take(collector, row.line, fields, otherCells(table, row, read))
  }
  return collector.read()
}
