/** Editing when a check-in was: it moves, with its pauses, and its days follow. */
import { describe, expect, test, vi } from 'vitest'
import type { CheckIn } from '../../lib/core/records.ts'
import { entriesOf, openHistory as open, type World } from '../support/history-world.ts'
import { pageWorld } from '../support/page-world.ts'

const kept = async (world: World, id: string): Promise<CheckIn> => {
  const found = await world.records.get('checkIns', id)
  if (!found.ok || !found.value) throw new Error('no such check-in')
  return found.value
}

const daysOf = async (world: World) => {
  const found = await world.records.days('0000-01-01', '9999-12-31')
  return found.ok ? found.value.map(({ day, checkIns, sessions }) => [day, checkIns, sessions]) : []
}

const edit = async (iso: string, fields: Partial<CheckIn> = {}, world = pageWorld()) => {
  const id = await world.checkIn(iso, fields)
  const history = await open(world)
  await history.edit(await kept(world, id))
  return { world, id, history, editing: history.editing }
}

const at = (iso: string) => Temporal.ZonedDateTime.from(iso).epochMilliseconds

describe('the fields', () => {
  test('show the moment in the zone in which it was lived, and say which that is', async () => {
    const { editing } = await edit('2026-11-20T23:30[Asia/Tokyo]')
    expect(editing.open.value).toMatchObject({
      when: { day: '2026-11-20', time: '23:30', timeUnknown: false },
      otherZone: 'Asia/Tokyo',
      oddDay: null,
    })
  })

  test('leave the moment alone, to the millisecond, while something else is answered', async () => {
    const { world, id, editing } = await edit('2026-11-20T23:30:12.345[Asia/Tokyo]')
    await editing.answer({ felt: 4 })
    editing.leave('time', '23:30')
    await editing.close()
    expect(await kept(world, id)).toMatchObject({ felt: 4, at: at('2026-11-20T23:30:12.345[Asia/Tokyo]') })
  })

  test('are drawn once the store has what was pressed: it is on its way before anything changes', async () => {
    const { editing } = await edit('2026-11-20T09:00[Asia/Tokyo]')
    const seen: string[] = []
    editing.open.subscribe(open => seen.push(`${open?.edit.felt} ${editing.keeping.value}`))
    seen.length = 0
    await editing.answer({ felt: 4 })
    expect(seen[0]).toBe('4 keeping')
    expect(editing.keeping.value).toBe('kept')
  })

  test('are kept also after a save that threw', async () => {
    const world = pageWorld()
    let throws = false
    const save: typeof world.records.save = async (...asked) => {
      if (throws) throw new RangeError('broken')
      return world.records.save(...asked)
    }
    const { id, editing } = await edit(
      '2026-11-20T09:00[Asia/Tokyo]',
      {},
      { ...world, records: { ...world.records, save } },
    )
    throws = true
    await expect(editing.answer({ felt: 4 })).rejects.toThrow('broken')
    throws = false
    await editing.answer({ far: 2 })
    expect(await kept(world, id)).toMatchObject({ felt: 4, far: 2 })
    expect(editing.keeping.value).toBe('kept')
  })

  test('are kept once they are left, not while they are typed', async () => {
    const { world, id, editing } = await edit('2026-11-20T09:00[Asia/Tokyo]')
    editing.when({ time: '10:15' })
    expect((await kept(world, id)).at).toBe(at('2026-11-20T09:00[Asia/Tokyo]'))
    editing.leave('time', '10:15')
    await editing.save()
    expect(await kept(world, id)).toMatchObject({
      at: at('2026-11-20T10:15[Asia/Tokyo]'),
      zone: 'Asia/Tokyo',
      day: '2026-11-20',
      precision: 'minute',
    })
  })

  test('hold the form open where they hold no day, say why, and hold back no other answer', async () => {
    const { world, id, editing } = await edit('2026-11-20T09:00[Europe/Berlin]')
    editing.leave('day', '2026-12-24')
    expect(editing.open.value?.whenProblem).toEqual({ field: 'day', why: 'to-come' })
    await editing.answer({ felt: 4 })
    expect(await kept(world, id)).toMatchObject({ felt: 4, day: '2026-11-20' })
    await editing.close()
    expect(editing.open.value).not.toBeNull()
    await editing.putBack()
    await editing.close()
    expect(editing.open.value).toBeNull()
    expect(await kept(world, id)).toMatchObject({ felt: null, day: '2026-11-20' })
  })

  test('without a time know the day alone, and with one again the time too', async () => {
    const { world, id, editing } = await edit('2026-11-20T09:00[Europe/Berlin]')
    editing.when({ timeUnknown: true })
    await editing.save()
    expect(await kept(world, id)).toMatchObject({
      precision: 'day',
      at: at('2026-11-20T12:00[Europe/Berlin]'),
    })
    editing.when({ timeUnknown: false })
    editing.leave('time', '08:00')
    await editing.save()
    expect(await kept(world, id)).toMatchObject({
      precision: 'minute',
      at: at('2026-11-20T08:00[Europe/Berlin]'),
    })
  })

  test('correct a day that is on no calendar, in a zone that nobody knows', async () => {
    const odd = { day: '2026-02-30', zone: 'Mars/Base' }
    const { world, id, history, editing } = await edit('2026-02-28T09:00[Europe/Berlin]', odd)
    expect(editing.open.value).toMatchObject({ oddDay: '2026-02-30', when: { day: '' } })
    editing.leave('day', '2026-03-01')
    await editing.close()
    expect(await kept(world, id)).toMatchObject({ day: '2026-03-01', zone: 'Europe/Berlin' })
    await vi.waitFor(() => expect(entriesOf(history)).toMatchObject([{ id, day: '2026-03-01' }]))
    expect(await daysOf(world)).toEqual([['2026-03-01', 1, 0]])
  })
})

describe('the move', () => {
  test('takes the pauses along, and all of it back', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-20T23:50[Europe/Berlin]')
    const own = await world.session('2026-11-20T23:55[Europe/Berlin]', { checkInId: id })
    const other = await world.session('2026-11-20T23:56[Europe/Berlin]')
    const history = await open(world)
    await history.edit(await kept(world, id))
    history.editing.leave('day', '2026-11-18')
    history.editing.leave('time', '23:58')
    await history.editing.save()
    expect(await daysOf(world)).toEqual([
      ['2026-11-18', 1, 0],
      ['2026-11-19', 0, 1],
      ['2026-11-20', 0, 1],
    ])
    await history.editing.putBack()
    const moved = await world.records.get('sessions', own)
    expect(moved).toMatchObject({ value: { at: at('2026-11-20T23:55[Europe/Berlin]'), day: '2026-11-20' } })
    expect(await daysOf(world)).toEqual([['2026-11-20', 1, 2]])
    expect(entriesOf(history).map(entry => entry.id)).toEqual([other, id])
  })

  test('takes the pauses along on the next page where this one closed in between, and none of them twice', async () => {
    // Where the page closes: after so many writes.
    for (const writes of [0, 1, 2, 3]) {
      const world = pageWorld()
      const id = await world.checkIn('2026-11-20T09:00[Europe/Berlin]')
      const pauses = [
        await world.session('2026-11-20T09:05[Europe/Berlin]', { checkInId: id }),
        await world.session('2026-11-20T09:10[Europe/Berlin]', { checkInId: id }),
      ]
      const history = await open(world)
      await history.edit(await kept(world, id))
      const { save } = world.records
      let done = 0
      const saving = vi.spyOn(world.records, 'save').mockImplementation(async (...given) => {
        done += 1
        return done > writes ? new Promise(() => {}) : save(...given)
      })
      history.editing.leave('day', '2026-11-19')
      await vi.waitFor(() => expect(done).toBe(Math.min(writes + 1, 3)))
      saving.mockRestore()
      const next = await open(world)
      const day = writes === 0 ? '2026-11-20' : '2026-11-19'
      const all = await world.records.all('sessions')
      expect(all.ok && all.value.map(({ id: one, at: when }) => [one, when])).toEqual([
        [pauses[0], at(`${day}T09:05[Europe/Berlin]`)],
        [pauses[1], at(`${day}T09:10[Europe/Berlin]`)],
      ])
      expect(entriesOf(next)).toMatchObject([{ id, day, sessions: [{}, {}] }])
      await open(world)
      expect(await daysOf(world)).toEqual([[day, 1, 2]])
    }
  })

  test('that failed leads the pauses nowhere, and the next one takes them all the way', async () => {
    const world = pageWorld()
    const id = await world.checkIn('2026-11-20T09:00[Europe/Berlin]')
    const own = await world.session('2026-11-20T09:05[Europe/Berlin]', { checkInId: id })
    const history = await open(world)
    await history.edit(await kept(world, id))
    const saving = vi.spyOn(world.records, 'save')
    saving.mockResolvedValueOnce({ ok: false, problem: { kind: 'full' } })
    history.editing.leave('day', '2026-11-19')
    await history.editing.save()
    history.editing.leave('day', '2026-11-18')
    await history.editing.save()
    const moved = await world.records.get('sessions', own)
    expect(moved).toMatchObject({ value: { at: at('2026-11-18T09:05[Europe/Berlin]') } })
    expect(await daysOf(world)).toEqual([['2026-11-18', 1, 1]])
  })

  /** The newest of more check-ins than are read at once, with its form open. */
  const editNewest = async () => {
    const world = pageWorld()
    const first = Temporal.ZonedDateTime.from('2026-11-22T11:00[Europe/Berlin]')
    for (let day = 1; day < 70; day += 1) await world.checkIn(first.subtract({ days: day }).toString())
    return edit('2026-11-22T10:00[Europe/Berlin]', {}, world)
  }

  test('waits in the list until the form is done with, and stays in sight wherever it leads', async () => {
    const { history, editing, id } = await editNewest()
    // As the screen does, the test looks at the list all the time.
    history.months.subscribe(() => {})
    editing.leave('day', '2026-01-02')
    await editing.save()
    await history.load()
    expect(entriesOf(history)[0]).toMatchObject({ id, day: '2026-11-22' })
    expect(history.apart.value).toEqual([])
    await editing.close()
    await history.load()
    expect(entriesOf(history).some(entry => entry.id === id)).toBe(false)
    expect(history.apart.value).toMatchObject([{ days: [{ day: '2026-01-02', entries: [{ id }] }] }])
  })

  test('waits as well where it stands apart from the list, and is not in both', async () => {
    const { world, history, editing, id } = await editNewest()
    history.months.subscribe(() => {})
    history.apart.subscribe(() => {})
    editing.leave('day', '2026-01-02')
    await editing.save()
    await editing.close()
    await history.load()
    await history.edit(await kept(world, id))
    editing.leave('day', '2026-11-21')
    await editing.save()
    await history.load()
    expect(entriesOf(history).some(entry => entry.id === id)).toBe(false)
    expect(history.apart.value).toMatchObject([{ days: [{ day: '2026-01-02', entries: [{ id }] }] }])
    await editing.close()
    await history.load()
    expect(entriesOf(history)[1]).toMatchObject({ id, day: '2026-11-21' })
    expect(history.apart.value).toEqual([])
  })

  test('holds back its own row alone: others come, go and are shown meanwhile', async () => {
    const { world, history, editing, id } = await editNewest()
    history.months.subscribe(() => {})
    editing.leave('day', '2026-11-18')
    await editing.save()
    const added = await world.checkIn('2026-11-22T11:00[Europe/Berlin]')
    await history.load()
    const next = entriesOf(history)[2]?.id ?? ''
    await history.removeCheckIn(next)
    await history.older()
    const ids = entriesOf(history).map(entry => entry.id)
    expect(ids.slice(0, 2)).toEqual([added, id])
    expect(ids).not.toContain(next)
    expect(ids).toHaveLength(70)
    expect(new Set(ids).size).toBe(70)
  })
})
