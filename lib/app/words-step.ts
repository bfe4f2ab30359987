/** The words of a check-in: what can be picked, what was found, and what each press changes. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { feelingWords, notSureWords, type WordGroupId, wordGroups } from '../content/words.ts'
import { toggleGuess, toggleWord, wordsAtMost } from '../core/check-in.ts'
import { findWords } from '../core/find-words.ts'
import type { Id, PickedWord } from '../core/records.ts'
import type { CheckInPorts, Walk } from './open-check-in.ts'

/** The words as their screen shows them. */
export type WordsView = {
  readonly picked: readonly PickedWord[]
  /** No further word fits. */
  readonly full: boolean
  readonly find: string
  /** What was found; null while nothing is sought. */
  readonly found: readonly Id[] | null
  readonly groups: readonly { readonly id: WordGroupId; readonly words: readonly Id[] }[]
  readonly openGroup: Id | null
  readonly notSure: readonly Id[]
}

export type WordsStep = {
  readonly view: ReadonlySignal<WordsView>
  toggle(id: Id): void
  toggleGuess(id: Id): void
  find(text: string): void
  openGroup(id: Id | null): void
}

export const createWordsStep = (ports: CheckInPorts, { open, answer }: Walk): WordsStep => {
  const { draft, record, move } = open
  const labelled = feelingWords.map(id => ({ id, label: ports.wordLabel(id) }))
  const view = computed(() => {
    const { find, openGroup } = draft.value
    const picked = record.value.words
    return {
      picked,
      full: picked.length >= wordsAtMost,
      find,
      found: findWords(find, labelled, ports.locale()),
      groups: wordGroups,
      openGroup,
      notSure: notSureWords,
    }
  })
  return {
    view,
    toggle: id => answer({ words: toggleWord(record.value.words, id) }),
    toggleGuess: id => void open.answer({ words: toggleGuess(record.value.words, id) }),
    find: find => move({ find }),
    openGroup: openGroup => move({ openGroup }),
  }
}
