/** What is written is looked at once it is kept, and someone to talk to is offered once a day. */
import { describe, expect, test, vi } from 'vitest'
import { composeTextWatch } from '../../lib/app/compose-text-watch.ts'
import { createOfferChoices } from '../../lib/app/offer-choices.ts'
import { createTextWatch } from '../../lib/app/text-watch.ts'
import { watchedRecords } from '../../lib/app/watched-records.ts'
import { phraseLists } from '../../lib/content/phrases.ts'
import { phraseMatch } from '../../lib/core/phrases.ts'
import type { Fields, RecordTypes } from '../../lib/core/records.ts'
import { momentOf } from '../../lib/core/time.ts'
import { memoryKeyValue } from '../contract/fakes.ts'
import { checkInWorld } from '../support/check-in-world.ts'
import { memorySlot } from '../support/fakes.ts'
import { pageWorld } from '../support/page-world.ts'

const aLot = 'I want to die.'
const matchAll = phraseMatch(Object.values(phraseLists))

const open = (world = pageWorld(), shownOn = memorySlot<string>()) => {
  const loadMatch = vi.fn(async () => matchAll)
  const watch = createTextWatch({ ...world, shownOn, loadMatch })
  const records = watchedRecords(world.records, watch.look)
  const moment = momentOf(world.clock.now())
  const line = (text: string, id = world.chance.id(moment.at)) =>
    records.save('reflections', id, () => ({ ...moment, type: 'line' as const, fields: { text } }))
  return { world, watch, records, line, loadMatch, shownOn, moment }
}

/** Everything that was begun has ended. */
const settled = () => new Promise(resolve => setTimeout(resolve))

describe('a text that sounds like a lot', () => {
  test('brings the offer, keeps the day alone, and the text is kept as it was written', async () => {
    const { world, watch, line, shownOn } = open()
    const saved = await line(aLot)
    await vi.waitFor(() => expect(watch.shown.value).toBe(true))
    expect(saved.ok && saved.value?.fields['text']).toBe(aLot)
    await vi.waitFor(async () => expect(await shownOn.read()).toBe('2026-11-22'))
    expect([...world.values.kept.keys()]).toEqual([])
    watch.putAway()
    expect(watch.shown.value).toBe(false)
  })

  const everywhere: { readonly [Store in keyof RecordTypes]?: Fields<Store> } = {
    markers: { day: '2026-11-22', type: 'own', text: aLot },
    words: { label: aLot, group: 'heavy-slow', hidden: false },
    tags: { label: aLot, group: 'mind', hidden: false },
    pauses: {
      label: 'x',
      text: null,
      steps: [{ text: aLot, seconds: null }],
      favourite: false,
      hidden: false,
    },
  }
  test.each(Object.entries(everywhere))('is found in %s', async (store, fields) => {
    const { watch, records } = open()
    await records.save(store as 'markers', 'an-id', () => fields as Fields<'markers'>)
    await vi.waitFor(() => expect(watch.shown.value).toBe(true))
  })

  test('brings it once a day, over all pages, and again on the next', async () => {
    const first = open()
    await first.line(aLot)
    await vi.waitFor(() => expect(first.watch.shown.value).toBe(true))
    first.watch.putAway()
    await first.line('I want to die, again')
    await settled()
    expect(first.watch.shown.value).toBe(false)
    const other = open(first.world, first.shownOn)
    await other.line(aLot)
    await settled()
    expect(other.watch.shown.value).toBe(false)
    first.world.clock.set('2026-11-23T00:01[Europe/Berlin]')
    await other.line(aLot)
    await vi.waitFor(() => expect(other.watch.shown.value).toBe(true))
  })

  test('brings nothing where it stood there before, or could not be kept', async () => {
    const { world, watch, records, moment, loadMatch } = open()
    const id = world.chance.id(moment.at)
    await world.records.save('reflections', id, () => ({
      ...moment,
      type: 'step' as const,
      fields: { text: aLot },
    }))
    await records.save('reflections', id, now => now && { ...now, fields: { ...now.fields, done: true } })
    world.store.problem = { kind: 'full' }
    await records.save('markers', 'm', () => ({ day: moment.day, type: 'own', text: aLot }))
    await settled()
    expect(watch.shown.value).toBe(false)
    expect(loadMatch).not.toHaveBeenCalled()
  })

  test('brings nothing where that is switched off, and the switch is kept', async () => {
    const { world, watch, line } = open()
    const choices = createOfferChoices(world)
    await choices.load()
    expect(choices.chosen.value?.noteCard).toBe(true)
    await choices.set('noteCard', false)
    await line(aLot)
    await settled()
    expect(watch.shown.value).toBe(false)
    await choices.set('noteCard', true)
    await line(`${aLot} Still.`)
    await vi.waitFor(() => expect(watch.shown.value).toBe(true))
  })
})

test('whatever goes wrong in looking, what was written is kept', async () => {
  const world = pageWorld()
  const watch = createTextWatch({
    ...world,
    shownOn: memorySlot(),
    loadMatch: () => Promise.reject(new Error('no such file')),
  })
  const records = watchedRecords(world.records, watch.look)
  const saved = await records.save('markers', 'm', () => ({ day: '2026-11-22', type: 'own', text: aLot }))
  await settled()
  expect(saved.ok).toBe(true)
  expect(watch.shown.value).toBe(false)
})

test('that it was offered is remembered until the browser closes, and nothing of it is stored', async () => {
  const world = pageWorld()
  const session = memoryKeyValue()
  const watch = composeTextWatch({ ...world, session })
  const records = watchedRecords(world.records, watch.look)
  const moment = momentOf(world.clock.now())
  await records.save('markers', 'm', () => ({ day: moment.day, type: 'own', text: aLot }))
  await watch.settled()
  expect(watch.shown.value).toBe(true)
  expect(await session.get(['note-card'])).toEqual({ 'note-card': moment.day })
  expect([...world.values.kept.keys()]).toEqual([])
})

describe('in a check-in', () => {
  test('a note brings the offer once it is kept, and holds up nothing', async () => {
    const world = checkInWorld()
    const popup = await world.openPopup()
    popup.answerFelt(2)
    popup.note.type(aLot)
    await popup.note.keep()
    await vi.waitFor(() => expect(popup.card.shown.value).toBe(true))
    await popup.done()
    expect(world.leavings).toHaveLength(1)
  })

  test('that is typed and left at once is looked at before the popup goes', async () => {
    const world = checkInWorld()
    const popup = await world.openPopup()
    popup.answerFelt(2)
    popup.note.type(aLot)
    await popup.done()
    expect(popup.card.shown.value).toBe(true)
    expect(world.leavings).toEqual([])
    await popup.done()
    expect(world.leavings).toHaveLength(1)
    expect(await world.checkIns()).toMatchObject([{ note: aLot }])
  })

  test('an own word does too, and an answer without text brings nothing', async () => {
    const world = checkInWorld()
    const popup = await world.openPopup()
    popup.answerFelt(2)
    await settled()
    expect(popup.card.shown.value).toBe(false)
    await popup.own.add('words', 'heavy-slow', 'suicidal')
    await vi.waitFor(() => expect(popup.card.shown.value).toBe(true))
  })
})
