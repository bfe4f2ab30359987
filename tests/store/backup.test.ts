/** Backups: what is written is read again as it was, whatever it is; what cannot be read is named, and nothing breaks. */
import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WholeHistory } from '../../lib/app/data-ports.ts'
import { fileLimits } from '../../lib/core/foreign.ts'
import { canonicalJson, type Row, type StoredRow, winner } from '../../lib/core/merge.ts'
import { type Id, type StoreName, storeNames } from '../../lib/core/records.ts'
import { fail, ok } from '../../lib/core/result.ts'
import { defaultSettings, readSettings } from '../../lib/core/settings.ts'
import { decrypted, encrypted } from '../../lib/store/backup/encrypted.ts'
import { backupSteps, backupVersion, todaysForm } from '../../lib/store/backup/format.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { writeBackup } from '../../lib/store/backup/write.ts'
import { memoryStores } from '../../lib/store/memory.ts'
import { valueIn } from '../contract/assert.ts'
import { testClock, testId } from '../contract/fakes.ts'
import { checkInFields, meetingOf, noon } from '../contract/samples.ts'
import { memoryWhole } from '../support/memory-whole.ts'
import { storedRow } from './arbitraries.ts'
import { newWorld } from './world.ts'

const now = noon + 120 * 24 * 3_600_000
const clock = testClock()

/** Each row once, as a history has it. */
const shelf = (rows: readonly StoredRow[]): Map<string, StoredRow> => {
  const kept = new Map<string, StoredRow>()
  for (const { store, row } of rows) {
    const key = `${store} ${row.id}`
    const known = kept.get(key)
    kept.set(key, { store, row: known === undefined ? row : winner(known.row, row) })
  }
  return kept
}

const historyOf = (rows: readonly StoredRow[]) => {
  const stores = memoryStores()
  for (const { store, row } of shelf(rows).values()) stores.set(store, row.id, row)
  return { stores, whole: memoryWhole({ clock, stores }) }
}

const textOf = async (history: Pick<WholeHistory, 'rows' | 'counts'>): Promise<string> => {
  const parts: string[] = []
  const written = await writeBackup({ history, settings: defaultSettings, exportedAt: noon }, part => {
    parts.push(part)
  })
  expect(written.ok).toBe(true)
  return parts.join('')
}

const allOf = (stores: ReturnType<typeof memoryStores>): readonly StoredRow[] =>
  storeNames.flatMap(store =>
    [...stores.rowsOf(store).values()]
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(row => ({ store, row })),
  )

const read = (text: string, at = now) => {
  const result = readBackup(text, at)
  if (!result.ok) throw new Error(`refused: ${result.problem}`)
  return result.value
}

/** What stands in a file where a deletion could still be undone. */
const asDeleted = (row: Row): Row =>
  'undoUntil' in row && row.undoUntil !== undefined
    ? { id: row.id, updatedAt: row.updatedAt, origin: row.origin, deletedAt: row.updatedAt }
    : row

const checkIn = (number: number, more: object = {}) => ({
  id: testId(noon + number, number),
  updatedAt: noon + number,
  origin: 'own' as const,
  ...checkInFields(noon + number),
  ...more,
})

const fileOf = (records: { readonly [store: string]: unknown }, more: object = {}): string =>
  JSON.stringify({ format: 'thaw', version: 1, exportedAt: noon, records, settings: {}, ...more })

describe('a backup', () => {
  test('gives any history back as it was, deletions included, into an empty one, and changes nothing the second time', () =>
    fc.assert(
      fc.asyncProperty(fc.array(storedRow, { maxLength: 30 }), async rows => {
        const { stores, whole } = historyOf(rows)
        const text = await textOf(whole)
        const { rows: found, unreadable, settings } = read(text)
        expect(unreadable).toEqual([])
        expect(readSettings(settings)).toEqual(defaultSettings)
        const empty = historyOf([])
        await empty.whole.bring({ id: testId(noon, 98), format: 'thaw' }, found)
        expect(allOf(empty.stores)).toEqual(
          allOf(stores).map(({ store, row }) => ({ store, row: asDeleted(row) })),
        )
        expect(await empty.whole.bring({ id: testId(noon, 99), format: 'thaw' }, found)).toEqual(
          ok(meetingOf({ same: found.length })),
        )
        // What was read and brought writes the same file, but for the order of fields.
        const canonical = (file: string) => canonicalJson(JSON.parse(file))
        expect(canonical(await textOf(empty.whole))).toBe(canonical(text))
      }),
    ))

  test('goes under a passphrase from one real history into another, and both hold the same', () =>
    fc.assert(
      fc.asyncProperty(fc.array(storedRow, { maxLength: 20 }), async rows => {
        const from = newWorld().open().whole
        const into = newWorld().open().whole
        const all = [...shelf(rows).values()].map(({ store, row }) => ({ store, row: asDeleted(row) }))
        valueIn(await from.bring({ id: testId(noon, 97), format: 'thaw' }, all))
        const file = await encrypted(new Blob([await textOf(from)]), 'slow thaw', () => {}, 4)
        const { rows: found, unreadable } = read(await valueIn(await decrypted(file, 'slow thaw')).text())
        expect(unreadable).toEqual([])
        valueIn(await into.bring({ id: testId(noon, 98), format: 'thaw' }, found))
        for (const store of storeNames)
          expect(await into.rows(store, { limit: 100 })).toEqual(await from.rows(store, { limit: 100 }))
        expect(await into.bring({ id: testId(noon, 99), format: 'thaw' }, found)).toMatchObject(
          ok({ added: 0, changed: 0 }),
        )
      }),
      { numRuns: 25 },
    ))

  test('holds one record a line, in JSON that any tool reads', async () => {
    const { whole } = historyOf([
      { store: 'checkIns', row: checkIn(1, { note: 'one\ntwo "three"' }) },
      { store: 'checkIns', row: checkIn(2) },
    ])
    const text = await textOf(whole)
    const lines = text.split('\n')
    expect(lines.filter(line => line.startsWith('{"id"') || line.includes('"felt"'))).toHaveLength(2)
    expect(JSON.parse(text)).toEqual({
      format: 'thaw',
      version: backupVersion,
      exportedAt: noon,
      records: {
        ...Object.fromEntries(storeNames.map(store => [store, []])),
        checkIns: [checkIn(1, { note: 'one\ntwo "three"' }), checkIn(2)],
      },
      settings: defaultSettings,
    })
  })

  test('is written in parts, tells how far it is, and ends when it is stopped', async () => {
    const rows = Array.from({ length: 5_300 }, (_, number) => ({
      store: 'checkIns' as const,
      row: checkIn(number, { note: 'A line about how it was, which makes it longer.' }),
    }))
    const { whole } = historyOf(rows)
    const told: (readonly [number, number])[] = []
    const parts: number[] = []
    const source = { history: whole, expected: 5_300, settings: defaultSettings, exportedAt: noon }
    const written = await writeBackup(source, part => void parts.push(part.length), {
      onProgress: (done, of) => void told.push([done, of]),
    })
    expect(written).toMatchObject(
      ok({ counts: { checkIns: 5_300, sessions: 0 }, records: 5_300, rows: 5_300 }),
    )
    expect(parts.length).toBeGreaterThan(2)
    expect(Math.max(...parts)).toBeLessThan(1_000_000)
    expect(told.map(([, of]) => of)).toEqual(told.map(() => 5_300))
    expect(told.at(-1)?.[0]).toBe(5_300)

    const stopping = new AbortController()
    let slices = 0
    const stopped = await writeBackup(source, () => {}, {
      signal: stopping.signal,
      pause: async () => {
        slices += 1
        if (slices === 2) stopping.abort()
      },
    })
    expect(stopped).toEqual(ok(null))
    expect(slices).toBe(2)
  })

  test('says why it could not be written', async () => {
    const { whole } = historyOf([])
    const problem = { kind: 'failed', name: 'UnknownError' } as const
    const source = {
      history: { ...whole, rows: async () => fail(problem) },
      settings: defaultSettings,
      exportedAt: noon,
    }
    expect(await writeBackup(source, () => {})).toEqual(fail(problem))
  })

  test('can be read though an import left something deeper than a file may be', async () => {
    const deep = (levels: number): unknown => (levels === 0 ? 'end' : [deep(levels - 1)])
    const { whole } = historyOf([
      { store: 'checkIns', row: checkIn(1, { raw: deep(12) }) },
      { store: 'checkIns', row: checkIn(2, { raw: deep(13) }) },
    ])
    const { rows, unreadable } = read(await textOf(whole))
    expect(unreadable).toEqual([])
    expect(rows.map(({ row }) => 'raw' in row && row.raw)).toEqual([deep(12), JSON.stringify(deep(13))])
  })
})

describe('what is no backup', () => {
  const refused = (text: string) => {
    const result = readBackup(text, now)
    return result.ok ? 'read' : result.problem
  }

  test('is refused, with the reason', () => {
    expect(refused('')).toBe('empty')
    expect(refused(' \n\t')).toBe('empty')
    expect(refused('\uFEFF')).toBe('empty')
    expect(refused('felt,far\n1,2')).toBe('unknown-format')
    expect(refused('[]')).toBe('unknown-format')
    expect(refused('null')).toBe('unknown-format')
    expect(refused('{"format":"daylio"}')).toBe('unknown-format')
    expect(refused(fileOf({}, { version: 2 }))).toBe('newer')
    expect(refused(fileOf({}, { version: '1' }))).toBe('broken')
    expect(refused(fileOf({}, { version: 0 }))).toBe('broken')
    expect(refused(fileOf({ checkIns: {} }))).toBe('broken')
    expect(refused(JSON.stringify({ format: 'thaw', version: 1, records: [] }))).toBe('broken')
  })

  test('is refused where it ends early, at whatever byte, and never read in part', async () => {
    const { whole } = historyOf([{ store: 'checkIns', row: checkIn(1) }])
    const text = (await textOf(whole)).trimEnd()
    for (let end = 0; end < text.length; end += 1)
      expect(['broken', 'unknown-format', 'empty']).toContain(refused(text.slice(0, end)))
    expect(refused(text)).toBe('read')
  })

  test('is refused before it is parsed where it is too deep, too long or holds too much', () => {
    const depth = 5_000_000
    expect(refused('['.repeat(depth) + ']'.repeat(depth))).toBe('too-deep')
    expect(refused(`${'['.repeat(fileLimits.depth)}${']'.repeat(fileLimits.depth)}`)).toBe('unknown-format')
    expect(refused(`{"format":"thaw","version":1,"records":{"checkIns":[${'1,'.repeat(1_000_000)}1]}}`)).toBe(
      'too-many',
    )
    expect(refused(' '.repeat(fileLimits.bytes + 1))).toBe('too-big')
    // Brackets within texts are no depth.
    expect(refused(fileOf({}, { more: '[{'.repeat(100), quoted: '\\"[[[[[[[[[[[[[[[[[[' }))).toBe('read')
  })
})

describe('a record of a backup', () => {
  const only = (store: StoreName, ...items: readonly unknown[]) => read(fileOf({ [store]: items }))

  test('stands on the line that is named where it cannot be read, with its id where that can', () => {
    const broken = checkIn(2, { felt: '7' })
    const text = [
      '{"format":"thaw","version":1,"exportedAt":0,',
      '"other":{"checkIns":[1,2,3]},',
      '"records":{"checkIns":[',
      JSON.stringify(checkIn(1)),
      ', 7,',
      '',
      JSON.stringify(broken),
      ',',
      JSON.stringify(checkIn(3)),
      '],"tags":[[]],"markers":[{}]',
      '}}',
    ].join('\n')
    const { rows, unreadable } = read(text)
    expect(rows).toHaveLength(2)
    expect(unreadable).toEqual([
      { line: 5, reason: 'bad-row' },
      { line: 7, reason: 'wrong-type', field: 'felt', id: broken.id },
      { line: 10, reason: 'wrong-type', field: 'id' },
      { line: 10, reason: 'bad-row' },
    ])
  })

  test('is not guessed at: a wrong type is named, what is missing or null was not answered, what is unknown is left out', () => {
    const wrong = (more: object) => only('checkIns', checkIn(1, more)).unreadable[0]
    expect(wrong({ felt: 11 })).toMatchObject({ reason: 'wrong-type', field: 'felt' })
    expect(wrong({ pleasant: 1 })).toMatchObject({ reason: 'wrong-type', field: 'pleasant' })
    expect(wrong({ words: [{ id: 'numb', guess: true }, 7] })).toMatchObject({ field: 'words' })
    expect(wrong({ tags: 'home' })).toMatchObject({ field: 'tags' })
    expect(wrong({ note: 7 })).toMatchObject({ field: 'note' })
    expect(wrong({ at: '2026' })).toMatchObject({ reason: 'wrong-type', field: 'at' })
    expect(wrong({ updatedAt: 0.5 })).toMatchObject({ reason: 'wrong-type', field: 'updatedAt' })
    expect(wrong({ id: '' })).toMatchObject({ reason: 'wrong-type', field: 'id' })
    expect(wrong({ id: 'x'.repeat(201) })).toMatchObject({ reason: 'wrong-type', field: 'id' })
    expect(wrong({ note: 'x'.repeat(20_001) })).toMatchObject({ reason: 'too-long', field: 'note' })
    expect(wrong({ tags: Array(60).fill('x'.repeat(20_000)) })).toMatchObject({ reason: 'too-long' })
    expect(wrong({ raw: ['x'.repeat(1_000_001)] })).toMatchObject({ reason: 'too-long', field: 'raw' })
    expect(wrong({ day: '2026-02-30' })).toMatchObject({ reason: 'bad-time', field: 'day' })
    expect(wrong({ at: now + 101 * 365 * 24 * 3_600_000 })).toMatchObject({
      reason: 'out-of-range',
      field: 'at',
    })
    expect(wrong({ at: -8.64e15 })).toMatchObject({ reason: 'out-of-range', field: 'at' })
    expect(wrong({ day: '9999-12-31' })).toMatchObject({ reason: 'out-of-range', field: 'day' })
    expect(wrong({ updatedAt: 8.64e15 })).toMatchObject({ reason: 'out-of-range', field: 'updatedAt' })

    const { felt: _, ...missing } = checkIn(1, { note: null, origin: null, words: null })
    const { rows, unreadable } = only('checkIns', { ...missing, streak: 3, words: [{ id: 'numb', mood: 1 }] })
    expect(unreadable).toEqual([])
    expect(rows).toEqual([{ store: 'checkIns', row: checkIn(1, { words: [{ id: 'numb', guess: false }] }) }])
  })

  test('of the year 1900 is as good as any other that can be added', () => {
    const old = checkIn(1, { at: Date.UTC(1900, 0, 1), day: '1900-01-01', precision: 'day' })
    expect(only('checkIns', old)).toMatchObject({ rows: [{ row: old }], unreadable: [] })
  })

  test('that stands there twice is the later one, and no other’s', () => {
    const later = checkIn(1, { updatedAt: noon + 50, felt: 3 })
    const { rows } = only('checkIns', checkIn(1), later, checkIn(1, { updatedAt: noon + 20, felt: 9 }))
    expect(rows).toEqual([{ store: 'checkIns', row: later }])
    const tombstone = { id: checkIn(1).id, updatedAt: noon + 50, origin: 'own', deletedAt: noon + 50 }
    expect(only('checkIns', tombstone, { ...later, note: 'no' }).rows[0]?.row).toEqual(tombstone)
  })

  test('is well-formed, and reaches no prototype', () => {
    const text = fileOf({}).replace(
      '"records":{}',
      `"records":{"checkIns":[${JSON.stringify(checkIn(1)).replace(
        '"note":""',
        '"note":"a\\ud800b","__proto__":{"bad":1},"raw":{"__proto__":{"bad":1},"k\\udfff":"\\ud83d"}',
      )}],"__proto__":{"tags":[{}]},"constructor":[1]}`,
    )
    const { rows, unreadable } = read(text)
    expect(unreadable).toEqual([])
    const row = rows[0]?.row as unknown as { note: string; raw: object }
    expect(row.note).toBe('a\uFFFDb')
    expect(Object.keys(row)).not.toContain('__proto__')
    expect(Object.keys(row.raw)).toEqual(['__proto__', 'k\uFFFD'])
    expect(Object.values(row.raw)[1]).toBe('\uFFFD')
    expect(Object.getPrototypeOf(row.raw)).toBe(Object.prototype)
    expect(({} as { bad?: number }).bad).toBeUndefined()
  })
})

describe('the step from an older version', () => {
  test('is taken for every file of it, in order, and for no other', () => {
    const steps = [
      (file: object) => ({ ...file, version: 2, trail: 'a' }),
      (file: { readonly trail?: unknown }) => ({ ...file, version: 3, trail: `${file.trail}b` }),
    ]
    const form = (version: number) => {
      const result = todaysForm({ version, trail: '' }, steps)
      return result.ok ? result.value['trail'] : result.problem
    }
    expect([1, 2, 3, 4].map(form)).toEqual(['ab', 'b', '', 'newer'])
    expect(backupSteps).toHaveLength(backupVersion - 1)
  })
})

describe('hostile text', () => {
  test('of any kind is read or refused, and reading twice gives the same', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .json({ noUnicodeString: false })
            .map(json => fileOf({}).replace('"records":{}', `"records":${json}`)),
          fc
            .tuple(fc.constantFrom<StoreName>(...storeNames), fc.array(fc.jsonValue(), { maxLength: 5 }))
            .map(([store, items]) => fileOf({ [store]: items })),
          fc
            .record({
              store: fc.constantFrom<StoreName>(...storeNames),
              field: fc.string(),
              value: fc.jsonValue(),
            })
            .map(({ store, field, value }) => fileOf({ [store]: [{ ...checkIn(1), [field]: value }] })),
        ),
        text => {
          const result = readBackup(text, now)
          if (!result.ok) return
          for (const { row } of result.value.rows) expect((row as { id: Id }).id).toMatch(/^[\w-]+$/)
          expect(canonicalJson(readBackup(text, now))).toBe(canonicalJson(result))
        },
      ),
    ))
})
