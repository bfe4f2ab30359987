/** The list of History at length: page by page, read again when something changed, without drawing anew what did not. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createHistory } from '../../lib/app/history.ts'
import type { HistoryEntry } from '../../lib/core/history.ts'
import {
  entriesOf,
  historyNeeds,
  type OpenHistory,
  openHistory as open,
  type World,
} from '../support/history-world.ts'
import { pageWorld } from '../support/page-world.ts'

const start = Temporal.ZonedDateTime.from('2026-11-22T11:00[Europe/Berlin]')

/** So many check-ins, five hours apart, the newest first. */
const fill = async (world: World, count: number): Promise<readonly string[]> => {
  const ids: string[] = []
  for (let place = 0; place < count; place += 1)
    ids.push(await world.checkIn(start.subtract({ hours: 5 * place }).toString()))
  return ids
}

const idsOf = (history: Pick<OpenHistory, 'months'>) => entriesOf(history).map(({ id }) => id)

const readAll = async (history: OpenHistory) => {
  while (history.hasOlder.value) await history.older()
}

describe('a list that makes room for another', () => {
  /** The most entries that came or went in one stroke. */
  const largest = (lengths: readonly number[]): number =>
    Math.max(...lengths.slice(1).map((length, place) => Math.abs(length - (lengths[place] ?? 0))))

  const long = async () => {
    const world = pageWorld()
    const ids = await fill(world, 400)
    const history = await open(world)
    while (idsOf(history).length < 300) await history.older()
    const lengths: number[] = []
    history.months.subscribe(() => lengths.push(idsOf(history).length))
    return { world, ids: ids.slice(0, 300), history, lengths }
  }

  test('goes from its end and comes back from its top, never much of it at once, and reads nothing more', async () => {
    const { world, ids, history, lengths } = await long()
    const page = vi.spyOn(world.records, 'page')
    await history.setAside()
    expect(history.isAside.value).toBe(true)
    expect(idsOf(history)).toEqual(ids.slice(0, 12))
    expect(largest(lengths.splice(0))).toBeLessThanOrEqual(240)
    await history.older()
    const back = history.bringBack()
    expect(history.isAside.value).toBe(false)
    await history.older()
    await back
    expect(idsOf(history)).toEqual(ids)
    expect(history.hasOlder.value).toBe(true)
    expect(largest(lengths)).toBeLessThanOrEqual(25)
    expect(page).not.toHaveBeenCalled()
    await history.older()
    expect(idsOf(history)).toHaveLength(350)
  })

  test('comes back with its beginning alone in the first stroke', async () => {
    const world = pageWorld()
    const ids = await fill(world, 50)
    const drawn: number[] = []
    const pause = async () => void drawn.push(idsOf(history).length)
    const history = createHistory({ ...historyNeeds(world), pause })
    await history.load()
    await history.setAside()
    drawn.length = 0
    await history.bringBack()
    expect(drawn).toEqual([12, 37])
    expect(idsOf(history)).toEqual(ids)
  })

  test('is whole also where it came back while it went, and aside where it went while it came back', async () => {
    const { ids, history } = await long()
    const going = history.setAside()
    await history.bringBack()
    await going
    expect(history.isAside.value).toBe(false)
    expect(idsOf(history)).toEqual(ids)
    await history.setAside()
    const coming = history.bringBack()
    await history.setAside()
    await coming
    expect(history.isAside.value).toBe(true)
    expect(idsOf(history)).toEqual(ids.slice(0, 12))
    await history.bringBack()
    expect(idsOf(history)).toEqual(ids)
  })

  test('follows its records meanwhile, without coming back', async () => {
    const { world, ids, history } = await long()
    await history.setAside()
    const added = await world.checkIn(start.add({ hours: 1 }).toString())
    await history.load()
    expect(idsOf(history)).toEqual([added, ...ids.slice(0, 11)])
    await history.bringBack()
    expect(idsOf(history)).toEqual([added, ...ids])
  })
})

describe('older', () => {
  test('reads the next page alone, and appends it', async () => {
    const world = pageWorld()
    const ids = await fill(world, 170)
    const page = vi.spyOn(world.records, 'page')
    const history = await open(world)
    expect(idsOf(history)).toEqual(ids.slice(0, 50))
    page.mockClear()
    await history.older()
    expect(page.mock.calls).toEqual([
      ['checkIns', { limit: 51, before: expect.objectContaining({ id: ids[49] }) }],
    ])
    expect(idsOf(history)).toEqual(ids.slice(0, 100))
    await readAll(history)
    expect(idsOf(history)).toEqual(ids)
  })

  test('asked twice at once brings one page', async () => {
    const world = pageWorld()
    await fill(world, 170)
    const history = await open(world)
    await Promise.all([history.older(), history.older()])
    expect(idsOf(history)).toHaveLength(100)
  })

  test('leaves every day and every month alone that gets nothing', async () => {
    const world = pageWorld()
    await fill(world, 400)
    const history = await open(world)
    await history.older()
    const before = history.months.value ?? []
    await history.older()
    const after = history.months.value ?? []
    expect(after.length).toBeGreaterThan(before.length)
    for (const [place, month] of before.slice(0, -1).entries()) expect(after[place]).toBe(month)
    const days = (months: typeof before) => months.flatMap(month => month.days)
    for (const [place, day] of days(before).slice(0, -1).entries()) expect(days(after)[place]).toBe(day)
  })

  test('that fails says so, keeps what is there, and goes on when it is tried again', async () => {
    const world = pageWorld()
    const ids = await fill(world, 80)
    const history = await open(world)
    world.store.problem = { kind: 'failed', name: 'AbortError' }
    await history.older()
    expect(history.problem.value).toMatchObject({ doing: 'open' })
    expect(idsOf(history)).toEqual(ids.slice(0, 50))
    world.store.problem = null
    await history.tryAgain()
    expect(history.problem.value).toBeNull()
    await history.older()
    expect(idsOf(history)).toEqual(ids)
  })

  test('joins a pause with its check-in across the edge of a page, and shows one alone whose check-in is gone', async () => {
    const world = pageWorld()
    const ids = await fill(world, 60)
    const last = start.subtract({ hours: 5 * 50 })
    // Between the last check-in of the first page and the first of the second.
    const own = await world.session(last.add({ minutes: 1 }).toString(), { checkInId: ids[50] ?? '' })
    const orphan = await world.session(start.toString(), { checkInId: 'gone' })
    const history = await open(world)
    expect(idsOf(history)).not.toContain(own)
    expect(idsOf(history)).toContain(orphan)
    await history.older()
    expect(idsOf(history)).not.toContain(own)
    expect(entriesOf(history).find(({ id }) => id === ids[50])).toMatchObject({ sessions: [{ id: own }] })
  })
})

describe('a change', () => {
  test('draws again what it concerns, and nothing else', async () => {
    const world = pageWorld()
    const ids = await fill(world, 300)
    const history = await open(world)
    await readAll(history)
    const before = new Map(entriesOf(history).map(entry => [entry.id, entry]))
    const id = ids[120] ?? ''
    await world.records.save('checkIns', id, now => now && { ...now, note: 'from another page' })
    world.changes.announce('records')
    await vi.waitFor(() =>
      expect(entriesOf(history).find(entry => entry.id === id)).toMatchObject({
        checkIn: { note: 'from another page' },
      }),
    )
    const changed = entriesOf(history).filter(entry => entry !== before.get(entry.id))
    expect(changed.map(entry => entry.id)).toEqual([id])
  })

  test('that changes nothing here changes no value', async () => {
    const world = pageWorld()
    await fill(world, 120)
    const history = await open(world)
    await history.older()
    const before = history.months.value
    world.changes.announce('records')
    await history.load()
    expect(history.months.value).toBe(before)
  })

  test('elsewhere never shortens what was read', async () => {
    const world = pageWorld()
    const ids = await fill(world, 300)
    const history = await open(world)
    for (let page = 0; page < 3; page += 1) await history.older()
    for (const id of ids.slice(0, 60)) await world.records.remove('checkIns', id, Number.MAX_SAFE_INTEGER)
    await history.load()
    expect(idsOf(history)).toEqual(ids.slice(60, 200))
    // All that was read is gone, and a page stands there all the same.
    for (const id of ids.slice(60, 250)) await world.records.remove('checkIns', id, Number.MAX_SAFE_INTEGER)
    await history.load()
    expect(idsOf(history)).toEqual(ids.slice(250))
    expect(history.hasOlder.value).toBe(false)
  })

  test('any sequence of reading, adding, changing and deleting shows what a plain list would', async () => {
    const deed = fc.oneof(
      fc.constant({ kind: 'older' as const }),
      fc.record({ kind: fc.constant('add' as const), hours: fc.integer({ min: -40, max: 700 }) }),
      fc.record({ kind: fc.constant('remove' as const), place: fc.nat(200) }),
      fc.record({ kind: fc.constant('change' as const), place: fc.nat(200) }),
      fc.record({
        kind: fc.constant('move' as const),
        place: fc.nat(200),
        hours: fc.integer({ min: 0, max: 700 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async deeds => {
        const world = pageWorld('2026-11-22T12:00[Europe/Berlin]')
        await fill(world, 120)
        const history = await open(world)
        const all = async () => {
          const found = await world.records.page('checkIns', { limit: 10_000 })
          return found.ok ? found.value : []
        }
        for (const done of deeds) {
          const known = await all()
          const at = 'place' in done ? known[done.place % known.length] : undefined
          if (done.kind === 'older') await history.older()
          else if (done.kind === 'add') await world.checkIn(start.subtract({ hours: done.hours }).toString())
          else if (at && done.kind === 'remove')
            await world.records.remove('checkIns', at.id, Number.MAX_SAFE_INTEGER)
          else if (at && done.kind === 'change')
            await world.records.save('checkIns', at.id, now => now && { ...now, note: `${now.note}.` })
          else if (at && done.kind === 'move') {
            const moved = start.subtract({ hours: done.hours })
            await world.records.save(
              'checkIns',
              at.id,
              now =>
                now && {
                  ...now,
                  at: moved.epochMilliseconds,
                  day: moved.toPlainDate().toString(),
                },
            )
          }
          await history.load()
        }
        const shown = entriesOf(history)
        const wanted = await all()
        const said = (entry: HistoryEntry) => entry.kind === 'check-in' && [entry.id, entry.checkIn.updatedAt]
        // The newest, as many as were read, each once and as it stands.
        expect(new Set(shown.map(said).map(String))).toEqual(
          new Set(wanted.slice(0, shown.length).map(({ id, updatedAt }) => String([id, updatedAt]))),
        )
        expect(shown.length).toBeGreaterThanOrEqual(Math.min(50, wanted.length))
        expect(history.hasOlder.value).toBe(shown.length < wanted.length)
        await readAll(history)
        expect(idsOf(history).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe('odd records', () => {
  const isOn = (history: OpenHistory, id: string) =>
    (history.months.value ?? []).flatMap(({ month, days }) =>
      days.flatMap(({ day, entries }) => (entries.some(entry => entry.id === id) ? [[month, day]] : [])),
    )

  test('of an impossible day stand near the time that they were made at, under the day as it is', async () => {
    const world = pageWorld()
    const before = await world.checkIn('2026-11-20T09:00[Europe/Berlin]')
    const odd = await world.checkIn('2026-11-21T09:00[Europe/Berlin]', { day: '2026-02-30' })
    const other = await world.checkIn('2026-11-21T10:00[Europe/Berlin]', { day: '+012026-01-01' })
    const after = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    expect(idsOf(history)).toEqual([after, odd, other, before])
    expect(isOn(history, odd)).toEqual([['2026-11', '2026-02-30']])
    expect(isOn(history, other)).toEqual([['2026-11', '+012026-01-01']])
  })

  test('from the future stand first, and two hundred of a day stand in one', async () => {
    const world = pageWorld()
    const future = await world.checkIn('2031-01-01T09:00[Europe/Berlin]')
    for (let minute = 0; minute < 200; minute += 1)
      await world.checkIn(start.subtract({ minutes: minute }).toString())
    const history = await open(world)
    await readAll(history)
    expect(idsOf(history)[0]).toBe(future)
    expect(history.months.value?.[1]?.days).toHaveLength(1)
    expect(history.months.value?.[1]?.days[0]?.entries).toHaveLength(200)
  })

  test('of no zone and no known answer are read like any other', async () => {
    const world = pageWorld()
    const fields = {
      zone: 'Mars/Base',
      felt: 14 as never,
      words: [{ id: '?', guess: false }],
      tags: ['__proto__'],
    }
    const id = await world.checkIn('2026-11-21T09:00[Europe/Berlin]', fields)
    const history = await open(world)
    expect(entriesOf(history)).toMatchObject([{ id, zone: 'Mars/Base', felt: 14 }])
  })
})
