/** The weekly look-back: off until it is asked for, typed once, kept, and offered once a week. */
import { expect, test } from 'vitest'
import { createLookBack } from '../../lib/app/look-back.ts'
import { createLookBackLine } from '../../lib/app/look-back-line.ts'
import { createRemoving } from '../../lib/app/removal.ts'
import { type LookBackDraft, lookBackKey, readOffer } from '../../lib/core/look-back.ts'
import { createSlot } from '../../lib/platform/slots.ts'
import { memorySlot } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

const day = 86_400_000
const failed = { kind: 'failed', name: 'TestError' } as const

const open = () => {
  const world = pageWorld()
  const offer = createSlot(world.values, lookBackKey, readOffer)
  const typed = memorySlot<LookBackDraft>()
  const page = () =>
    createLookBack({
      ...world,
      offer,
      typed,
      removing: createRemoving({ ...world, kept: world.removal, later: world.timers.later }),
    })
  return { ...world, offer, typed, page, line: createLookBackLine({ ...world, offer }) }
}

const texts = (model: ReturnType<ReturnType<typeof open>['page']>) =>
  model.kept.value?.map(({ was, eased, thing }) => [was, eased, thing])

test('is off until it is asked for, and what cannot be read is no reason for a word before', async () => {
  const { page, line, store } = open()
  const model = page()
  store.problem = failed
  await model.load()
  await line.load()
  expect(model.on.value).toBe(false)
  expect(model.problem.value).toBeNull()
  expect(model.kept.value).toBeNull()
  expect(line.shown.value).toBe(false)
})

test('keeps what was written and begins with empty lines again', async () => {
  const { page, records } = open()
  const model = page()
  await model.load()
  await model.setOn(true)
  model.type('was', '  grey  ')
  model.type('thing', 'a walk')
  await model.save()
  expect(texts(model)).toEqual([['grey', null, 'a walk']])
  expect(model.draft.value).toEqual({ was: '', eased: '', thing: '' })
  expect(model.saved.value).toBe(true)
  const rows = await records.all('reflections')
  expect(rows.ok && rows.value.map(({ type, fields }) => [type, fields])).toEqual([
    ['look-back', { was: 'grey', eased: null, thing: 'a walk' }],
  ])
})

test('nothing written is nothing kept, and it says so; what is too long stays', async () => {
  const { page } = open()
  const model = page()
  await model.setOn(true)
  await model.save()
  expect(model.wrong.value).toBe('empty')
  model.type('eased', 'x'.repeat(20_001))
  expect(model.wrong.value).toBeNull()
  await model.save()
  expect(model.wrong.value).toBe('eased')
  expect(model.kept.value).toEqual([])
  expect(model.draft.value.eased).toHaveLength(20_001)
})

test('what was typed is there when the page is opened again', async () => {
  const { page } = open()
  const first = page()
  await first.setOn(true)
  first.type('was', 'half a sen')
  const again = page()
  await again.load()
  expect(again.draft.value.was).toBe('half a sen')
})

test('what could not be saved stays in its lines, and is kept once by trying again', async () => {
  const { page, store } = open()
  const model = page()
  await model.load()
  await model.setOn(true)
  model.type('was', 'grey')
  store.problem = failed
  await model.save()
  expect(model.problem.value).toEqual({ doing: 'save', problem: failed })
  expect(model.draft.value.was).toBe('grey')
  store.problem = null
  await model.tryAgain()
  expect(model.problem.value).toBeNull()
  expect(texts(model)).toEqual([['grey', null, null]])
})

test('what was written is shown, and can be deleted, also once it is switched off', async () => {
  const { page } = open()
  const first = page()
  await first.load()
  await first.setOn(true)
  first.type('was', 'grey')
  await first.save()
  await first.setOn(false)
  const model = page()
  await model.load()
  expect(model.on.value).toBe(false)
  expect(texts(model)).toEqual([['grey', null, null]])
  await model.remove(model.kept.value?.[0]?.id ?? '')
  expect(texts(model)).toEqual([])
})

test('one that is deleted comes back', async () => {
  const { page } = open()
  const model = page()
  await model.load()
  await model.setOn(true)
  model.type('was', 'grey')
  await model.save()
  await model.remove(model.kept.value?.[0]?.id ?? '')
  expect(model.kept.value).toEqual([])
  await model.undo()
  expect(texts(model)).toEqual([['grey', null, null]])
})

test('stands as a line on Today a week after the last one, or after it was put off', async () => {
  const { page, line, clock } = open()
  const model = page()
  await model.setOn(true)
  await line.load()
  expect(line.shown.value).toBe(true)
  await line.putOff()
  await line.load()
  expect(line.shown.value).toBe(false)
  clock.advance(7 * day)
  await line.load()
  expect(line.shown.value).toBe(true)
  model.type('was', 'grey')
  await model.save()
  await line.load()
  expect(line.shown.value).toBe(false)
  clock.advance(7 * day + 1)
  await line.load()
  expect(line.shown.value).toBe(true)
  await model.setOn(false)
  await line.load()
  expect(line.shown.value).toBe(false)
})

test('put off where another page switched it off meanwhile, it stays off', async () => {
  const { page, line } = open()
  const elsewhere = page()
  await elsewhere.setOn(true)
  await line.load()
  await elsewhere.setOn(false)
  await line.putOff()
  const model = page()
  await model.load()
  expect(model.on.value).toBe(false)
})

test('what was stored in any other way offers nothing', () => {
  for (const stored of [null, 7, 'on', [], { on: 'yes' }, { putOffAt: 1 }])
    expect(readOffer(stored).on).toBe(false)
})
