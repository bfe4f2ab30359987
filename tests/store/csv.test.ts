import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { canonicalJson, winner } from '../../lib/core/merge.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { cellList, listCell, plainText, safeText } from '../../lib/store/formats/csv-cells.ts'
import { csvColumns } from '../../lib/store/formats/csv-columns.ts'
import { type CsvLabels, writeCsv } from '../../lib/store/formats/csv-write.ts'
import { readFile } from '../../lib/store/formats/recognise.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { bytesOf } from '../support/foreign-files.ts'
import { record } from './arbitraries.ts'

/** After everything that the histories of the properties hold. */
const now = noon + 100 * 24 * 3_600_000

const labels: CsvLabels = { word: id => `word ${id}`, tag: id => `tag ${id}` }

async function* inBatches(records: readonly CheckIn[], size = 2) {
  for (let from = 0; from < records.length; from += size) yield records.slice(from, from + size)
}

const written = async (records: readonly CheckIn[], named = labels): Promise<string> =>
  (await Array.fromAsync(writeCsv(inBatches(records), named))).join('')

const readText = async (text: string) => {
  const read = await readFile(bytesOf(text), now)
  if (read.kind !== 'csv') throw new Error(`Read as ${JSON.stringify(read)}`)
  return read
}

const checkInsOf = ({ rows }: Awaited<ReturnType<typeof readText>>) =>
  rows.flatMap(({ store, row }) => (store === 'checkIns' ? [row as CheckIn] : []))

const checkIn = (more: Partial<CheckIn> = {}): CheckIn => ({
  id: testId(noon, 1),
  updatedAt: noon,
  origin: 'own',
  ...checkInFields(noon),
  ...more,
})

const cells = async (more: Partial<CheckIn>, named = labels): Promise<{ readonly [name: string]: string }> =>
  Papa.parse<{ [name: string]: string }>((await written([checkIn(more)], named)).slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data[0] ?? {}

test('what a table holds comes back as it was, twice too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(record('checkIns'), { maxLength: 8 }), async records => {
      const text = await written(records)
      const best = new Map<string, CheckIn>()
      for (const one of records) {
        const other = best.get(one.id)
        best.set(one.id, other === undefined ? one : winner(other, one))
      }
      const read = await readText(text)
      expect(read.unreadable).toEqual([])
      expect(canonicalJson(checkInsOf(read))).toBe(canonicalJson([...best.values()]))
      expect(await written(checkInsOf(await readText(text)))).toBe(await written([...best.values()]))
    }),
    { numRuns: 300 },
  )
})

describe('the table', () => {
  test('begins with the mark that Excel needs, ends its lines as RFC 4180 says, and has no numbers in quotes', async () => {
    const text = await written([checkIn({ felt: 0, far: 3, pleasant: -4, note: 'a "b"\nc' })])
    expect(text.startsWith(`\ufeff${csvColumns.join(',')}\r\n`)).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).toContain(',minute,0,3,-4,,')
    expect(text).toContain(',"a ""b""\nc",')
  })

  test('tells "not answered" from "can\'t tell", and never writes a zero for either', async () => {
    expect(await cells({ felt: null, far: null, cantTell: ['felt'] })).toMatchObject({
      felt: '',
      far: '',
      cant_tell: 'felt',
    })
  })

  test('has the time with its offset, in the zone where it was lived', async () => {
    const at = Temporal.ZonedDateTime.from('2026-07-01T08:30[America/St_Johns]')
    expect(
      await cells({ at: at.epochMilliseconds, zone: 'America/St_Johns', day: '2026-07-01' }),
    ).toMatchObject({ at: '2026-07-01T08:30:00-02:30', zone: 'America/St_Johns', day: '2026-07-01' })
    // Before 1893 the offset of Berlin was no whole minute.
    const early = Temporal.ZonedDateTime.from('1890-01-01T12:00[Europe/Berlin]').epochMilliseconds
    expect(await cells({ at: early })).toMatchObject({ at: '1890-01-01T11:06:32Z' })
    expect(await cells({ zone: 'Nowhere/Land' })).toMatchObject({ at: '2026-11-22T11:00:00Z' })
  })

  test('names words and tags, marks guesses, and keeps their ids', async () => {
    const own = testId(noon, 7)
    expect(
      await cells(
        {
          words: [
            { id: 'foggy', guess: true },
            { id: own, guess: false },
          ],
          tags: ['work'],
        },
        { word: id => (id === own ? 'a | b?' : 'Foggy'), tag: () => '' },
      ),
    ).toMatchObject({
      words: 'Foggy? | a \\| b\\?',
      word_ids: `foggy? | ${own}`,
      // What has no name is called by its id.
      tags: 'work',
    })
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\0=1', '＝1', '＋1', '－1', '＠x'])(
    'calculates nothing in %j',
    async note => {
      expect((await cells({ note }))['note']).toBe(`'${note}`)
      expect(checkInsOf(await readText(await written([checkIn({ note })])))[0]?.note).toBe(note)
    },
  )

  test('leaves other apostrophes alone', () => {
    expect(safeText("'tis")).toBe("'tis")
    expect(plainText("'tis")).toBe("'tis")
    expect(plainText(safeText("'=1"))).toBe("'=1")
    expect(plainText("'=1")).toBe('=1')
  })

  test('every text and every list comes back from its cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`'=+-@ \t\r\n\0＝a`) }), text => {
        expect(plainText(safeText(text))).toBe(text)
        // One apostrophe at most is put before it, and a formula never stands first.
        expect(safeText(text)).not.toMatch(/^[=+\-@\t\r\n\0＝]/)
      }),
    )
    const item = fc.record({
      text: fc.string({ unit: fc.constantFrom(...'a |\\?b'), minLength: 1 }),
      guess: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(item), items => {
        expect(cellList(listCell(items))).toEqual(items)
      }),
    )
  })
})

describe('a table that a spreadsheet saved anew', () => {
  const records = [
    checkIn({
      note: '=1, and\r\n"more"',
      felt: 7,
      words: [{ id: 'numb', guess: true }],
      raw: { mood: 'rad' },
    }),
    checkIn({ id: testId(noon, 2), cantTell: ['felt', 'far'], tags: ['work', 'home'], precision: 'day' }),
  ]

  test.each([
    [';', '\n'],
    ['\t', '\r\n'],
    [',', '\r'],
  ])('with %j between its cells and %j after its lines', async (delimiter, newline) => {
    const table = Papa.parse<string[]>((await written(records)).slice(1), { skipEmptyLines: true }).data
    const plain = newline === '\r' ? table.map(line => line.map(cell => cell.replace(/[\r\n]/g, ' '))) : table
    const read = await readText(Papa.unparse(plain, { delimiter, newline }))
    expect(read.unreadable).toEqual([])
    expect(checkInsOf(read).map(({ felt, cantTell, tags }) => [felt, cantTell, tags])).toEqual([
      [7, [], []],
      [null, ['felt', 'far'], ['work', 'home']],
    ])
    if (newline !== '\r') expect(checkInsOf(read)).toEqual(records)
  })

  test('with its columns moved, some gone, and one of its own', async () => {
    const text =
      'mine,note,cant_tell,far,felt,day,zone,at\nx,hello,,,7,2026-11-22,Europe/Berlin,2026-11-22T12:00:00+01:00\n'
    const read = await readText(text)
    expect(read.unreadable).toEqual([])
    expect(checkInsOf(read)).toEqual([
      checkIn({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        origin: 'import:csv',
        source: 'import:csv',
        felt: 7,
        note: 'hello',
      }),
    ])
    // Without ids, reading it again still gives the same.
    expect(await readText(text)).toEqual(read)
  })

  test('names the first thing that is wrong with a line', async () => {
    const [head = '', line = ''] = (await written([checkIn({ felt: 3 })])).slice(1).split('\r\n')
    const places = head.split(',')
    const changed = (column: string, value: string) => {
      const cellsOfLine = line.split(',')
      cellsOfLine[places.indexOf(column)] = value
      return cellsOfLine.join(',')
    }
    const wrong = [
      ['felt', '11', 'out-of-range'],
      ['felt', 'much', 'wrong-type'],
      ['pleasant', '1', 'out-of-range'],
      ['at', '22/11/2026 12:00', 'bad-time'],
      ['at', '', 'no-time'],
      ['at', '2031-01-01T00:00:00Z', 'out-of-range'],
      ['day', '2026-02-30', 'bad-time'],
      ['zone', 'Nowhere/Land', 'wrong-type'],
      ['cant_tell', 'feeling', 'wrong-type'],
      ['meaning', 'harbour', 'wrong-type'],
      ['precision', 'hour', 'wrong-type'],
      ['source', 'elsewhere', 'wrong-type'],
      ['note', 'x'.repeat(20_001), 'too-long'],
      ['raw', '{', 'wrong-type'],
      ['raw', `${'['.repeat(17)}${']'.repeat(17)}`, 'too-deep'],
    ] as const
    const read = await readText([head, ...wrong.map(([column, value]) => changed(column, value))].join('\n'))
    expect(read.rows).toEqual([])
    expect(read.unreadable).toEqual(
      wrong.map(([field, , reason], place) => ({ line: place + 2, field, reason })),
    )
  })
})

test('what a person named comes along, older than any name they gave', async () => {
  const own = testId(noon, 7)
  const named: CsvLabels = { word: id => (id === own ? 'Wool-headed' : id), tag: id => id }
  const read = await readText(
    await written(
      [
        checkIn({
          words: [
            { id: own, guess: true },
            { id: 'numb', guess: false },
          ],
          tags: [own],
        }),
      ],
      named,
    ),
  )
  expect(read.rows.filter(({ store }) => store !== 'checkIns')).toEqual([
    {
      store: 'words',
      row: { id: own, updatedAt: 0, origin: 'import:csv', label: 'Wool-headed', group: null, hidden: false },
    },
  ])
})
