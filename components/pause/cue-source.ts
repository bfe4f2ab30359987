/** What the two halves of an if-then plan can be chosen from, as lists of choices show it. */
import type { PickGroup } from '../../lib/app/pause-picks.ts'
import type { WordList } from '../../lib/core/word-list.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'
import { listedTitle } from './pause-texts.ts'
import { pickTitle } from './pick-title.ts'

export type Option = { readonly value: string; readonly label: string }
export type Group = { readonly title: string; readonly options: readonly Option[] }

export type CueChoices = {
  /** Tags and words as the person calls them, by group. */
  readonly tags: readonly Group[]
  readonly words: readonly Group[]
  /** Thoughts that were written down, newest first. */
  readonly thoughts: readonly Option[]
  readonly pauses: readonly Group[]
}

export const cueSource = (
  words: WordList,
  tags: WordList,
  thoughts: readonly { readonly id: string; readonly text: string }[],
  pauses: readonly PickGroup[],
): CueChoices => ({
  tags: tags.picks.map(({ id, items }) => ({
    title: t(messageKey('tag_group', id as 'body')),
    options: items.map(tag => ({ value: `tag:${tag}`, label: tags.labelOf(tag) })),
  })),
  words: words.picks.map(({ id, items }) => ({
    title: t(messageKey('group', id as 'quiet-far')),
    options: items.map(word => ({ value: `word:${word}`, label: words.labelOf(word) })),
  })),
  thoughts: thoughts.map(({ id, text }) => ({ value: `thought:${id}`, label: text })),
  pauses: pauses.map(group => ({
    title: pickTitle(group),
    options: group.pauses.map(one => ({ value: one.pause.id, label: listedTitle(one) })),
  })),
})
