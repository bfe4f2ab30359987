/** Holds every English text to plain reading, and to words of Thaw's own: no sentence of the articles that it began with. */
import { describe, expect, test } from 'vitest'
import { learnCards } from '../../lib/content/learn.ts'
import { runsIn } from '../support/eight-word-runs.ts'
import { gradeOf, syllablesIn, wordsOf } from '../support/reading-age.ts'
import { textOf } from './source.ts'

const english = JSON.parse(textOf('public/_locales/en/messages.json')) as {
  readonly [key: string]: { readonly message: string }
}

/** What a person reads: words by which a search finds another are typed and never shown. */
const texts = Object.entries(english)
  .filter(([key]) => !key.startsWith('also_'))
  .map(([key, { message }]) => ({ key, message }))

const cardTexts: readonly string[] = learnCards.map(({ id }) => `learn_${id.replaceAll('-', '_')}_text`)

/** Another program calls its own settings so; no plainer word would be found there. */
const withoutNames = ({ key, message }: (typeof texts)[number]): string =>
  key.startsWith('system_') ? message.replaceAll(/“[^”]*”/g, 'it') : message

/** Of fewer words the formula says little by itself; they are measured together. */
const enough = 10

describe('the measure', () => {
  test.each([
    ['numb', 1],
    ['feelings', 2],
    ['little', 2],
    ['changes', 2],
    ['called', 1],
    ['worried', 2],
    ['sometimes', 2],
    ['anything', 3],
    ['serious', 3],
    ['depression', 3],
    ['movement', 2],
    ['saying', 2],
    ['notification', 5],
  ])('counts the syllables of “%s”', (word, count) => expect(syllablesIn(word)).toBe(count))

  test('grades by the length of sentences and words', () => {
    // 0.39 × 3 words a sentence + 11.8 × 1 syllable a word − 15.59
    expect(gradeOf('The cat sat. The dog ran.')).toBeCloseTo(-2.62, 5)
    expect(gradeOf('Psychological numbness frequently accompanies prolonged exhaustion.')).toBeGreaterThan(20)
    expect(wordsOf('It’s half-present, at 9:30.')).toEqual(['It’s', 'half-present', 'at', '9:30'])
  })
})

describe('every English text', () => {
  const measured = texts
    .filter(text => wordsOf(withoutNames(text)).length >= enough)
    .map(text => ({ ...text, grade: gradeOf(withoutNames(text)) }))

  test('of ten words or more reads like a text for twelve-year-olds, and a card for thirteen', () => {
    expect(measured.length).toBeGreaterThan(400)
    const hard = measured.filter(({ key, grade }) => grade > (cardTexts.includes(key) ? 8 : 7))
    expect(hard.map(({ key, grade, message }) => `${grade.toFixed(1)} ${key}: ${message}`)).toEqual([])
  })

  test('that is shorter does so together with its kin, by the first word of its key', () => {
    const families = new Map<string, string[]>()
    for (const text of texts) {
      if (wordsOf(withoutNames(text)).length >= enough) continue
      const family = text.key.split('_')[0] ?? ''
      families.set(family, [...(families.get(family) ?? []), withoutNames(text)])
    }
    // Where there are few of a kind, all of those are measured as one.
    const isLarge = (lines: readonly string[]) => wordsOf(lines.join('\n')).length >= 50
    const large = [...families].filter(([, lines]) => isLarge(lines))
    const rest = [...families.values()].filter(lines => !isLarge(lines)).flat()
    const hard = [...large, ['the rest', rest] as const]
      .map(([family, lines]) => ({ family, grade: gradeOf(lines.join('\n')) }))
      .filter(({ grade }) => grade > 7)
    expect(hard).toEqual([])
  })

  test('has no word of five syllables, other than names', () => {
    const names = /^(notifications?|anhedonia|psychodynamic)$/i
    const long = texts.flatMap(({ key, message }) =>
      wordsOf(message)
        .flatMap(word => word.split('-'))
        .filter(word => syllablesIn(word) >= 5 && !names.test(word))
        .map(word => `${key}: ${word}`),
    )
    expect(long).toEqual([])
  })
})

describe('the articles that Thaw began with', () => {
  // They are not in this repository. What they say may be told; their sentences may not be taken over.
  const theirs = new Set(textOf('tests/fixtures/seed-runs.txt').trim().split('\n'))
  const shared = (text: string): readonly string[] =>
    runsIn(text)
      .filter(({ hash }) => theirs.has(hash))
      .map(({ run }) => run)

  test('are known by each of their runs of eight words', () => {
    expect(theirs.size).toBe(6114)
    // The title of one of them holds three such runs.
    const title = 'understanding emotional numbness in “Social Situations”: causes & coping mechanisms'
    expect(shared(title.replace('&', 'and'))).toHaveLength(3)
    expect(shared(title.replace('&', 'or'))).toEqual([])
  })

  test('share no run of eight words with any text', () => {
    const taken = Object.entries(english).flatMap(([key, { message }]) =>
      shared(message).map(run => `${key}: ${run}`),
    )
    expect(taken).toEqual([])
  })
})
