/** Library → Pauses as its screen sees it: found, starred, hidden, written, refused in a sentence, deleted and taken back. */
import { describe, expect, test, vi } from 'vitest'
import { createLibrary } from '../../lib/app/library.ts'
import { createOwnPauses } from '../../lib/app/own-pauses.ts'
import type { PutAway } from '../../lib/app/put-away.ts'
import type { Removal } from '../../lib/app/removal.ts'
import { pauses } from '../../lib/content/pauses.ts'
import type { PauseContent } from '../../lib/core/own-pause.ts'
import type { PauseDrafts } from '../../lib/core/pause-draft.ts'
import type { Id } from '../../lib/core/records.ts'
import { memorySlot, seededChance } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

type World = ReturnType<typeof pageWorld>

const slots = () => ({
  removal: memorySlot<Removal>(),
  putAway: memorySlot<readonly PutAway<PauseContent>[]>(),
})

const open = async (world: World = pageWorld(), drafts = memorySlot<PauseDrafts>(), kept = slots()) => {
  const startPause = vi.fn<(id: Id) => Promise<void>>(async () => {})
  const library = createLibrary({
    ...world,
    chance: seededChance(3),
    own: createOwnPauses(world),
    later: world.timers.later,
    drafts,
    ...kept,
    texts: {
      title: id => id.replaceAll('-', ' '),
      kind: kind => `of the kind ${kind}`,
      say: key => (key === 'pause_look_up_3' ? 'Find the dóor.' : key),
    },
    locale: () => 'en',
    startPause,
  })
  await library.load()
  const rows = async () => {
    const found = await world.records.all('pauses')
    if (!found.ok) throw new Error('the store is broken')
    return found.value
  }
  const write = (name: string, text = 'Look at it.', seconds = '20') => {
    library.form.start(null)
    library.form.type({ name })
    library.form.typeStep(1, { text, seconds })
  }
  const add = async (name: string): Promise<Id> => {
    write(name)
    await library.save()
    const added = (await rows()).find(row => row.label === name)
    if (!added) throw new Error(`“${name}” was not added`)
    return added.id
  }
  const idsOf = (group: readonly { readonly pause: { readonly id: Id } }[]) =>
    group.map(({ pause }) => pause.id)
  const shown = () => {
    const { favourites, own, kinds, hidden } = library.shelf.value
    return idsOf([...favourites, ...own, ...kinds.flatMap(({ pauses }) => pauses), ...hidden])
  }
  return { world, library, drafts, kept, startPause, rows, write, add, idsOf, shown }
}

const undoTime = 10_000
const full = { kind: 'full' } as const

describe('the shelf', () => {
  test('holds every pause of the catalogue once, by kind', async () => {
    const { library, shown } = await open()
    expect(shown().toSorted()).toEqual(pauses.map(({ id }) => id).toSorted())
    expect(library.shelf.value.count).toBe(pauses.length)
    expect(library.shelf.value.kinds[0]?.kind).toBe('out')
    expect(library.shelf.value.favourites).toEqual([])
  })

  test('has favourites on top, own ones after them, and hidden ones at the end', async () => {
    const { library, add, idsOf } = await open()
    const tree = await add('The tree')
    const lake = await add('The lake')
    await library.setFavourite('long-exhale', true)
    await library.setFavourite(lake, true)
    await library.hide('look-up', true)
    const { favourites, own, kinds, hidden } = library.shelf.value
    expect(idsOf(favourites)).toEqual(['long-exhale', lake])
    expect(idsOf(own)).toEqual([tree])
    expect(idsOf(hidden)).toEqual(['look-up'])
    expect(idsOf(kinds.flatMap(({ pauses }) => pauses))).not.toContain('long-exhale')
  })

  test('says of each what the catalogue says', async () => {
    const { library } = await open()
    const [lookUp] = library.shelf.value.kinds[0]?.pauses ?? []
    expect(lookUp).toMatchObject({ title: 'look up', about: 'pause_look_up_about', grade: 'D' })
    expect(lookUp?.known?.eyes).toBe('open')
  })
})

describe('finding', () => {
  test.each([
    ['LOOK UP', 'in the name'],
    ['look_up_about', 'in the line'],
    ['the door', 'in a step, without its accents'],
  ])('“%s” is found %s', async text => {
    const { library, shown } = await open()
    library.seek(text)
    expect(shown()).toEqual(['look-up'])
    expect(library.filtering.value).toBe(true)
  })

  test('by the kind, and hidden ones too', async () => {
    const { library, shown } = await open()
    await library.hide('long-exhale', true)
    library.seek('kind breath')
    expect(shown()).toEqual(expect.arrayContaining(['long-exhale']))
    expect(shown()).not.toContain('look-up')
  })

  test('own ones by their own words', async () => {
    const { library, write, rows, shown } = await open()
    write('The tree', '<b>Листья</b> 🌳')
    await library.save()
    library.seek('листья')
    expect(shown()).toEqual([(await rows())[0]?.id])
  })

  test('filters hold together, are counted, and are cleared at once', async () => {
    const { library, shown } = await open()
    library.choose({ kind: 'breath' })
    library.choose({ span: 'minute' })
    library.choose({ grade: 'C' })
    const expected = pauses.filter(
      ({ kind, seconds, grade }) => kind === 'breath' && seconds <= 60 && grade === 'C',
    )
    expect(expected.length).toBeGreaterThan(0)
    expect(shown()).toEqual(expected.map(({ id }) => id))
    expect(library.shelf.value.count).toBe(expected.length)
    library.seek('nothing like this')
    expect(library.shelf.value.count).toBe(0)
    library.clear()
    expect(library.filtering.value).toBe(false)
    expect(library.find.value).toBe('')
    expect(library.shelf.value.count).toBe(pauses.length)
  })

  test.each([
    ['short', (seconds: number) => seconds <= 30],
    ['minute', (seconds: number) => seconds <= 60],
    ['longer', (seconds: number) => seconds > 60],
  ] as const)('by length: %s', async (span, fits) => {
    const { library, shown } = await open()
    library.choose({ span })
    expect(shown().toSorted()).toEqual(
      pauses
        .filter(({ seconds }) => fits(seconds))
        .map(({ id }) => id)
        .toSorted(),
    )
  })
})

describe('starring and hiding', () => {
  test('are kept, said to other pages, and taken back', async () => {
    const { world, library, rows } = await open()
    await library.setFavourite('look-up', true)
    expect(await rows()).toMatchObject([{ id: 'look-up', label: null, favourite: true, hidden: false }])
    expect(world.changes.announced).toContain('records')
    await library.hide('look-up', true)
    expect(await rows()).toMatchObject([{ favourite: true, hidden: true }])
    expect(library.news.value).toEqual({ what: 'hidden', title: 'look up' })
    await library.hide('look-up', false)
    await library.setFavourite('look-up', false)
    expect(await rows()).toMatchObject([{ favourite: false, hidden: false }])
    expect(library.news.value).toEqual({ what: 'shown', title: 'look up' })
  })

  test('of an own pause leave its words alone', async () => {
    const { library, add, rows } = await open()
    const id = await add('The tree')
    await library.setFavourite(id, true)
    expect(await rows()).toMatchObject([
      { label: 'The tree', steps: [{ text: 'Look at it.', seconds: 20 }], favourite: true },
    ])
  })

  test('close the details of what went out of sight', async () => {
    const { library } = await open()
    library.show('look-up')
    await library.hide('look-up', true)
    expect(library.open.value).toBeNull()
  })

  test('do not bring back an own pause that another page deleted', async () => {
    const { world, library, add, rows } = await open()
    const id = await add('The tree')
    await world.records.remove('pauses', id, world.clock.now().epochMilliseconds + undoTime)
    await library.setFavourite(id, true)
    expect(await rows()).toEqual([])
    expect(library.problem.value).toMatchObject({ problem: { name: 'gone' }, doing: 'save' })
  })

  test('that failed are done by trying again', async () => {
    const { world, library, idsOf } = await open()
    world.store.problem = full
    await library.setFavourite('look-up', true)
    expect(library.problem.value).toEqual({ problem: full, doing: 'save' })
    expect(library.shelf.value.favourites).toEqual([])
    world.store.problem = null
    await library.tryAgain()
    expect(library.problem.value).toBeNull()
    expect(idsOf(library.shelf.value.favourites)).toEqual(['look-up'])
  })
})

describe('writing', () => {
  test('keeps a pause with its steps, and opens it', async () => {
    const { library, write, rows } = await open()
    write('The tree')
    library.form.type({ about: 'Outside the window.' })
    library.form.addStep()
    library.form.typeStep(2, { text: 'And the next one.' })
    await library.save()
    const [row] = await rows()
    expect(row).toMatchObject({
      label: 'The tree',
      text: 'Outside the window.',
      steps: [
        { text: 'Look at it.', seconds: 20 },
        { text: 'And the next one.', seconds: null },
      ],
      favourite: false,
      hidden: false,
    })
    expect(row?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(library.form.open.value).toBeNull()
    expect(library.open.value).toBe(row?.id)
    expect(library.news.value).toEqual({ what: 'added', title: 'The tree' })
    expect(library.shelf.value.own).toMatchObject([{ pause: { kind: 'own', seconds: 40 } }])
  })

  test('twice in quick turn keeps one', async () => {
    const { library, write, rows } = await open()
    write('The tree')
    await Promise.all([library.save(), library.save()])
    expect(await rows()).toHaveLength(1)
    expect(library.form.refused.value).toBeNull()
  })

  test('goes on with what was typed while it was kept', async () => {
    const { world, library, write, rows } = await open()
    write('The tree')
    const stop = world.changes.listen(() => library.form.type({ name: 'The old tree' }))
    await library.save()
    stop()
    expect(library.form.open.value).toMatchObject({ name: 'The old tree' })
    await library.save()
    expect(await rows()).toMatchObject([{ label: 'The old tree' }])
  })

  test.each([
    ['no name', { name: ' ' }, 'name-empty'],
    ['a name of Thaw’s', { name: 'Look Up' }, 'name-taken'],
    ['0 seconds', { seconds: '0' }, 'step-seconds'],
    ['10,000 seconds', { seconds: '10000' }, 'step-seconds'],
    ['a word for seconds', { seconds: 'ten' }, 'step-seconds'],
    ['an empty step', { text: '' }, 'step-empty'],
  ])('%s is refused, and nothing typed is lost', async (_, change, kind) => {
    const { library, write, rows } = await open()
    const typed = { name: 'The tree', text: 'Look.', seconds: '20', ...change }
    write(typed.name, typed.text, typed.seconds)
    await library.save()
    expect(library.form.refused.value).toMatchObject({ kind })
    expect(library.problem.value).toBeNull()
    expect(library.form.open.value).toMatchObject({
      name: typed.name,
      steps: [{ text: typed.text, seconds: typed.seconds }],
    })
    expect(await rows()).toEqual([])
    // What is typed next is another pause.
    library.form.type({ name: 'The lake' })
    expect(library.form.refused.value).toBeNull()
  })

  test('no steps and 200 steps are refused', async () => {
    const { library, write } = await open()
    write('The tree')
    library.form.removeStep(1)
    await library.save()
    expect(library.form.refused.value).toEqual({ kind: 'no-steps' })
    for (let count = 0; count < 200; count += 1) library.form.addStep()
    await library.save()
    expect(library.form.refused.value).toEqual({ kind: 'many-steps', count: 200 })
    expect(library.form.open.value?.steps).toHaveLength(200)
  })

  test('sees the name that another page took a moment ago', async () => {
    const { world, library, write, rows } = await open()
    await world.records.save('pauses', 'other', () => ({
      label: 'the  TREE',
      text: null,
      steps: [{ text: 'Look.', seconds: 5 }],
      favourite: false,
      hidden: false,
    }))
    write('The tree')
    await library.save()
    expect(library.form.refused.value).toMatchObject({ kind: 'name-taken', name: 'the  TREE' })
    expect(await rows()).toHaveLength(1)
  })

  test('that failed stays in the form, and is kept by trying again', async () => {
    const { world, library, write, rows } = await open()
    write('The tree')
    world.store.problem = full
    await library.save()
    expect(library.problem.value).toEqual({ problem: full, doing: 'save' })
    expect(library.form.open.value).toMatchObject({ name: 'The tree' })
    world.store.problem = null
    await library.tryAgain()
    expect(await rows()).toMatchObject([{ label: 'The tree' }])
    expect(library.form.open.value).toBeNull()
  })

  test('steps change places, and go', async () => {
    const { library, write } = await open()
    write('The tree', 'one')
    library.form.addStep()
    library.form.typeStep(2, { text: 'two' })
    library.form.addStep()
    library.form.typeStep(3, { text: 'three' })
    const texts = () => library.form.open.value?.steps.map(({ text }) => text)
    library.form.moveStepUp(3)
    expect(texts()).toEqual(['one', 'three', 'two'])
    library.form.moveStepUp(1)
    expect(texts()).toEqual(['one', 'three', 'two'])
    library.form.removeStep(3)
    expect(texts()).toEqual(['one', 'two'])
  })
})

describe('changing', () => {
  test('keeps the pause under its id, with its star', async () => {
    const { library, add, rows } = await open()
    const id = await add('The tree')
    await library.setFavourite(id, true)
    library.form.start(id)
    expect(library.form.open.value).toMatchObject({
      name: 'The tree',
      steps: [{ text: 'Look at it.', seconds: '20' }],
    })
    library.form.typeStep(1, { seconds: '' })
    await library.save()
    expect(await rows()).toMatchObject([
      { id, label: 'The tree', steps: [{ text: 'Look at it.', seconds: null }], favourite: true },
    ])
    expect(library.news.value).toEqual({ what: 'changed', title: 'The tree' })
  })

  test('is put back as it was', async () => {
    const { library, add } = await open()
    const id = await add('The tree')
    library.form.start(id)
    expect(library.form.changed.value).toBe(false)
    library.form.type({ name: 'The lake' })
    expect(library.form.changed.value).toBe(true)
    library.form.putBack()
    expect(library.form.open.value).toMatchObject({ name: 'The tree' })
    expect(library.form.changed.value).toBe(false)
  })

  test('one that another page deleted keeps what was typed, as a new one', async () => {
    const { world, library, add, rows } = await open()
    const id = await add('The tree')
    library.form.start(id)
    library.form.type({ name: 'The lake' })
    await world.records.remove('pauses', id, world.clock.now().epochMilliseconds + undoTime)
    await library.save()
    expect(await rows()).toMatchObject([{ label: 'The lake' }])
    expect((await rows())[0]?.id).not.toBe(id)
    expect(library.form.open.value).toBeNull()
  })
})

describe('what was typed and not saved', () => {
  test('stays when the form is closed, and when the page is', async () => {
    const { world, library, drafts, write, rows } = await open()
    write('The tree')
    library.form.close()
    expect(library.form.open.value).toBeNull()
    expect(library.form.begun.value).toBe(true)
    const { library: again } = await open(world, drafts)
    again.form.start(null)
    expect(again.form.open.value).toMatchObject({
      name: 'The tree',
      steps: [{ text: 'Look at it.', seconds: '20' }],
    })
    await again.save()
    expect(await rows()).toMatchObject([{ label: 'The tree' }])
    expect(again.form.begun.value).toBe(false)
    expect(await drafts.read()).toBeNull()
  })

  test('stands open again where it stood open', async () => {
    const { world, drafts, write } = await open()
    write('The tree')
    const { library: again } = await open(world, drafts)
    expect(again.form.open.value).toMatchObject({ name: 'The tree' })
  })
})

describe('deleting', () => {
  test('a pause that no session holds leaves nothing behind', async () => {
    const { world, library, rows, add, shown } = await open()
    const id = await add('The tree')
    await world.session('2026-11-20T09:00[Europe/Berlin]')
    await library.remove(id)
    expect(library.removal.value).toMatchObject({ items: [{ store: 'pauses', id }] })
    expect(library.open.value).toBeNull()
    expect(shown()).not.toContain(id)
    world.clock.advance(undoTime + 1)
    world.timers.ring()
    expect(library.removal.value).toBeNull()
    expect(await rows()).toEqual([])
    world.clock.advance(-undoTime)
    expect(await world.records.undoRemove('pauses', id)).toEqual({ ok: true, value: false })
  })

  test('a pause that a session holds keeps its name there, and stands in no list', async () => {
    const { world, library, rows, add, shown } = await open()
    const id = await add('The tree')
    await library.setFavourite(id, true)
    // Older than many others: the whole history is looked through.
    await world.session('2026-01-01T09:00[Europe/Berlin]', { pauseId: id })
    for (let count = 0; count < 450; count += 1) await world.session('2026-11-20T09:00[Europe/Berlin]')
    await library.remove(id)
    expect(shown()).not.toContain(id)
    expect(library.titleOf(id)).toBe('The tree')
    world.timers.ring()
    expect(await rows()).toMatchObject([{ id, label: 'The tree', steps: [], favourite: false, hidden: true }])
  })

  test.each([
    ['used', true],
    ['unused', false],
  ])('of a pause that is %s is taken back as it stood', async (_, used) => {
    const { world, library, rows, add, idsOf } = await open()
    const id = await add('The tree')
    await library.setFavourite(id, true)
    if (used) await world.session('2026-11-20T09:00[Europe/Berlin]', { pauseId: id })
    const [before] = await rows()
    await library.remove(id)
    await library.undo()
    expect(library.removal.value).toBeNull()
    expect(idsOf(library.shelf.value.favourites)).toEqual([id])
    const { label, text, steps, favourite, hidden } = before ?? {}
    expect(await rows()).toMatchObject([{ id, label, text, steps, favourite, hidden }])
    expect(library.news.value).toEqual({ what: 'back', title: 'The tree' })
  })

  test.each([
    ['used', true],
    ['unused', false],
  ])('of a pause that is %s can be taken back once the page was opened again', async (_, used) => {
    const { world, drafts, kept, library, add } = await open()
    const id = await add('The tree')
    if (used) await world.session('2026-11-20T09:00[Europe/Berlin]', { pauseId: id })
    await library.remove(id)
    const again = await open(world, drafts, kept)
    await again.library.undo()
    expect(again.idsOf(again.library.shelf.value.own)).toEqual([id])
    expect(await again.rows()).toMatchObject([
      { id, steps: [{ text: 'Look at it.', seconds: 20 }], hidden: false },
    ])
    expect(await kept.putAway.read()).toBeNull()
  })

  test('of a used pause is taken back where nothing could be kept beside it', async () => {
    const { world, kept, library, add, rows } = await open()
    const id = await add('The tree')
    await world.session('2026-11-20T09:00[Europe/Berlin]', { pauseId: id })
    for (const slot of [kept.removal, kept.putAway]) slot.write = () => Promise.reject(new Error('refused'))
    await library.remove(id)
    expect(await rows()).toMatchObject([{ id, steps: [] }])
    await library.undo()
    expect(await rows()).toMatchObject([{ id, steps: [{ text: 'Look at it.' }] }])
  })

  test('written again, it is the same pause, so that its history goes on; undo leaves it as it is now', async () => {
    const { world, library, add, rows } = await open()
    const id = await add('The tree')
    await world.session('2026-11-20T09:00[Europe/Berlin]', { pauseId: id })
    await library.remove(id)
    library.form.start(null)
    library.form.type({ name: 'the tree' })
    library.form.typeStep(1, { text: 'Another.', seconds: '5' })
    await library.save()
    await library.undo()
    expect(await rows()).toMatchObject([{ id, label: 'the tree', steps: [{ text: 'Another.' }] }])
  })

  test('pressed twice, it still comes back', async () => {
    const { world, library, add, idsOf } = await open()
    const id = await add('The tree')
    await world.session('2026-11-20T09:00[Europe/Berlin]', { pauseId: id })
    await Promise.all([library.remove(id), library.remove(id)])
    await library.undo()
    expect(idsOf(library.shelf.value.own)).toEqual([id])
  })

  test('that failed changes nothing on screen', async () => {
    const { world, library, add, idsOf } = await open()
    const id = await add('The tree')
    world.store.problem = full
    await library.remove(id)
    expect(library.removal.value).toBeNull()
    expect(idsOf(library.shelf.value.own)).toEqual([id])
    world.store.problem = null
    await library.tryAgain()
    expect(library.shelf.value.own).toEqual([])
  })
})

describe('what is offered', () => {
  test('is kept at once, and said to other pages', async () => {
    const { world, library } = await open()
    const { offered } = library
    await offered.offerKind('breath', false)
    await offered.offerKind('own', false)
    await offered.offerKind('breath', true)
    await offered.offerUpTo(30)
    await offered.switchOn('four-seven-eight', true)
    await offered.setSound(true)
    await offered.setPace(1.25)
    await offered.setHolds(false)
    await offered.setGoal('lighter')
    await offered.setCompare(true)
    expect((await world.settings.read()).pauses).toEqual({
      offKinds: ['own'],
      atMost: 30,
      switchedOn: ['four-seven-eight'],
      sound: true,
      tempo: { pace: 1.25, holds: false },
      goal: 'lighter',
      compare: true,
      askedIn: { goal: null, compare: null },
    })
    expect(world.changes.announced).toContain('settings')
    await offered.switchOn('four-seven-eight', false)
    await offered.offerUpTo(null)
    expect(offered.settings.value).toMatchObject({ switchedOn: [], atMost: null })
  })

  test('always holds what looks outward', async () => {
    const { world, library } = await open()
    await library.offered.offerKind('out', false)
    expect(library.offered.settings.value?.offKinds).toEqual([])
    expect((await world.settings.read()).pauses.offKinds).toEqual([])
  })

  test('loses none of two quick presses', async () => {
    const { library } = await open()
    await Promise.all([library.offered.offerKind('body', false), library.offered.offerKind('rest', false)])
    expect(library.offered.settings.value?.offKinds.toSorted()).toEqual(['body', 'rest'])
  })

  test('that could not be kept says so, and is kept by trying again', async () => {
    const { world, library } = await open()
    const { set } = world.values
    Object.assign(world.values, { set: () => Promise.reject(new DOMException('', 'QuotaExceededError')) })
    await library.offered.setSound(true)
    expect(library.problem.value).toMatchObject({ doing: 'save', problem: { kind: 'failed' } })
    expect(library.offered.settings.value?.sound).toBe(false)
    Object.assign(world.values, { set })
    await library.tryAgain()
    expect(library.offered.settings.value?.sound).toBe(true)
    expect(library.problem.value).toBeNull()
  })
})

describe('trying', () => {
  test('starts the pause', async () => {
    const { library, startPause } = await open()
    await library.start('look-up')
    expect(startPause).toHaveBeenCalledExactlyOnceWith('look-up')
    expect(library.notStarted.value).toBe(false)
  })

  test('says where it did not open, until one does', async () => {
    const { library, startPause } = await open()
    startPause.mockRejectedValueOnce(new Error('no window'))
    await library.start('look-up')
    expect(library.notStarted.value).toBe(true)
    await library.start('look-up')
    expect(library.notStarted.value).toBe(false)
  })
})

test('a history that cannot be read leaves the catalogue, says so, and tries again', async () => {
  const world = pageWorld()
  world.store.problem = full
  const { library } = await open(world)
  expect(library.ready.value).toBe(false)
  expect(library.problem.value).toEqual({ problem: full, doing: 'open' })
  expect(library.shelf.value.count).toBe(pauses.length)
  world.store.problem = null
  await library.tryAgain()
  expect(library.ready.value).toBe(true)
  expect(library.problem.value).toBeNull()
})

test('what another page changes shows here', async () => {
  const { world, library, idsOf } = await open()
  await world.records.save('pauses', 'look-up', () => ({
    label: null,
    text: null,
    favourite: true,
    hidden: false,
  }))
  world.changes.announce('records')
  await vi.waitFor(() => expect(idsOf(library.shelf.value.favourites)).toEqual(['look-up']))
  await world.settings.change(all => ({ ...all, pauses: { ...all.pauses, sound: true } }))
  world.changes.announce('settings')
  await vi.waitFor(() => expect(library.offered.settings.value?.sound).toBe(true))
})
