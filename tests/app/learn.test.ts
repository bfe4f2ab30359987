import { beforeEach, describe, expect, test } from 'vitest'
import { createLearn } from '../../lib/app/learn.ts'
import { createLearnLinks, readAskedCard } from '../../lib/app/learn-links.ts'
import { type LearnCardId, learnCards } from '../../lib/content/learn.ts'
import { memorySlot } from '../support/fakes.ts'

const texts = {
  title: (id: LearnCardId) => `About ${id}`,
  text: (id: LearnCardId) =>
    id === 'grief' ? 'Après la perte.\nSpäter kommt’s.' : 'Nothing here.\nNothing there.',
}

let asked = memorySlot<LearnCardId>()
beforeEach(() => {
  asked = memorySlot<LearnCardId>()
})
const learn = () => createLearn({ asked, texts, locale: () => 'en' })
const idsIn = (model: ReturnType<typeof learn>) =>
  model.groups.value.flatMap(({ cards }) => cards.map(({ id }) => id))

describe('the cards', () => {
  test('stand there once each, folded, with each line of their text a paragraph', () => {
    const model = learn()
    expect(idsIn(model).toSorted()).toEqual(learnCards.map(({ id }) => id).toSorted())
    expect(model.open.value.size).toBe(0)
    expect(model.found.value).toBeNull()
    const grief = model.groups.value.flatMap(({ cards }) => cards).find(({ id }) => id === 'grief')
    expect(grief?.text).toEqual(['Après la perte.', 'Später kommt’s.'])
  })

  test('open and fold each by itself', () => {
    const model = learn()
    model.show('grief', true)
    model.show('waves', true)
    model.show('grief', false)
    expect([...model.open.value]).toEqual(['waves'])
  })

  test.each(['apres', 'LA PERTE', 'kommts', '  later  kommt', 'About grief'])('are found by “%s”', typed => {
    const model = learn()
    model.seek(typed)
    expect(idsIn(model)).toEqual(typed.includes('later') ? [] : ['grief'])
    expect(model.found.value).toBe(typed.includes('later') ? 0 : 1)
  })

  test('are all there again once nothing is sought', () => {
    const model = learn()
    model.seek('<b>nothing like this</b>')
    expect(idsIn(model)).toEqual([])
    model.seek('   ')
    expect(model.found.value).toBeNull()
    expect(idsIn(model)).toHaveLength(learnCards.length)
  })
})

describe('a card that is asked for elsewhere', () => {
  test('is open when Learn is opened, whatever was sought there, and once', async () => {
    await createLearnLinks(asked, '#learn').ask('medication')
    const model = learn()
    model.seek('grief')
    await model.load()
    expect([...model.open.value]).toEqual(['medication'])
    expect(model.goTo.value).toBe('medication')
    expect(idsIn(model)).toContain('medication')
    model.arrived()
    model.show('medication', false)
    await model.load()
    expect(model.goTo.value).toBeNull()
    expect(model.open.value.size).toBe(0)
  })

  test('takes nothing with it where it cannot be kept or read', async () => {
    const failing = {
      read: () => Promise.reject(new Error('no')),
      write: () => Promise.reject(new Error('no')),
    }
    await createLearnLinks(failing, '#learn').ask('grief')
    const model = createLearn({ asked: failing, texts, locale: () => 'en' })
    await model.load()
    expect(model.open.value.size).toBe(0)
  })

  test('is one that there is, whatever is stored', () => {
    expect(readAskedCard('grief')).toBe('grief')
    for (const stored of [null, 7, {}, ['grief'], '__proto__', 'grief '])
      expect(readAskedCard(stored)).toBeNull()
  })

  test('is found beside what it tells of', () => {
    const { cardsOf } = createLearnLinks(asked, '#learn')
    expect(cardsOf({ tags: ['memory-gaps'] })).toEqual(['who-i-am'])
    expect(cardsOf({ tags: ['loss', 'work'], words: ['grieving', 'joyful'] })).toEqual([
      'grief',
      'long-stress',
    ])
    expect(cardsOf({ markers: ['medication'], pauses: ['boundary'] })).toEqual([
      'medication',
      'worn-out-from-caring',
    ])
    expect(
      cardsOf({ words: ['joyful'], tags: ['__proto__', '01990000-0000-7000-8000-000000000001'] }),
    ).toEqual([])
  })
})
