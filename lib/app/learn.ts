/** The page model of Library → Learn: the cards, which of them are open, and a search in their titles and texts. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  type ArticleId,
  type LearnCard,
  type LearnCardId,
  type LearnGrade,
  type LearnGroup,
  learnArticles,
  learnCards,
  learnGroups,
  type Study,
} from '../content/learn.ts'
import { plain } from '../core/find-words.ts'
import type { AskedCard } from './learn-links.ts'

/** A card in the language shown. */
export type ShownCard = {
  readonly id: LearnCardId
  readonly title: string
  /** Each a paragraph. */
  readonly text: readonly string[]
  readonly grade: LearnGrade
  readonly studies: readonly Study[]
  /** Their titles, which are English. */
  readonly articles: readonly string[]
  /** It ends with the way to a person. */
  readonly talk: boolean
}

type ShownGroup = { readonly id: LearnGroup; readonly cards: readonly ShownCard[] }

export type Learn = {
  /** What the search leaves, group by group; a group without a card is left out. */
  readonly groups: ReadonlySignal<readonly ShownGroup[]>
  readonly find: ReadonlySignal<string>
  /** How many cards were found; null where nothing is sought. */
  readonly found: ReadonlySignal<number | null>
  readonly open: ReadonlySignal<ReadonlySet<LearnCardId>>
  /** The card that was asked for elsewhere and takes the focus; null once it has. */
  readonly goTo: ReadonlySignal<LearnCardId | null>
  /** Whenever the section comes into sight: opens the card that was asked for elsewhere. */
  load(): Promise<void>
  seek(text: string): void
  show(id: LearnCardId, open: boolean): void
  /** The card that was to take the focus has it. */
  arrived(): void
}

type Needs = {
  readonly asked: Pick<AskedCard, 'read' | 'write'>
  readonly texts: {
    readonly title: (id: LearnCardId) => string
    /** Its paragraphs, each in a line. */
    readonly text: (id: LearnCardId) => string
  }
  readonly locale: () => string
}

const cards: readonly LearnCard[] = learnCards

export const createLearn = ({ asked, texts, locale }: Needs): Learn => {
  const find = signal('')
  const open = signal<ReadonlySet<LearnCardId>>(new Set())
  const goTo = signal<LearnCardId | null>(null)

  const shown = ({ id, grade, studies, articles, talk }: LearnCard): ShownCard => ({
    id,
    title: texts.title(id),
    text: texts.text(id).split('\n'),
    grade,
    studies,
    articles: articles.map((article: ArticleId) => learnArticles[article]),
    talk: talk ?? false,
  })
  const all: readonly ShownGroup[] = learnGroups.map(id => ({
    id,
    cards: cards.filter(({ group }) => group === id).map(shown),
  }))

  const sought = computed(() => plain(find.value, locale()))
  const groups = computed(() =>
    sought.value === ''
      ? all
      : all
          .map(({ id, cards }) => ({
            id,
            cards: cards.filter(({ title, text }) =>
              plain([title, ...text].join(' '), locale()).includes(sought.value),
            ),
          }))
          .filter(({ cards }) => cards.length > 0),
  )

  const show = (id: LearnCardId, isOpen: boolean) => {
    const next = new Set(open.value)
    if (isOpen) next.add(id)
    else next.delete(id)
    open.value = next
  }

  return {
    groups,
    find,
    found: computed(() =>
      sought.value === '' ? null : groups.value.reduce((sum, { cards }) => sum + cards.length, 0),
    ),
    open,
    goTo,
    load: async () => {
      const id = await asked.read().catch(() => null)
      if (id === null) return
      // Where it cannot be forgotten, it is opened once more another time, which does no harm.
      void asked.write(null).catch(() => {})
      find.value = ''
      show(id, true)
      goTo.value = id
    },
    seek: text => {
      find.value = text
    },
    show,
    arrived: () => {
      goTo.value = null
    },
  }
}
