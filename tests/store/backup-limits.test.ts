/** Whatever Thaw lets in at its limits comes back from a backup: a record that is written and not read back is lost. */
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import type { StoredRow } from '../../lib/core/merge.ts'
import { ownPauseLimits, ownPauseTexts } from '../../lib/core/own-pause.ts'
import { type CheckIn, storeNames } from '../../lib/core/records.ts'
import { defaultSettings } from '../../lib/core/settings.ts'
import { hour, momentOf, zonedAt } from '../../lib/core/time.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { csvColumns } from '../../lib/store/formats/csv-columns.ts'
import { readFile } from '../../lib/store/formats/recognise.ts'
import { createRowMaker } from '../../lib/store/formats/to-rows.ts'
import { memoryStores } from '../../lib/store/memory.ts'
import { valueIn } from '../contract/assert.ts'
import { testClock, testId } from '../contract/fakes.ts'
import { checkInFields, noon } from '../contract/samples.ts'
import { bytesOf } from '../support/foreign-files.ts'
import { memoryWhole } from '../support/memory-whole.ts'

const now = noon
const clock = testClock()
const day = 24 * hour

const sorted = (rows: readonly StoredRow[]): readonly StoredRow[] =>
  storeNames.flatMap(name =>
    rows
      .filter(({ store }) => store === name)
      .sort(({ row: one }, { row: other }) => (one.id < other.id ? -1 : 1)),
  )

/** Writes the rows as a backup, and expects to read back each of them. */
const expectBack = async (rows: readonly StoredRow[]) => {
  const stores = memoryStores()
  for (const { store, row } of rows) stores.set(store, row.id, row)
  const parts: string[] = []
  const source = { history: memoryWhole({ clock, stores }), settings: defaultSettings, exportedAt: now }
  valueIn(await writeBackup(source, part => void parts.push(part)))
  const read = valueIn(await Promise.resolve(readBackup(parts.join(''), now)))
  expect(read.unreadable).toEqual([])
  expect(read.rows).toEqual(sorted(rows))
}

const checkIn = (more: Partial<CheckIn>): StoredRow => ({
  store: 'checkIns',
  row: { id: testId(noon, 1), updatedAt: noon, origin: 'own', ...checkInFields(noon), ...more },
})

const dayText = fc
  .date({ min: new Date('0000-01-02T00:00Z'), max: new Date(now), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

/** A line of a table that a hand made, up to what a table may hold. */
const line = fc.record({
  id: fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }).filter(id => id.trim() !== ''),
  at: dayText.map(text => `${text}T10:00:00Z`),
  zone: fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', ''),
  day: dayText,
  note: fc.constantFrom('', 'n'.repeat(20_000)),
  word_ids: fc.nat({ max: 200 }).map(count => Array(count).fill('w'.repeat(200)).join(' | ')),
  tag_ids: fc.nat({ max: 200 }).map(count => Array(count).fill('t'.repeat(200)).join(' | ')),
})

test('a check-in of a table that a hand made', () =>
  fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 3 }), async lines => {
      const cells = lines.map(one => csvColumns.map(column => Reflect.get(one, column) ?? ''))
      const read = await readFile(bytesOf(Papa.unparse([[...csvColumns], ...cells])), now)
      if (read.kind !== 'csv') throw new Error(`It is ${read.kind}`)
      expect(read.unreadable).toEqual([])
      await expectBack(read.rows)
    }),
    { numRuns: 60 },
  ))

test.each([
  ['day', { day: '9999-12-31' }],
  ['updatedAt', { at: '-000500-01-01T10:00:00Z' }],
  ['origin', { origin: `import:${'x'.repeat(20_000)}` }],
  ['cantTell', { cant_tell: Array(200_000).fill('felt').join(' | ') }],
])('a line of which no backup could bring back the %s is named, and not brought in', async (field, wrong) => {
  const one = { id: 'a', at: '2026-01-01T10:00:00Z', day: '2026-01-01', ...wrong }
  const cells = csvColumns.map(column => Reflect.get(one, column) ?? '')
  const read = await readFile(bytesOf(Papa.unparse([[...csvColumns], cells])), now)
  expect(read).toMatchObject({ kind: 'csv', rows: [], unreadable: [{ line: 2, field }] })
})

test('an entry of another app on the first day that it can be of', () => {
  const read = { format: 'pixels', entries: [], moods: [], unreadable: [] } as const
  const rows = createRowMaker(read, { moods: new Map(), zone: 'Pacific/Auckland', now })
  const time = { kind: 'wall', day: '1970-01-01', minute: 0 } as const
  const made = rows({ line: 1, time, mood: null, note: 'long ago', tags: ['sea'], raw: {} })
  if ('reason' in made) throw new Error(`It is ${made.reason}`)
  return expectBack(made)
})

test('a pause of the person’s own, as long as its form allows in any script', () => {
  const text = fc.constantFrom('a', 'कि', 'ค์', '👩‍👩‍👧')
  const steps = fc.record({ text, length: fc.constantFrom(1, 400, ownPauseLimits.stepText) })
  return fc.assert(
    fc.asyncProperty(
      fc.array(steps, { minLength: ownPauseLimits.steps, maxLength: ownPauseLimits.steps }),
      async steps => {
        const written = steps.map(({ text, length }) => ({ text: text.repeat(length), seconds: 1 }))
        const texts = valueIn(
          await Promise.resolve(
            ownPauseTexts({ name: 'कि'.repeat(80), about: 'कि'.repeat(200), steps: written }, [], 'hi'),
          ),
        )
        const kept = {
          id: testId(noon, 2),
          updatedAt: noon,
          origin: 'own',
          favourite: false,
          hidden: false,
        } as const
        await expectBack([{ store: 'pauses', row: { ...kept, ...texts } }])
      },
    ),
    { numRuns: 20 },
  )
})

test('what was lived while the clock of the machine went ahead', () =>
  fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 99 * 365 }), async days => {
      const moment = momentOf(zonedAt(now + days * day, 'Pacific/Kiritimati'))
      const marker = {
        id: testId(noon, 3),
        updatedAt: moment.at,
        origin: 'own',
        type: 'change',
        text: '',
      } as const
      await expectBack([
        checkIn({ ...moment, updatedAt: moment.at }),
        { store: 'markers', row: { ...marker, day: moment.day } },
      ])
    }),
    { numRuns: 40 },
  ))
