/** Keys that are pressed before the later steps are loaded: none is lost, and none answers what it did not mean. */
import { beforeEach, expect, test } from 'vitest'
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { newCheckIn } from '../../lib/core/check-in.ts'
import { momentOf } from '../../lib/core/time.ts'
import { checkInWorld, settled } from '../support/check-in-world.ts'
import { seededChance } from '../support/fakes.ts'

const key = (name: string, code = '') => ({ key: name, code, shiftKey: false })

let world: ReturnType<typeof checkInWorld>
beforeEach(async () => {
  world = checkInWorld()
  const moment = momentOf(world.clock.now().subtract({ days: 1 }))
  await world.stored.save('checkIns', seededChance(3).id(moment.at), () => ({
    ...newCheckIn(moment, { source: 'popup', nudgeId: null }),
    words: [
      { id: 'calm', guess: false },
      { id: 'tired', guess: false },
    ],
  }))
})

/** Presses in quick turn, before anything else happens. */
const press = (model: CheckInModel, keys: string): readonly boolean[] =>
  [...keys].map(name => model.pressKey(key(name)))

const latest = async () => (await world.checkIns()).find(({ day }) => day === '2026-11-22')

/** A popup that was answered by `keys` before its steps came. */
const early = async (keys: string) => {
  const load = world.holdSteps()
  const model = await world.openFirst()
  press(model, keys)
  load()
  await model.prepare()
  await settled(model)
  await settled(model)
  return model
}

test('they answer in their order once the steps are there', async () => {
  await early('721?')
  expect(await latest()).toMatchObject({
    felt: 7,
    words: [{ id: 'tired' }, { id: 'calm' }, { id: 'not-sure' }],
  })
})

test('letters begin the search with all that was typed', async () => {
  const model = await early('7numb')
  expect(model.open.draft.value).toMatchObject({ place: 'words', find: 'numb' })
})

test('1 then 0 is 10, and what comes after it means the words', async () => {
  const model = await early('101')
  expect(await latest()).toMatchObject({ felt: 10, far: null, words: [{ id: 'calm' }] })
  expect(model.open.draft.value.place).toBe('words')
})

test('one that was pressed at far means nothing at the words that a 0 leads to', async () => {
  const model = await early('1?0')
  expect(await latest()).toMatchObject({ felt: 10, far: null, words: [] })
  expect(model.open.draft.value).toMatchObject({ place: 'words', find: '' })
})

test('2, far and a word: each answers its own question', async () => {
  await early('211')
  expect(await latest()).toMatchObject({ felt: 2, far: 1, words: [{ id: 'calm' }] })
})

test('an answer that leads to another question takes no key along', async () => {
  const load = world.holdSteps()
  const model = await world.openFirst()
  press(model, '71')
  model.changeFelt()
  load()
  await model.prepare()
  model.answerFelt(8)
  await settled(model)
  expect(await latest()).toMatchObject({ felt: 8, words: [] })
})

test('Done waits for them', async () => {
  const load = world.holdSteps()
  const model = await world.openFirst()
  press(model, '71')
  const done = model.done()
  load()
  await done
  expect(world.left).toBe(1)
  expect(await latest()).toMatchObject({ felt: 7, words: [{ id: 'calm' }] })
})

test('where the steps cannot be loaded, Done leaves with what was answered, and later steps answer none of the keys', async () => {
  const load = world.holdSteps()
  const model = await world.openFirst()
  press(model, '71')
  const done = model.done()
  load(new Error('no such file'))
  await done
  expect(world.left).toBe(1)
  expect(await latest()).toMatchObject({ felt: 7, words: [] })
  world.holdSteps()()
  await model.prepare()
  await settled(model)
  expect(await latest()).toMatchObject({ felt: 7, words: [] })
})

test.each(['Tab', ' ', 'ArrowDown', 'F5', 'Shift', 'Enter', 'Dead'])(
  '%j is left to the browser',
  async name => {
    world.holdSteps()
    const model = await world.openFirst()
    model.pressKey(key('7'))
    expect(model.pressKey(key(name))).toBe(false)
    expect(model.pressKey(key('n'))).toBe(true)
  },
)
