/** The phrase lists: what they find in each language, and what only sounds like it. */
import { describe, expect, test } from 'vitest'
import { phraseLists } from '../../lib/content/phrases.ts'
import { phraseMatch } from '../../lib/core/phrases.ts'
import { filesUnder } from '../repo/source.ts'

const matches = phraseMatch(Object.values(phraseLists))

type Language = keyof typeof phraseLists

/** Sentences as people write them, by hand. */
const found: { readonly [Name in Language]: readonly string[] } = {
  en: [
    'I want to die.',
    'honestly, i WANT TO DIE!!!',
    'I don’t want to be here anymore',
    "I don't want to live",
    'They would be better off without me',
    'thinking about killing myself again',
    'I can’t go on like this',
    'no reason\nto live',
    'Suicidal thoughts again',
    'killing time, but I want to end my life',
    'I wish I could not wake up',
  ],
  de: [
    'Ich will nicht mehr leben.',
    'ich will einfach nur sterben',
    'Ich möchte nicht mehr da sein',
    'ich moechte nicht mehr aufwachen',
    'Gedanken, mich umzubringen',
    'Ich bring mich um',
    'Ohne mich wären alle … ohne mich besser dran',
    'Ich halte das alles nicht mehr aus',
  ],
  es: [
    'Me quiero morir',
    'No quiero vivir más',
    'ya no quiero despertar',
    'Pienso en quitarme la vida',
    'Estarían mejor sin mí',
    'tengo ganas de hacerme daño',
  ],
  fr: [
    'J’ai envie de mourir',
    'je ne veux plus vivre',
    'Je pense à me suicider',
    'Je voudrais m’ôter la vie',
    'je n’ai plus aucune raison de vivre',
    'IDÉES NOIRES toute la nuit',
  ],
  pt_BR: [
    'Quero morrer',
    'não tenho mais vontade de viver',
    'nao aguento mais essa vida',
    'Penso em tirar minha própria vida',
    'queria não acordar mais',
  ],
  ja: [
    'もう死にたい。',
    '消えてしまいたいと思った',
    '生きている意味がない',
    '私なんかいないほうがいい',
    '自殺を考えた',
  ],
  ar: [
    'أريد أن أموت',
    'اريد ان اموت',
    'وأتمنى الموت كل يوم',
    'لا أريد أن أعيش',
    'أفكّر في الانتحار',
    'تعبتُ من الحياة',
  ],
}

const notFound: { readonly [Name in Language]: readonly string[] } = {
  en: [
    'Killing time before the train',
    'I am dying to see you',
    'a cake to die for',
    'we nearly died laughing',
    'so embarrassing I wanted to die of embarrassment',
    'dead tired, my back is killing me',
    'I don’t want to die',
    'cut myself shaving',
    'hurt myself at the gym',
    'we can’t go on holiday this year',
    'watched Suicide Squad',
    'that tweet was career suicide',
    'I don’t want to live in this town',
    'ran 5 kms, my phone died',
    'want to dieselize',
    'The diet I want today',
    'What do I want? To diet.',
    'numb, flat, far away',
    '',
  ],
  de: [
    'Zeit totgeschlagen',
    'nur die Zeit totschlagen',
    'Das war zum Totlachen',
    'ich könnte vor Langeweile sterben',
    'Ich will nicht sterben',
    'totmüde',
    'das war politischer Selbstmord',
    'ich will nicht mehr leben wie früher, sondern ruhiger',
  ],
  es: [
    'matando el tiempo',
    'me muero de risa',
    'quiero morirme de vergüenza',
    'no quiero vivir aquí',
    'quiero cortarme el pelo',
    'no quiero morir',
  ],
  fr: [
    'tuer le temps',
    'mourir de rire',
    'j’ai envie de mourir de rire',
    'me tuer à la tâche',
    'je ne veux pas mourir',
    'je ne veux plus vivre ici',
    'ça va me tuer',
  ],
  pt_BR: [
    'matar o tempo',
    'morrendo de rir',
    'quero morrer de vergonha',
    'não quero morrer',
    'matar a saudade',
  ],
  ja: [
    '暇つぶしをした',
    '死ぬほど眠い',
    '必死に走った',
    '死にたくない',
    '死にたいくらい恥ずかしい',
    '自殺点で負けた',
  ],
  ar: ['قتل الوقت', 'أموت من الضحك', 'بموت فيك', 'لا أريد أن أموت', 'انتحار سياسي', 'لا أريد أن أعيش هنا'],
}

const rows = (sentences: { readonly [Name in Language]: readonly string[] }) =>
  Object.entries(sentences).flatMap(([language, all]) => all.map(text => [language, text] as const))

test.each(rows(found))('%s: finds “%s”', (_, text) => expect(matches(text)).toBe(true))

test.each(rows(notFound))('%s: does not find “%s”', (_, text) => expect(matches(text)).toBe(false))

/** One way to say a phrase with choices. */
const firstOf = (phrase: string): string => {
  const next = phrase.replace(/\(([^()]*)\)/g, (_, inner: string) => inner.split('|')[0] ?? '')
  return next === phrase ? phrase : firstOf(next)
}

describe.each(Object.entries(phraseLists))('the list of %s', (_, list) => {
  test('finds each of its phrases, in capitals and between other words', () => {
    const missed = list.phrases.map(firstOf).filter(text => !matches(`… ${text.toUpperCase()}, …`))
    expect(missed).toEqual([])
  })

  test('finds none of its look-alikes', () => {
    expect(list.lookAlikes.map(firstOf).filter(matches)).toEqual([])
  })

  test('has each once, and closes what it opens', () => {
    for (const all of [list.phrases, list.lookAlikes]) {
      expect(new Set(all).size).toBe(all.length)
      expect(all.filter(text => text.split('(').length !== text.split(')').length)).toEqual([])
    }
  })
})

test('every language of the interface has a list', () => {
  const shipped = filesUnder('public/_locales').flatMap(path => /_locales\/(\w+)\//.exec(path)?.[1] ?? [])
  expect(shipped.filter(language => !(language in phraseLists))).toEqual([])
})
