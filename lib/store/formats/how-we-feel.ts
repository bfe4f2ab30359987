/** How We Feel's CSV: a moment such as `2026 Sun Feb 8 4:04 PM` without its zone, words for moods, tags of three kinds. */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector } from './collect.ts'
import { moodNamed } from './scales.ts'
import { cellReader, otherCells, type Table } from './table.ts'
import { dayAndClock, readIso, type TimeRead } from './times.ts'

const kinds = ['tags (people)', 'tags (places)', 'tags (events)']

export const isHowWeFeel = ({ names }: Table): boolean =>
  names.includes('date') && names.includes('mood') && kinds.some(kind => names.includes(kind))

/** Several stand in one cell, parted by semicolons. */
const parts = (cell: string): readonly string[] => cell.split(';').map(part => part.trim())

const timeOf = (date: string): TimeRead => {
  const plain = date.trim().replace(/\s+/g, ' ')
  if (plain === '') return 'no-time'
  const found = /^(\d{4}) \p{L}+\.?,? (\p{L}+\.?) (\d{1,2}) (.+)$/u.exec(plain)
  return found ? dayAndClock(`${found[3]} ${found[2]} ${found[1]}`, found[4] ?? '') : readIso(plain)
}

/** The columns that are read; what stands in any other is kept as it is. */
const read = ['date', 'mood', ...kinds, 'notes']

export const readHowWeFeel = (table: Table): ForeignRead => {
  const collector = createCollector('how-we-feel')
  const cell = cellReader(table)
  for (const row of table.rows) {
    const mood = cell(row, 'mood').trim()
    const others = otherCells(table, row, read)
    collector.take({
      line: row.line,
      time: timeOf(cell(row, 'date')),
      timeField: 'date',
      // The first of several is what it was above all.
      mood: moodNamed(parts(mood)[0] ?? ''),
      note: cell(row, 'notes'),
      tags: kinds.flatMap(kind => parts(cell(row, kind))),
      raw: {
        // An empty list is what the app writes where nothing was.
        ...Object.fromEntries(Object.entries(others).filter(([, text]) => text.trim() !== '[]')),
        ...(mood === '' ? {} : { mood }),
      },
    })
  }
  return collector.read()
}
