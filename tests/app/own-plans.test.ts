/** If-then plans as the Reflect page sees them: what each begins with and leads to, and why one rests. */
import { describe, expect, test } from 'vitest'
import { createOwnPauses } from '../../lib/app/own-pauses.ts'
import { createOwnPlans } from '../../lib/app/own-plans.ts'
import { createOwnWords } from '../../lib/app/own-words.ts'
import { createPausePicks } from '../../lib/app/pause-picks.ts'
import { reflectWorld } from '../support/reflect-world.ts'

const open = async () => {
  const page = reflectWorld()
  const { world } = page
  const own = createOwnWords({ ...world, names: { words: id => id, tags: id => id }, locale: () => 'en' })
  const pauses = createOwnPauses(world)
  const form = page.form()
  const model = createOwnPlans({
    ...world,
    reflect: page.reflect,
    form,
    own,
    pauses,
    picks: createPausePicks({ own: pauses, pauseLabel: id => id, locale: () => 'en' }),
  })
  const load = () => Promise.all([page.reflect.load(), own.load(), model.load()])
  await load()
  const plan = (cue: unknown, pauseId: unknown, step?: unknown) =>
    page.written(
      '2026-11-01T09:00[Europe/Berlin]',
      'plan',
      Object.fromEntries([['if', cue], ['then', pauseId], ...(step === undefined ? [] : [['step', step]])]),
    )
  const rests = async () => {
    await load()
    return model.entries.value?.map(one => one.rests)
  }
  return { ...page, own, form, model, plan, rests, load }
}

describe('a plan', () => {
  test('is written with a pause or with a small step, and holds one of them', async () => {
    const { model, form, reflect, stored } = await open()
    await model.begin()
    const id = form.open.value?.id ?? ''
    model.form.write('if', 'tag:work')
    model.form.write('then', 'hum')
    model.form.write('step', 'Open the window')
    await model.form.close()
    await reflect.load()
    expect(model.entries.value).toMatchObject([
      { cue: 'tag:work', aim: { step: 'Open the window' }, rests: null },
    ])
    await model.edit(id)
    model.form.write('then', 'doodle')
    await model.form.close()
    expect((await stored(id))?.fields).toEqual(
      Object.fromEntries([
        ['if', 'tag:work'],
        ['then', 'doodle'],
        ['step', null],
      ]),
    )
  })

  test('that is deleted comes back with one undo', async () => {
    const { model, reflect, plan } = await open()
    const id = await plan('hour:9', 'hum')
    await reflect.load()
    await model.remove(id)
    expect(model.entries.value).toEqual([])
    await reflect.undo()
    expect(model.entries.value).toMatchObject([{ id, cue: 'hour:9', rests: null }])
  })

  test('begins with a thought by its beginning, until that is gone', async () => {
    const { world, model, plan, written, rests } = await open()
    const thought = await written('2026-10-01T09:00[Europe/Berlin]', 'thought', { thought: 'x'.repeat(500) })
    await plan(`thought:${thought}`, 'hum')
    expect(await rests()).toEqual([null])
    expect(model.entries.value?.[0]?.thought).toHaveLength(60)
    expect(model.thoughts.value[0]?.text).toHaveLength(60)
    await world.records.remove('reflections', thought, 0)
    expect(await rests()).toEqual(['cue-gone'])
    expect(model.entries.value?.[0]?.thought).toBe('')
  })

  test('says that its pause or its tag was hidden later, or is gone, and holds again once it is shown', async () => {
    const { world, plan, rests } = await open()
    await plan('tag:work', 'hum')
    expect(await rests()).toEqual([null])
    const hide = (store: 'tags' | 'words', id: string, hidden: boolean) =>
      world.records.save(store, id, () => ({ label: null, group: null, hidden }))
    await hide('tags', 'work', true)
    expect(await rests()).toEqual(['tag-hidden'])
    await hide('tags', 'work', false)
    const pause = { label: null, text: null, favourite: false }
    await world.records.save('pauses', 'hum', () => ({ ...pause, hidden: true }))
    expect(await rests()).toEqual(['pause-hidden'])
    await world.records.save('pauses', 'hum', () => ({ ...pause, hidden: false }))
    expect(await rests()).toEqual([null])
    await plan('word:numb', null, 'Wave')
    await hide('words', 'numb', true)
    expect(await rests()).toEqual(['word-hidden', null])
  })

  test.each([
    ['tag:medication-changed', 'hum', 'tag-off'],
    ['tag:of-a-newer-thaw', 'hum', 'cue-gone'],
    ['word:of-a-newer-thaw', 'hum', 'cue-gone'],
    ['word:not-sure', 'hum', null],
    ['tag:work', 'of-a-newer-thaw', 'pause-gone'],
    ['tag:work', 'let-it-be', 'pause-off'],
    ['tag:work', 'quiet-pause', 'pause-off'],
    ['tag:work', 'four-seven-eight', 'pause-off'],
    ['tag:work', null, 'half'],
    [null, 'hum', 'half'],
    ['hour:25', 'hum', 'half'],
    [{ a: 1 }, ['hum'], 'half'],
  ])('from %j to %j rests: %s', async (cue, pauseId, rest) => {
    const { plan, rests } = await open()
    await plan(cue, pauseId)
    expect(await rests()).toEqual([rest])
  })

  test('rests while its kind of pause is off, and private tags hold once they are on', async () => {
    const { world, plan, rests } = await open()
    await plan('tag:medication-changed', 'hum')
    await world.settings.change(now => ({
      ...now,
      privateTags: true,
      pauses: { ...now.pauses, offKinds: ['make'] },
    }))
    expect(await rests()).toEqual(['pause-off'])
    await world.settings.change(now => ({ ...now, pauses: { ...now.pauses, offKinds: [] } }))
    expect(await rests()).toEqual([null])
  })
})

test('more than five plans that hold are many', async () => {
  const { plan, load, model } = await open()
  for (let hour = 0; hour < 5; hour += 1) await plan(`hour:${hour}`, 'hum')
  await plan('hour:9', 'of-a-newer-thaw')
  await load()
  expect(model.many.value).toBe(false)
  await plan('hour:10', null, 'Wave')
  await load()
  expect(model.many.value).toBe(true)
})
