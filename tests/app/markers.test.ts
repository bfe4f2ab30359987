/** Markers: added, changed and deleted with a way back, and shown at their days. */
import { describe, expect, test } from 'vitest'
import { tagCatalogue } from '../../lib/content/tags.ts'
import { wordList } from '../../lib/core/word-list.ts'
import { type OpenHistory, openHistory as open, type World } from '../support/history-world.ts'
import { pageWorld } from '../support/page-world.ts'

const markersOf = (history: Pick<OpenHistory, 'months' | 'apart'>) =>
  [...(history.months.value ?? []), ...history.apart.value].flatMap(({ days }) =>
    days.flatMap(({ day, markers }) => markers.map(({ text }) => [day, text])),
  )

const add = async (history: OpenHistory, day: string, text: string, type = 'own') => {
  await history.beginMarker()
  history.marker.change({ day, text, type })
  return (await history.addMarker()) ?? ''
}

const stored = async (world: World) => {
  const found = await world.records.all('markers')
  return found.ok ? found.value : []
}

describe('a marker', () => {
  test('stands at its day before what was said there, also on a day of which nothing was said', async () => {
    const world = pageWorld()
    await world.checkIn('2026-11-20T09:00[Europe/Berlin]')
    const history = await open(world)
    await add(history, '2026-11-20', 'half the dose', 'medication')
    await add(history, '2026-11-21', 'the new flat', 'move')
    expect(markersOf(history)).toEqual([
      ['2026-11-21', 'the new flat'],
      ['2026-11-20', 'half the dose'],
    ])
    expect(history.months.value?.[0]?.days[1]).toMatchObject({ markers: [{}], entries: [{}] })
    expect(world.changes.announced).toEqual(['records', 'records'])
  })

  test('waits for the page of its day, unless it was added here', async () => {
    const world = pageWorld()
    const start = Temporal.ZonedDateTime.from('2026-11-20T10:00[Europe/Berlin]')
    for (let day = 0; day < 70; day += 1) await world.checkIn(start.subtract({ days: day }).toString())
    const first = await open(world)
    await add(first, '2026-09-20', 'long ago')
    expect(first.apart.value).toMatchObject([{ days: [{ day: '2026-09-20' }] }])
    const second = await open(world)
    expect(markersOf(second)).toEqual([])
    expect(second.markers.value).toMatchObject([{ text: 'long ago' }])
    await second.older()
    expect(markersOf(second)).toEqual([['2026-09-20', 'long ago']])
    await first.older()
    expect(first.apart.value).toEqual([])
    expect(markersOf(first)).toEqual([['2026-09-20', 'long ago']])
  })

  test('of today or before is kept, of another day not, and the reason is told once it is asked for', async () => {
    const world = pageWorld()
    const history = await open(world)
    const { marker } = history
    await history.beginMarker()
    marker.change({ day: '2026-11-23', text: 'x' })
    expect(marker.problems.value.day).toBeNull()
    marker.leaveDay('2026-11-23')
    expect(marker.problems.value.day).toEqual({ field: 'day', why: 'to-come' })
    marker.change({ day: '1899-12-31' })
    expect(marker.problems.value.day).toEqual({ field: 'day', why: 'too-old' })
    marker.change({ day: '', text: ' ' })
    expect(await history.addMarker()).toBeNull()
    expect(marker.problems.value).toEqual({ day: { field: 'day', why: 'none' }, noText: true, length: null })
    // Of a kind that says it all no words are needed.
    marker.change({ day: '2026-11-22', type: 'loss' })
    expect(await history.addMarker()).not.toBeNull()
    expect(await stored(world)).toMatchObject([{ day: '2026-11-22', type: 'loss', text: '' }])
  })

  test('is changed in its place, and keeps a kind that is not known here', async () => {
    const world = pageWorld()
    await world.records.save('markers', 'odd', () => ({ day: '2026-11-20', type: 'comet', text: '' }))
    const history = await open(world)
    const before = history.markers.value[0]
    await history.beginMarker(before)
    history.marker.change({ text: 'seen' })
    await history.addMarker()
    expect(await stored(world)).toMatchObject([{ id: 'odd', type: 'comet', text: 'seen' }])
    expect(history.added.value).toBeNull()
  })

  test('that is changed leaves alone what another page changed in it meanwhile', async () => {
    const world = pageWorld()
    const history = await open(world)
    const id = await add(history, '2026-11-20', 'the new flat', 'move')
    await history.beginMarker(history.markers.value[0])
    await world.records.save('markers', id, now => now && { ...now, day: '2026-11-19' })
    // The form comes back with the page, and still knows what stood in it.
    const reopened = await open(world)
    reopened.marker.change({ text: 'the old flat' })
    await reopened.addMarker()
    expect(await stored(world)).toMatchObject([{ day: '2026-11-19', type: 'move', text: 'the old flat' }])
  })

  test('that was deleted while its form stood open stays deleted, and the form says so', async () => {
    const world = pageWorld()
    const history = await open(world)
    const id = await add(history, '2026-11-20', 'the new flat')
    await history.beginMarker(history.markers.value[0])
    await world.records.remove('markers', id, world.clock.now().epochMilliseconds + 10_000)
    history.marker.change({ text: 'the old flat' })
    expect(await history.addMarker()).toBeNull()
    expect(history.marker.problem.value).toEqual({ kind: 'failed', name: 'gone' })
    expect(await stored(world)).toEqual([])
    history.marker.close()
    expect(history.marker.open.value).toBeNull()
  })

  test('does not take the place of another that a second page made of the same draft', async () => {
    const world = pageWorld()
    const first = await open(world)
    await first.beginMarker()
    first.marker.change({ day: '2026-11-20', text: 'one' })
    const second = await open(world)
    second.marker.change({ text: 'two' })
    const ids = [await first.addMarker(), await second.addMarker()]
    expect(new Set(ids).size).toBe(2)
    expect((await stored(world)).map(({ text }) => text).sort()).toEqual(['one', 'two'])
  })

  test('of an impossible day is shown where nothing is older, and its day can be chosen', async () => {
    const world = pageWorld()
    await world.records.save('markers', 'odd', () => ({ day: '2026-02-30', type: 'own', text: 'x' }))
    const history = await open(world)
    expect(markersOf(history)).toEqual([['2026-02-30', 'x']])
    await history.beginMarker(history.markers.value[0])
    expect(history.marker.open.value).toMatchObject({ day: '', changes: true })
    history.marker.change({ day: '2026-02-28' })
    await history.addMarker()
    expect(markersOf(history)).toEqual([['2026-02-28', 'x']])
  })

  test.each(['2026-11-23', '2026-02-30'])('of %s keeps its day where that is not touched', async day => {
    const world = pageWorld()
    await world.records.save('markers', 'odd', () => ({ day, type: 'own', text: 'x' }))
    const history = await open(world)
    await history.beginMarker(history.markers.value[0])
    history.marker.change({ text: 'y' })
    history.marker.leaveDay(history.marker.open.value?.day ?? null)
    expect(history.marker.problems.value.day).toBeNull()
    expect(await history.addMarker()).toBe('odd')
    expect(await stored(world)).toMatchObject([{ day, text: 'y' }])
    // One that is chosen is of today or before.
    await history.beginMarker(history.markers.value[0])
    history.marker.change({ day: '2026-11-24' })
    expect(await history.addMarker()).toBeNull()
    expect(history.marker.problems.value.day).toMatchObject({ why: 'to-come' })
  })

  test('goes with a way back, also after a reload, and the way back of adding it takes it out', async () => {
    const world = pageWorld()
    const history = await open(world)
    const id = await add(history, '2026-11-20', 'x')
    expect(history.added.value).toBe(id)
    await history.undoAdd()
    expect(markersOf(history)).toEqual([])
    world.timers.drop()
    const reopened = await open(world)
    await reopened.undo()
    expect(markersOf(reopened)).toEqual([['2026-11-20', 'x']])
    await reopened.removeMarker(id)
    expect(markersOf(reopened)).toEqual([])
  })

  test('is selected and deleted with others', async () => {
    const world = pageWorld()
    const checkIn = await world.checkIn('2026-11-20T09:00[Europe/Berlin]')
    const history = await open(world)
    const id = await add(history, '2026-11-20', 'x')
    history.selection.pick([checkIn, id], true)
    await history.removePicked(history.months.value ?? [])
    expect(history.months.value).toEqual([])
    await history.undo()
    expect(history.months.value?.[0]?.days[0]).toMatchObject({
      markers: [{ id }],
      entries: [{ id: checkIn }],
    })
  })
})

describe('what stands in the form', () => {
  test('comes back with the page, and is not lost to a marker that is changed meanwhile', async () => {
    const world = pageWorld()
    const first = await open(world)
    await add(first, '2026-11-20', 'there')
    await first.beginMarker()
    first.marker.change({ text: 'half typed' })
    const second = await open(world)
    expect(second.marker.open.value).toMatchObject({ text: 'half typed', changes: false })
    await second.beginMarker(second.markers.value[0])
    second.marker.change({ text: 'changed' })
    await second.addMarker()
    expect(second.marker.open.value).toBeNull()
    await second.beginMarker()
    expect(second.marker.open.value).toMatchObject({ text: 'half typed', changes: false })
    second.marker.change({ text: '' })
    second.marker.close()
    expect((await open(world)).marker.open.value).toBeNull()
  })

  const twoMarkers = async (world: World) => {
    const history = await open(world)
    const first = await add(history, '2026-11-20', 'one')
    const second = await add(history, '2026-11-19', 'two')
    const begin = async (page: OpenHistory, id: string) =>
      page.beginMarker(page.markers.value.find(marker => marker.id === id))
    return { history, first, second, begin }
  }

  test('to change a marker is there again once the form that took its place is done with', async () => {
    const world = pageWorld()
    const { history, first, second, begin } = await twoMarkers(world)
    await begin(history, first)
    history.marker.change({ text: 'one, half typed' })
    await begin(history, second)
    expect(history.marker.open.value).toMatchObject({ id: second, text: 'two' })
    history.marker.change({ text: 'two, half typed' })
    await history.beginMarker()
    expect(history.marker.open.value).toMatchObject({ text: '', changes: false })
    const reopened = await open(world)
    reopened.marker.close()
    expect(reopened.marker.open.value).toMatchObject({ id: second, text: 'two, half typed' })
    await reopened.addMarker()
    expect(reopened.marker.open.value).toMatchObject({ id: first, text: 'one, half typed' })
    await reopened.addMarker()
    expect(reopened.marker.open.value).toBeNull()
    expect(await stored(world)).toMatchObject([{ text: 'one, half typed' }, { text: 'two, half typed' }])
  })

  test('is there at once where it is asked for again; what was not touched does not wait', async () => {
    const world = pageWorld()
    const { history, first, second, begin } = await twoMarkers(world)
    await begin(history, first)
    history.marker.change({ text: 'one, half typed' })
    await begin(history, second)
    await begin(history, first)
    expect(history.marker.open.value).toMatchObject({ id: first, text: 'one, half typed' })
    history.marker.close()
    expect(history.marker.open.value).toBeNull()
    await begin(history, first)
    expect(history.marker.open.value).toMatchObject({ text: 'one' })
  })

  test('of a new marker outlives the page also while another is changed, and waits folded', async () => {
    const world = pageWorld()
    const { history, first, second, begin } = await twoMarkers(world)
    await history.beginMarker()
    history.marker.change({ text: 'half typed' })
    await begin(history, first)
    history.marker.change({ text: 'one, half typed' })
    await begin(history, second)
    const reopened = await open(world)
    expect(reopened.marker.open.value).toMatchObject({ id: second })
    reopened.marker.close()
    expect(reopened.marker.open.value).toMatchObject({ id: first })
    reopened.marker.close()
    expect(reopened.marker.open.value).toBeNull()
    await reopened.beginMarker()
    expect(reopened.marker.open.value).toMatchObject({ text: 'half typed', changes: false })
  })

  test('while it is on its way to the store is not lost', async () => {
    const world = pageWorld()
    const { history, first, begin } = await twoMarkers(world)
    await begin(history, first)
    history.marker.change({ text: 'one, at first' })
    const saving = history.addMarker()
    history.marker.change({ text: 'one, and more' })
    await saving
    expect(history.marker.open.value).toMatchObject({ id: first, text: 'one, and more' })
  })
})

describe('a change of medicine', () => {
  const withPrivateTags = (world: World): World => {
    const tags = wordList(tagCatalogue, [], id => id)
    return { ...world, lists: { ...world.lists, tags: () => tags } }
  }

  test('can be marked once the private tags are on', async () => {
    const world = pageWorld()
    const plain = await open(world)
    await plain.beginMarker()
    expect(plain.marker.medication.value).toBe(false)
    const switchedOn = await open(withPrivateTags(world))
    await switchedOn.beginMarker()
    expect(switchedOn.marker.medication.value).toBe(true)
  })

  test('that is marked stays one after they were switched off', async () => {
    const world = pageWorld()
    await add(await open(withPrivateTags(world)), '2026-11-20', 'half the dose', 'medication')
    const [marker] = await stored(world)
    const history = await open(world)
    await history.beginMarker(marker)
    history.marker.change({ type: 'loss' })
    expect(history.marker.medication.value).toBe(true)
    history.marker.change({ type: 'medication' })
    await history.addMarker()
    expect(await stored(world)).toMatchObject([{ type: 'medication', text: 'half the dose' }])
  })
})
