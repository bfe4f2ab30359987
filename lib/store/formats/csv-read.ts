/** Reads the CSV that Thaw wrote, also after a spreadsheet saved it anew, back into the records that it holds. */
import type { Unreadable } from '../../core/foreign.ts'
import { type StoredRow, winner } from '../../core/merge.ts'
import { isOwnId } from '../../core/own-id.ts'
import type { CheckIn, Id, OwnTag, OwnWord } from '../../core/records.ts'
import type { Instant } from '../../core/time.ts'
import { readRow } from '../backup/read-row.ts'
import { cellList, plainText } from './csv-cells.ts'
import { type Cell, checkInIn, longestId } from './csv-check-in.ts'
import { csvMarks } from './csv-columns.ts'
import { cellReader, type Table } from './table.ts'

/** True where its columns are those of Thaw's own CSV. */
export const isOwnCsv = ({ names }: Table): boolean => csvMarks.every(mark => names.includes(mark))

export type CsvRead = {
  readonly rows: readonly StoredRow<'checkIns' | 'words' | 'tags'>[]
  readonly unreadable: readonly Unreadable[]
}

/** Older than any name that a person gave, so that no name of theirs is changed by a table. */
const beforeAnyName: Instant = 0
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
    if (!isOwnId(id) || label === id || label.trim() === '' || label.length > longestId) continue
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
    // What no backup could bring back would be lost later, without a word.
    const kept = readRow('checkIns', made, now)
    if (!kept.ok) trouble ??= { line: row.line, ...kept.problem }
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
