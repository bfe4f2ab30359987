/** eMoods' `entry.csv`: a row a day, with scales of its own; what it says of a mood is how depressed and how elevated it was. */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector, type FoundMood } from './collect.ts'
import { cellReader, otherCells, type Table } from './table.ts'
import { readDay } from './times.ts'

const dateName = (table: Table): string | undefined => table.names.find(name => /^date\b/.test(name))

export const isEmoods = (table: Table): boolean =>
  dateName(table) !== undefined && table.names.includes('depressed') && table.names.includes('elevated')

/** Neither of the two is pleasant or unpleasant by itself, so nothing is suggested. */
const moodOf = (depressed: string, elevated: string): FoundMood | null => {
  if (depressed.trim() === '' && elevated.trim() === '') return null
  const label = `DEPRESSED ${depressed.trim() || '–'}, ELEVATED ${elevated.trim() || '–'}`
  return { key: label, label, suggested: null }
}

export const readEmoods = (table: Table): ForeignRead => {
  const collector = createCollector('emoods')
  const cell = cellReader(table)
  const date = dateName(table) ?? ''
  for (const row of table.rows) {
    const day = readDay(cell(row, date))
    const isTrouble = day === 'no-time' || day === 'bad-time' || day === 'out-of-range'
    collector.take({
      line: row.line,
      time: isTrouble ? day : { kind: 'day', day },
      timeField: 'date',
      mood: moodOf(cell(row, 'depressed'), cell(row, 'elevated')),
      note: cell(row, 'note'),
      tags: [],
      raw: otherCells(table, row, ['id', date, 'note']),
    })
  }
  return collector.read()
}
