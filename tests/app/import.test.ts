/** An import as a person meets it: what the page asks, says and changes, step by step. */
import { describe, expect, test, vi } from 'vitest'
import type { ImportStep } from '../../lib/app/import-steps.ts'
import { isShown } from '../../lib/core/merge.ts'
import type { Step } from '../../lib/core/records.ts'
import { defaultSettings } from '../../lib/core/settings.ts'
import { toRows } from '../../lib/store/formats/to-rows.ts'
import { valueIn } from '../contract/assert.ts'
import { testId } from '../contract/fakes.ts'
import { meetingOf, noon } from '../contract/samples.ts'
import { backedUp, foreignRead, importWorld } from '../support/import-world.ts'

const thaw = (...rows: readonly ReturnType<typeof backedUp>[]) =>
  ({ kind: 'thaw', rows, unreadable: [], settings: null }) as const

const foundIn = (step: ImportStep) => {
  if (step.kind !== 'found') throw new Error(`It is ${step.kind}`)
  return step
}

describe('a Thaw backup', () => {
  test('is met with the history before anything changes, and brought in when asked', async () => {
    const { files, give, model, rows, put, changes } = importWorld()
    await put(backedUp(1))
    await put(backedUp(2, 3))
    files.set('a.json', thaw(backedUp(1), backedUp(2, 7), backedUp(3)))
    await give('a.json')
    const { found, hasSettings } = foundIn(model.step.value)
    expect(found.meeting).toEqual(meetingOf({ added: 1, changed: 1, same: 1 }))
    expect(found.counts).toMatchObject({ checkIns: 3, sessions: 0, deleted: 0 })
    expect(found.preview.map(({ id }) => id)).toEqual([3, 2, 1].map(number => backedUp(number).row.id))
    expect([hasSettings, (await rows()).length, changes.announced]).toEqual([false, 2, []])
    await model.bring()
    expect(model.step.value).toMatchObject({
      kind: 'done',
      meeting: meetingOf({ added: 1, changed: 1, same: 1 }),
      settings: null,
    })
    expect([(await rows()).length, changes.announced]).toEqual([3, ['records']])
  })

  test('shows the newest ten of its check-ins, and counts what is left of deleted ones apart', async () => {
    const { files, give, model } = importWorld()
    const many = Array.from({ length: 5_000 }, (_, at) => backedUp(at + 1))
    const { id, updatedAt, origin } = backedUp(9_000).row
    const gone = { store: 'markers', row: { id, updatedAt, origin, deletedAt: updatedAt } } as const
    files.set('a.json', { ...thaw(), rows: [...many, gone] })
    await give('a.json')
    const { found } = foundIn(model.step.value)
    expect(found.preview.map(entry => entry.id)).toEqual(
      Array.from({ length: 10 }, (_, at) => backedUp(5_000 - at).row.id),
    )
    expect(found.counts).toMatchObject({ checkIns: 5_000, markers: 0, deleted: 1 })
  })

  test('brings names along for its own words, tags and pauses, which nothing here knows yet', async () => {
    const { files, give, model } = importWorld()
    const { id, updatedAt, origin } = backedUp(1).row
    const own = (store: 'words' | 'tags', label: string | null) =>
      ({
        store,
        row: { id: `${id} ${store}`, updatedAt, origin, label, group: null, hidden: false },
      }) as const
    files.set('a.json', { ...thaw(), rows: [own('words', 'foggy-ish'), own('tags', null)] })
    await give('a.json')
    const { names, counts } = foundIn(model.step.value).found
    expect([counts.words, counts.tags]).toEqual([1, 1])
    expect([...names.word, ...names.tag, ...names.pause]).toEqual([[`${id} words`, 'foggy-ish']])
  })

  test('brought in twice adds nothing, and makes no second import', async () => {
    const { files, give, model, list } = importWorld()
    files.set('a.json', thaw(backedUp(1)))
    await give('a.json')
    await model.bring()
    await give('a.json')
    expect(foundIn(model.step.value).found.meeting).toEqual(meetingOf({ same: 1 }))
    await model.bring()
    expect(model.step.value).toMatchObject({ kind: 'done', id: null })
    await list.load()
    expect(list.imports.value).toHaveLength(1)
  })
})

describe('what a backup holds and was deleted here since', () => {
  const deleted = async () => {
    const world = importWorld()
    const { files, give, put, whole, edit } = world
    const copy = [1, 2, 3].map(number => backedUp(number))
    await put(...copy)
    await put({ ...backedUp(4), row: { ...backedUp(4).row, day: '2026-11-23' } })
    await edit(3)
    valueIn(await whole.removePeriod('2026-11-22', '2026-11-22'))
    files.set('a.json', thaw(...copy))
    await give('a.json')
    return world
  }

  test('is told apart from what is here, and stays deleted unless the person says otherwise', async () => {
    const { files, give, model, rows } = await deleted()
    const { found, hasDeleted } = foundIn(model.step.value)
    expect([found.meeting, hasDeleted, model.withDeleted.value]).toEqual([
      meetingOf({ deleted: 3 }),
      true,
      false,
    ])
    const before = await rows()
    await model.bring()
    expect(model.step.value).toMatchObject({ kind: 'done', id: null, meeting: { deleted: 3 } })
    expect(await rows()).toEqual(before)
    files.set('b.json', thaw(backedUp(4)))
    await give('b.json')
    expect(foundIn(model.step.value).hasDeleted).toBe(false)
  })

  test('comes back where that is asked, once, and can be taken back', async () => {
    const { give, model, rows, list, changes } = await deleted()
    const before = await rows()
    model.setWithDeleted(true)
    await model.bring()
    const { value: step } = model.step
    expect(step).toMatchObject({ kind: 'done', meeting: { added: 0, changed: 3, returned: 3, deleted: 0 } })
    expect(changes.announced).toEqual(['records'])
    const notes = async () => (await rows()).map(row => ('note' in row ? row.note : 'gone'))
    expect(await notes()).toEqual(['', '', '', ''])
    await model.leave()
    await give('a.json')
    const again = foundIn(model.step.value)
    expect([again.found.meeting, again.hasDeleted, model.withDeleted.value]).toEqual([
      meetingOf({ same: 3 }),
      false,
      false,
    ])
    if (step.kind !== 'done' || step.id === null) throw new Error(step.kind)
    expect(await list.takeBack(step.id)).toBe(true)
    expect(await rows()).toEqual(before)
  })

  test('asked for after it may be there without it, makes another import', async () => {
    const { model, store, rows, files, give, list } = await deleted()
    files.set('b.json', thaw(backedUp(1), backedUp(9)))
    await model.leave()
    await give('b.json')
    store.problem = { kind: 'full', perhapsDone: true }
    await model.bring()
    store.problem = null
    model.setWithDeleted(true)
    await model.bring()
    expect(model.step.value).toMatchObject({ kind: 'done', meeting: { changed: 1, returned: 1, same: 1 } })
    await list.load()
    expect([(await rows()).filter(isShown).length, list.imports.value?.length]).toEqual([3, 4])
  })

  test('is only told of where the file is a table', async () => {
    const { model, files, give, rows } = await deleted()
    await model.leave()
    const before = await rows()
    files.set('t.csv', { kind: 'csv', rows: [backedUp(1)], unreadable: [] })
    await give('t.csv')
    const { found, hasDeleted } = foundIn(model.step.value)
    expect([found.meeting, hasDeleted]).toEqual([meetingOf({ deleted: 1 }), false])
    model.setWithDeleted(true)
    await model.bring()
    expect(await rows()).toEqual(before)
  })
})

test('a table names again what was deleted here, where a check-in of it is new', async () => {
  const { files, give, model, records, put, clock } = importWorld()
  const id = testId(noon, 70)
  const made = { id, updatedAt: 0, origin: 'import:csv', group: null, hidden: false } as const
  const tag = { store: 'tags', row: { ...made, label: 'moss' } } as const
  await put(tag)
  valueIn(await records.remove('tags', id, clock.now().epochMilliseconds))
  valueIn(await records.settleRemovals())
  const checkIn = { store: 'checkIns', row: { ...backedUp(1).row, tags: [id] } } as const
  files.set('t.csv', { kind: 'csv', rows: [tag, checkIn] as const, unreadable: [] })
  await give('t.csv')
  await model.bring()
  expect(model.step.value).toMatchObject({ meeting: { added: 1, changed: 1, returned: 1 } })
  expect(valueIn(await records.get('tags', id))?.label).toBe('moss')
})

test('a file whose records came in elsewhere meanwhile makes no import to take back', async () => {
  const { files, give, model, put, list } = importWorld()
  files.set('a.json', thaw(backedUp(1)))
  await give('a.json')
  await put(backedUp(1))
  await model.bring()
  const meeting = meetingOf({ same: 1 })
  expect(model.step.value).toEqual({ kind: 'done', id: null, meeting, settings: null })
  await list.load()
  expect(list.imports.value).toHaveLength(1)
})

describe('settings in a backup', () => {
  const nudges = { ...defaultSettings.nudges, cap: 2 }
  const withSettings = { ...thaw(backedUp(1)), settings: { nudges, welcomed: false } }

  test('come along by themselves where nothing was written here, and everybody is told', async () => {
    const { files, give, model, settings, changes, told } = importWorld()
    await settings.change(current => ({ ...current, welcomed: true }))
    files.set('a.json', withSettings)
    await model.load()
    expect(model.empty.value).toBe(true)
    await give('a.json')
    expect([foundIn(model.step.value).hasSettings, model.withSettings.value]).toEqual([true, true])
    await model.bring()
    expect(model.step.value).toMatchObject({ kind: 'done', settings: true })
    expect(await settings.read()).toMatchObject({ welcomed: true, nudges: { cap: 2 } })
    expect([changes.announced, told]).toEqual([['records', 'settings'], [{ kind: 'settings-changed' }]])
    expect(model.empty.value).toBe(false)
  })

  test('stay out where there is a history, until the person says otherwise', async () => {
    const { files, give, model, settings, put } = importWorld()
    await put(backedUp(2))
    files.set('a.json', withSettings)
    await give('a.json')
    expect(model.withSettings.value).toBe(false)
    await model.bring()
    expect([model.step.value, await settings.read()]).toMatchObject([
      { settings: null },
      { nudges: { cap: 6 } },
    ])
    await give('a.json')
    model.setWithSettings(true)
    await model.bring()
    // Every record was here already: the settings come alone.
    expect([model.step.value, await settings.read()]).toMatchObject([
      { kind: 'done', id: null, settings: true },
      { nudges: { cap: 2 } },
    ])
  })

  test('that cannot be kept say so; the records are there', async () => {
    const { files, give, model, values, rows } = importWorld()
    files.set('a.json', withSettings)
    await give('a.json')
    values.refuse(new Error('full'))
    await model.bring()
    expect(model.step.value).toMatchObject({ kind: 'done', settings: false, meeting: { added: 1 } })
    expect((await rows()).length).toBe(1)
  })
})

test('what is left of a zip is named from the first choice on, until the file is let go of', async () => {
  const { files, give, model } = importWorld()
  const zip = { read: ['a.csv'], left: ['b.json'] }
  files.set('a.zip', { kind: 'foreign', read: foreignRead(['meh']), zip })
  files.set('b.json', thaw(backedUp(1)))
  await give('a.zip')
  expect([model.step.value.kind, model.zip.value]).toEqual(['choosing', zip])
  await model.confirm()
  expect([model.step.value.kind, model.zip.value]).toEqual(['found', zip])
  await give('b.json')
  await model.leave()
  expect([model.step.value.kind, model.zip.value]).toEqual(['found', null])
})

describe('a file of another app', () => {
  test('asks what its moods come to: its own scale is suggested, every other one left out', async () => {
    const { files, give, model, chosen, rows } = importWorld()
    files.set('d.csv', { kind: 'foreign', read: foreignRead(['so so', 'rad', 'so so', null]) })
    await give('d.csv')
    const step = model.step.value
    if (step.kind !== 'choosing') throw new Error(`It is ${step.kind}`)
    const { choices } = step
    expect(choices.moods.map(({ key, count }) => [key, count])).toEqual([
      ['so so', 2],
      ['rad', 1],
    ])
    expect([...choices.mapping.value]).toEqual([
      ['so so', null],
      ['rad', 4],
    ])
    expect([choices.leftOut.value, choices.moodless, choices.needsZone, choices.zone.value]).toEqual([
      2,
      1,
      true,
      'Europe/Berlin',
    ])
    choices.map('so so', 0)
    choices.setZone('Africa/Cairo')
    expect(choices.leftOut.value).toBe(0)
    expect((await rows()).length).toBe(0)
    await model.confirm()
    expect(chosen).toMatchObject([
      {
        zone: 'Africa/Cairo',
        moods: new Map([
          ['so so', 0],
          ['rad', 4],
        ]),
      },
    ])
    const { found } = foundIn(model.step.value)
    expect([found.format, found.meeting.added]).toEqual(['daylio-csv', 4])
    // Felt is never made of a mood.
    expect(found.preview.map(entry => entry.kind === 'check-in' && entry.checkIn.felt)).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  test('lets the choices be changed after they were seen, and is one import all the while', async () => {
    const { files, give, model, chosen, list } = importWorld()
    files.set('d.csv', { kind: 'foreign', read: foreignRead(['meh']) })
    await give('d.csv')
    await model.confirm()
    const { choices } = foundIn(model.step.value)
    model.change()
    expect(model.step.value).toMatchObject({ kind: 'choosing' })
    choices?.map('meh', -2)
    await model.confirm()
    await model.bring()
    await list.load()
    expect(list.imports.value).toHaveLength(1)
    expect(chosen.map(({ moods }) => moods.get('meh'))).toEqual([null, -2])
  })

  test('brought in once more by other choices, stands as it was chosen last', async () => {
    const { files, give, model, rows } = importWorld()
    files.set('d.csv', { kind: 'foreign', read: foreignRead(['meh', 'so-so']) })
    const bring = async (step: Step) => {
      await give('d.csv')
      if (model.step.value.kind !== 'choosing') throw new Error(model.step.value.kind)
      model.step.value.choices.map('meh', step)
      await model.confirm()
      const { meeting } = foundIn(model.step.value).found
      await model.bring()
      await model.leave()
      return meeting
    }
    const pleasant = async () => (await rows()).map(row => ('pleasant' in row ? row.pleasant : 'gone'))
    expect(await bring(2)).toEqual(meetingOf({ added: 2 }))
    // The other entry is what it was.
    expect(await bring(-2)).toEqual(meetingOf({ changed: 1, same: 1 }))
    expect(await pleasant()).toEqual([-2, null])
    expect(await bring(2)).toEqual(meetingOf({ changed: 1, same: 1 }))
    expect(await pleasant()).toEqual([2, null])
    expect(await bring(2)).toEqual(meetingOf({ same: 2 }))
  })

  test('names its tags again that were deleted here, unless its entries stay deleted as well', async () => {
    const { files, give, model, records, clock } = importWorld()
    const bring = async (moods: readonly string[]) => {
      files.set('d.csv', { kind: 'foreign', read: foreignRead(moods, { tags: ['Moss'] }) })
      await give('d.csv')
      await model.confirm()
      const { meeting } = foundIn(model.step.value).found
      await model.bring()
      await model.leave()
      return meeting
    }
    const names = async () => valueIn(await records.all('tags')).map(({ label }) => label)
    expect(await bring(['meh'])).toEqual(meetingOf({ added: 2 }))
    for (const store of ['tags', 'checkIns'] as const)
      for (const { id } of valueIn(await records.all(store)))
        valueIn(await records.remove(store, id, clock.now().epochMilliseconds))
    valueIn(await records.settleRemovals())
    expect([await bring(['meh']), await names()]).toEqual([meetingOf({ deleted: 2 }), []])
    const more = meetingOf({ added: 1, changed: 1, returned: 1, deleted: 1 })
    expect([await bring(['meh', 'meh']), await names()]).toEqual([more, ['Moss']])
    expect(await bring(['meh', 'meh'])).toEqual(meetingOf({ same: 2, deleted: 1 }))
  })

  test('chosen otherwise elsewhere after it was met, stands as it is brought in last', async () => {
    const { files, give, model, rows, whole } = importWorld()
    const read = foreignRead(['meh'])
    files.set('d.csv', { kind: 'foreign', read })
    await give('d.csv')
    if (model.step.value.kind !== 'choosing') throw new Error(model.step.value.kind)
    model.step.value.choices.map('meh', 4)
    await model.confirm()
    for (const [number, step] of ([-2, -4] as const).entries()) {
      const made = toRows(read, { moods: new Map([['meh', step]]), zone: 'Europe/Berlin', now: noon })
      const chosen = valueIn(await whole.fitted({ format: read.format, rows: made.rows }))
      valueIn(await whole.bring({ id: testId(noon, number), format: 'x' }, chosen ?? []))
    }
    await model.bring()
    expect(await rows()).toMatchObject([{ pleasant: 4 }])
  })

  test.each([
    [{ kind: 'instant', at: 0, offset: 60 } as const, false],
    [{ kind: 'instant', at: 0, offset: null } as const, true],
    [{ kind: 'day', day: '2026-03-01' } as const, true],
  ])('with times of the kind %j needs a zone: %s', async (time, needed) => {
    const { files, give, model } = importWorld()
    files.set('d.csv', { kind: 'foreign', read: foreignRead(['meh'], { time }) })
    await give('d.csv')
    expect(model.step.value).toMatchObject({ kind: 'choosing', choices: { needsZone: needed } })
  })

  test('lists the zone of the browser where the browser does not', async () => {
    const { files, give, model, clock } = importWorld()
    clock.set('2026-11-22T12:00[UTC]')
    files.set('d.csv', { kind: 'foreign', read: foreignRead(['meh']) })
    await give('d.csv')
    expect(model.step.value).toMatchObject({ choices: { zones: ['UTC', 'Africa/Cairo', 'Europe/Berlin'] } })
  })

  test('keeps the lines that it could not read', async () => {
    const { files, give, model } = importWorld()
    const unreadable = [{ line: 4, reason: 'bad-time' }] as const
    files.set('d.csv', { kind: 'foreign', read: { ...foreignRead(['meh']), unreadable } })
    await give('d.csv')
    await model.confirm()
    expect(foundIn(model.step.value).found.unreadable).toEqual(unreadable)
  })
})

describe('an encrypted file', () => {
  test('asks for its passphrase, kindly once more where it does not fit', async () => {
    const { files, give, model } = importWorld()
    const steps: unknown[] = []
    files.set('a.age', async passphrase => {
      steps.push(model.step.value)
      if (passphrase === null) return { kind: 'encrypted' }
      return passphrase === 'right' ? thaw(backedUp(1)) : { kind: 'refused', reason: 'wrong-passphrase' }
    })
    await give('a.age')
    expect(model.step.value).toEqual({ kind: 'passphrase', wrong: false })
    await model.tryPassphrase('left')
    expect(model.step.value).toEqual({ kind: 'passphrase', wrong: true })
    await model.tryPassphrase('right')
    expect(foundIn(model.step.value).found.meeting.added).toBe(1)
    expect(steps).toMatchObject(
      [false, true, true].map(secret => ({ kind: 'reading', secret, done: 1, of: 2 })),
    )
  })

  test('that is damaged says so, whatever the passphrase', async () => {
    const { files, give, model } = importWorld()
    files.set('a.age', async passphrase =>
      passphrase === null ? { kind: 'encrypted' } : { kind: 'refused', reason: 'broken' },
    )
    await give('a.age')
    await model.tryPassphrase('any')
    expect(model.step.value).toEqual({ kind: 'refused', problem: { kind: 'refused', reason: 'broken' } })
  })
})

describe('what does not work', () => {
  test('a file that is none says why, and another can be given at once', async () => {
    const { files, give, model, rows, busy } = importWorld()
    files.set('a.txt', { kind: 'refused', reason: 'unknown-format' })
    files.set('b.json', thaw(backedUp(1)))
    await give('a.txt')
    expect(model.step.value).toEqual({
      kind: 'refused',
      problem: { kind: 'refused', reason: 'unknown-format' },
    })
    expect([model.file.value, (await rows()).length, busy.held]).toEqual(['a.txt', 0, 0])
    await give('b.json')
    expect(model.step.value.kind).toBe('found')
  })

  test('a file that the browser cannot give out says so', async () => {
    const { give, model } = importWorld()
    await give('gone.json')
    expect(model.step.value).toEqual({ kind: 'refused', problem: { kind: 'unreadable' } })
  })

  test('a history that cannot be read is tried again with what was read', async () => {
    const { files, give, model, store } = importWorld()
    files.set('a.json', thaw(backedUp(1)))
    store.problem = { kind: 'failed', name: 'UnknownError' }
    await give('a.json')
    expect(model.step.value).toEqual({ kind: 'failed', problem: store.problem })
    store.problem = null
    await model.again()
    expect(foundIn(model.step.value).found.meeting.added).toBe(1)
  })

  test('where it cannot be written nothing is changed, and it can be tried again', async () => {
    const { files, give, model, store, rows, page, changes } = importWorld()
    files.set('a.json', thaw(backedUp(1)))
    await give('a.json')
    store.problem = { kind: 'full' }
    await model.bring()
    expect(foundIn(model.step.value).after).toEqual({ kind: 'full' })
    expect([page.held, page.most, changes.announced]).toEqual([0, 1, []])
    store.problem = null
    expect(await rows()).toEqual([])
    await model.bring()
    expect([model.step.value.kind, (await rows()).length]).toEqual(['done', 1])
  })

  test('where it may be there all the same, whoever shows records looks, and the next press says what it came to', async () => {
    const { files, give, model, store, rows, changes, list } = importWorld()
    files.set('a.json', thaw(backedUp(1), backedUp(2)))
    await give('a.json')
    await list.load()
    store.problem = { kind: 'full', perhapsDone: true }
    await model.bring()
    expect(foundIn(model.step.value).after).toEqual(store.problem)
    expect([(await rows()).length, changes.announced]).toEqual([2, ['records']])
    await list.load()
    expect(list.imports.value).toMatchObject([{ added: 2 }])
    await model.bring()
    expect(foundIn(model.step.value).after).toEqual(store.problem)
    store.problem = null
    await model.bring()
    const [only] = list.imports.value ?? []
    const meeting = meetingOf({ added: 2 })
    expect(model.step.value).toEqual({ kind: 'done', id: only?.id, meeting, settings: null })
  })

  test('where it may be there all the same, other choices make another import', async () => {
    const { files, give, model, store, list } = importWorld()
    files.set('d.csv', { kind: 'foreign', read: foreignRead(['rad']) })
    await give('d.csv')
    const choosing = model.step.value
    if (choosing.kind !== 'choosing') throw new Error(`It is ${choosing.kind}`)
    choosing.choices.setZone('Africa/Cairo')
    await model.confirm()
    store.problem = { kind: 'full', perhapsDone: true }
    await model.bring()
    store.problem = null
    model.change()
    choosing.choices.setZone('Europe/Berlin')
    await model.confirm()
    expect(foundIn(model.step.value).found.meeting).toMatchObject({ added: 0, changed: 1 })
    await model.bring()
    await list.load()
    expect([model.step.value.kind, list.imports.value?.length]).toEqual(['done', 2])
  })
})

describe('stopped', () => {
  test('while a file is read, at once, and its answer counts no more', async () => {
    const { files, give, model, busy } = importWorld()
    const late = Promise.withResolvers<void>()
    let signal: AbortSignal | undefined
    files.set('a.json', async (_, work) => {
      signal = work.signal
      await late.promise
      return thaw(backedUp(1))
    })
    const reading = give('a.json')
    expect([model.step.value.kind, busy.held]).toEqual(['reading', 1])
    model.stop()
    expect([model.step.value, signal?.aborted, busy.held]).toEqual([
      { kind: 'waiting', stopped: true },
      true,
      0,
    ])
    late.resolve()
    await reading
    expect(model.step.value).toEqual({ kind: 'waiting', stopped: true })
  })

  test('while it is met with the history, and while it is written, without a trace', async () => {
    const { files, give, model, rows, list } = importWorld()
    files.set('a.json', thaw(backedUp(1)))
    const end = model.step.subscribe(step => {
      if (step.kind === 'comparing') queueMicrotask(() => model.stop())
    })
    await give('a.json')
    expect(model.step.value).toEqual({ kind: 'waiting', stopped: true })
    end()
    await give('a.json')
    const endWriting = model.step.subscribe(step => {
      if (step.kind === 'writing') queueMicrotask(() => model.stop())
    })
    await model.bring()
    endWriting()
    expect(foundIn(model.step.value).after).toBe('stopped')
    await list.load()
    expect([(await rows()).length, list.imports.value]).toEqual([0, []])
    await model.bring()
    expect([model.step.value.kind, (await rows()).length]).toEqual(['done', 1])
  })
})

describe('several files', () => {
  test('come one after the other, each when the one before it is done with', async () => {
    const { files, give, model, rows } = importWorld()
    files.set('a.json', thaw(backedUp(1)))
    files.set('b.json', { kind: 'refused', reason: 'empty' })
    files.set('c.json', thaw(backedUp(3)))
    await give('a.json', 'b.json')
    await give('c.json')
    expect([model.file.value, model.waiting.value]).toEqual(['a.json', ['b.json', 'c.json']])
    await model.bring()
    expect([model.step.value.kind, model.file.value]).toEqual(['done', 'a.json'])
    await model.leave()
    expect([model.step.value.kind, model.file.value]).toEqual(['refused', 'b.json'])
    await model.leave()
    await model.bring()
    await model.leave()
    expect([model.step.value, model.file.value, (await rows()).length]).toEqual([
      { kind: 'waiting', stopped: false },
      null,
      2,
    ])
  })
})

describe('the way to the next file', () => {
  /** Three files, of which the second is read once the test says so. */
  const threeFiles = async () => {
    const world = importWorld()
    const late = Promise.withResolvers<void>()
    world.files.set('a.json', { kind: 'refused', reason: 'empty' })
    world.files.set('b.json', async () => {
      await late.promise
      return thaw(backedUp(2))
    })
    world.files.set('c.json', thaw(backedUp(3)))
    await world.give('a.json', 'b.json', 'c.json')
    const { model } = world
    return { ...world, late: late.resolve, open: () => [model.file.value, model.waiting.value] }
  }

  test('pressed twice in one moment opens one file', async () => {
    const { model, late, open } = await threeFiles()
    const both = [model.leave(), model.leave()]
    late()
    await Promise.all(both)
    expect(open()).toEqual(['b.json', ['c.json']])
    expect(foundIn(model.step.value).found.preview.map(({ id }) => id)).toEqual([backedUp(2).row.id])
  })

  test('goes on where a file is added in the same moment', async () => {
    const { model, files, give, late, open } = await threeFiles()
    files.set('d.json', thaw(backedUp(4)))
    const both = [model.leave(), give('d.json')]
    late()
    await Promise.all(both)
    expect(open()).toEqual(['b.json', ['c.json', 'd.json']])
    expect(foundIn(model.step.value).found.preview.map(({ id }) => id)).toEqual([backedUp(2).row.id])
  })

  test('is not gone while a file is read', async () => {
    const { model, late, open, busy } = await threeFiles()
    const first = model.leave()
    await vi.waitFor(() => expect(model.step.value.kind).toBe('reading'))
    await model.leave()
    expect([open(), busy.held]).toEqual([['b.json', ['c.json']], 1])
    late()
    await first
    expect(model.step.value.kind).toBe('found')
  })
})

test('the browser is held for as long as a file is open, the page while it is written alone', async () => {
  const { files, give, model, page, busy } = importWorld()
  files.set('a.json', thaw(backedUp(1)))
  await give('a.json')
  expect([busy.held, page.held]).toEqual([1, 0])
  const written = model.bring()
  expect([model.step.value.kind, busy.held, page.held]).toEqual(['writing', 1, 1])
  await written
  expect([busy.held, page.held]).toEqual([0, 0])
})

describe('earlier imports', () => {
  const twoImports = async () => {
    const world = importWorld()
    world.files.set('a.json', thaw(backedUp(1)))
    world.files.set('b.json', thaw(backedUp(2)))
    await world.give('a.json')
    await world.model.bring()
    await world.give('b.json')
    await world.model.bring()
    await world.list.load()
    return world
  }

  test('are listed, and the last can be taken back to what was before it', async () => {
    const { list, rows, changes, page, busy, model } = await twoImports()
    expect(list.imports.value).toMatchObject([
      { format: 'thaw', added: 1, changed: 0, untouched: true },
      { untouched: true },
    ])
    const [newest] = list.imports.value ?? []
    const before = changes.announced.length
    expect(await list.takeBack(newest?.id ?? '')).toBe(true)
    expect(list.step.value).toEqual({ kind: 'done' })
    expect([await rows(), changes.announced.slice(before)]).toEqual([[backedUp(1).row], ['records']])
    expect(list.imports.value).toMatchObject([{ untouched: true }])
    expect([page.held, busy.held]).toEqual([0, 0])
    await model.leave()
    expect(model.step.value.kind).toBe('waiting')
  })

  test('taken back where it was just brought in, one makes room, and leaves a file alone that was opened meanwhile', async () => {
    const { files, give, model, list, rows } = await twoImports()
    const takeBack = async () => {
      const { value: step } = model.step
      if (step.kind !== 'done' || step.id === null) throw new Error(`It is ${step.kind}`)
      expect(await list.takeBack(step.id)).toBe(true)
      await model.leave(step)
    }
    files.set('c.json', thaw(backedUp(3)))
    const taking = takeBack()
    await give('c.json')
    await taking
    expect([model.step.value.kind, model.file.value, (await rows()).length]).toEqual(['found', 'c.json', 1])
    await model.bring()
    await takeBack()
    expect([model.step.value.kind, model.file.value, (await rows()).length]).toEqual(['waiting', null, 1])
  })

  test('stay where something of them was changed meanwhile, and say why', async () => {
    const { list, edit, rows } = await twoImports()
    await edit(2)
    const [newest] = list.imports.value ?? []
    expect(await list.takeBack(newest?.id ?? '')).toBe(false)
    expect([list.step.value, (await rows()).length]).toEqual([{ kind: 'changed' }, 2])
    expect(list.imports.value?.[0]).toMatchObject({ untouched: false })
  })

  test('follow what is changed elsewhere', async () => {
    const { list, edit, changes } = await twoImports()
    await edit(2)
    changes.announce('records')
    await list.load()
    expect(list.imports.value?.map(({ untouched }) => untouched)).toEqual([false, true])
  })

  test('say where they cannot be read or taken back', async () => {
    const { list, store } = await twoImports()
    store.problem = { kind: 'failed', name: 'UnknownError' }
    const [newest] = list.imports.value ?? []
    await list.takeBack(newest?.id ?? '')
    expect([list.step.value, list.problem.value]).toEqual([
      { kind: 'failed', problem: store.problem },
      store.problem,
    ])
    store.problem = null
    await list.load()
    expect([list.imports.value?.length, list.problem.value]).toEqual([2, null])
  })

  test('one that may be taken back all the same is, and the next press says so', async () => {
    const { list, rows, store, changes } = await twoImports()
    const [newest] = list.imports.value ?? []
    const before = changes.announced.length
    store.problem = { kind: 'full', perhapsDone: true }
    expect(await list.takeBack(newest?.id ?? '')).toBe(false)
    expect(list.step.value).toEqual({ kind: 'failed', problem: store.problem })
    expect([(await rows()).length, changes.announced.slice(before)]).toEqual([1, ['records']])
    expect(list.imports.value).toHaveLength(1)
    store.problem = null
    expect(await list.takeBack(newest?.id ?? '')).toBe(true)
    expect(list.step.value).toEqual({ kind: 'done' })
  })

  test('stopped, one is as it was', async () => {
    const { list, rows } = await twoImports()
    const [newest] = list.imports.value ?? []
    const taking = list.takeBack(newest?.id ?? '')
    list.stop()
    expect(await taking).toBe(false)
    expect([list.step.value, (await rows()).length]).toEqual([{ kind: 'stopped' }, 2])
  })
})
