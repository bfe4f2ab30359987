import * as fc from 'fast-check'
import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import { dayRows, emptyDay } from '../../lib/core/days.ts'
import type { DayRow } from '../../lib/core/records.ts'
import { sameRow } from '../../lib/store/days-count.ts'
import { countedOf } from '../../lib/store/rows.ts'
import { problemIn, valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields, edited, noon, sessionFields } from '../contract/samples.ts'
import { row } from './arbitraries.ts'
import type { Dump, World } from './world.ts'
import { dump, load, newWorld } from './world.ts'

const day = 24 * 3_600_000
const whole = (checked: number, repaired: number) => ({ checked, repaired, whole: true })

/** What `days` must hold beside these rows, in the order of its keys. */
const rightDays = (rows: Dump): readonly DayRow[] =>
  dayRows(
    (['checkIns', 'sessions'] as const).flatMap(store =>
      (rows[store] ?? []).flatMap(each => countedOf(store, each as never) ?? []),
    ),
  )

const isRight = async ({ name }: World): Promise<void> => {
  const rows = await dump(name)
  expect(rows['days']).toEqual(rightDays(rows))
}

/** Changes `days` past Thaw's code. */
const damage = async ({ name }: World, rows: readonly unknown[], gone: readonly IDBValidKey[] = []) => {
  const raw = await openDB(name)
  for (const each of rows) await raw.put('days', each)
  for (const key of gone) await raw.delete('days', key)
  raw.close()
}

/** Five days, a check-in on each, and a session on the first. */
const fiveDays = async () => {
  const world = newWorld()
  const history = world.open()
  for (const number of [1, 2, 3, 4, 5])
    valueIn(
      await history.save('checkIns', testId(noon, number), () =>
        checkInFields(noon - number * day, { felt: 4, tags: ['a'] }),
      ),
    )
  valueIn(await history.save('sessions', testId(noon, 6), () => sessionFields(noon - day)))
  return { world, history }
}

const damages = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('gone' as const), at: fc.nat({ max: 20 }) }),
    fc.record({
      kind: fc.constant('altered' as const),
      at: fc.nat({ max: 20 }),
      change: fc.constantFrom<(row: DayRow) => unknown>(
        each => ({ ...each, checkIns: each.checkIns + 1 }),
        each => ({ ...each, sessions: Number.NaN }),
        each => ({ ...each, words: { ...each.words, extra: 1 } }),
        each => ({ ...each, tags: new Map() }),
        each => ({ ...each, scales: { ...each.scales, felt: { counts: { 11: 1 }, cantTell: 0 } } }),
        each => ({ ...each, scales: { ...each.scales, far: { counts: {}, cantTell: 9n } } }),
        ({ day }) => ({ day }),
        each => ({ ...each, what: undefined }),
        each => ({ ...each, scales: Object.assign([], each.scales) }),
      ),
    }),
    fc.record({
      kind: fc.constant('extra' as const),
      row: fc.constantFrom<unknown>(
        emptyDay('1999-12-31'),
        { ...emptyDay('2999-02-30'), checkIns: 3 },
        { day: '' },
        { day: 'zzz' },
        { day: 7 },
        { day: [] },
        { day: [1, 'a'], rubbish: true },
        { day: new Uint8Array([1]).buffer },
      ),
    }),
  ),
  { maxLength: 8 },
)

test('a row that is no day keeps nothing from being saved and is not shown; the check puts it right', async () => {
  const { world, history } = await fiveDays()
  const { day } = checkInFields(noon - 2 * 24 * 3_600_000)
  for (const rubbish of [
    { day },
    { day, scales: { felt: {} }, words: {}, tags: {} },
    { day, scales: null },
  ]) {
    await damage(world, [rubbish])
    const shown = valueIn(await history.days('0000-01-01', '9999-12-31'))
    expect(shown.map(each => each.day)).not.toContain(day)
    expect(shown).toHaveLength(4)
    valueIn(await history.save('checkIns', testId(noon, 2), edited({ note: 'said anew' })))
    valueIn(await history.checkDays({ insist: true }))
    await isRight(world)
  }
})

describe('the check of days', () => {
  test('puts right exactly the days that differ from whatever records there are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(row('checkIns'), { maxLength: 6, selector: each => each.id }),
        fc.uniqueArray(row('sessions'), { maxLength: 4, selector: each => each.id }),
        damages,
        async (checkIns, sessions, wounds) => {
          const world = newWorld()
          const right = rightDays({ checkIns, sessions })
          await load(world.name, { checkIns, sessions, days: right })
          const wounded = new Map<unknown, unknown>(right.map(each => [each.day, each]))
          for (const wound of wounds) {
            const at = wound.kind === 'extra' ? null : right[wound.at % Math.max(1, right.length)]
            if (wound.kind === 'gone' && at) {
              wounded.delete(at.day)
              await damage(world, [], [at.day])
            }
            if (wound.kind === 'altered' && at) {
              const altered = wound.change(at)
              wounded.set(at.day, altered)
              await damage(world, [altered])
            }
            if (wound.kind === 'extra') {
              wounded.set(JSON.stringify((wound.row as DayRow).day), wound.row)
              await damage(world, [wound.row])
            }
          }
          const missing = right.filter(each => !wounded.has(each.day)).length
          const differing = [...wounded.values()].filter(each => !right.includes(each as DayRow)).length

          const found = valueIn(await world.open().checkDays())
          expect(found.repaired).toBe(missing + differing)
          expect(found.whole).toBe(true)
          await isRight(world)
          expect(valueIn(await world.open().checkDays())).toEqual(whole(right.length, 0))
          await world.wipe()
        },
      ),
      { numRuns: 120 },
    )
  }, 60_000)

  test('the order of what a row holds is no difference', () => {
    const one = { ...emptyDay('2026-11-22'), words: { numb: 1, calm: 2 } }
    const other = Object.fromEntries(Object.entries({ ...one, words: { calm: 2, numb: 1 } }).reverse())
    expect(sameRow(one, other)).toBe(true)
    expect(sameRow(one, { ...other, words: { calm: 2 } })).toBe(false)
    expect(sameRow(one, null)).toBe(false)
    // A name that every object has by birth.
    expect(sameRow({ words: { constructor: 1 } }, { words: { numb: 1 } })).toBe(false)
  })

  test('an empty history has nothing to count', async () => {
    const world = newWorld()
    expect(valueIn(await world.open().checkDays())).toEqual(whole(0, 0))
  })

  test('builds everything again from nothing', async () => {
    const { world, history } = await fiveDays()
    const raw = await openDB(world.name)
    await raw.clear('days')
    raw.close()
    expect(valueIn(await history.checkDays({ insist: true }))).toEqual(whole(5, 5))
    await isRight(world)
  })

  test('reads more rows than fit into one batch, telling how far it is', async () => {
    const world = newWorld()
    const checkIns = Array.from({ length: 1_203 }, (_, number) => ({
      ...checkInFields(noon - (number % 700) * day, { felt: 3 }),
      id: testId(noon, number),
      updatedAt: noon,
      origin: 'own',
    }))
    await load(world.name, { checkIns })
    const heard: (readonly [number, number])[] = []
    const onProgress = (done: number, of: number) => void heard.push([done, of])
    expect(valueIn(await world.open().checkDays({ onProgress }))).toEqual(whole(700, 700))
    expect(heard.map(([, of]) => of)).toEqual(heard.map(() => 1_203))
    expect(heard.map(([done]) => done)).toEqual([500, 1_000, 1_203, 1_203, 1_203])
    await isRight(world)
    expect(valueIn(await world.open().checkDays())).toEqual(whole(700, 0))
  }, 30_000)

  test('stopped, it leaves the rest for another time', async () => {
    const { world, history } = await fiveDays()
    await damage(world, [{ day: '2026-11-21' }, { day: 'zzz' }])
    const before = await dump(world.name)
    const stop = new AbortController()
    const onProgress = () => stop.abort()
    const stopped = valueIn(await history.checkDays({ onProgress, signal: stop.signal }))
    expect(stopped).toEqual({ checked: 0, repaired: 0, whole: false })
    expect(await dump(world.name)).toEqual(before)
    expect(valueIn(await history.checkDays())).toEqual(whole(6, 2))
    await isRight(world)
  })

  test('stopped between two repairs, it says what was put right', async () => {
    const world = newWorld()
    const days = Array.from({ length: 250 }, (_, number) => ({ day: `extra-${number}` }))
    await load(world.name, { days })
    const stop = new AbortController()
    let turns = 0
    const history = world.open({
      locks: {
        exclusive: (name, work) => {
          turns += 1
          if (turns === 2) stop.abort()
          return world.locks.exclusive(name, work)
        },
      },
    })
    const stopped = valueIn(await history.checkDays({ signal: stop.signal }))
    expect(stopped).toEqual({ checked: 250, repaired: 200, whole: false })
    expect(valueIn(await history.checkDays())).toEqual(whole(50, 50))
  })

  test('what the browser refuses is a problem, and can be tried again', async () => {
    const { world, history } = await fiveDays()
    await damage(world, [{ day: 'zzz' }])
    const refusing = world.open({
      locks: {
        exclusive: async () => {
          throw new DOMException('', 'TimeoutError')
        },
      },
    })
    expect(problemIn(await refusing.checkDays())).toEqual({ kind: 'failed', name: 'TimeoutError' })
    expect(valueIn(await history.checkDays())).toEqual(whole(6, 1))
  })

  test('a database that is closed in the middle is opened again', async () => {
    const { world, history } = await fiveDays()
    await damage(world, [{ day: 'zzz' }])
    let closed = false
    const pause = async () => {
      if (!closed) await history.close()
      closed = true
    }
    expect(valueIn(await history.checkDays({ pause }))).toEqual(whole(6, 1))
  })
})

describe('the check of days beside writers', () => {
  /** Two pages, a damaged day, and what another page does at the n-th of the check's pauses. */
  const beside = async (doing: (number: number, world: World) => Promise<unknown>, insist = false) => {
    const { world, history } = await fiveDays()
    await damage(world, [{ ...emptyDay('2026-11-21'), checkIns: 7 }, { day: 'zzz' }], ['2026-11-20'])
    let pauses = 0
    const pause = async () => {
      pauses += 1
      await doing(pauses, world)
    }
    const found = valueIn(await history.checkDays({ pause, insist }))
    return { world, history, found, pauses }
  }

  test.each([1, 2, 3])('a record written at pause %i is neither lost nor counted twice', async when => {
    const { world, found, pauses } = await beside(async (number, { open }) => {
      if (number !== when) return
      // To a day that was read, to one that is damaged, and away from one.
      const other = open()
      valueIn(await other.save('checkIns', testId(noon, 1), edited({ felt: 9 })))
      valueIn(await other.save('checkIns', testId(noon, 9), () => checkInFields(noon - 2 * day, { felt: 1 })))
      valueIn(await other.save('checkIns', testId(noon, 3), edited(checkInFields(noon - 20 * day))))
      valueIn(await other.remove('sessions', testId(noon, 6), noon + 10_000))
    })
    expect(found.whole).toBe(true)
    expect(pauses).toBe(6)
    await isRight(world)
  })

  test('what is written between reading and repairing is not undone', async () => {
    const { world, history } = await fiveDays()
    await damage(world, [{ ...emptyDay('2026-11-21'), checkIns: 7 }])
    const other = world.open()
    let turns = 0
    const late = world.open({
      locks: {
        exclusive: async (name, work) => {
          turns += 1
          // A writer that was first in the queue.
          if (turns === 1) valueIn(await other.save('checkIns', testId(noon, 1), edited({ felt: 9 })))
          return world.locks.exclusive(name, work)
        },
      },
    })
    expect(valueIn(await late.checkDays())).toEqual(whole(5, 1))
    expect(turns).toBe(2)
    await isRight(world)
    expect(valueIn(await history.get('checkIns', testId(noon, 1)))?.felt).toBe(9)
  })

  test('a record that is written meanwhile hides no difference', async () => {
    const { world, history } = await fiveDays()
    await damage(world, [], ['2026-11-20'])
    let pauses = 0
    const pause = async () => {
      pauses += 1
      // After this the damaged row says what the records said when they were read.
      const twin = checkInFields(noon - 2 * day, { felt: 4, tags: ['a'] })
      if (pauses === 1) valueIn(await world.open().save('checkIns', testId(noon, 9), () => twin))
    }
    expect(valueIn(await history.checkDays({ pause }))).toEqual(whole(5, 1))
    await isRight(world)
  })

  const writeAlways = async (number: number, { open }: World): Promise<void> =>
    void valueIn(await open().save('checkIns', testId(noon, 100 + number), () => checkInFields(noon - day)))

  test('where somebody writes all the time it ends, says that it is not whole, and undoes nothing', async () => {
    const { world, found, history } = await beside(writeAlways)
    expect(found.whole).toBe(false)
    expect(valueIn(await history.all('checkIns'))).toHaveLength(5 + 9)
    expect(valueIn(await history.checkDays())).toMatchObject({ whole: true })
    await isRight(world)
  })

  test('where somebody writes all the time it insists when it is asked to', async () => {
    const { world, found } = await beside(writeAlways, true)
    expect(found).toEqual(whole(6, 3))
    await isRight(world)
  })

  test('writers that come while it insists wait for it, and count on from the right rows', async () => {
    const { world } = await fiveDays()
    await damage(world, [{ ...emptyDay('2026-11-21'), checkIns: 7 }])
    const [history, other] = [world.open(), world.open()]
    valueIn(await other.all('checkIns'))
    const writes: Promise<unknown>[] = []
    let pauses = 0
    const found = await history.checkDays({
      insist: true,
      pause: () => writeAlways(++pauses, world),
      // The last rounds have no pauses.
      onProgress: () => {
        if (pauses < 9) return
        const id = testId(noon, 200 + writes.length)
        writes.push(other.save('checkIns', id, () => checkInFields(noon - day)))
      },
    })
    expect(valueIn(found).whole).toBe(true)
    expect(writes.length).toBeGreaterThan(1)
    await Promise.all(writes)
    await isRight(world)
  })

  test.each([10, 12])('stopped at step %i, while it insists, it changes nothing', async step => {
    const stop = new AbortController()
    const { world, history } = await fiveDays()
    await damage(world, [{ day: 'zzz' }])
    let [pauses, steps] = [0, 0]
    const ask = {
      insist: true,
      signal: stop.signal,
      pause: () => writeAlways(++pauses, world),
      onProgress: () => {
        if (++steps === step) stop.abort()
      },
    }
    expect(valueIn(await history.checkDays(ask))).toEqual({ checked: 6, repaired: 0, whole: false })
    expect([pauses, steps]).toEqual([9, step])
    expect(valueIn(await history.checkDays())).toEqual(whole(6, 1))
  })

  test('two checks at once put right everything once', async () => {
    const { world } = await fiveDays()
    await damage(world, [{ ...emptyDay('2026-11-21'), checkIns: 7 }, { day: 'zzz' }], ['2026-11-20'])
    const found = await Promise.all([world.open().checkDays(), world.open().checkDays({ insist: true })])
    expect(found.map(valueIn).map(each => each.whole)).toEqual([true, true])
    expect(found.map(valueIn).reduce((sum, each) => sum + each.repaired, 0)).toBe(3)
    await isRight(world)
  })
})
