/** MoodPath's `happiness_scores.csv`, 0 the worst and 4 the best, and `notes.csv`; a score and a note of one moment are one entry. */
import type { ForeignRead } from '../../core/foreign.ts'
import { createCollector } from './collect.ts'
import { numberIn } from './json.ts'
import { moodNumbered } from './scales.ts'
import { cellReader, otherCells, type Table, type TableRow } from './table.ts'
import { readIso } from './times.ts'

const hasScores = ({ names }: Table): boolean => names.includes('happiness_score')
const hasNotes = ({ names }: Table): boolean => names.includes('content')

export const isMoodpath = (table: Table): boolean =>
  table.names.includes('entry_time') && (hasScores(table) || hasNotes(table))

type Part = { readonly table: Table; readonly row: TableRow }
type Pair = { score: Part | null; note: Part | null; readonly time: string }

/** One of the two files, or both from one zip. */
export const readMoodpath = (tables: readonly Table[]): ForeignRead => {
  const collector = createCollector('moodpath')
  /** By the moment as it is written; a second score or note of one moment is an entry of its own. */
  const pairs = new Map<string, Pair>()
  for (const table of tables) {
    const cell = cellReader(table)
    const side = hasScores(table) ? 'score' : 'note'
    const seen = new Map<string, number>()
    for (const row of table.rows) {
      const time = cell(row, 'entry_time').trim()
      const times = seen.get(time) ?? 0
      seen.set(time, times + 1)
      const pair = pairs.get(`${times} ${time}`) ?? { score: null, note: null, time }
      pair[side] = { table, row }
      pairs.set(`${times} ${time}`, pair)
    }
  }
  for (const { score, note, time } of pairs.values()) {
    const line = (score ?? note)?.row.line ?? 0
    const given = score === null ? '' : cellReader(score.table)(score.row, 'happiness_score').trim()
    const happiness = numberIn(given)
    if (given !== '' && happiness === null) {
      collector.refuse(line, 'wrong-type', 'happiness_score')
      continue
    }
    const others = [score, note].map(part =>
      part === null ? {} : otherCells(part.table, part.row, ['entry_time', 'happiness_score', 'content']),
    )
    collector.take({
      line,
      time: readIso(time),
      timeField: 'entry_time',
      mood: happiness === null ? null : moodNumbered(happiness, 0),
      note: note === null ? '' : cellReader(note.table)(note.row, 'content'),
      tags: [],
      raw: { ...others[0], ...others[1], ...(happiness === null ? {} : { mood: happiness }) },
    })
  }
  return collector.read()
}
