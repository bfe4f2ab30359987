/** Small steps and ladders as the Reflect page sees them. */
import { describe, expect, test } from 'vitest'
import { createOwnLadders } from '../../lib/app/own-ladders.ts'
import { createOwnSteps } from '../../lib/app/own-steps.ts'
import { starterAreas, starters } from '../../lib/content/starters.ts'
import { efforts } from '../../lib/core/small-step.ts'
import { reflectWorld } from '../support/reflect-world.ts'

const openSteps = async () => {
  const page = reflectWorld()
  const form = page.form()
  const model = createOwnSteps({
    ...page.world,
    reflect: page.reflect,
    form,
    ideas: starters,
    ideaText: id => `idea ${id}`,
  })
  await page.reflect.load()
  const shown = () => model.entries.value?.map(({ text, state, inSight }) => [text, state, inSight])
  return { ...page, model, form, shown }
}

describe('ideas for small steps', () => {
  test('are there for each effort and each area', () => {
    for (const minutes of efforts)
      for (const area of starterAreas)
        expect(starters.filter(one => one.minutes === minutes && one.area === area)).toHaveLength(1)
    expect(new Set(starters.map(({ id }) => id)).size).toBe(starters.length)
  })

  test('begin a step, which is the person’s to change', async () => {
    const { model, form, shown } = await openSteps()
    await model.beginWith('nature-5')
    form.write('expected', 2)
    form.write('text', 'Water the plant')
    await form.close()
    expect(form.open.value).toBeNull()
    expect(shown()).toEqual([['Water the plant', 'open', true]])
    expect(model.entries.value).toMatchObject([{ minutes: 5, expected: 2, actual: null }])
  })
})

describe('a small step', () => {
  const old = '2026-03-01T09:00[Europe/Berlin]'

  test('of long ago waits here, and is carried over to this day', async () => {
    const { world, reflect, model, shown, written, stored } = await openSteps()
    const id = await written(old, 'step', { text: 'Sort the letters', expected: 4 })
    await reflect.load()
    expect(shown()).toEqual([['Sort the letters', 'open', false]])
    await model.forToday(id)
    await reflect.load()
    expect(shown()).toEqual([['Sort the letters', 'open', true]])
    expect(await stored(id)).toMatchObject({ day: '2026-11-22', fields: { text: 'Sort the letters' } })
    await model.notToday(id)
    await reflect.load()
    expect(shown()).toEqual([['Sort the letters', 'set-aside', true]])
    expect(world.changes.announced).toContain('records')
  })

  test('that is done says what reached, can be open again, and has left on the next day', async () => {
    const { world, reflect, model, shown, written, stored } = await openSteps()
    const id = await written(old, 'step', { text: 'Wave', expected: 1 })
    await reflect.load()
    expect(reflect.counts.value?.get('steps')).toBe(1)
    await model.done(id)
    await model.reach(id, 0)
    await reflect.load()
    expect(model.entries.value).toMatchObject([{ state: 'done', expected: 1, actual: 0 }])
    expect(reflect.counts.value?.get('steps')).toBeUndefined()
    await model.undo(id)
    await reflect.load()
    expect(shown()).toEqual([['Wave', 'open', false]])
    expect((await stored(id))?.fields).toEqual({ text: 'Wave', expected: 1 })
    await model.done(id)
    world.clock.advance(24 * 3_600_000)
    await model.beginWith('hobby-2')
    await model.form.close()
    await reflect.load()
    expect(shown()).toEqual([['idea hobby-2', 'open', true]])
  })

  test.each([
    ['was done before this day', { text: 'Wave', doneAt: 1 }, ['Wave', true, null]],
    ['is to be later', { text: 'the taxes', how: 'later' }, ['the taxes', false, 'later']],
    ['is dropped', { text: 'the taxes', how: 'dropped' }, ['the taxes', false, 'dropped']],
    [
      'presses, and nothing more was said of it',
      { text: 'the taxes', how: null },
      ['the taxes', false, null],
    ],
    ['has no words', { text: null, minutes: '5' }, [null, false, null]],
  ])('that %s stands among those that are over, and can be deleted', async (_name, fields, over) => {
    const { reflect, model, shown, written } = await openSteps()
    const id = await written(old, 'step', fields)
    await written(old, 'step', { text: 'Sort the letters' })
    await reflect.load()
    const overShown = () => model.over.value.map(({ text, isDone, how }) => [text, isDone, how])
    expect(overShown()).toEqual([over])
    expect(shown()).toEqual([['Sort the letters', 'open', false]])
    await model.remove(id)
    expect(overShown()).toEqual([])
    await reflect.undo()
    expect(overShown()).toEqual([over])
  })

  test('that is deleted comes back with one undo, and its form goes with it', async () => {
    const { reflect, model, form, shown, written } = await openSteps()
    const id = await written(old, 'step', { text: 'Wave' })
    await reflect.load()
    await model.edit(id)
    await model.remove(id)
    expect(form.open.value).toBeNull()
    expect(shown()).toEqual([])
    await reflect.undo()
    expect(shown()).toEqual([['Wave', 'open', false]])
  })

  test('that was deleted elsewhere stays so, whatever is said of it here', async () => {
    const { world, reflect, model, shown, written, stored } = await openSteps()
    const id = await written(old, 'step', { text: 'Wave' })
    await reflect.load()
    await world.records.remove('reflections', id, 0)
    await model.done(id)
    await model.forToday(id)
    await reflect.load()
    expect(shown()).toEqual([])
    expect(await stored(id)).toBeNull()
  })
})

describe('a ladder', () => {
  const openLadders = async () => {
    const page = reflectWorld()
    const form = page.form()
    const model = createOwnLadders({ ...page.world, reflect: page.reflect, form })
    await page.reflect.load()
    return { ...page, model, form }
  }
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `step ${at}`)
  const when = '2026-11-01T09:00[Europe/Berlin]'

  test('is written, and its smaller step stands among those of today once it is taken', async () => {
    const { reflect, model, form, written } = await openLadders()
    await model.begin()
    form.write('ladder', ['Do the taxes', 'Sort the letters', 'Find the folder'])
    await form.close()
    const [ladder] = model.entries.value ?? []
    expect(ladder).toMatchObject({ rung: 0, size: 'right', taken: false })
    await model.stand(ladder?.id ?? '', 2)
    await reflect.load()
    await model.take(ladder?.id ?? '')
    await reflect.load()
    await model.take(ladder?.id ?? '')
    await reflect.load()
    expect(model.entries.value).toMatchObject([{ rung: 2, taken: true }])
    const steps = reflect.all.value?.filter(({ type }) => type === 'step') ?? []
    expect(steps.map(({ fields }) => fields['text'])).toEqual(['Find the folder'])
    await model.stand(ladder?.id ?? '', 1)
    await reflect.load()
    expect(model.entries.value).toMatchObject([{ rung: 1, taken: false }])
    await written(when, 'line', { text: 'none of it' })
  })

  test.each([
    [1, 'short'],
    [40, 'long'],
  ])('of %i steps is shown and stays whole when one of them is changed', async (count, size) => {
    const { reflect, model, form, written, stored } = await openLadders()
    const id = await written(when, 'ladder', { ladder: lines(count), rung: count - 1 })
    await reflect.load()
    expect(model.entries.value).toMatchObject([{ size, rung: count - 1 }])
    await model.edit(id)
    form.write('ladder', lines(count).with(0, 'another'))
    await form.close()
    expect((await stored(id))?.fields).toEqual({ ladder: lines(count).with(0, 'another'), rung: count - 1 })
  })

  test('of a pause stays and is counted, also where its step is done', async () => {
    const { reflect, model, written } = await openLadders()
    await written(when, 'step', { ladder: lines(2), doneAt: 1 })
    await written(when, 'step', { ladder: lines(1) })
    await reflect.load()
    expect(model.entries.value).toHaveLength(1)
    expect(reflect.counts.value?.get('ladders')).toBe(1)
  })

  test.each([{ ladder: 'x' }, { ladder: [] }, { ladder: [{}, null] }, {}])(
    'of which nothing can be read (%j) is in no list',
    async fields => {
      const { reflect, model, written } = await openLadders()
      await written(when, 'ladder', fields)
      await reflect.load()
      expect(model.entries.value).toEqual([])
    },
  )
})
