/** Words and tags that a made-up check-in carries: what fits what was felt, and some more often than others. */
import { sameAsWord, tagGroups } from '../../content/tags.ts'
import { notSureWords, wordGroups } from '../../content/words.ts'
import type { Felt, Id, PickedWord, Step } from '../../core/records.ts'
import type { Seeded } from '../../core/seeded.ts'

/** The person's own words and tag, by what they mean. */
export type OwnIds = { readonly quietWord: Id; readonly warmWord: Id; readonly tag: Id }

/** What was answered so far. */
export type SoFar = {
  /** null where it is not known. */
  readonly felt: Felt | null
  readonly pleasant: Step | null
  /** −1 to 1. */
  readonly tone: number
  readonly weekend: boolean
  /** Minutes after midnight. */
  readonly minutes: number
}

/** Too heavy for a look around. */
const leftOut: ReadonlySet<Id> = new Set(['dead-inside', 'hopeless', 'panicky', 'grieving', 'disgusted'])

const wordsOf = (group: (typeof wordGroups)[number]['id']): readonly Id[] =>
  (wordGroups.find(({ id }) => id === group)?.words ?? []).filter(word => !leftOut.has(word))

const words = {
  quiet: wordsOf('quiet-far'),
  bright: wordsOf('bright-lively'),
  warm: wordsOf('warm-settled'),
  tight: wordsOf('tight-loud'),
  heavy: wordsOf('heavy-slow'),
  between: wordsOf('in-between'),
  unsure: notSureWords,
}
type Kind = keyof typeof words

/** Much felt can be hard and little felt can be no trouble: how it feels decides, not how much. */
const kindsFor = ({ felt, pleasant, tone }: SoFar): readonly (readonly [Kind, number])[] => {
  const side = pleasant === null ? tone : pleasant / 4
  const light = 0.5 + side / 2
  if (felt === null || felt <= 3)
    return [
      ['quiet', 12],
      ['heavy', 3 * (1.4 - light)],
      ['tight', 2 * (1.4 - light)],
      ['between', 2],
      ['unsure', 3],
      ['warm', light],
    ]
  return [
    ['quiet', felt <= 5 ? 1.5 : 0.3],
    ['bright', light * (felt - 2)],
    ['warm', 1.4 * light * (felt - 1)],
    ['tight', (1 - light) * (felt - 1)],
    ['heavy', 1.2 * (1 - light) * (felt - 1)],
    ['between', 3],
    ['unsure', 0.7],
  ]
}

/** Earlier words come up more often, as everyone has some that they reach for first. */
const wordIn = (kind: Kind, own: OwnIds, seeded: Seeded): Id => {
  if (kind === 'quiet' && seeded.happens(0.09)) return own.quietWord
  if (kind === 'warm' && seeded.happens(0.07)) return own.warmWord
  const among: readonly Id[] = words[kind]
  return among[Math.floor(seeded.next() ** 1.8 * among.length)] ?? 'okay'
}

export const madeUpWords = (soFar: SoFar, own: OwnIds, seeded: Seeded): readonly PickedWord[] => {
  const count = seeded.weighed([
    [0, 27],
    [1, 38],
    [2, 22],
    [3, 9],
    [4, 3],
    [5, 1],
  ])
  const kinds = kindsFor(soFar)
  const ids = Array.from({ length: count }, () => wordIn(seeded.weighed(kinds), own, seeded))
  return [...new Set(ids)].map(id => ({ id, guess: seeded.happens(0.3) }))
}

const tagsOf = (group: (typeof tagGroups)[number]['id']): readonly Id[] =>
  tagGroups.find(({ id }) => id === group)?.tags ?? []

const anyOf = (ids: readonly Id[], seeded: Seeded): Id =>
  ids[Math.floor(seeded.next() ** 1.5 * ids.length)] ?? 'home'

const placeOf = ({ weekend, minutes }: SoFar, seeded: Seeded): Id => {
  const working = !weekend && minutes >= 540 && minutes < 1_020
  return seeded.weighed([
    ['work', working ? 10 : 0.5],
    ['screen', 3],
    ['home', working ? 1 : 5],
    ['outside', weekend ? 4 : 1.5],
    ['money', 0.4],
    ['argument', 0.4],
    ['flat-room', 1],
  ])
}

export const madeUpTags = (
  soFar: SoFar,
  picked: readonly PickedWord[],
  own: OwnIds,
  seeded: Seeded,
): readonly Id[] => {
  if (!seeded.happens(0.5)) return []
  const low = soFar.felt === null || soFar.felt <= 3
  const ids: Id[] = []
  if (seeded.happens(0.6)) ids.push(placeOf(soFar, seeded))
  if (seeded.happens(low ? 0.5 : 0.25)) ids.push(anyOf(tagsOf(seeded.pick(['body', 'mind'])), seeded))
  if (seeded.happens(0.4)) ids.push(anyOf(tagsOf('people'), seeded))
  if (seeded.happens(0.2)) ids.push(anyOf(tagsOf('care'), seeded))
  if (soFar.weekend && seeded.happens(0.2)) ids.push(own.tag)
  const said = new Set(picked.map(({ id }) => id))
  // Such a tag cannot be picked beside the word that says the same.
  const says = (tag: Id) => said.has((sameAsWord as { readonly [id: string]: Id })[tag] ?? '')
  return [...new Set(ids)].filter(tag => !says(tag))
}
