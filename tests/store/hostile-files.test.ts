/**
 * What Thaw does with files that are made to harm or broke on their way. THAW_HOSTILE says how many (10,000 unless it does; with more,
 * good files are also cut off at each of their bytes, which takes some 15 s), THAW_SEED which.
 */
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import type { FileRead } from '../../lib/core/file-read.ts'
import { fileLimits } from '../../lib/core/foreign.ts'
import type { StoredRow } from '../../lib/core/merge.ts'
import { canonicalJson } from '../../lib/core/merge.ts'
import { readFile } from '../../lib/store/formats/recognise.ts'
import { toRows } from '../../lib/store/formats/to-rows.ts'
import { validRow } from '../../lib/store/valid-rows.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { noon } from '../contract/samples.ts'
import { goodFiles, type HostileFile, heavyFiles, hostileFiles } from '../support/hostile-files.ts'

const many = Number(process.env['THAW_HOSTILE'] ?? 10_000)
const seed = Number(process.env['THAW_SEED'] ?? 7)

const now = noon + 24 * 3_600_000
const zones = ['Europe/Berlin', 'Pacific/Apia', 'America/St_Johns', 'UTC']

/** A sentence that says what is wrong. */
const hasText = (key: string): boolean => key in messages

const isWellFormed = (value: unknown): boolean => {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([field, part]) => field.isWellFormed() && isWellFormed(part))
}

/** What the store would take is exactly what was read, and it survives every copy that is made of it. */
const checkRows = (rows: readonly StoredRow[]) => {
  for (const { store, row } of rows) {
    const valid = validRow(store, row)
    if (valid === null || canonicalJson(valid) !== canonicalJson(row)) throw new Error(`No row of ${store}`)
    if (!isWellFormed(row)) throw new Error('Not well-formed')
    // The database clones it, the journal and every file have it as JSON.
    if (!isDeepStrictEqual(structuredClone(row), JSON.parse(JSON.stringify(row))))
      throw new Error('Copies differ')
  }
  const names = new Set(rows.map(({ store, row }) => `${store} ${row.id}`))
  if (names.size !== rows.length) throw new Error('Two rows of one id')
}

const checkRead = (read: FileRead, place: number) => {
  switch (read.kind) {
    case 'encrypted':
      return
    case 'refused':
      expect(hasText(`import_file_${read.reason.replaceAll('-', '_')}`)).toBe(true)
      return
    case 'thaw':
    case 'csv':
      checkRows(read.rows)
      break
    case 'foreign': {
      const { entries, moods } = read.read
      const moodsOfEntries = new Set(entries.flatMap(({ mood }) => mood ?? []))
      expect([...moodsOfEntries].toSorted()).toEqual(moods.map(({ key }) => key).toSorted())
      const { rows, unreadable } = toRows(read.read, {
        moods: new Map(moods.map(({ key, suggested }) => [key, suggested])),
        zone: zones[place % zones.length] ?? 'UTC',
        now,
      })
      checkRows(rows)
      for (const { store, row } of rows)
        if (store === 'checkIns') expect(row).toMatchObject({ felt: null, far: null, energy: null })
      expect(entries.length).toBe(rows.filter(({ store }) => store === 'checkIns').length + unreadable.length)
      for (const { reason } of unreadable)
        expect(hasText(`import_line_${reason.replaceAll('-', '_')}`)).toBe(true)
    }
  }
  const unreadable = read.kind === 'foreign' ? read.read.unreadable : read.unreadable
  for (const { line, reason, field } of unreadable) {
    expect(hasText(`import_line_${reason.replaceAll('-', '_')}`)).toBe(true)
    expect(Number.isInteger(line) && line >= 0).toBe(true)
    expect((field ?? '').length).toBeLessThanOrEqual(fileLimits.text)
    expect((field ?? '').isWellFormed()).toBe(true)
  }
}

const untouched = Object.getOwnPropertyNames(Object.prototype).join()

type Slowest = { milliseconds: number; about: string }

const meet = async ({ about, bytes }: HostileFile, place: number, slowest: Slowest): Promise<string> => {
  const from = performance.now()
  try {
    const read = await readFile(bytes, now)
    const milliseconds = performance.now() - from
    if (milliseconds > slowest.milliseconds) Object.assign(slowest, { milliseconds, about })
    checkRead(read, place)
    return read.kind === 'refused' ? read.reason : read.kind
  } catch (cause) {
    throw new Error(`File ${place} of seed ${seed}, ${about}`, { cause })
  } finally {
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(untouched)
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
    expect(([] as { polluted?: unknown }).polluted).toBeUndefined()
  }
}

const meetAll = async (files: readonly HostileFile[]) => {
  const slowest = { milliseconds: 0, about: '' }
  const outcomes = new Map<string, number>()
  for (const [place, file] of files.entries()) {
    const outcome = await meet(file, place, slowest)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  console.log(
    `${files.length} hostile files; the slowest took ${Math.round(slowest.milliseconds)} ms (${slowest.about.slice(0, 80)});`,
    [...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(', '),
  )
  return { slowest, outcomes }
}

test(`${many} hostile files`, { timeout: 600_000 }, async () => {
  const { outcomes } = await meetAll(hostileFiles(await goodFiles(), many, seed))
  // They reach every door, or they would prove little.
  for (const kind of ['thaw', 'csv', 'foreign', 'encrypted', 'broken', 'not-text', 'too-deep', 'newer'])
    expect(outcomes.get(kind) ?? 0, kind).toBeGreaterThan(0)
})

test('the heaviest hostile files', { timeout: 600_000 }, async () => {
  const { outcomes } = await meetAll(heavyFiles())
  for (const reason of ['too-big', 'too-deep', 'too-many', 'zip-bomb', 'unknown-format'])
    expect(outcomes.get(reason) ?? 0, reason).toBeGreaterThan(0)
})

test('every good file is read whole, so that the broken ones begin from something', async () => {
  for (const bytes of await goodFiles())
    expect(['thaw', 'csv', 'foreign']).toContain((await readFile(bytes, now)).kind)
})

test('a good file that ends anywhere', { timeout: 600_000 }, async () => {
  const slowest = { milliseconds: 0, about: '' }
  for (const [which, bytes] of (await goodFiles()).entries())
    for (let end = 0; end < bytes.length; end += many > 10_000 ? 1 : 5)
      await meet({ about: `good file ${which} up to ${end}`, bytes: bytes.subarray(0, end) }, end, slowest)
})
