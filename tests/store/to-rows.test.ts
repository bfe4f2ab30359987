import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ForeignEntry, ForeignRead, ForeignTime } from '../../lib/core/foreign.ts'
import { canonicalJson, type Row, winner } from '../../lib/core/merge.ts'
import type { CheckIn, OwnTag, Step } from '../../lib/core/records.ts'
import { hour } from '../../lib/core/time.ts'
import { makeRows } from '../../lib/store/formats/make-rows.ts'
import { readFile } from '../../lib/store/formats/recognise.ts'
import { sha256 } from '../../lib/store/formats/sha256.ts'
import { type RowChoices, tagKey, toRows } from '../../lib/store/formats/to-rows.ts'
import { validRow } from '../../lib/store/valid-rows.ts'
import { noon } from '../contract/samples.ts'
import { bytesOf, foreignFile, foreignFiles } from '../support/foreign-files.ts'

const entry = (time: ForeignTime, more: Partial<ForeignEntry> = {}): ForeignEntry => ({
  line: 2,
  time,
  mood: null,
  note: '',
  tags: [],
  raw: {},
  ...more,
})

const foreign = (...entries: ForeignEntry[]): ForeignRead => ({
  format: 'daylio-csv',
  entries,
  moods: [],
  unreadable: [],
})

const choices = (more: Partial<RowChoices> = {}): RowChoices => ({
  moods: new Map<string, Step | null>([
    ['rad', 4],
    ['meh', null],
  ]),
  zone: 'Europe/Berlin',
  now: noon,
  ...more,
})

const checkInsOf = (read: ForeignRead, chosen = choices()) =>
  toRows(read, chosen).rows.flatMap(({ store, row }) => (store === 'checkIns' ? [row as CheckIn] : []))

const one = (time: ForeignTime, chosen = choices(), more: Partial<ForeignEntry> = {}) => {
  const [made] = checkInsOf(foreign(entry(time, more)), chosen)
  if (made === undefined) throw new Error('No check-in was made')
  return made
}

const wall = (day: string, hour: number, minute = 0): ForeignTime => ({
  kind: 'wall',
  day,
  minute: hour * 60 + minute,
})

const lived = ({ at, zone, day }: CheckIn) => ({
  at: Temporal.Instant.fromEpochMilliseconds(at).toString(),
  zone,
  day,
})

describe('the time', () => {
  test('of the clock on the wall is that of the chosen zone', () => {
    expect(lived(one(wall('2024-05-18', 8, 30)))).toEqual({
      at: '2024-05-18T06:30:00Z',
      zone: 'Europe/Berlin',
      day: '2024-05-18',
    })
  })

  test('in an hour that the clocks leapt over is the one after it', () => {
    expect(lived(one(wall('2024-03-31', 2, 30)))).toMatchObject({ at: '2024-03-31T01:30:00Z' })
  })

  test('in an hour that they showed twice is the first of the two', () => {
    expect(lived(one(wall('2024-10-27', 2, 30)))).toMatchObject({ at: '2024-10-27T00:30:00Z' })
  })

  test('on a day that a zone left out is on the day after', () => {
    // Samoa had no 30 December 2011.
    expect(lived(one(wall('2011-12-30', 9), choices({ zone: 'Pacific/Apia' })))).toEqual({
      at: '2011-12-30T19:00:00Z',
      zone: 'Pacific/Apia',
      day: '2011-12-31',
    })
  })

  test('with the offset of the chosen zone was lived there, with any other at that offset', () => {
    const at = Temporal.Instant.from('2024-05-18T23:30Z').epochMilliseconds
    const here = one({ kind: 'instant', at, offset: 120 })
    expect(lived(here)).toMatchObject({ zone: 'Europe/Berlin', day: '2024-05-19' })
    const there = one({ kind: 'instant', at, offset: -570 })
    expect(lived(there)).toMatchObject({ zone: '-09:30', day: '2024-05-18' })
    expect(there.at).toBe(at)
    expect(lived(one({ kind: 'instant', at, offset: null }))).toMatchObject({ zone: 'Europe/Berlin' })
  })

  test('of a day alone is that day, and says that no more is known', () => {
    const made = one({ kind: 'day', day: '2024-05-18' })
    expect(lived(made)).toMatchObject({ at: '2024-05-18T10:00:00Z', day: '2024-05-18' })
    expect(made.precision).toBe('day')
    expect(one(wall('2024-05-18', 8)).precision).toBe('minute')
  })

  test('more than a day ahead is refused', () => {
    const read = foreign(entry(wall('2026-11-23', 11)), entry(wall('2026-11-23', 13), { line: 9 }))
    const { rows, unreadable } = toRows(read, choices())
    expect(rows).toHaveLength(1)
    expect(unreadable).toEqual([{ line: 9, reason: 'out-of-range', field: 'date' }])
  })
})

describe('what a mood comes to', () => {
  test('is what was confirmed, in `pleasant` alone', () => {
    const moods = ['rad', 'meh', 'unknown', null].map(mood => one(wall('2024-05-18', 8), choices(), { mood }))
    expect(moods.map(({ pleasant }) => pleasant)).toEqual([4, null, null, null])
    for (const made of moods)
      expect(made).toMatchObject({
        felt: null,
        far: null,
        energy: null,
        cantTell: [],
        words: [],
        meaning: null,
      })
  })

  test('and where it came from is said', () => {
    expect(one(wall('2024-05-18', 8), choices(), { raw: { mood: 'rad' } })).toMatchObject({
      source: 'import:daylio-csv',
      origin: expect.stringMatching(/^import:./),
      raw: { mood: 'rad' },
      nudgeId: null,
    })
  })
})

describe('names', () => {
  const tagsOf = (read: ForeignRead, chosen = choices()) =>
    toRows(read, chosen).rows.flatMap(({ store, row }) => (store === 'tags' ? [row as OwnTag] : []))

  test('become tags of the person’s own, each once', () => {
    const read = foreign(
      entry(wall('2024-05-18', 8), { tags: ['Family', 'good sleep', 'FAMILY '] }),
      entry(wall('2024-05-19', 8), { tags: ['family'] }),
    )
    const tags = tagsOf(read)
    expect(tags.map(({ label }) => label)).toEqual(['Family', 'good sleep'])
    const [first, second] = checkInsOf(read)
    expect(first?.tags).toEqual(tags.map(({ id }) => id))
    expect(second?.tags).toEqual([tags[0]?.id])
  })

  test('are the tag that is called so already', () => {
    const read = foreign(entry(wall('2024-05-18', 8), { tags: ['Work', 'Family'] }))
    const chosen = choices({ tags: new Map([[tagKey(' work'), 'work']]) })
    expect(tagsOf(read, chosen).map(({ label }) => label)).toEqual(['Family'])
    expect(checkInsOf(read, chosen)[0]?.tags[0]).toBe('work')
  })

  test('that are too long for a tag are kept beside the rest', () => {
    const long = 'x'.repeat(61)
    const made = one(wall('2024-05-18', 8), choices(), { tags: [long, '\u200b'], raw: { mood: 'rad' } })
    expect(made.tags).toEqual([])
    expect(made.raw).toEqual({ mood: 'rad', names: [long, '\u200b'] })
  })

  test('take the place of no field that the file itself has', () => {
    const long = 'x'.repeat(61)
    const raw = { names: 'Ada', 'names+': 1 }
    const made = one(wall('2024-05-18', 8), choices(), { tags: [long], raw })
    expect(made.raw).toEqual({ ...raw, 'names++': [long] })
  })
})

describe('brought in again', () => {
  const morning = noon - 3 * hour
  const reads = async () =>
    Promise.all(
      foreignFiles.map(async name => {
        const read = await readFile(foreignFile(name), noon)
        if (read.kind !== 'foreign') throw new Error(`${name} is read as ${read.kind}`)
        return read.read
      }),
    )

  test('a file gives the same rows whenever it is', async () => {
    for (const read of await reads()) {
      const later = choices({ now: noon + 90 * 24 * 3_600_000 })
      expect(toRows(read, later).rows).toEqual(toRows(read, choices()).rows)
    }
  })

  test('other choices make other records of the same ids, of which all or none are the better', async () => {
    for (const read of await reads()) {
      const moods = new Map<string, Step | null>(read.moods.map(({ key, suggested }) => [key, suggested]))
      const turned = new Map<string, Step | null>([...moods].map(([key]) => [key, -4]))
      const before = checkInsOf(read, choices({ moods }))
      const after = checkInsOf(read, choices({ moods: turned }))
      expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
      const better = before.map((row, place) => winner(row, after[place] ?? row) === row)
      expect(new Set(better).size).toBeLessThanOrEqual(1)
    }
  })

  test('another zone makes no second record', () => {
    const read = foreign(entry(wall('2024-05-18', 8)), entry({ kind: 'day', day: '2024-05-18' }))
    expect(checkInsOf(read, choices({ zone: 'Asia/Tokyo' })).map(({ id }) => id)).toEqual(
      checkInsOf(read).map(({ id }) => id),
    )
  })

  test('a longer file has the same ids for what was in the shorter one', () => {
    const shared = [entry(wall('2024-05-18', 8), { note: 'a' }), entry(wall('2024-05-17', 8), { note: 'b' })]
    const longer = checkInsOf(foreign(entry(wall('2024-05-19', 8)), ...shared)).map(({ id }) => id)
    expect(longer.slice(1)).toEqual(checkInsOf(foreign(...shared)).map(({ id }) => id))
  })

  test('entries that are alike are as many as they are', () => {
    const alike = entry(wall('2024-05-18', 8), { note: 'a' })
    const ids = checkInsOf(foreign(alike, alike, alike)).map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
  })

  test.each<{ when: string; time: ForeignTime }>([
    { when: 'long past', time: wall('2024-05-18', 8) },
    { when: 'of this day, whatever its hour', time: { kind: 'day', day: '2026-11-22' } },
    { when: 'ahead of the clock', time: wall('2026-11-23', 8) },
  ])('what was changed or deleted since the first time stands: an entry $when', ({ time }) => {
    const first = choices({ now: morning })
    const changed = morning + 300_000
    const made = one(time, first)
    const again = one(time, choices({ now: morning + 48 * hour }))
    expect(again).toEqual(made)
    const edited = { ...made, note: 'mine', updatedAt: changed }
    expect(winner(edited, again)).toBe(edited)
    const gone: Row<'checkIns'> = { id: made.id, updatedAt: changed, origin: made.origin, deletedAt: changed }
    expect(winner<Row<'checkIns'>>(gone, again)).toBe(gone)
  })

  test('what came with the time of its entry, or of its import, stands as it came', () => {
    // As records came before; the offset of the zone and the clock of that day decided which.
    for (const time of [wall('2024-05-18', 8), { kind: 'day', day: '2026-11-22' }] as const)
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
        const made = one(time, choices({ zone, now: morning }))
        const before = { ...made, updatedAt: Math.min(made.at, morning) }
        expect(winner(before, one(time, choices()))).toBe(before)
      }
  })
})

test('ids are UUIDs of version 7 that sort by the time in the file', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: noon }), { minLength: 2, maxLength: 20 }), moments => {
      const read = foreign(...moments.map(at => entry({ kind: 'instant', at, offset: null })))
      const made = checkInsOf(read)
      for (const { id } of made)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      const sorted = made.toSorted((first, second) => (first.id < second.id ? -1 : 1)).map(({ at }) => at)
      expect(sorted).toEqual(moments.toSorted((first, second) => first - second))
    }),
  )
})

test('every row is one that the store takes as it is', async () => {
  for (const name of foreignFiles) {
    const read = await readFile(foreignFile(name), noon)
    if (read.kind !== 'foreign') throw new Error(name)
    for (const { store, row } of toRows(read.read, choices()).rows)
      expect(canonicalJson(validRow(store, row))).toBe(canonicalJson(row))
  }
})

test('made in slices, it is the same, and it stops when asked to', async () => {
  const lines = Array.from({ length: 1_000 }, (_, at) => `2024-05-18,x,x,${at % 24}:00,rad,"a | b",,n${at}`)
  const file = `full_date,date,weekday,time,mood,activities,note_title,note\n${lines.join('\n')}`
  const read = await readFile(bytesOf(file), noon)
  if (read.kind !== 'foreign') throw new Error(read.kind)
  let pauses = 0
  const whole = await makeRows(read.read, choices(), {
    pause: async () => {
      pauses += 1
    },
  })
  expect(whole).toEqual(toRows(read.read, choices()))
  expect(pauses).toBeGreaterThan(2)
  const stopping = new AbortController()
  const stopped = makeRows(read.read, choices(), {
    signal: stopping.signal,
    pause: async () => stopping.abort(),
  })
  expect(await stopped).toBeNull()
})

test('the hash is SHA-256', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect([...sha256(bytes)]).toEqual([...createHash('sha256').update(bytes).digest()])
    }),
  )
})
