/** History as its screen sees it: read by page, edited in place, deleted with a way back. */
import { effect } from '@preact/signals'
import { describe, expect, test, vi } from 'vitest'
import { readRemoval } from '../../lib/app/removal.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { fail } from '../../lib/core/result.ts'
import { minute } from '../../lib/core/time.ts'
import { entriesOf, openHistory as open, type World } from '../support/history-world.ts'
import { pageWorld } from '../support/page-world.ts'

const kept = async (world: World, id: string): Promise<CheckIn> => {
  const found = await world.records.get('checkIns', id)
  if (!found.ok || !found.value) throw new Error('no such check-in')
  return found.value
}

const edit = async (world: World, fields: Partial<CheckIn> = {}) => {
  const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]', fields)
  const history = await open(world)
  await history.editing.start(await kept(world, id))
  return { id, history, editing: history.editing }
}

describe('what is still to come', () => {
  const night = '2026-11-22T23:40[Europe/Berlin]'
  /** Draws an entry by the clock of the page, as its row does; gives back how long it is until it is drawn again, and what it saw. */
  const drawn = async (checkIns: readonly string[]) => {
    const world = pageWorld(night)
    for (const at of checkIns) await world.checkIn(at)
    const history = await open(world)
    const seen: string[] = []
    for (const entry of entriesOf(history))
      effect(() => {
        const { at } = history.now(entry)
        seen.push(entry.at > at ? 'to come' : 'past')
      })
    return { world, seen }
  }

  test('is drawn again when its time is there, and what is past is not', async () => {
    const { world, seen } = await drawn([
      '2026-11-22T23:50[Europe/Berlin]',
      '2026-11-22T23:00[Europe/Berlin]',
    ])
    expect(seen).toEqual(['to come', 'past'])
    expect(world.timers.lengths()).toEqual([10 * minute])
    world.clock.advance(10 * minute)
    world.timers.ring()
    expect(seen).toEqual(['to come', 'past', 'past'])
    expect(world.timers.lengths()).toEqual([])
  })

  test('is looked at again at midnight, however far away it is', async () => {
    const { world, seen } = await drawn([
      '2026-11-23T00:30[Europe/Berlin]',
      '2199-01-01T00:00[Europe/Berlin]',
    ])
    expect(world.timers.lengths()).toEqual([20 * minute])
    world.clock.advance(20 * minute)
    world.timers.ring()
    expect(seen).toEqual(['to come', 'to come', 'to come', 'to come'])
    expect(world.timers.lengths()).toEqual([30 * minute])
  })
})

describe('reading', () => {
  test('groups by month and day, newest first', async () => {
    const world = pageWorld()
    const oldest = await world.checkIn('2026-10-31T23:00[Europe/Berlin]')
    const first = await world.checkIn('2026-11-01T08:00[Europe/Berlin]')
    const second = await world.checkIn('2026-11-01T20:00[Europe/Berlin]')
    const history = await open(world)
    expect(history.months.value?.map(({ month }) => month)).toEqual(['2026-11', '2026-10'])
    expect(history.months.value?.[0]?.days.map(({ day }) => day)).toEqual(['2026-11-01'])
    expect(entriesOf(history).map(({ id }) => id)).toEqual([second, first, oldest])
  })

  test('keeps a day in one piece across a journey', async () => {
    const world = pageWorld()
    const tokyo = await world.checkIn('2026-11-22T07:00[Asia/Tokyo]')
    // Later in time, and still a day earlier for the person.
    const seattle = await world.checkIn('2026-11-21T16:00[America/Los_Angeles]')
    const history = await open(world)
    expect(entriesOf(history).map(({ id }) => id)).toEqual([tokyo, seattle])
    expect(history.months.value?.[0]?.days.map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-21'])
  })

  test('shows fifty, then fifty more, and says when nothing is older', async () => {
    const world = pageWorld()
    const start = Temporal.ZonedDateTime.from('2026-09-01T10:00[Europe/Berlin]')
    for (let day = 0; day < 70; day += 1) await world.checkIn(start.add({ days: day }).toString())
    const history = await open(world)
    expect(entriesOf(history)).toHaveLength(50)
    expect(history.hasOlder.value).toBe(true)
    await history.older()
    expect(entriesOf(history)).toHaveLength(70)
    expect(history.hasOlder.value).toBe(false)
  })

  test('keeps what was unfolded when another page changes the history', async () => {
    const world = pageWorld()
    const start = Temporal.ZonedDateTime.from('2026-09-01T10:00[Europe/Berlin]')
    for (let day = 0; day < 60; day += 1) await world.checkIn(start.add({ days: day }).toString())
    const history = await open(world)
    await history.older()
    await world.checkIn('2026-11-22T11:00[Europe/Berlin]')
    world.changes.announce('records')
    await vi.waitFor(() => expect(entriesOf(history)).toHaveLength(61))
  })

  test('stands a pause with its check-in, and alone where it has none', async () => {
    const world = pageWorld()
    const checkIn = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const own = await world.session('2026-11-22T09:01[Europe/Berlin]', { checkInId: checkIn })
    const alone = await world.session('2026-11-22T10:00[Europe/Berlin]')
    const orphan = await world.session('2026-11-22T11:00[Europe/Berlin]', { checkInId: 'gone' })
    const history = await open(world)
    expect(entriesOf(history).map(({ id }) => id)).toEqual([orphan, alone, checkIn])
    expect(entriesOf(history)[2]).toMatchObject({ sessions: [{ id: own }] })
  })

  test('says what went wrong, and tries again', async () => {
    const world = pageWorld()
    await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    world.store.problem = { kind: 'failed', name: 'AbortError' }
    const history = await open(world)
    expect(history.problem.value).toEqual({ problem: { kind: 'failed', name: 'AbortError' }, doing: 'open' })
    expect(history.months.value).toBeNull()
    world.store.problem = null
    await history.tryAgain()
    expect(history.problem.value).toBeNull()
    expect(entriesOf(history)).toHaveLength(1)
  })
})

describe('editing', () => {
  test('keeps each answer as it is given, and shows it in the list', async () => {
    const world = pageWorld()
    const { id, history, editing } = await edit(world, { felt: 3 })
    await editing.answer({ felt: 7 })
    await editing.answer({ far: 2 })
    expect(await kept(world, id)).toMatchObject({ felt: 7, far: 2 })
    await vi.waitFor(() => expect(entriesOf(history)[0]).toMatchObject({ felt: 7 }))
    expect(world.changes.announced).toContain('records')
  })

  test('leaves "can’t tell" and no answer without a number', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world, { felt: 3, cantTell: ['energy'] })
    await editing.answer({ felt: 'cant-tell' })
    expect(await kept(world, id)).toMatchObject({ felt: null, cantTell: ['energy', 'felt'] })
    await editing.answer({ felt: null })
    expect(await kept(world, id)).toMatchObject({ felt: null, cantTell: ['energy'] })
    await editing.answer({ felt: 0 })
    expect(await kept(world, id)).toMatchObject({ felt: 0, cantTell: ['energy'] })
  })

  test('takes words out and marks them as guesses', async () => {
    const world = pageWorld()
    const words = [
      { id: 'numb', guess: false },
      { id: 'not-sure', guess: false },
    ]
    const { id, editing } = await edit(world, { words })
    expect(editing.words.canBeGuess('numb')).toBe(true)
    expect(editing.words.canBeGuess('not-sure')).toBe(false)
    await editing.toggleGuess('numb')
    await editing.toggleWord('not-sure')
    expect((await kept(world, id)).words).toEqual([{ id: 'numb', guess: true }])
  })

  test('keeps the note when it is left, and closes', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    editing.type('By the r')
    editing.type('By the river')
    expect((await kept(world, id)).note).toBe('')
    expect(editing.open.value).toMatchObject({ saved: false })
    await editing.close()
    expect((await kept(world, id)).note).toBe('By the river')
    expect(editing.open.value).toBeNull()
  })

  test('keeps the note when typing rests, with the page still open', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    editing.type('By the r')
    editing.type('By the river')
    // Typed without a rest, most of it is kept all the same.
    expect(world.timers.lengths()).toEqual([2_000, 400])
    expect((await kept(world, id)).note).toBe('')
    world.timers.ring()
    await vi.waitFor(async () => expect((await kept(world, id)).note).toBe('By the river'))
    await vi.waitFor(() => expect(editing.open.value).toMatchObject({ saved: true, problem: null }))
    editing.type('By the river, in')
    await editing.close()
    expect(world.timers.lengths()).toEqual([])
  })

  test('a note with half of a pair is not written twice where more is typed while it is kept', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    editing.type('half \ud83d')
    const saving = editing.save()
    editing.type('half \ud83d.')
    await saving
    await editing.save()
    expect((await kept(world, id)).note).toBe('half \ufffd.')
  })

  test('a note that is too long stays whole on screen, is not kept, and holds back no other answer', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world, { note: 'short' })
    const long = 'x'.repeat(20_001)
    editing.type(long)
    expect(editing.open.value?.problem).toEqual({ kind: 'too-long', length: 20_001 })
    expect(world.timers.lengths()).toEqual([])
    await editing.answer({ felt: 4 })
    expect(await kept(world, id)).toMatchObject({ note: 'short', felt: 4 })
    await editing.close()
    expect(editing.open.value?.edit.note).toBe(long)
    editing.type('short again')
    await editing.close()
    expect(await kept(world, id)).toMatchObject({ note: 'short again' })
  })

  test('what does not save stays typed, says so, and saves later', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    world.store.problem = { kind: 'full' }
    editing.type('typed')
    await editing.close()
    expect(editing.open.value).toMatchObject({ saved: false, problem: { kind: 'full' } })
    expect(editing.open.value?.edit.note).toBe('typed')
    world.store.problem = null
    expect(await editing.save()).toBe(true)
    expect(editing.open.value).toMatchObject({ saved: true, problem: null })
    expect((await kept(world, id)).note).toBe('typed')
  })

  test('touches nothing that another page answered meanwhile', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world, { felt: 3 })
    await world.records.save(
      'checkIns',
      id,
      now => now && { ...now, far: 1 as const, note: 'from the popup' },
    )
    await editing.answer({ felt: 5 })
    expect(await kept(world, id)).toMatchObject({ felt: 5, far: 1, note: 'from the popup' })
  })

  const elsewhere = (world: World, id: string, change: Partial<CheckIn>) =>
    world.records.save('checkIns', id, now => now && { ...now, ...change })
  const sad = { id: 'sad', guess: false }
  const calm = { id: 'calm', guess: false }

  test('takes in what another page changed, and adds to it', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world, { felt: 3 })
    await elsewhere(world, id, { words: [sad], tags: ['alone'], note: 'from the window' })
    await editing.follow()
    expect(editing.open.value).toMatchObject({
      edit: { words: [sad], tags: ['alone'], note: 'from the window' },
      changed: false,
      saved: true,
    })
    await editing.toggleWord('calm')
    expect(await kept(world, id)).toMatchObject({ words: [sad, calm], note: 'from the window' })
    await editing.putBack()
    expect(await kept(world, id)).toMatchObject({ felt: 3, words: [sad], note: 'from the window' })
  })

  test('joins what was picked here and elsewhere, before any word of it came', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world, { words: [sad] })
    await elsewhere(world, id, {
      words: [
        { id: 'sad', guess: true },
        { id: 'numb', guess: false },
      ],
    })
    await editing.toggleWord('calm')
    const joined = [{ id: 'sad', guess: true }, { id: 'numb', guess: false }, calm]
    expect((await kept(world, id)).words).toEqual(joined)
    expect(editing.open.value).toMatchObject({ edit: { words: joined }, saved: true, changed: true })
    await editing.putBack()
    expect((await kept(world, id)).words).toEqual(joined.slice(0, 2))
  })

  test('a note that was changed here and elsewhere holds both', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    editing.type('typed')
    await elsewhere(world, id, { note: 'from the window' })
    await editing.follow()
    expect(editing.open.value?.edit.note).toBe('from the window\n\ntyped')
    await editing.close()
    expect((await kept(world, id)).note).toBe('from the window\n\ntyped')
  })

  test('puts back what another page wrote before any word of it came, and no more', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    editing.type('typed')
    await elsewhere(world, id, { note: 'from the window' })
    await editing.save()
    expect((await kept(world, id)).note).toBe('from the window\n\ntyped')
    expect(editing.open.value).toMatchObject({ saved: true, changed: true })
    await editing.putBack()
    expect((await kept(world, id)).note).toBe('from the window')
    expect(editing.open.value?.changed).toBe(false)
  })

  test('puts back what was kept although the store said that it was not', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world, { felt: 3 })
    const { save } = world.records
    vi.spyOn(world.records, 'save').mockImplementationOnce(async (...given) => {
      await save(...given)
      return fail({ kind: 'failed', name: 'JournalError' })
    })
    await editing.answer({ felt: 5 })
    expect(editing.open.value).toMatchObject({ saved: false, changed: true })
    expect(await editing.save()).toBe(true)
    expect(editing.open.value).toMatchObject({ saved: true, changed: true })
    await editing.putBack()
    expect((await kept(world, id)).felt).toBe(3)
  })

  test('a note that is too long only with what was written elsewhere is not kept, and stays whole on screen', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    const theirs = 'y'.repeat(15_000)
    const joined = `${theirs}\n\n${'x'.repeat(15_000)}`
    editing.type('x'.repeat(15_000))
    await elsewhere(world, id, { note: theirs })
    expect(await editing.save()).toBe(false)
    expect((await kept(world, id)).note).toBe(theirs)
    expect(editing.open.value).toMatchObject({
      edit: { note: joined },
      saved: false,
      problem: { kind: 'too-long', length: joined.length },
    })
    await editing.answer({ felt: 4 })
    expect(await kept(world, id)).toMatchObject({ felt: 4, note: theirs })
    editing.type('shorter')
    expect(await editing.save()).toBe(true)
    expect((await kept(world, id)).note).toBe('shorter')
  })

  test('puts back what stood there', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world, { felt: 3, note: 'as it was' })
    await editing.answer({ felt: 9 })
    editing.type('other')
    await editing.save()
    expect(editing.open.value?.changed).toBe(true)
    await editing.putBack()
    expect(await kept(world, id)).toMatchObject({ felt: 3, note: 'as it was' })
    expect(editing.open.value?.changed).toBe(false)
  })

  test('another check-in opens only once the first is kept', async () => {
    const world = pageWorld()
    const { id, editing } = await edit(world)
    const other = await world.checkIn('2026-11-21T09:00[Europe/Berlin]')
    const second = await kept(world, other)
    editing.type('typed')
    world.store.problem = { kind: 'full' }
    await editing.start(second)
    expect(editing.open.value?.id).toBe(id)
    world.store.problem = null
    await editing.start(second)
    expect(editing.open.value?.id).toBe(other)
    expect((await kept(world, id)).note).toBe('typed')
  })

  test('of a check-in that is deleted elsewhere ends, and the row goes', async () => {
    const world = pageWorld()
    const { id, history, editing } = await edit(world)
    history.months.subscribe(() => {})
    await world.records.remove('checkIns', id, world.clock.now().epochMilliseconds + 10_000)
    await history.load()
    expect(editing.open.value).toBeNull()
    expect(entriesOf(history)).toEqual([])
  })

  test('of a check-in that is deleted here ends, and the row goes', async () => {
    const world = pageWorld()
    const { id, history, editing } = await edit(world)
    history.months.subscribe(() => {})
    await history.removeCheckIn(id)
    expect(editing.open.value).toBeNull()
    expect(entriesOf(history)).toEqual([])
  })

  test('of a check-in that is gone says so while something is unsaved, and lets another be edited then', async () => {
    const world = pageWorld()
    const { id, history, editing } = await edit(world, { felt: 3 })
    history.months.subscribe(() => {})
    const other = await kept(world, await world.checkIn('2026-11-21T09:00[Europe/Berlin]'))
    const gone = { kind: 'failed', name: 'gone' }
    editing.type('typed')
    await world.records.remove('checkIns', id, world.clock.now().epochMilliseconds + 10_000)
    await history.load()
    expect(editing.open.value).toMatchObject({ problem: gone, edit: { note: 'typed' } })
    expect(entriesOf(history).map(entry => entry.id)).toEqual([id, other.id])
    await editing.save()
    await editing.putBack()
    expect(editing.open.value).toMatchObject({ id, changed: false })
    await editing.start(other)
    expect(editing.open.value?.id).toBe(other.id)
    await history.load()
    expect(entriesOf(history).map(entry => entry.id)).toEqual([other.id])
  })

  test('of a check-in that is gone is closed by "Done" once that was said, and goes on where it is brought back', async () => {
    const world = pageWorld()
    const { id, history, editing } = await edit(world)
    await world.records.remove('checkIns', id, world.clock.now().epochMilliseconds + 10_000)
    editing.type('typed')
    await editing.close()
    expect(editing.open.value?.problem).toEqual({ kind: 'failed', name: 'gone' })
    await world.records.undoRemove('checkIns', id)
    await history.load()
    expect(editing.open.value?.problem).toBeNull()
    await world.records.remove('checkIns', id, world.clock.now().epochMilliseconds + 10_000)
    await editing.close()
    await editing.close()
    expect(editing.open.value).toBeNull()
  })
})

describe('deleting', () => {
  test('takes the check-in and its pauses at once, and gives all of it back', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    await world.session('2026-11-22T09:01[Europe/Berlin]', { checkInId: id })
    const history = await open(world)
    await history.removeCheckIn(id)
    expect(entriesOf(history)).toEqual([])
    expect(world.timers.lengths()).toEqual([10_000])
    await history.undo()
    expect(entriesOf(history)).toMatchObject([{ id, sessions: [{ pauseId: 'look-up' }] }])
    expect(history.removal.value).toBeNull()
    expect(world.timers.lengths()).toEqual([])
  })

  test('takes the pauses of a check-in along that was found and is older than all that is read', async () => {
    const world = pageWorld()
    const start = Temporal.ZonedDateTime.from('2026-11-20T10:00[Europe/Berlin]')
    for (let day = 0; day < 60; day += 1) await world.checkIn(start.subtract({ days: day }).toString())
    const old = await world.checkIn('2026-01-05T09:00[Europe/Berlin]')
    const pause = await world.session('2026-01-05T09:03[Europe/Berlin]', { checkInId: old })
    const history = await open(world)
    await history.removeCheckIn(old)
    expect(await world.records.get('sessions', pause)).toEqual({ ok: true, value: null })
    await history.undo()
    expect(await world.records.get('sessions', pause)).toMatchObject({ value: { id: pause } })
  })

  test('takes a pause along that the list does not show yet, and brings it back after the page was opened again', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    const pause = await world.session('2026-11-22T09:03[Europe/Berlin]', { checkInId: id })
    await history.removeCheckIn(id)
    expect(await world.records.get('sessions', pause)).toEqual({ ok: true, value: null })
    expect(entriesOf(history)).toEqual([])
    world.timers.drop()
    const reopened = await open(world)
    await reopened.undo()
    expect(entriesOf(reopened)).toMatchObject([{ id, sessions: [{ id: pause }] }])
  })

  test('has its way back under way before anything is hidden, and is said once that is kept', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const steps: string[] = []
    const kept = Promise.withResolvers<void>()
    const hidden = Promise.withResolvers<void>()
    const removal: World['removal'] = {
      ...world.removal,
      write: async next => {
        steps.push('way back')
        await kept.promise
        await world.removal.write(next)
      },
    }
    const remove: World['records']['remove'] = async (...given) => {
      steps.push('hidden')
      const removed = await world.records.remove(...given)
      hidden.resolve()
      return removed
    }
    const records = Object.assign(Object.create(world.records), { remove })
    const history = await open({ ...world, removal, records })
    const removing = history.removeCheckIn(id)
    await hidden.promise
    expect(steps).toEqual(['way back', 'hidden'])
    expect(history.removal.value).toBeNull()
    kept.resolve()
    await removing
    expect(history.removal.value).toMatchObject({ items: [{ store: 'checkIns', id }] })
    expect(await world.removal.read()).toEqual(history.removal.value)
  })

  test('is final after ten seconds', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    await history.removeCheckIn(id)
    const settled = vi.spyOn(world.records, 'settleRemovals')
    world.clock.advance(10_001)
    world.timers.ring()
    expect(settled).toHaveBeenCalledOnce()
    expect(history.removal.value).toBeNull()
    expect(await world.records.undoRemove('checkIns', id)).toEqual({ ok: true, value: false })
  })

  test('can be undone after the page was opened again, for what is left of the time', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    await (await open(world)).removeCheckIn(id)
    world.clock.advance(4_000)
    world.timers.drop()
    const reopened = await open(world)
    expect(entriesOf(reopened)).toEqual([])
    expect(world.timers.lengths()).toEqual([6_000])
    await reopened.undo()
    expect(entriesOf(reopened)).toHaveLength(1)
  })

  test('is final after ten seconds, also where the page was closed by then', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    await (await open(world)).removeCheckIn(id)
    world.timers.drop()
    const settled = vi.spyOn(world.records, 'settleRemovals')
    world.clock.advance(9_999)
    const early = await open(world)
    expect(settled).not.toHaveBeenCalled()
    expect(early.removal.value).not.toBeNull()
    world.timers.drop()
    world.clock.advance(2)
    const late = await open(world)
    expect(settled).toHaveBeenCalledOnce()
    expect(late.removal.value).toBeNull()
    expect(await world.removal.read()).toBeNull()
  })

  test('that fails leaves the check-in where it is, says so, and can be tried again', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    world.store.problem = { kind: 'full' }
    await history.removeCheckIn(id)
    expect(history.removal.value).toBeNull()
    expect(history.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    expect(entriesOf(history)).toHaveLength(1)
    await history.tryAgain()
    expect(history.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    world.store.problem = null
    await history.tryAgain()
    expect(history.problem.value).toBeNull()
    expect(entriesOf(history)).toEqual([])
    await history.undo()
    expect(entriesOf(history)).toHaveLength(1)
  })

  test('that fails is still told after others went well or failed, until it is tried again', async () => {
    const world = pageWorld()
    const one = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const other = await world.checkIn('2026-11-22T10:00[Europe/Berlin]')
    const third = await world.checkIn('2026-11-22T11:00[Europe/Berlin]')
    const history = await open(world)
    world.store.problem = { kind: 'full' }
    await history.removeCheckIn(one)
    world.store.problem = null
    await history.removeCheckIn(other)
    expect(history.problem.value).toEqual({ problem: { kind: 'full' }, doing: 'save' })
    world.store.problem = { kind: 'full' }
    await history.removeCheckIn(third)
    world.store.problem = null
    await history.tryAgain()
    expect(history.problem.value).toBeNull()
    expect(entriesOf(history)).toEqual([])
  })

  test('whose undo fails says so, and the undo can be tried again', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    await history.removeCheckIn(id)
    world.store.problem = { kind: 'failed', name: 'AbortError' }
    await history.undo()
    expect(history.problem.value).toMatchObject({ doing: 'save' })
    expect(history.removal.value).not.toBeNull()
    world.store.problem = null
    await history.tryAgain()
    expect(history.problem.value).toBeNull()
    expect(history.removal.value).toBeNull()
    expect(entriesOf(history).map(entry => entry.id)).toEqual([id])
  })

  test('that can come back no more is not said to have come back', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    await history.removeCheckIn(id)
    // The timer of a page that slept rings late.
    world.clock.advance(10_001)
    await history.undo()
    expect(history.problem.value).toEqual({ problem: { kind: 'failed', name: 'gone' }, doing: 'save' })
    expect(history.removal.value).toBeNull()
    expect(entriesOf(history)).toEqual([])
    await history.tryAgain()
    expect(history.problem.value).toMatchObject({ problem: { name: 'gone' } })
  })

  test('brings back what still can, where some of it is gone', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const pause = await world.session('2026-11-22T09:01[Europe/Berlin]', { checkInId: id })
    const history = await open(world)
    await history.removeCheckIn(id)
    await world.records.remove('checkIns', id, 0)
    await history.undo()
    expect(history.problem.value).toMatchObject({ problem: { name: 'gone' } })
    expect(entriesOf(history).map(entry => entry.id)).toEqual([pause])
  })

  test('that another page took back already has come back', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    await history.removeCheckIn(id)
    await world.records.undoRemove('checkIns', id)
    await history.undo()
    expect(history.problem.value).toBeNull()
    expect(entriesOf(history)).toHaveLength(1)
  })

  test('keeps its offer where the one before it comes back meanwhile', async () => {
    const world = pageWorld()
    const first = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const other = await world.checkIn('2026-11-21T09:00[Europe/Berlin]')
    let goOn = () => {}
    const waiting = new Promise<void>(resolve => {
      goOn = resolve
    })
    const undoRemove: World['records']['undoRemove'] = async (store, id) => {
      if (id === first) await waiting
      return world.records.undoRemove(store, id)
    }
    const slow = { ...world, records: Object.assign(Object.create(world.records), { undoRemove }) }
    const history = await open(slow)
    await history.removeCheckIn(first)
    const undone = history.undo()
    world.clock.advance(1_000)
    await history.removeCheckIn(other)
    goOn()
    await undone
    expect(entriesOf(history).map(entry => entry.id)).toEqual([first])
    expect(history.removal.value).toMatchObject({ items: [{ id: other }] })
    expect(world.timers.lengths()).toContain(10_000)
    expect(await world.removal.read()).toMatchObject({ items: [{ id: other }] })
    await history.undo()
    expect(entriesOf(history).map(entry => entry.id)).toEqual([first, other])
    expect(history.removal.value).toBeNull()
  })

  test('waits under the one after it, and is offered again once that came back, also after a reload', async () => {
    const world = pageWorld()
    const first = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const other = await world.checkIn('2026-11-21T09:00[Europe/Berlin]')
    const history = await open(world)
    await history.removeCheckIn(first)
    world.clock.advance(1_000)
    await history.removeCheckIn(other)
    world.timers.drop()
    const reopened = await open(world)
    await reopened.undo()
    expect(entriesOf(reopened).map(entry => entry.id)).toEqual([other])
    expect(reopened.removal.value).toMatchObject({ items: [{ id: first }] })
    expect(await world.removal.read()).toMatchObject({ items: [{ id: first }] })
    await reopened.undo()
    expect(entriesOf(reopened).map(entry => entry.id)).toEqual([first, other])
    expect(reopened.removal.value).toBeNull()
    expect(await world.removal.read()).toBeNull()
  })

  test('is over in its own time, whatever was deleted after it', async () => {
    const world = pageWorld()
    const first = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const other = await world.checkIn('2026-11-21T09:00[Europe/Berlin]')
    const history = await open(world)
    await history.removeCheckIn(first)
    world.clock.advance(9_000)
    await history.removeCheckIn(other)
    world.clock.advance(1_001)
    await history.undo()
    expect(entriesOf(history).map(entry => entry.id)).toEqual([other])
    expect(history.removal.value).toBeNull()
  })

  test('leaves the undo of another page where it is kept', async () => {
    const world = pageWorld()
    const first = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const other = await world.checkIn('2026-11-21T09:00[Europe/Berlin]')
    const one = await open(world)
    const two = await open(world)
    await one.removeCheckIn(first)
    world.clock.advance(1_000)
    await two.removeCheckIn(other)
    await one.undo()
    expect(await world.removal.read()).toMatchObject({ items: [{ id: other }] })
    world.store.problem = { kind: 'full' }
    await one.removeCheckIn(first)
    world.store.problem = null
    expect(await world.removal.read()).toMatchObject({ items: [{ id: other }] })
    await two.undo()
    expect(await world.removal.read()).toBeNull()
  })

  test('keeps the way back before anything is hidden', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    // The page closes as soon as the record is hidden.
    const remove: World['records']['remove'] = async (...given) => {
      await world.records.remove(...given)
      return new Promise<never>(() => {})
    }
    const closing = { ...world, records: Object.assign(Object.create(world.records), { remove }) }
    const history = await open(closing)
    void history.removeCheckIn(id)
    await new Promise(resolve => setImmediate(resolve))
    world.timers.drop()
    const reopened = await open(world)
    expect(entriesOf(reopened)).toEqual([])
    await reopened.undo()
    expect(entriesOf(reopened)).toHaveLength(1)
  })

  test('and its undo work where nothing can be kept beside the history', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-22T09:00[Europe/Berlin]')
    const refuse = async () => {
      throw new Error('no room')
    }
    const history = await open({ ...world, removal: { read: refuse, write: refuse } })
    await history.removeCheckIn(id)
    expect(entriesOf(history)).toEqual([])
    await history.undo()
    expect(entriesOf(history)).toHaveLength(1)
    expect(history.problem.value).toBeNull()
  })

  test('takes a pause that stands alone', async () => {
    const world = pageWorld()
    const id = await world.session('2026-11-22T09:00[Europe/Berlin]')
    const history = await open(world)
    await history.removeSession(id)
    expect(entriesOf(history)).toEqual([])
    await history.undo()
    expect(entriesOf(history).map(entry => entry.id)).toEqual([id])
  })

  test('reads a stored removal, and nothing else', () => {
    const removal = { items: [{ store: 'checkIns', id: 'a' }], until: 5 }
    expect(readRemoval(removal)).toEqual(removal)
    const several = { ...removal, count: 3, held: 9 }
    expect(readRemoval(several)).toEqual(several)
    expect(readRemoval({ ...several, before: removal })).toEqual({ ...several, before: removal })
    expect(readRemoval({ ...several, before: 'a' })).toEqual(several)
    expect(readRemoval({ ...removal, count: '3', held: null })).toEqual(removal)
    for (const broken of [null, 1, 'x', {}, { items: {}, until: 5 }, { items: [null], until: 5 }])
      expect(readRemoval(broken)).toBeNull()
    expect(readRemoval({ items: [{ store: 'days', id: 'a' }], until: 5 })).toBeNull()
  })
})
