/** A CSV file as rows that are read by the names of their columns. */
import Papa from 'papaparse'
import { fileLimits, type RefusedReason } from '../../core/foreign.ts'
import { fail, ok, type Result } from '../../core/result.ts'

/** One row: its cells by the plain name of their column, and the line on which it begins, from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

export type Table = {
  /** The names of the columns as they stand in the file. */
  readonly headers: readonly string[]
  /** The names by which columns are found: small letters, single blanks. */
  readonly names: readonly string[]
  readonly rows: readonly TableRow[]
}

const delimiters = [',', ';', '\t'] as const
/** More columns than any of the formats has by far. */
const mostColumns = 500
/** More cells, line ends or stray quotes than a table of so many records has. */
const mostCells = 40 * fileLimits.records
const mostLines = 4 * fileLimits.records
const mostStrayQuotes = fileLimits.records
/** As much of the file as its header may take. */
const headLength = 20_000

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

const endsCell = (code: number, delimiter: number): boolean =>
  code === delimiter || code === lineFeed || code === carriageReturn || code === quote || Number.isNaN(code)

/** Counted before it is parsed, because each cell, line and stray quote becomes an object. */
const isTooMuch = (text: string, delimiter: string): boolean => {
  const separator = delimiter.charCodeAt(0)
  let cells = 0
  let lines = 0
  let stray = 0
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place)
    if (code === separator) cells += 1
    else if (code === lineFeed || code === carriageReturn) lines += 1
    else if (code === quote) {
      if (
        !endsCell(text.charCodeAt(place - 1), separator) &&
        !endsCell(text.charCodeAt(place + 1), separator)
      )
        stray += 1
    }
  }
  return cells > mostCells || lines > mostLines || stray > mostStrayQuotes
}

const plainName = (header: string): string => header.trim().toLowerCase().replace(/\s+/g, ' ')

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

/** The delimiter that finds the most columns in the header. */
const delimiterOf = (text: string, newline: '\n' | '\r'): string => {
  const head = text.slice(0, headLength)
  const columns = delimiters.map(
    delimiter => Papa.parse<string[]>(head, { delimiter, newline, preview: 1 }).data[0]?.length ?? 0,
  )
  return delimiters[columns.indexOf(Math.max(...columns))] ?? ','
}

/**
 * Whatever ends its lines and separates its cells. Lines that are empty are passed over; by hand, because the library would not
 * say on which line the others stand.
 */
export const readTable = (text: string): Result<Table, RefusedReason> => {
  // A file of the old Mac alone has no line feed; before one, what is left of a line end is a blank.
  const newline = text.includes('\n') ? '\n' : '\r'
  const delimiter = delimiterOf(text, newline)
  if (isTooMuch(text, delimiter)) return fail('too-many')
  let headers: readonly string[] | null = null
  let refused: RefusedReason | null = null
  let line = 1
  const rows: TableRow[] = []
  Papa.parse<string[]>(text, {
    delimiter,
    newline,
    step: ({ data }, parser) => {
      const at = line
      line += 1 + linesIn(data)
      const last = data.length - 1
      const cells = data.map((cell, place) => (place === last ? cell.replace(/\r$/, '') : cell))
      if (newline === '\n' && cells[last] !== data[last]) line -= 1
      if (cells.every(cell => cell === '')) return
      if (headers === null) {
        headers = cells
        if (cells.length > mostColumns) refused = 'unknown-format'
      } else if (cells.length > mostColumns) refused = 'broken'
      else rows.push({ line: at, cells })
      if (rows.length > fileLimits.records) refused = 'too-many'
      if (refused !== null) parser.abort()
    },
  })
  if (refused !== null) return fail(refused)
  const found = (headers ?? []) as readonly string[]
  return ok({ headers: found.map(header => header.trim()), names: found.map(plainName), rows })
}

/** Reads cells of a row by the plain names of their columns; the first of several that the table has. */
export const cellReader = (table: Table): ((row: TableRow, ...names: string[]) => string) => {
  const places = new Map<string, number>()
  for (const [place, name] of table.names.entries()) if (!places.has(name)) places.set(name, place)
  return (row, ...names) => {
    for (const name of names) {
      const place = places.get(name)
      if (place !== undefined) return row.cells[place] ?? ''
    }
    return ''
  }
}

/** The cells of the columns that are none of `names` and hold something, by their names as the file has them. */
export const otherCells = (
  table: Table,
  row: TableRow,
  names: readonly string[],
): { readonly [header: string]: string } =>
  Object.fromEntries(
    table.headers.flatMap((header, place) => {
      const cell = row.cells[place] ?? ''
      const name = table.names[place] ?? ''
      return cell.trim() === '' || names.includes(name) ? [] : [[header, cell]]
    }),
  )
