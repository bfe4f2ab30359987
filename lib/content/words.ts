/** The feeling words with their permanent ids and where they stand; their labels are the messages `word_…` and `group_…`. */
import type { Catalogue } from '../core/word-list.ts'

/** `pleasant` and `energy`: the side a group stands on, 0 where it has none. */
type Group = {
  readonly id: string
  readonly pleasant: -1 | 0 | 1
  readonly energy: -1 | 0 | 1
  readonly words: readonly string[]
}

/** In the order in which they are shown; the first two words of a group are its examples. */
export const wordGroups = [
  {
    id: 'quiet-far',
    pleasant: 0,
    energy: 0,
    words: [
      'numb',
      'flat',
      'empty',
      'hollow',
      'blank',
      'muted',
      'foggy',
      'far-away',
      'behind-glass',
      'unreal',
      'on-autopilot',
      'shut-down',
      'frozen',
      'dead-inside',
      'disconnected',
      'dont-mind-either-way',
      'cant-care',
      'cant-cry',
      'nothing-appeals',
      'no-pleasure-in-it',
      'know-it-but-dont-feel-it',
    ],
  },
  {
    id: 'bright-lively',
    pleasant: 1,
    energy: 1,
    words: [
      'excited',
      'eager',
      'joyful',
      'playful',
      'proud',
      'inspired',
      'energised',
      'amused',
      'curious',
      'hopeful',
      'confident',
      'delighted',
      'determined',
    ],
  },
  {
    id: 'warm-settled',
    pleasant: 1,
    energy: -1,
    words: [
      'calm',
      'pleased',
      'relaxed',
      'peaceful',
      'grateful',
      'loving',
      'safe',
      'rested',
      'relieved',
      'comfortable',
      'tender',
      'close-to-someone',
      'satisfied',
      'present',
      'gentle',
    ],
  },
  {
    id: 'tight-loud',
    pleasant: -1,
    energy: 1,
    words: [
      'anxious',
      'worried',
      'angry',
      'annoyed',
      'frustrated',
      'stressed',
      'overwhelmed',
      'restless',
      'panicky',
      'jealous',
      'embarrassed',
      'ashamed',
      'tense',
      'on-edge',
      'scared',
      'disgusted',
      'bitter',
    ],
  },
  {
    id: 'heavy-slow',
    pleasant: -1,
    energy: -1,
    words: [
      'sad',
      'lonely',
      'tired',
      'drained',
      'discouraged',
      'disappointed',
      'hurt',
      'guilty',
      'hopeless',
      'bored',
      'grieving',
      'homesick',
      'let-down',
      'small',
      'worn-out-from-caring',
    ],
  },
  {
    id: 'in-between',
    pleasant: 0,
    energy: 0,
    words: ['okay', 'neutral', 'surprised', 'confused', 'torn', 'thoughtful', 'mixed', 'unsettled'],
  },
] as const satisfies readonly Group[]

/** Answers in place of a word. They are full answers, and no group of feelings. */
export const notSureWords = ['not-sure', 'no-word', 'more-than-one', 'rather-not-say'] as const

/** As the person's own list of words builds on it. */
export const wordCatalogue: Catalogue = {
  groups: wordGroups.map(({ id, words }) => ({ id, items: words })),
  others: notSureWords,
  fallback: 'in-between',
}

export type WordGroupId = (typeof wordGroups)[number]['id']
export type FeelingWordId = (typeof wordGroups)[number]['words'][number]
export type NotSureWordId = (typeof notSureWords)[number]
export type WordId = FeelingWordId | NotSureWordId

export const feelingWords: readonly FeelingWordId[] = wordGroups.flatMap<FeelingWordId>(group => group.words)

const known = new Set<string>([...feelingWords, ...notSureWords])

/** Whether `id` is one of Thaw's words, and no word of the person's own. */
export const isWordId = (id: string): id is WordId => known.has(id)

/** The group of one of Thaw's words; null for "not sure" answers and for a person's own words. */
export const groupOf = (id: string): WordGroupId | null =>
  wordGroups.find(group => (group.words as readonly string[]).includes(id))?.id ?? null

/** After these the offer looks outward, and a person to talk to stands beside it. */
export const hardWords = [
  'panicky',
  'overwhelmed',
  'scared',
  'ashamed',
  'grieving',
  'hopeless',
] as const satisfies readonly FeelingWordId[]

/** After these, and after any word of Quiet & far, "do things feel far away?" is asked where it was not yet. */
export const farWords = [
  'panicky',
  'overwhelmed',
  'scared',
  'frozen',
] as const satisfies readonly FeelingWordId[]

/** What the rules need to know of a word; a person's own word asks for nothing. */
export const wordTraits = (id: string): { readonly asksFar: boolean; readonly hard: boolean } => ({
  asksFar: groupOf(id) === 'quiet-far' || (farWords as readonly string[]).includes(id),
  hard: (hardWords as readonly string[]).includes(id),
})
