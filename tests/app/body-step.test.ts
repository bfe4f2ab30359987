/** The way to a word from the body, and any walk through it and the words: one record, and nothing in it that was not picked. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { bodyPlaces, bodySignals } from '../../lib/content/body-signals.ts'
import { wordsAtMost } from '../../lib/core/check-in.ts'
import type { Id } from '../../lib/core/records.ts'
import { minute } from '../../lib/core/time.ts'
import { checkInWorld, settled } from '../support/check-in-world.ts'

const key = (name: string) => ({ key: name, code: '', shiftKey: false })

type World = ReturnType<typeof checkInWorld>
type Popup = Awaited<ReturnType<World['openPopup']>>

let world: World
beforeEach(() => {
  world = checkInWorld()
})

const start = async (): Promise<Popup> => {
  const popup = await world.openPopup()
  popup.answerFelt(6)
  await settled(popup)
  popup.words.startFromBody()
  return popup
}

const place = (popup: Popup) => popup.open.draft.value.place
const asks = (popup: Popup) => popup.body.view.value.asks
const choices = (popup: Popup): readonly Id[] => popup.body.view.value.choices.map(({ id }) => id)
const picked = (popup: Popup): readonly Id[] => popup.open.record.value.words.map(word => word.id)
const hide = async (ids: readonly Id[]) => {
  for (const id of ids) {
    await world.stored.save('words', id, () => ({ label: null, group: null, hidden: true }))
  }
}

describe('from the body', () => {
  test('where, what like and how strong lead to at most six words; one is picked and leads back', async () => {
    const popup = await start()
    expect([place(popup), asks(popup)]).toEqual(['body', 'place'])
    expect(choices(popup)).toHaveLength(bodyPlaces.length)
    popup.body.answer('chest')
    expect(asks(popup)).toBe('signal')
    popup.body.answer('tight')
    expect(asks(popup)).toBe('strength')
    popup.body.answer('strong')
    expect(asks(popup)).toBe('word')
    expect(choices(popup)).toHaveLength(6)
    expect(choices(popup)).toContain('overwhelmed')
    popup.body.answer('overwhelmed')
    await settled(popup)
    expect([place(popup), picked(popup)]).toEqual(['words', ['overwhelmed']])
    expect(await world.checkIns()).toMatchObject([{ felt: 6, words: [{ id: 'overwhelmed', guess: false }] }])
  })

  test('by digits alone; the eleventh answer has X, and none of these has 0', async () => {
    const popup = await start()
    expect(popup.pressKey(key('0'))).toBe(true)
    expect(popup.open.draft.value.body.place).toBe('nowhere')
    expect(popup.pressKey(key('x'))).toBe(true)
    expect(popup.open.draft.value.body.signal).toBe('none')
    // Nothing has no strength.
    expect(asks(popup)).toBe('word')
    expect(popup.pressKey(key('7'))).toBe(false)
    expect(popup.pressKey(key('0'))).toBe(true)
    expect([place(popup), picked(popup)]).toEqual(['words', []])
  })

  test('every choice has a key of its own', async () => {
    const popup = await start()
    const keysNow = () => popup.body.view.value.choices.map(choice => choice.key)
    expect(new Set(keysNow()).size).toBe(bodyPlaces.length)
    popup.body.answer('head')
    expect(new Set(keysNow()).size).toBe(bodySignals.length)
    expect(keysNow().every(name => name !== '')).toBe(true)
  })

  test('any question can be passed over, and who passes over all is back at the words', async () => {
    const popup = await start()
    popup.next()
    expect(asks(popup)).toBe('signal')
    popup.next()
    expect(place(popup)).toBe('words')
    popup.words.startFromBody()
    popup.body.answer('belly')
    popup.next()
    expect([asks(popup), choices(popup)[0]]).toEqual(['word', 'anxious'])
    popup.next()
    expect(place(popup)).toBe('words')
  })

  test('Back goes to the question before, and from the first to the words', async () => {
    const popup = await start()
    popup.body.answer('chest')
    popup.body.answer('heavy')
    popup.body.answer('faint')
    popup.back()
    expect(asks(popup)).toBe('strength')
    popup.back()
    expect(asks(popup)).toBe('signal')
    popup.back()
    expect(asks(popup)).toBe('place')
    popup.back()
    expect(place(popup)).toBe('words')
  })

  test('goes on where it was in a popup that goes on, and begins anew the next time', async () => {
    const first = await start()
    first.body.answer('throat')
    await settled(first)
    world.clock.advance(10 * minute)
    const second = await world.openPopup()
    expect([place(second), asks(second)]).toEqual(['body', 'signal'])
    second.body.answer('light')
    second.body.answer('clear')
    second.body.answer('relieved')
    second.words.startFromBody()
    expect(asks(second)).toBe('place')
  })

  test('what is hidden does not come up', async () => {
    await hide(['tense', 'angry'])
    const popup = await start()
    popup.body.answer('face')
    popup.next()
    expect(choices(popup)).toEqual(['embarrassed', 'ashamed', 'amused', 'annoyed'])
    popup.back()
    popup.back()
    popup.next()
    popup.body.answer('tight')
    popup.body.answer('clear')
    expect(choices(popup)).toEqual(['anxious', 'worried', 'stressed', 'frustrated', 'on-edge'])
  })

  test('a word that was picked already stays picked', async () => {
    const popup = await start()
    popup.back()
    popup.words.toggle('sad')
    popup.words.startFromBody()
    popup.next()
    popup.body.answer('heavy')
    popup.next()
    popup.body.answer('sad')
    expect([place(popup), picked(popup)]).toEqual(['words', ['sad']])
  })

  test.each([
    [0, true],
    [1, true],
    [2, false],
    [3, false],
  ] as const)('at far %i it is offered: %s', async (far, offered) => {
    const popup = await world.openPopup()
    popup.answerFelt(2)
    popup.answerFar(far)
    expect(popup.words.view.value.body).toBe(offered)
  })

  test('is left when things are said to feel far away meanwhile', async () => {
    const popup = await start()
    await popup.open.answer({ far: 2 })
    expect(place(popup)).toBe('words')
  })

  test('ids that this Thaw does not know lead nowhere, and back', async () => {
    const popup = await start()
    popup.body.answer('elbow')
    popup.body.answer('sparkling')
    expect(place(popup)).toBe('words')
  })
})

test('any keys at the words and on the way from the body leave one record, with each word once and five at most', async () => {
  const presses = fc.constantFrom(...'1234567890Xn?.+*'.split(''), 'next', 'back', 'body', 'enter', 'reopen')
  await fc.assert(
    fc.asyncProperty(fc.array(presses, { minLength: 1, maxLength: 40 }), async walk => {
      world = checkInWorld()
      let popup = await world.openPopup()
      popup.answerFelt(8)
      await settled(popup)
      for (const press of walk) {
        const where = place(popup)
        if (where !== 'words' && where !== 'body') break
        if (press === 'next') popup.next()
        else if (press === 'back' && where === 'body') popup.back()
        else if (press === 'body' && where === 'words' && popup.words.view.value.body)
          popup.words.startFromBody()
        else if (press === 'enter') await popup.words.pickFound()
        else if (press === 'reopen') {
          await settled(popup)
          popup = await world.openPopup()
        } else popup.pressKey(key(press))
      }
      await settled(popup)
      const kept = await world.checkIns()
      expect(kept).toHaveLength(1)
      expect(kept[0]).toMatchObject({ felt: 8, pleasant: null, energy: null, tags: [], note: '' })
      const words = kept[0]?.words.map(word => word.id) ?? []
      expect(words).toEqual(picked(popup))
      expect(new Set(words).size).toBe(words.length)
      expect(words.length).toBeLessThanOrEqual(wordsAtMost)
    }),
    { numRuns: 60 },
  )
})
