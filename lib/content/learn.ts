/** The cards of Learn as data with permanent ids; titles and texts are the messages `learn_<id>` and `learn_<id>_text`. */
import type { namedMarkers } from '../core/marker.ts'
import type { pauses } from './pauses.ts'
import type { tags } from './tags.ts'
import type { FeelingWordId } from './words.ts'

/** In the order in which they are shown; their names are the messages `learn_group_<id>`. */
export const learnGroups = ['what', 'from', 'far', 'people', 'helps'] as const
export type LearnGroup = (typeof learnGroups)[number]

/** How sure a card is, the message `learn_grade_<id>`: it rests on studies, on both, or on articles alone. */
export type LearnGrade = 'studied' | 'partly' | 'articles'

/** A study by author and year. The DOI is left out where none was confirmed. */
export type Study = { readonly name: string; readonly doi?: string }

type TagId = (typeof tags)[number]
type PauseId = (typeof pauses)[number]['id']

type Card = {
  readonly id: string
  readonly group: LearnGroup
  readonly grade: LearnGrade
  readonly studies: readonly Study[]
  readonly articles: readonly ArticleId[]
  /** What it stands beside. Each word, tag, marker and pause has one card at most. */
  readonly words?: readonly FeelingWordId[]
  readonly tags?: readonly TagId[]
  readonly markers?: readonly (typeof namedMarkers)[number][]
  readonly pauses?: readonly PauseId[]
  /** It ends with the way to a person, where what it tells of is for more than an app. */
  readonly talk?: true
}

/** The articles that Thaw began with, as they are called: by their title, and who published them where that is known. */
export const learnArticles = {
  S0: 'Understanding Emotional Numbness in Social Situations (2025)',
  S1: 'Emotional Numbing (Allfit Well)',
  S2: 'Why Do You Feel Emotionally Numb? (Resurface Group)',
  S3: 'A Therapist’s Advice on Overcoming Emotional Numbness (UR.Life)',
  S4: 'Emotional numbness (Elevate Psychiatry)',
} as const
export type ArticleId = keyof typeof learnArticles

/** Confirmed in its stored record at PubMed: 18006196. */
const bylsma: Study = { name: 'Bylsma 2008', doi: '10.1016/j.cpr.2007.10.001' }
const goodwin: Study = { name: 'Goodwin 2017' }
const korem: Study = { name: 'Korem 2024' }
const britton: Study = { name: 'Britton 2021', doi: '10.1177/2167702621996340' }
const goldberg: Study = { name: 'Goldberg 2021', doi: '10.1080/10503307.2021.1933646' }
const webb: Study = { name: 'Webb 2012', doi: '10.1037/a0027600' }
const sheeran: Study = { name: 'Sheeran 2024', doi: '10.1080/10463283.2024.2334563' }
const szabo: Study = { name: 'Szabó 2013', doi: '10.2478/bjha-2013-0024' }
const balban: Study = { name: 'Balban 2023', doi: '10.1016/j.xcrm.2022.100895' }
const ferrari: Study = { name: 'Ferrari 2019', doi: '10.1007/s12671-019-01134-6' }

/** In the order in which they are shown within their group. */
export const learnCards = [
  {
    id: 'what-numbness-is',
    group: 'what',
    grade: 'partly',
    studies: [goodwin],
    articles: ['S1', 'S2', 'S4'],
    words: [
      'numb',
      'flat',
      'empty',
      'hollow',
      'blank',
      'muted',
      'foggy',
      'dead-inside',
      'cant-cry',
      'know-it-but-dont-feel-it',
      'dont-mind-either-way',
      'cant-care',
    ],
    tags: ['muted-reactions', 'slowed', 'low-energy', 'no-signal', 'touch-feels-far', 'hard-to-focus', 'fog'],
  },
  {
    id: 'a-shelter',
    group: 'what',
    grade: 'articles',
    studies: [],
    articles: ['S1', 'S2', 'S3'],
    words: ['shut-down'],
  },
  {
    id: 'passing-or-lasting',
    group: 'what',
    grade: 'articles',
    studies: [],
    articles: ['S1', 'S2', 'S3', 'S4'],
    talk: true,
  },
  {
    id: 'both-ways',
    group: 'what',
    grade: 'partly',
    studies: [bylsma, korem],
    articles: ['S1', 'S2', 'S3'],
    tags: ['feelings-jump-about'],
    pauses: ['high-and-low'],
  },
  {
    id: 'ways-to-keep-feelings-off',
    group: 'what',
    grade: 'articles',
    studies: [],
    articles: ['S1', 'S2', 'S3'],
    pauses: ['steering-round', 'let-it-be', 'something-light'],
  },
  {
    id: 'waves',
    group: 'what',
    grade: 'articles',
    studies: [],
    articles: ['S1'],
    words: ['mixed', 'unsettled'],
    pauses: ['ride-it-out'],
  },
  {
    id: 'is-it-an-illness',
    group: 'what',
    grade: 'articles',
    studies: [],
    articles: ['S1', 'S2', 'S3', 'S4'],
    talk: true,
  },
  {
    id: 'freeze',
    group: 'from',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S2', 'S3'],
    words: ['frozen'],
    tags: ['froze'],
  },
  {
    id: 'long-stress',
    group: 'from',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S1', 'S3', 'S4'],
    words: ['stressed', 'overwhelmed', 'drained'],
    tags: ['work', 'money'],
    pauses: ['one-thing-lighter'],
  },
  {
    id: 'among-people',
    group: 'from',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S3', 'S4'],
    words: ['anxious'],
    tags: ['group', 'watched', 'had-to-fit-in', 'unspoken-conflict', 'hard-to-feel-with-others'],
    pauses: ['smaller-step'],
  },
  {
    id: 'depression',
    group: 'from',
    grade: 'partly',
    studies: [bylsma],
    articles: ['S1', 'S3', 'S4'],
    words: ['hopeless', 'sad'],
    tags: ['slept-badly', 'slept-too-long', 'no-drive', 'cant-decide'],
    talk: true,
  },
  {
    id: 'after-trauma',
    group: 'from',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S1', 'S2', 'S3', 'S4'],
    talk: true,
  },
  {
    id: 'grief',
    group: 'from',
    grade: 'articles',
    studies: [],
    articles: ['S1', 'S2', 'S3', 'S4'],
    words: ['grieving'],
    tags: ['loss'],
    markers: ['loss'],
    talk: true,
  },
  {
    id: 'medication',
    group: 'from',
    grade: 'partly',
    studies: [goodwin],
    articles: ['S1', 'S2', 'S3', 'S4'],
    tags: ['medication-changed'],
    markers: ['medication'],
  },
  {
    id: 'alcohol-and-drugs',
    group: 'from',
    grade: 'articles',
    studies: [],
    articles: ['S2', 'S4'],
    tags: ['took-the-edge-off-with-something'],
    talk: true,
  },
  {
    id: 'seasons',
    group: 'from',
    grade: 'articles',
    studies: [],
    articles: ['S4'],
  },
  {
    id: 'far-away',
    group: 'far',
    grade: 'partly',
    studies: [britton, goldberg],
    articles: ['S2', 'S3', 'S4'],
    words: ['far-away', 'behind-glass', 'unreal', 'on-autopilot'],
    tags: ['detached'],
    pauses: ['look-up', 'here-and-now'],
    talk: true,
  },
  {
    id: 'who-i-am',
    group: 'far',
    grade: 'articles',
    studies: [],
    articles: ['S2'],
    tags: ['memory-gaps'],
    talk: true,
  },
  {
    id: 'half-present',
    group: 'people',
    grade: 'articles',
    studies: [],
    articles: ['S0'],
    tags: ['kept-talk-shallow', 'half-present', 'screen', 'flat-room'],
  },
  {
    id: 'pulling-back',
    group: 'people',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S1', 'S2', 'S3'],
    words: ['lonely'],
    tags: ['alone', 'pulled-back', 'people-felt-far'],
    pauses: ['good-morning'],
  },
  {
    id: 'why-people-feel-shut-out',
    group: 'people',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S1', 'S3'],
    words: ['disconnected'],
    tags: ['couldnt-show-it', 'argument'],
    pauses: ['one-sentence'],
  },
  {
    id: 'worn-out-from-caring',
    group: 'people',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S1', 'S3'],
    words: ['worn-out-from-caring'],
    tags: ['worn-out-from-caring'],
    pauses: ['boundary'],
  },
  {
    id: 'no-pleasure',
    group: 'helps',
    grade: 'articles',
    studies: [],
    articles: ['S0', 'S1', 'S4'],
    words: ['nothing-appeals', 'no-pleasure-in-it', 'bored'],
    tags: ['lost-interest', 'it-did-not-arrive'],
    pauses: ['one-small-thing', 'do-it-differently'],
  },
  {
    id: 'what-helps',
    group: 'helps',
    grade: 'studied',
    studies: [webb, sheeran, szabo, balban, ferrari],
    articles: [],
  },
  {
    id: 'what-professionals-offer',
    group: 'helps',
    grade: 'articles',
    studies: [],
    articles: ['S1', 'S3', 'S4'],
    talk: true,
  },
] as const satisfies readonly Card[]

export type LearnCardId = (typeof learnCards)[number]['id']
export type LearnCard = Card & { readonly id: LearnCardId }

const cards: readonly LearnCard[] = learnCards

/** What a card may stand beside. */
export type Beside = 'words' | 'tags' | 'markers' | 'pauses'

/** The card that tells of a word, a tag, a marker or a pause; null where none does, as for a person's own. */
export const cardBeside = (kind: Beside, id: string): LearnCard | null =>
  cards.find(card => card[kind]?.some(beside => beside === id)) ?? null

export const isLearnCard = (id: unknown): id is LearnCardId => cards.some(card => card.id === id)
