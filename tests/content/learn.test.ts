/** The cards of Learn: ids that never change, few words, sources that were read, and what they stand beside. */
import { describe, expect, test } from 'vitest'
import {
  cardBeside,
  isLearnCard,
  type LearnCard,
  learnArticles,
  learnCards,
  learnGroups,
} from '../../lib/content/learn.ts'
import messages from '../../public/_locales/en/messages.json' with { type: 'json' }
import { wordsOf } from '../support/reading-age.ts'
import frozen from './frozen-ids.json' with { type: 'json' }

const cards: readonly LearnCard[] = learnCards
const said = messages as { readonly [key: string]: { readonly message: string } }
const textOf = (id: string): string => said[`learn_${id.replaceAll('-', '_')}_text`]?.message ?? ''
const idsWhere = (find: (card: LearnCard) => boolean): readonly string[] =>
  cards.filter(find).map(({ id }) => id)

describe('cards', () => {
  test('keep their ids, each once', () => {
    expect(cards.map(({ id }) => id).sort()).toEqual([...frozen.cards].sort())
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
    expect(isLearnCard('grief')).toBe(true)
    expect(isLearnCard('toString')).toBe(false)
  })

  test('have a title of their own and at most 120 words', () => {
    const titles = cards.map(({ id }) => said[`learn_${id.replaceAll('-', '_')}`]?.message)
    expect(titles).not.toContain(undefined)
    expect(new Set(titles).size).toBe(cards.length)
    const lengths = cards.map(({ id }) => [id, wordsOf(textOf(id)).length] as const)
    expect(lengths.filter(([, words]) => words === 0 || words > 120)).toEqual([])
  })

  test('stand in groups of which none is empty', () => {
    expect(learnGroups.filter(group => !cards.some(card => card.group === group))).toEqual([])
  })

  test('name where they are from, and no surer than that', () => {
    expect(idsWhere(({ studies, articles }) => studies.length + articles.length === 0)).toEqual([])
    expect(idsWhere(({ grade, studies }) => (grade === 'articles') !== (studies.length === 0))).toEqual([])
    expect(idsWhere(({ grade, articles }) => (grade === 'studied') !== (articles.length === 0))).toEqual([])
    const unread = cards.flatMap(({ articles }) => articles).filter(article => !(article in learnArticles))
    expect(unread).toEqual([])
  })

  test('cite the studies that were read, by a DOI where one was confirmed', () => {
    const studies = new Map(
      cards.flatMap(({ studies }) => studies).map(({ name, doi }) => [name, doi ?? null]),
    )
    expect(Object.fromEntries([...studies].sort())).toEqual({
      'Balban 2023': '10.1016/j.xcrm.2022.100895',
      'Britton 2021': '10.1177/2167702621996340',
      'Bylsma 2008': '10.1016/j.cpr.2007.10.001',
      'Ferrari 2019': '10.1007/s12671-019-01134-6',
      'Goldberg 2021': '10.1080/10503307.2021.1933646',
      'Goodwin 2017': null,
      'Korem 2024': null,
      'Sheeran 2024': '10.1080/10463283.2024.2334563',
      'Szabó 2013': '10.2478/bjha-2013-0024',
      'Webb 2012': '10.1037/a0027600',
    })
  })

  test('stand beside a word, tag, marker or pause one at most', () => {
    for (const kind of ['words', 'tags', 'markers', 'pauses'] as const) {
      const beside = cards.flatMap(card => card[kind] ?? [])
      expect([kind, new Set(beside).size]).toEqual([kind, beside.length])
    }
    expect(cardBeside('words', 'grieving')?.id).toBe('grief')
    expect(cardBeside('tags', 'took-the-edge-off-with-something')?.id).toBe('alcohol-and-drugs')
    expect(cardBeside('markers', 'medication')?.id).toBe('medication')
    expect(cardBeside('words', 'joyful')).toBeNull()
    expect(cardBeside('tags', '01990000-0000-7000-8000-000000000001')).toBeNull()
  })
})

describe('what cards say', () => {
  const all = cards.map(({ id }) => [id, textOf(id)] as const)
  const saying = (pattern: RegExp): readonly string[] =>
    all.filter(([, text]) => pattern.test(text)).map(([id]) => id)

  // Wordings in which each word was weighed.
  test.each([
    [
      'is-it-an-illness',
      'Numbness by itself is not an illness. It can come with several, with some medicines, with grief and with long stress.',
    ],
    [
      'alcohol-and-drugs',
      'If you drink or take something every day, ask a doctor before you stop; stopping at once can be dangerous.',
    ],
    ['medication', 'Please do not stop on your own.'],
    ['why-people-feel-shut-out', 'It does not mean that you do not care.'],
    ['what-helps', 'None of the pauses was studied for numbness.'],
  ])('%s keeps its sentence', (id, sentence) => expect(textOf(id)).toContain(sentence))

  test('opens with that it does not mean not to care, where people may feel shut out', () => {
    expect(textOf('why-people-feel-shut-out').startsWith('It does not mean that you do not care.')).toBe(true)
  })

  test('speaks of no term without standing, and of no matter of the brain', () => {
    expect(
      saying(/oxytocin|dopamin|serotonin|cortisol|adrenal|amygdala|hormone|brain|syndrome|apathy|deficien/i),
    ).toEqual([])
  })

  test('leads to a person from what is for more than an app', () => {
    expect(idsWhere(({ talk }) => talk === true)).toEqual(
      expect.arrayContaining([
        'passing-or-lasting',
        'depression',
        'after-trauma',
        'grief',
        'alcohol-and-drugs',
        'who-i-am',
      ]),
    )
  })
})
