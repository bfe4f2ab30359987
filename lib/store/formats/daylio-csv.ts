/**
 * Daylio's CSV of today, of the years before, and of 2018, which differ in their columns alone. Moods are names that a person may
 * have changed, in the language of the app.
 */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector } from './collect.ts'
import { withoutMarkup } from './markup.ts'
import { moodNamed } from './scales.ts'
import { cellReader, otherCells, type Table } from './table.ts'
import { dayAndClock } from './times.ts'

export const isDaylioCsv = ({ names }: Table): boolean =>
  ['date', 'time', 'mood', 'activities'].every(name => names.includes(name)) &&
  (names.includes('full_date') || names.includes('year'))

/** The columns that are read; what stands in any other is kept as it is. */
const read = ['full_date', 'year', 'date', 'weekday', 'time', 'mood', 'activities', 'note_title', 'note']

export const readDaylioCsv = (table: Table): ForeignRead => {
  const collector = createCollector('daylio-csv')
  const cell = cellReader(table)
  const isWhole = table.names.includes('full_date')
  for (const row of table.rows) {
    // In 2018 the day of the month and the year stood in two columns.
    const day = isWhole ? cell(row, 'full_date') : `${cell(row, 'date').trim()} ${cell(row, 'year').trim()}`
    const mood = cell(row, 'mood').trim()
    const title = cell(row, 'note_title').trim()
    const written = cell(row, 'note')
    const text = withoutMarkup(written)
    collector.take({
      line: row.line,
      time: dayAndClock(day.trim(), cell(row, 'time')),
      timeField: isWhole ? 'full_date' : 'date',
      mood: moodNamed(mood),
      note: [title, text].filter(part => part !== '').join('\n'),
      tags: cell(row, 'activities').split(' | '),
      raw: {
        ...otherCells(table, row, read),
        ...(mood === '' ? {} : { mood }),
        ...(title === '' ? {} : { note_title: title }),
        ...(text === written.trim() ? {} : { note: written }),
      },
    })
  }
  return collector.read()
}
