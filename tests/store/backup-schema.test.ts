/** The published schema of backups says what is written, and no more than what is read. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type StoreName, storeNames } from '../../lib/core/records.ts'
import { defaultSettings } from '../../lib/core/settings.ts'
import { backupVersion } from '../../lib/store/backup/format.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { memoryStores } from '../../lib/store/memory.ts'
import { testClock } from '../contract/fakes.ts'
import { noon } from '../contract/samples.ts'
import { type Schema, violations } from '../support/json-schema.ts'
import { memoryWhole } from '../support/memory-whole.ts'
import { record, storedRow } from './arbitraries.ts'

const file = join(import.meta.dirname, '../../lib/store/backup/thaw-backup.schema.json')
const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema
const now = noon + 120 * 24 * 3_600_000

const fileOf = (store: StoreName, item: unknown) => ({
  format: 'thaw',
  version: backupVersion,
  exportedAt: noon,
  records: { ...Object.fromEntries(storeNames.map(name => [name, []])), [store]: [item] },
  settings: {},
})

const isRead = (value: unknown): boolean => {
  const read = readBackup(JSON.stringify(value), now)
  return read.ok && read.value.unreadable.length === 0
}

describe('the schema of backups', () => {
  test('holds for everything that is written', () =>
    fc.assert(
      fc.asyncProperty(fc.array(storedRow, { maxLength: 20 }), async rows => {
        const stores = memoryStores()
        for (const { store, row } of rows) stores.set(store, row.id, row)
        const parts: string[] = []
        const history = memoryWhole({ clock: testClock(), stores })
        await writeBackup(
          { history, settings: defaultSettings, exportedAt: noon },
          part => void parts.push(part),
        )
        expect(violations(schema, schema, JSON.parse(parts.join('')))).toEqual([])
      }),
    ))

  test.each(storeNames)('names the fields of %s, and in each takes what is read and no more', store =>
    fc.assert(
      fc.property(
        record(store),
        fc.constantFrom<unknown>({}, [7], -7.5, 'other than that', true),
        (row, wrong) => {
          expect(isRead(fileOf(store, row))).toBe(true)
          expect(violations(schema, schema, fileOf(store, { ...row, streak: 1 }))).not.toEqual([])
          for (const field of Object.keys(row)) {
            const changed = fileOf(store, { ...row, [field]: wrong })
            if (violations(schema, schema, changed).length === 0)
              expect([field, isRead(changed)]).toEqual([field, true])
            // A word may be read in a looser shape than it is written in.
            else if (isRead(changed))
              expect(['origin', 'zone', 'day', 'words', 'fields', 'steps']).toContain(field)
          }
        },
      ),
      { numRuns: 40 },
    ),
  )

  test('is of the version that is written', () => {
    expect(schema['title']).toBe(`Thaw backup, version ${backupVersion}`)
  })
})
