/** What every form of a check-in does: which words and tags it offers, and what each press changes. */
import type { ReadonlySignal } from '@preact/signals'
import { sameAsWord, type TagGroupId } from '../content/tags.ts'
import { notSureWords, type WordGroupId } from '../content/words.ts'
import { toggleGuess, toggleWord, wordsAtMost } from '../core/check-in.ts'
import { asksMeaning, cantTellFirst, type Edit, editIsLow, toggleTag } from '../core/edit.ts'
import { findWords } from '../core/find-words.ts'
import type { Id, PickedWord } from '../core/records.ts'
import type { WordList } from '../core/word-list.ts'
import type { LearnLinks } from './learn-links.ts'

/** The words and tags as the person has them, and how words are sought. Read at every draw, so signals may stand behind them. */
export type FormLists = {
  readonly words: () => WordList
  readonly tags: () => WordList
  readonly synonymsOf: (word: Id) => readonly string[]
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
  /** The way to what Learn says of them. */
  readonly learn?: LearnLinks
}

export type WordChoices = {
  groups(): readonly { readonly id: WordGroupId; readonly words: readonly Id[] }[]
  /** Answers in place of a word. */
  readonly notSure: readonly Id[]
  labelOf(word: Id): string
  /** Words for what was typed, the nearest first; null where nothing was typed. */
  find(typed: string): readonly Id[] | null
  /** "Not sure" answers are no guesses, and neither is a word that no list knows. */
  canBeGuess(word: Id): boolean
  isFull(picked: readonly PickedWord[]): boolean
}

type TagGroupView = { readonly id: TagGroupId; readonly tags: readonly Id[] }

export type TagChoices = {
  labelOf(tag: Id): string
  /** A tag that says what a picked word says is left out, unless it is chosen. */
  groups(words: readonly PickedWord[], chosen: readonly Id[]): readonly TagGroupView[]
  /** Chosen ones that can no longer be picked: hidden, of a group that is off, or from an import. */
  others(chosen: readonly Id[]): readonly Id[]
}

/** What a form offers. */
export type FormChoices = {
  readonly learn: LearnLinks | null
  readonly words: WordChoices
  readonly tags: TagChoices
  /** Little came through, or the person cannot tell. */
  isLow(edit: Edit): boolean
  /** Whether "can't tell" stands before the steps of pleasant and energy. */
  cantTellFirst(edit: Edit): boolean
  /** Whether "what is it to you?" stands in the form. */
  asksMeaning(edit: Edit): boolean
}

/** One form, whether it changes a check-in of the past or adds one. */
export type CheckInForm = FormChoices & {
  /** What is typed to find a word. */
  readonly find: ReadonlySignal<string>
  findWord(typed: string): void
  answer(change: Partial<Edit>): Promise<void>
  toggleWord(word: Id): Promise<void>
  /** Marks a word as a best guess, or as none. */
  toggleGuess(word: Id): Promise<void>
  toggleTag(tag: Id): Promise<void>
  /** Changes the note as it is typed. */
  type(note: string): void
}

const sameWord: { readonly [tag: Id]: Id } = sameAsWord

const wordChoices = (lists: FormLists): WordChoices => ({
  // A list keeps the groups of its catalogue.
  groups: () => lists.words().picks.map(({ id, items }) => ({ id: id as WordGroupId, words: items })),
  notSure: notSureWords,
  labelOf: word => lists.words().labelOf(word),
  find: typed => {
    if (typed.trim() === '') return null
    const { picks, labelOf } = lists.words()
    const labelled = picks.flatMap(({ items }) => items.map(id => ({ id, label: labelOf(id) })))
    return findWords(typed, labelled, lists.locale(), lists.synonymsOf)
  },
  canBeGuess: word => lists.words().find(word) !== null,
  isFull: picked => picked.length >= wordsAtMost,
})

export const tagChoices = (lists: Pick<FormLists, 'tags'>): TagChoices => ({
  labelOf: tag => lists.tags().labelOf(tag),
  groups: (words, chosen) =>
    lists.tags().picks.map(({ id, items }) => ({
      id: id as TagGroupId,
      tags: items.filter(tag => chosen.includes(tag) || !words.some(word => word.id === sameWord[tag])),
    })),
  others: chosen => chosen.filter(tag => !lists.tags().canPick(tag)),
})

export const formChoices = (lists: FormLists): FormChoices => ({
  learn: lists.learn ?? null,
  words: wordChoices(lists),
  tags: tagChoices(lists),
  isLow: editIsLow,
  cantTellFirst,
  asksMeaning,
})

/** The presses of a form whose answers are `current` and go through `answer`. */
export const formPresses = (
  current: () => Edit | null,
  answer: CheckInForm['answer'],
): Pick<CheckInForm, 'toggleWord' | 'toggleGuess' | 'toggleTag'> => {
  const change = async (next: (edit: Edit) => Partial<Edit>) => {
    const edit = current()
    if (edit) await answer(next(edit))
  }
  return {
    toggleWord: word => change(({ words }) => ({ words: toggleWord(words, word) })),
    toggleGuess: word => change(({ words }) => ({ words: toggleGuess(words, word) })),
    toggleTag: tag => change(({ tags }) => ({ tags: toggleTag(tags, tag) })),
  }
}
