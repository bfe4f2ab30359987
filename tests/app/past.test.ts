/** Adding check-ins of the past, as its form sees it. */
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createHistoryForms } from '../../lib/app/history-forms.ts'
import { type Edit, editOf, noEdit } from '../../lib/core/edit.ts'
import { newPastDraft } from '../../lib/core/past.ts'
import { type CheckIn, steps } from '../../lib/core/records.ts'
import { entriesOf, historyNeeds, openHistory as open, type World } from '../support/history-world.ts'
import { pageWorld } from '../support/page-world.ts'

/** The form, open. */
const begin = async (world = pageWorld()) => {
  const history = await open(world)
  history.past.begin()
  return { world, history, past: history.past }
}

const all = async (world: World): Promise<readonly CheckIn[]> => {
  const found = await world.records.all('checkIns')
  if (!found.ok) throw new Error(found.problem.kind)
  return found.value
}

const daysOf = async (world: World) => {
  const found = await world.records.days('1900-01-01', '2100-01-01')
  return found.ok ? found.value : []
}

describe('the form', () => {
  test('begins with nothing filled in, and says nothing about that', async () => {
    const { past } = await begin()
    expect(past.open.value).toMatchObject({
      when: { day: '', time: '', timeUnknown: false },
      edit: noEdit,
      find: '',
    })
    expect(past.problems.value).toEqual({ when: null, noteLength: null, nothingSaid: false })
    expect(past.holdsSomething.value).toBe(false)
  })

  test('says whether it was asked for on this page, where the focus then goes, or stood open before', async () => {
    const { world, past } = await begin()
    expect(past.begun.value).toBe(true)
    const reopened = await open(world)
    expect(reopened.past.open.value).not.toBeNull()
    expect(reopened.past.begun.value).toBe(false)
    reopened.past.begin()
    expect(reopened.past.begun.value).toBe(true)
  })

  test('says what is missing once saving was asked for, and stops as soon as it is there', async () => {
    const { world, history, past } = await begin()
    expect(await history.add()).toBeNull()
    expect(past.problems.value).toEqual({
      when: { field: 'day', why: 'none' },
      noteLength: null,
      nothingSaid: true,
    })
    past.when({ day: '2026-11-20' })
    expect(past.problems.value.when).toBeNull()
    await past.answer({ felt: 'cant-tell' })
    expect(past.problems.value.nothingSaid).toBe(false)
    expect(await all(world)).toEqual([])
  })

  test('says that a day is to come once its field is left, and not while it is typed', async () => {
    const { past } = await begin()
    past.when({ day: '2026-12-01' })
    expect(past.problems.value.when).toBeNull()
    past.leave('time', '')
    expect(past.problems.value.when).toBeNull()
    past.leave('day', '2026-12-01')
    expect(past.problems.value.when).toEqual({ field: 'day', why: 'to-come' })
    past.when({ day: '' })
    expect(past.problems.value.when).toBeNull()
  })

  test('says what is typed in part once its field is left, until it is whole or empty', async () => {
    const { history, past } = await begin()
    past.when({ day: '2026-11-20' })
    past.leave('time', null)
    expect(past.problems.value.when).toEqual({ field: 'time', why: 'part' })
    await past.answer({ felt: 4 })
    expect(await history.add()).toBeNull()
    past.leave('time', '')
    expect(past.problems.value.when).toBeNull()
    past.leave('time', null)
    past.when({ timeUnknown: true })
    expect(past.problems.value.when).toBeNull()
    expect(await history.add()).not.toBeNull()
  })

  test('leaving a field takes no way back', async () => {
    const { past } = await begin()
    past.type('typed')
    past.startAgain()
    past.leave('day', '')
    expect(past.canBringBack.value).toBe(true)
  })

  test('offers days up to today, whenever it is asked', async () => {
    const { world, past } = await begin()
    expect(past.days()).toEqual({ first: '1900-01-01', last: '2026-11-22' })
    world.clock.advance(24 * 3_600_000)
    expect(past.days().last).toBe('2026-11-23')
  })

  test('says at once how long a note is that would be cut, keeps it whole, and saves nothing of it', async () => {
    const { world, history, past } = await begin()
    const long = 'x'.repeat(20_001)
    past.when({ day: '2026-11-20' })
    past.type(long)
    expect(past.problems.value.noteLength).toBe(20_001)
    expect(await history.add()).toBeNull()
    expect(await all(world)).toEqual([])
    expect((await open(world)).past.open.value?.edit.note).toBe(long)
  })

  test('finds words, takes five of them, and leaves out the tags that say the same', async () => {
    const { past } = await begin()
    past.findWord('numb')
    expect(past.find.value).toBe('numb')
    expect(past.words.find(past.find.value)).toEqual(['numb'])
    const picked = ['numb', 'tired', 'calm', 'sad', 'foggy', 'flat']
    for (const word of picked) await past.toggleWord(word)
    await past.toggleGuess('calm')
    const edit = past.open.value?.edit ?? noEdit
    expect(edit.words.map(word => word.id)).toEqual(picked.slice(0, 5))
    expect(edit.words.filter(word => word.guess).map(word => word.id)).toEqual(['calm'])
    expect(past.words.isFull(edit.words)).toBe(true)
    const bodyTags = (chosen: readonly string[]) =>
      past.tags.groups(edit.words, chosen).find(({ id }) => id === 'body')?.tags
    expect(bodyTags([])).not.toContain('tired')
    expect(bodyTags(['tired'])).toContain('tired')
    expect(bodyTags([])).toContain('heavy')
  })

  test('shows no group of tags that is off, and every chosen tag that is not in a group', async () => {
    const { past } = await begin()
    expect(past.tags.groups([], []).map(({ id }) => id)).not.toContain('private')
    expect(past.tags.others(['home', 'medication-changed', 'from an import'])).toEqual([
      'medication-changed',
      'from an import',
    ])
  })
})

describe('saving', () => {
  test('any sequence of presses gives what was entered last, null for the rest, in one record and its day', async () => {
    const scale = <Value>(values: readonly Value[]) =>
      fc.constantFrom<Value | 'cant-tell' | null>(...values, 'cant-tell', null)
    const presses = fc.array(
      fc.oneof(
        fc.record({ felt: scale([0, 3, 10] as const) }),
        fc.record({ far: fc.constantFrom(0 as const, 3 as const, null) }),
        fc.record({ pleasant: scale(steps) }),
        fc.record({ energy: scale(steps) }),
        fc.record({ meaning: fc.constantFrom('shelter' as const, 'neither' as const, null) }),
        fc.record({ note: fc.string({ unit: 'binary' }) }),
        fc.record({ word: fc.constantFrom('numb', 'calm', 'not-sure') }),
        fc.record({ tag: fc.constantFrom('home', 'heavy') }),
        fc.record({ reload: fc.constant(true) }),
      ),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(presses, async given => {
        const world = pageWorld()
        let { history } = await begin(world)
        history.past.when({ day: '2026-11-20' })
        let expected: Edit = noEdit
        for (const press of given) {
          if ('reload' in press) history = await open(world)
          else if ('word' in press) {
            await history.past.toggleWord(press.word)
            const there = expected.words.some(({ id }) => id === press.word)
            const others = expected.words.filter(({ id }) => id !== press.word)
            expected = { ...expected, words: there ? others : [...others, { id: press.word, guess: false }] }
          } else if ('tag' in press) {
            await history.past.toggleTag(press.tag)
            const others = expected.tags.filter(tag => tag !== press.tag)
            expected = {
              ...expected,
              tags: expected.tags.includes(press.tag) ? others : [...others, press.tag],
            }
          } else {
            if ('note' in press) history.past.type(press.note)
            else await history.past.answer(press)
            expected = { ...expected, ...press }
          }
        }
        const id = await history.add()
        const kept = await all(world)
        const said = JSON.stringify({ ...expected, note: expected.note.trim() }) !== JSON.stringify(noEdit)
        expect(kept).toHaveLength(said ? 1 : 0)
        expect(id).toBe(kept[0]?.id ?? null)
        if (!kept[0]) return
        expect(editOf(kept[0])).toEqual({ ...expected, note: expected.note.toWellFormed() })
        for (const name of ['felt', 'far', 'pleasant', 'energy'] as const)
          expect(kept[0][name]).toBe(expected[name] === 'cant-tell' ? null : expected[name])
        expect(kept[0]).toMatchObject({ source: 'page', precision: 'day', day: '2026-11-20', origin: 'own' })
        expect(await daysOf(world)).toMatchObject([{ day: '2026-11-20', checkIns: 1 }])
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('shows it where it belongs at once, tells the other pages, and empties the form for good', async () => {
    const { world, history, past } = await begin()
    const before = await world.checkIn('2026-11-20T08:00[Europe/Berlin]')
    const after = await world.checkIn('2026-11-20T20:00[Europe/Berlin]')
    past.when({ day: '2026-11-20' })
    await past.answer({ felt: 4 })
    const id = await history.add()
    // A day's check-in without a time comes after the timed ones.
    expect(entriesOf(history).map(entry => entry.id)).toEqual([after, before, id])
    expect(world.changes.announced).toEqual(['records'])
    expect(past.open.value).toBeNull()
    expect(await world.pastDraft.read()).toBeNull()
    past.begin()
    expect(past.open.value?.edit).toEqual(noEdit)
    expect(past.open.value?.id).not.toBe(id)
    expect(past.problems.value.nothingSaid).toBe(false)
  })

  test('shows what is older than all that is read apart, and once it is read among the rest', async () => {
    const world = pageWorld()
    const start = Temporal.ZonedDateTime.from('2026-09-01T10:00[Europe/Berlin]')
    for (let day = 0; day < 60; day += 1) await world.checkIn(start.add({ days: day }).toString())
    const { history, past } = await begin(world)
    past.when({ day: '1931-05-04' })
    past.type('from a diary')
    const id = await history.add()
    const apart = () => history.apart.value.flatMap(month => month.days.flatMap(day => day.entries))
    expect(apart()).toMatchObject([{ id, day: '1931-05-04' }])
    expect(entriesOf(history)).toHaveLength(50)
    await history.older()
    expect(apart()).toEqual([])
    expect(entriesOf(history).at(-1)).toMatchObject({ id })
    expect(entriesOf(history)).toHaveLength(61)
  })

  test('shows it once, however often Save was pressed, and also where more is left to read', async () => {
    const world = pageWorld()
    const start = Temporal.ZonedDateTime.from('2026-09-01T10:00[Europe/Berlin]')
    for (let day = 0; day < 60; day += 1) await world.checkIn(start.add({ days: day }).toString())
    const { history, past } = await begin(world)
    for (const day of ['1931-05-04', '2026-10-29']) {
      past.begin()
      past.when({ day })
      await past.answer({ felt: 4 })
      const saving = vi.spyOn(world.records, 'save')
      await Promise.all([history.add(), history.add()])
      expect(saving).toHaveBeenCalledOnce()
      saving.mockRestore()
    }
    expect(history.apart.value.flatMap(month => month.days.flatMap(day => day.entries))).toHaveLength(1)
    const ids = entriesOf(history).map(entry => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
    // The fifty that were read, and what was added among them.
    expect(ids).toHaveLength(51)
  })

  test('stands in the oldest day that is read, whole, and not beside it', async () => {
    const world = pageWorld()
    const start = Temporal.ZonedDateTime.from('2026-09-01T22:00[Europe/Berlin]')
    for (let day = 0; day < 60; day += 1) await world.checkIn(start.add({ days: day }).toString())
    const { history, past } = await begin(world)
    past.when({ day: '2026-09-11', time: '07:00' })
    await past.answer({ felt: 4 })
    const id = await history.add()
    expect(history.apart.value).toEqual([])
    expect(entriesOf(history).at(-1)).toMatchObject({ id, day: '2026-09-11' })
    expect(history.months.value?.at(-1)?.days.at(-1)?.entries).toHaveLength(2)
  })

  test('that fails says so, keeps what was typed, and makes one record when it is tried again', async () => {
    const { world, history, past } = await begin()
    past.when({ day: '2026-11-20' })
    past.type('typed')
    world.store.problem = { kind: 'full' }
    expect(await history.add()).toBeNull()
    expect(past.problem.value).toEqual({ kind: 'full' })
    expect(past.open.value?.edit.note).toBe('typed')
    world.store.problem = null
    const reopened = await open(world)
    expect(reopened.past.open.value).toEqual(past.open.value)
    await Promise.all([history.add(), history.add()])
    expect(past.problem.value).toBeNull()
    expect(await all(world)).toMatchObject([{ note: 'typed' }])
    // The other page still has the form: the same record, not a second one.
    await reopened.add()
    expect(await all(world)).toHaveLength(1)
  })

  test('keeps what was typed while it was on its way', async () => {
    const { world, history, past } = await begin()
    past.when({ day: '2026-11-20' })
    past.type('first')
    const adding = history.add()
    past.type('first and second')
    await adding
    expect(await all(world)).toMatchObject([{ note: 'first and second' }])
    expect(past.open.value).toBeNull()
  })

  test('leaves alone what a second page made of the same draft', async () => {
    const { world, history, past } = await begin()
    past.when({ day: '2026-11-20' })
    past.type('one')
    const second = await open(world)
    second.past.type('two')
    const ids = [await history.add(), await second.add()]
    expect(new Set(ids).size).toBe(2)
    expect((await all(world)).map(({ note }) => note).sort()).toEqual(['one', 'two'])
    expect(second.past.open.value).toBeNull()
    expect(second.added.value).toBe(ids[1])
  })

  test('leaves a form alone that was begun anew while the last one was on its way', async () => {
    const { world, history, past } = await begin()
    past.when({ day: '2026-11-20' })
    past.type('first')
    const adding = history.add()
    past.startAgain()
    past.type('second')
    await adding
    expect(await all(world)).toMatchObject([{ note: 'first' }])
    expect(past.open.value?.edit.note).toBe('second')
  })
})

describe('what stands in the form', () => {
  test('comes back with the page, folded where it was folded', async () => {
    const { world, past } = await begin()
    past.when({ day: '2026-11-20', time: '09:00' })
    past.type('half a th')
    past.findWord('nu')
    await past.answer({ pleasant: -2 })
    const draft = past.open.value
    const reopened = (await open(world)).past
    expect(reopened.open.value).toEqual(draft)
    reopened.close()
    expect(reopened.open.value).toBeNull()
    const third = (await open(world)).past
    expect(third.open.value).toBeNull()
    third.begin()
    expect(third.open.value).toEqual(draft)
  })

  test('is forgotten when it is closed with nothing in it', async () => {
    const { world, past } = await begin()
    past.close()
    expect(await world.pastDraft.read()).toBeNull()
  })

  test('is let go where the history has it already', async () => {
    const { world, history, past } = await begin()
    past.when({ day: '2026-11-20' })
    past.type('typed')
    const draft = past.open.value
    await history.add()
    // The page closed between the two writes.
    await world.pastDraft.write(draft)
    expect((await open(world)).past.open.value).toBeNull()
    await world.pastDraft.write(draft && { ...draft, edit: { ...draft.edit, note: 'typed on' } })
    expect((await open(world)).past.open.value?.edit.note).toBe('typed on')
  })

  test('can be emptied, and brought back until something is typed', async () => {
    const { past } = await begin()
    past.type('typed')
    past.startAgain()
    expect(past.open.value?.edit).toEqual(noEdit)
    expect(past.canBringBack.value).toBe(true)
    past.bringBack()
    expect(past.open.value?.edit.note).toBe('typed')
    expect(past.canBringBack.value).toBe(false)
    past.startAgain()
    past.type('other')
    expect(past.canBringBack.value).toBe(false)
  })

  test('stays on screen where the browser keeps no draft', async () => {
    const whole = pageWorld()
    const refused = async () => {
      throw new Error('no room')
    }
    // An unhandled rejection fails the run.
    const { world, history, past } = await begin({
      ...whole,
      pastDraft: { ...whole.pastDraft, write: refused },
    })
    past.when({ day: '2026-11-20' })
    past.type('typed')
    expect(await history.add()).not.toBeNull()
    expect(await all(world)).toMatchObject([{ note: 'typed' }])
  })

  test('does not take the place of what is being typed when it is read late', async () => {
    const world = pageWorld()
    await world.pastDraft.write(newPastDraft('old'))
    const { past } = await createHistoryForms(historyNeeds(world))
    past.startAgain()
    const loading = past.load()
    past.type('new')
    await loading
    expect(past.open.value?.edit.note).toBe('new')
  })
})

describe('the way back', () => {
  const added = async () => {
    const made = await begin()
    made.past.when({ day: '2026-11-20' })
    await made.past.answer({ felt: 4 })
    return { ...made, id: await made.history.add() }
  }

  test('takes the check-in out, and can itself be undone', async () => {
    const { world, history, id } = await added()
    expect(history.added.value).toBe(id)
    expect(world.timers.lengths()).toEqual([10_000])
    await history.undoAdd()
    expect(entriesOf(history)).toEqual([])
    expect(await daysOf(world)).toEqual([])
    expect(history.added.value).toBeNull()
    await history.undo()
    expect(entriesOf(history)).toMatchObject([{ id }])
  })

  test('is offered for ten seconds, and not of an entry that was deleted', async () => {
    const first = await added()
    first.world.timers.ring()
    expect(first.history.added.value).toBeNull()
    await first.history.undoAdd()
    expect(entriesOf(first.history)).toHaveLength(1)
    const second = await added()
    await second.history.removeCheckIn(second.id ?? '')
    expect(second.history.added.value).toBeNull()
  })
})
