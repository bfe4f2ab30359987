/** What a search over a person's words finds, and what its text would be as a word of their own. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { findWords, synonymsIn } from '../core/find-words.ts'
import { type LabelProblem, ownLabel } from '../core/own-label.ts'
import type { Id } from '../core/records.ts'
import type { LaterPorts } from './later-ports.ts'
import type { OwnWords } from './own-words.ts'

export type WordSearch = {
  /** The likelier ones first; null while nothing is sought. */
  readonly found: ReadonlySignal<readonly Id[] | null>
  readonly named: ReadonlySignal<{
    /** The word that is called so and can be picked. */
    readonly exact: Id | null
    /** What was typed, where nothing is called so, or something hidden alone. */
    readonly canAdd: string | null
    /** Why nothing can be called so. */
    readonly refused: LabelProblem | null
  }>
}

/** `find` is what is typed. */
export const createWordSearch = (
  ports: Pick<LaterPorts, 'synonyms' | 'locale'>,
  own: OwnWords,
  find: ReadonlySignal<string>,
): WordSearch => {
  const sought = computed(() => {
    const { picks, labelOf, find } = own.words.value
    const words = picks.flatMap(({ items }) => items.map(id => ({ id, label: labelOf(id) })))
    // A renamed word may be sought by the name that Thaw has for it.
    const synonyms = words.map(({ id }): [Id, readonly string[]] => [
      id,
      [...(find(id)?.renamed ? [own.nameOf('words', id)] : []), ...synonymsIn(ports.synonyms(id))],
    ])
    return { words, synonyms: new Map(synonyms) }
  })
  const found = computed(() => {
    if (find.value.trim() === '') return null
    const { words, synonyms } = sought.value
    return findWords(find.value, words, ports.locale(), id => synonyms.get(id) ?? [])
  })
  /** What was typed as a name: the word that has it, or whether one could have it. */
  const named = computed(() => {
    const label = found.value && ownLabel(find.value, own.words.value, ports.locale(), null)
    if (!label) return { exact: null, canAdd: null, refused: null }
    if (label.ok) return { exact: null, canAdd: label.value, refused: null }
    const { problem } = label
    if (problem.kind !== 'taken') return { exact: null, canAdd: null, refused: problem }
    // A hidden word is not found, and can be picked by its whole name.
    if (problem.hidden) return { exact: null, canAdd: problem.label, refused: null }
    return { exact: problem.id, canAdd: null, refused: null }
  })

  return { found, named }
}
