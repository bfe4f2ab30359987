/** The page model of Patterns on a history in memory: from ten check-ins on, as it changes, and with claims decided once a week. */
import { expect, test, vi } from 'vitest'
import { firstCard } from '../../lib/app/first-card.ts'
import type { MakePatterns } from '../../lib/app/pattern-cards.ts'
import { createPatterns, longHistory, wishesOf } from '../../lib/app/patterns.ts'
import { subjects } from '../../lib/core/insight/card.ts'
import type { Claims } from '../../lib/core/insight/claims.ts'
import type { Felt } from '../../lib/core/records.ts'
import { memorySlot } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'
import { workHere } from '../support/pattern-worker.ts'

const failed = { kind: 'failed', name: 'TestError' } as const

const open = (
  make: MakePatterns = workHere,
  readWishes = async () => wishesOf({ goal: 'more', compare: true }),
  loads = true,
) => {
  const world = pageWorld()
  const claims = memorySlot<Claims>()
  const spied = vi.fn<MakePatterns>(make)
  const makeFirst = vi.fn(firstCard)
  const model = createPatterns({
    ...world,
    claims,
    hemisphere: 'north',
    readWishes,
    make: spied,
    loadFirst: async () => {
      if (!loads) throw new Error('The files are gone')
      return makeFirst
    },
    pause: async () => {},
  })
  const checkIns = async (count: number, from = 1) => {
    for (let day = from; day < from + count; day += 1)
      await world.checkIn(`2026-10-${String(day).padStart(2, '0')}T09:00[Europe/Berlin]`, {
        felt: (day % 8) as Felt,
        tags: ['work'],
        note: 'a secret note',
      })
  }
  /** Every reading that is under way has ended. */
  const settled = () => vi.waitUntil(() => !model.working.value && model.checkIns.value !== null)
  return { ...world, model, make: spied, makeFirst, claims, checkIns, settled }
}

test('below ten check-ins nothing but their number is read', async () => {
  const { model, make, checkIns, settled } = open()
  await checkIns(9)
  model.watch()
  await settled()
  expect(model.checkIns.value).toBe(9)
  expect(model.enough.value).toBe(false)
  expect(model.cards.value).toEqual([])
  expect(make).not.toHaveBeenCalled()
})

test('where there is too little, the way to one more leads to a check-in', () => {
  const { model, openCheckIn } = open()
  model.checkIn()
  expect(openCheckIn).toHaveBeenCalledOnce()
})

test('from ten on every card is there, in the order of the page', async () => {
  const { model, checkIns, checkIn, settled } = open()
  await checkIns(9)
  await checkIn('2026-11-01T21:00[Europe/Berlin]', { felt: 2, meaning: 'shelter' })
  model.watch()
  await settled()
  expect(model.enough.value).toBe(true)
  expect(model.cards.value.map(({ subject }) => subject)).toEqual([...subjects])
  expect(model.cards.value[0]?.n).toBe(10)
  expect(model.meaning.value?.said).toBe(1)
})

test('nothing that was written goes to where the cards are made', async () => {
  const went: unknown[] = []
  const { model, checkIns, settled } = open((read, take, signal) =>
    workHere(
      async hand => {
        const given = await read(part => {
          went.push(part)
          hand(part)
        })
        went.push(given)
        return given
      },
      take,
      signal,
    ),
  )
  await checkIns(12)
  model.watch()
  await settled()
  expect(JSON.stringify(went)).toContain('work')
  expect(JSON.stringify(went)).not.toContain('secret')
})

test('a change of the history shows, as long as somebody looks', async () => {
  const { model, make, changes, checkIns, settled } = open()
  await checkIns(10)
  const leave = model.watch()
  await settled()
  await checkIns(2, 20)
  changes.announce('records')
  await settled()
  expect(model.cards.value[0]?.n).toBe(12)
  leave()
  const asked = make.mock.calls.length
  changes.announce('records')
  await settled()
  expect(make.mock.calls.length).toBe(asked)
})

test('what is being worked out when the history changes is stopped', async () => {
  const stopped: AbortSignal[] = []
  let ends = () => {}
  const { model, changes, checkIns, settled } = open((read, take, signal) => {
    stopped.push(signal)
    if (stopped.length > 1) return workHere(read, take, signal)
    return new Promise(resolve => {
      signal.addEventListener('abort', () => resolve(null))
      ends = () => resolve(null)
    })
  })
  await checkIns(10)
  model.watch()
  await vi.waitUntil(() => stopped.length === 1)
  changes.announce('records')
  expect(stopped[0]?.aborted).toBe(true)
  ends()
  await vi.waitUntil(() => model.cards.value.length === subjects.length)
  await settled()
  expect(model.problem.value).toBeNull()
})

test('a history that cannot be read is told, and read again', async () => {
  const { model, store, checkIns, settled } = open()
  await checkIns(10)
  store.problem = failed
  model.watch()
  await vi.waitUntil(() => model.problem.value !== null)
  expect(model.cards.value).toEqual([])
  store.problem = null
  await model.tryAgain()
  await settled()
  expect(model.problem.value).toBeNull()
  expect(model.cards.value).toHaveLength(subjects.length)
})

test('work that fails is told, and what was found before stays', async () => {
  const state = { fails: false }
  const { model, checkIns, settled } = open((read, take, signal) => {
    if (state.fails) throw new DOMException('no worker', 'NotFoundError')
    return workHere(read, take, signal)
  })
  await checkIns(10)
  model.watch()
  await settled()
  state.fails = true
  await model.tryAgain()
  expect(model.problem.value).toEqual({ kind: 'failed', name: 'NotFoundError' })
  expect(model.cards.value).toHaveLength(subjects.length)
})

test('claims are decided once a week at most, and kept', async () => {
  const { model, clock, claims, checkIns, settled } = open()
  await checkIns(12)
  model.watch()
  await settled()
  const first = (await claims.read())?.decidedOn
  expect(first).toBeTypeOf('number')
  clock.advance(6 * 86_400_000)
  await model.tryAgain()
  expect((await claims.read())?.decidedOn).toBe(first)
  clock.advance(86_400_000)
  await model.tryAgain()
  expect((await claims.read())?.decidedOn).toBe((first ?? 0) + 7)
})

test('of a long history the first card comes before any record is read, and is the one that comes with the others', async () => {
  const { model, makeFirst, checkIn, checkIns, settled, records } = open()
  const read = vi.spyOn(records, 'made')
  await checkIns(20)
  await checkIn('2026-10-25T09:00[Europe/Berlin]', { cantTell: ['felt'] })
  for (let more = 21; more < longHistory; more += 1)
    await checkIn('2026-10-26T09:00[Europe/Berlin]', { felt: more % 9 === 0 ? null : ((more % 11) as Felt) })
  model.watch()
  await settled()
  const first = makeFirst.mock.results[0]?.value
  const [began, reading] = [makeFirst, read].map(({ mock }) => mock.invocationCallOrder[0] ?? 0)
  expect(began).toBeLessThan(reading ?? 0)
  expect(first?.subject).toBe('weekday')
  expect(model.cards.value.find(({ subject }) => subject === 'weekday')).toEqual(first)
  await model.tryAgain()
  expect(makeFirst).toHaveBeenCalledTimes(1)
})

test('a first card that cannot be brought keeps none of the others', async () => {
  const { model, makeFirst, checkIns, checkIn, settled } = open(undefined, undefined, false)
  await checkIns(20)
  for (let more = 20; more < longHistory; more += 1)
    await checkIn('2026-10-26T09:00[Europe/Berlin]', { felt: 3 })
  model.watch()
  await settled()
  expect(makeFirst).not.toHaveBeenCalled()
  expect(model.problem.value).toBeNull()
  expect(model.cards.value).toHaveLength(subjects.length)
})

test('pauses are compared with quiet ones once chance has decided between them, and for what they are for', async () => {
  const { model, session, checkIns, settled } = open()
  await checkIns(12)
  const run = (pauseId: string, day: number, after: Felt, comparable: object) =>
    session(`2026-10-${String(day).padStart(2, '0')}T10:00[Europe/Berlin]`, {
      ...{ pauseId, before: 3, after, probability: 0.5, ...comparable },
    })
  const pauses = () => model.cards.value.find(({ subject }) => subject === 'pauses')
  for (let day = 1; day < 25; day += 1)
    await run(day % 2 ? 'look-up' : 'quiet-pause', day, (day % 7) as Felt, {})
  model.watch()
  await settled()
  expect(pauses()?.groups.some(({ against }) => against !== null)).toBe(false)
  for (let day = 1; day < 25; day += 1)
    await run(day % 2 ? 'look-up' : 'quiet-pause', day, (day % 7) as Felt, { comparable: true })
  await model.tryAgain()
  expect(pauses()?.groups.find(({ id }) => id === 'kind-out')?.against?.n).toBe(12)
  expect(model.aim.value).toBe('felt')
})

test('winter is where most days were lived, wherever the page is looked at', async () => {
  const { model, checkIn, checkIns, settled } = open()
  await checkIns(4)
  const south = Array.from({ length: 6 }, (_, at) => `2026-07-0${at + 1}T09:00[Australia/Sydney]`)
  for (const at of south) await checkIn(at, { felt: 3 })
  model.watch()
  await settled()
  expect(model.hemisphere.value).toBe('south')
  const season = model.cards.value.find(({ subject }) => subject === 'season')
  expect(season?.groups.find(({ id }) => id === 'winter-2026')?.n).toBe(6)
  for (let day = 10; day < 13; day += 1) await checkIn(`2026-10-${day}T23:00[Europe/Berlin]`, { felt: 3 })
  await model.tryAgain()
  expect(model.hemisphere.value).toBe('north')
})

test('what pauses are looked at for becomes another with their card, so that no card is worded for another', async () => {
  const goals = ['more', 'lighter'] as const
  let reads = 0
  const { model, checkIns, settled } = open(undefined, async () => {
    reads += 1
    return wishesOf({ goal: goals[reads - 1] ?? null, compare: true })
  })
  await checkIns(10)
  model.watch()
  await settled()
  const pauses = () => model.cards.value.find(({ subject }) => subject === 'pauses')
  const before = pauses()
  const told: boolean[] = []
  model.aim.subscribe(aim => told.push(aim === 'lighter' && pauses() === before))
  await model.tryAgain()
  expect(model.aim.value).toBe('lighter')
  expect(told).toEqual([false, false])
})
