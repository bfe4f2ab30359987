/** The first question alone, and the way into a window. */
import { expect, test } from 'vitest'
import { checkInWorld, settled } from '../support/check-in-world.ts'

test('the first question alone: one press is all, and more can be asked for', async () => {
  const world = checkInWorld()
  world.firstAlone = true
  const model = await world.openPopup()
  model.answerFelt(2)
  await settled(model)
  expect(model.open.draft.value.place).toBe('kept')
  expect(await world.checkIns()).toMatchObject([{ felt: 2 }])
  model.goOn()
  expect(model.open.draft.value.place).toBe('far')
})

test('1 then 0 is still 10', async () => {
  const world = checkInWorld()
  world.firstAlone = true
  const model = await world.openPopup()
  const press = (digit: string) => model.pressKey({ key: digit, code: '', shiftKey: false })
  press('1')
  world.clock.advance(500)
  press('0')
  await settled(model)
  expect(await world.checkIns()).toMatchObject([{ felt: 10 }])
  expect(model.open.draft.value.place).toBe('kept')
})

test('a window that is open already shows what the popup that goes on in it had come to', async () => {
  const world = checkInWorld()
  const window = await world.openPopup()
  const popup = await world.openPopup()
  world.clock.advance(1_000)
  popup.answerFelt(7)
  await settled(popup)
  await settled(window)
  world.clock.advance(1_000)
  popup.words.find('rel')
  await popup.toWindow?.()
  await settled(window)
  expect(window.open.draft.value).toMatchObject({ place: 'words', find: 'rel' })
})

test('where no window opens, the popup goes on, and follows what is done elsewhere', async () => {
  const world = checkInWorld()
  const popup = await world.openPopup()
  const other = await world.openPopup()
  world.refusesWindow = true
  await popup.toWindow?.()
  world.clock.advance(1_000)
  other.answerFelt(2)
  await settled(other)
  await settled(popup)
  expect(popup.felt.value).toBe(2)
})

test('a window takes up everything that was answered and typed', async () => {
  const world = checkInWorld()
  const popup = await world.openPopup()
  popup.answerFelt(7)
  popup.words.find('rel')
  popup.note.type('half a sen')
  await popup.toWindow?.()
  expect(world.moved).toBe(1)
  const window = await world.openPopup()
  expect(window.open.draft.value).toMatchObject({ place: 'words', find: 'rel', note: 'half a sen' })
  expect(window.felt.value).toBe(7)
  await settled(window)
  expect(await world.checkIns()).toHaveLength(1)
})
