/** The thought journal: its form, with the feelings and tags of the open record, and the list of all that was written. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { journalInputs } from '../content/journal.ts'
import { toggleWord } from '../core/check-in.ts'
import { toggleTag } from '../core/edit.ts'
import type { Id, PickedWord } from '../core/records.ts'
import { type FormLists, formChoices, type TagChoices, type WordChoices } from './check-in-form.ts'
import { createJournalList, type JournalList } from './journal-list.ts'
import type { Later } from './ports.ts'
import type { ReflectPage } from './reflect-page.ts'
import { formActions, type ReflectionForm } from './reflection-form.ts'

/** What the form asks for, by the part of it. */
export type JournalInputs = typeof journalInputs

/** The feelings of the open record, as fields of words take them. */
type JournalWords = {
  readonly words: WordChoices
  readonly find: ReadonlySignal<string>
  findWord(typed: string): void
  toggleWord(word: Id): Promise<void>
  toggleGuess(word: Id): Promise<void>
}

export type Journal = JournalList & {
  readonly form: ReflectionForm
  readonly picked: ReadonlySignal<readonly PickedWord[]>
  readonly pickedTags: ReadonlySignal<readonly Id[]>
  readonly words: JournalWords
  readonly tags: TagChoices
  toggleTag(tag: Id): void
  edit(id: Id): Promise<void>
  remove(id: Id): Promise<void>
}

type Needs = {
  readonly reflect: ReflectPage
  readonly form: ReflectionForm
  readonly lists: FormLists
  readonly later: Later
}

const idsIn = (value: unknown): readonly Id[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []

export const createJournal = ({ reflect, form, lists, later }: Needs): Journal => {
  const choices = formChoices(lists)
  const list = createJournalList({ reflect, lists, later })
  const findWord = signal('')
  const picked = computed(() => idsIn(form.open.value?.values['feelings']).map(id => ({ id, guess: false })))
  const pickedTags = computed(() => idsIn(form.open.value?.values['tags']))

  return {
    ...list,
    form,
    picked,
    pickedTags,
    tags: choices.tags,
    words: {
      // Every feeling here is a best guess.
      words: { ...choices.words, canBeGuess: () => false },
      find: findWord,
      findWord: typed => {
        findWord.value = typed
      },
      toggleWord: async word => {
        form.write(
          'feelings',
          toggleWord(picked.value, word).map(({ id }) => id),
        )
      },
      toggleGuess: async () => {},
    },
    toggleTag: tag => form.write('tags', toggleTag(pickedTags.value, tag)),
    ...formActions(reflect, form),
  }
}
