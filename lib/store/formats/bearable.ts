/**
 * Bearable's CSV: a row for each rating of each category. What was noted for one day and one time of day is one entry; the time is
 * empty, `HH:MM`, or the name of a part of the day.
 */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector, type FoundEntry } from './collect.ts'
import { numberIn } from './json.ts'
import { moodNumbered } from './scales.ts'
import { cellReader, otherCells, type Table, type TableRow } from './table.ts'
import { readClock, readDay, type TimeRead } from './times.ts'

/** Versions of the app differ in blanks, signs and endings of the names. */
const letters = (name: string): string => name.replace(/[^a-z]/g, '')

const find = (table: Table, test: (letters: string) => boolean): string | undefined =>
  table.names.find(name => test(letters(name)))

const columnsOf = (table: Table) => ({
  formatted: find(table, name => name === 'dateformatted'),
  date: find(table, name => name === 'date'),
  /** Says nothing beside the day. */
  weekday: find(table, name => name === 'weekday'),
  time: find(table, name => name === 'timeofday' || name === 'time'),
  category: find(table, name => name === 'category'),
  rating: find(table, name => name.startsWith('rating') || name === 'amount'),
  detail: find(table, name => name.startsWith('detail')),
  notes: find(table, name => name === 'notes' || name === 'note'),
})

export const isBearable = (table: Table): boolean => {
  const { formatted, date, category, rating, detail } = columnsOf(table)
  return (formatted ?? date) !== undefined && [category, rating, detail].every(name => name !== undefined)
}

/** What a device measured is kept, but is nothing that a person would pick. */
const measured = /measurement|sleep|weather/i

/** `4` of `4`, and of `Good (4)`. */
const ratingIn = (text: string): number | null =>
  numberIn(/\((-?\d+(?:\.\d+)?)\)\s*$/.exec(text)?.[1] ?? text)

const timeOf = (day: string, clock: string): TimeRead => {
  const read = readDay(day)
  if (read === 'no-time' || read === 'bad-time' || read === 'out-of-range') return read
  const minute = readClock(clock)
  if (minute !== null) return { kind: 'wall', day: read, minute }
  // A part of the day has a name; digits would have been a time.
  return /\d/.test(clock) ? 'bad-time' : { kind: 'day', day: read }
}

/** By the names that the file gives them, or, of those that are read, by the plain ones. */
type Cells = { readonly [field: string]: string }

type Group = {
  readonly row: TableRow
  readonly day: string
  readonly clock: string
  readonly moods: string[]
  readonly notes: string[]
  readonly details: string[]
  readonly rows: Cells[]
}

const groupsOf = (table: Table): readonly Group[] => {
  const columns = columnsOf(table)
  const cell = cellReader(table)
  const groups = new Map<string, Group>()
  const read = Object.values(columns).filter(name => name !== undefined)
  for (const row of table.rows) {
    const of = (name: string | undefined): string => (name === undefined ? '' : cell(row, name).trim())
    const day = of(columns.formatted) || of(columns.date)
    const clock = of(columns.time)
    const key = JSON.stringify([day, clock])
    const group = groups.get(key) ?? { row, day, clock, moods: [], notes: [], details: [], rows: [] }
    groups.set(key, group)
    const [category, rating, detail, note] = [
      columns.category,
      columns.rating,
      columns.detail,
      columns.notes,
    ].map(of)
    if (/^mood\b/i.test(category ?? '') && rating) group.moods.push(rating)
    if (note) group.notes.push(note)
    if (detail && !measured.test(category ?? '')) group.details.push(detail)
    const kept = Object.entries({ category, rating, detail }).filter(([, text]) => text)
    group.rows.push({ ...otherCells(table, row, read), ...Object.fromEntries(kept) } as Cells)
  }
  return [...groups.values()]
}

export const readBearable = (table: Table): ForeignRead => {
  const collector = createCollector('bearable')
  const groups = groupsOf(table)
  const highest = groups.reduce((most, { moods }) => Math.max(most, ratingIn(moods[0] ?? '') ?? 0), 0)
  for (const { row, day, clock, moods, notes, details, rows } of groups) {
    const named = details.flatMap(detail => detail.split('|')).filter(tag => tag.trim() !== '')
    const [first] = moods
    if (first === undefined && notes.length === 0 && named.length === 0) {
      collector.refuse(row.line, 'no-content')
      continue
    }
    const rating = first === undefined ? null : ratingIn(first)
    const mood: FoundEntry['mood'] =
      first === undefined
        ? null
        : rating === null
          ? { key: first, label: first, suggested: null }
          : // Nothing says of how many steps a scale is that goes past five.
            { ...moodNumbered(rating, 1), ...(highest > 5 ? { suggested: null } : {}), label: first }
    collector.take({
      line: row.line,
      time: timeOf(day, clock),
      timeField: 'date',
      mood,
      note: notes.join('\n'),
      tags: named,
      raw: { ...(clock === '' ? {} : { 'time of day': clock }), rows },
    })
  }
  return collector.read()
}
