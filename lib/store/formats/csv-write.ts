/** Writes check-ins as CSV for spreadsheets: RFC 4180, UTF-8 with BOM, and nothing in it that a spreadsheet would calculate. */
import Papa from 'papaparse'
import type { CheckIn, Id } from '../../core/records.ts'
import { type Instant, zonedAt } from '../../core/time.ts'
import { listCell, safeText } from './csv-cells.ts'
import { type CsvColumn, csvColumns } from './csv-columns.ts'

/** What words and tags are called in the person's language; an unknown id stands for itself. */
export type CsvLabels = { readonly word: (id: Id) => string; readonly tag: (id: Id) => string }

/** Without it, Excel takes UTF-8 for the code page of the system. */
const byteOrderMark = '\ufeff'
const lineEnd = '\r\n'

/** In the zone it was lived in, with its offset; in UTC where that offset is no whole minute, which ISO 8601 cannot say. */
const isoTime = (at: Instant, zone: string): string => {
  const there = zonedIn(at, zone)
  return there === null || there.offsetNanoseconds % 60e9 !== 0
    ? Temporal.Instant.fromEpochMilliseconds(at).toString()
    : there.toString({ timeZoneName: 'never' })
}

const zonedIn = (at: Instant, zone: string): Temporal.ZonedDateTime | null => {
  try {
    return zonedAt(at, zone)
  } catch {
    return null
  }
}

const number = (value: number | null): number | '' => value ?? ''
const plain = (text: string) => ({ text, guess: false })

const cells = (record: CheckIn, labels: CsvLabels): { readonly [Column in CsvColumn]: string | number } => ({
  at: safeText(isoTime(record.at, record.zone)),
  zone: safeText(record.zone),
  day: safeText(record.day),
  precision: record.precision,
  felt: number(record.felt),
  far: number(record.far),
  pleasant: number(record.pleasant),
  energy: number(record.energy),
  cant_tell: listCell(record.cantTell.map(plain)),
  meaning: record.meaning ?? '',
  words: safeText(listCell(record.words.map(({ id, guess }) => ({ text: labels.word(id) || id, guess })))),
  tags: safeText(listCell(record.tags.map(id => plain(labels.tag(id) || id)))),
  note: safeText(record.note),
  word_ids: safeText(listCell(record.words.map(({ id, guess }) => ({ text: id, guess })))),
  tag_ids: safeText(listCell(record.tags.map(plain))),
  source: safeText(record.source),
  nudge_id: safeText(record.nudgeId ?? ''),
  origin: safeText(record.origin),
  raw: record.raw === undefined ? '' : safeText(JSON.stringify(record.raw)),
  id: safeText(record.id),
  updated_at: safeText(Temporal.Instant.fromEpochMilliseconds(record.updatedAt).toString()),
})

const rows = (lines: readonly (readonly (string | number)[])[]): string =>
  Papa.unparse(lines as (string | number)[][], { newline: lineEnd }) + lineEnd

/**
 * Parts of the file in their order, the first with its header. Numbers are bare, what was not answered is an empty cell, and
 * `cant_tell` names the scales that were answered "can't tell". Records whose deletion can still be undone are the caller's to
 * leave out.
 */
export async function* writeCsv(
  batches: AsyncIterable<readonly CheckIn[]>,
  labels: CsvLabels,
): AsyncGenerator<string, void, undefined> {
  yield byteOrderMark + rows([csvColumns])
  for await (const batch of batches) {
    const lines = batch.map(record => {
      const line = cells(record, labels)
      return csvColumns.map(column => line[column])
    })
    if (lines.length > 0) yield rows(lines)
  }
}
