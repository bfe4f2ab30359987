/** MindShift's `check_in.csv`, a mood by name and symptoms line by line, and `thought_journal.csv`, a worry and what balanced it. */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector } from './collect.ts'
import { moodNamed } from './scales.ts'
import { cellReader, otherCells, type Table } from './table.ts'
import { readIso } from './times.ts'

const isCheckIns = ({ names }: Table): boolean => names.includes('date') && names.includes('moodlevel')
const isThoughts = ({ names }: Table): boolean =>
  ['date', 'worry', 'thinkingtraps'].every(name => names.includes(name))

export const isMindshift = (table: Table): boolean => isCheckIns(table) || isThoughts(table)

/** One of the two files, or both from one zip. */
export const readMindshift = (tables: readonly Table[]): ForeignRead => {
  const collector = createCollector('mindshift')
  for (const table of tables) {
    const cell = cellReader(table)
    for (const row of table.rows) {
      const time = { time: readIso(cell(row, 'date')), timeField: 'date', line: row.line }
      const mood = cell(row, 'moodlevel').trim()
      collector.take(
        isCheckIns(table)
          ? {
              ...time,
              mood: moodNamed(mood),
              note: cell(row, 'comment'),
              tags: cell(row, 'symptoms').split(/\r\n|\r|\n/),
              raw: {
                ...otherCells(table, row, ['date', 'moodlevel', 'comment', 'symptoms']),
                ...(mood === '' ? {} : { mood }),
              },
            }
          : {
              ...time,
              mood: null,
              note: [cell(row, 'worry').trim(), cell(row, 'balancedthought').trim()]
                .filter(part => part !== '')
                .join('\n\n'),
              tags: [],
              raw: otherCells(table, row, ['date', 'worry', 'balancedthought']),
            },
      )
    }
  }
  return collector.read()
}
