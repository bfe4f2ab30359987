/** What the words-and-tags screens say of a group, of a refused name, and of what was done last. */
import type { OwnKind } from '../../lib/app/own-words.ts'
import type { WordNews } from '../../lib/app/words.ts'
import type { LabelProblem } from '../../lib/core/own-label.ts'
import { label, t } from '../../lib/platform/i18n.ts'

export const groupLabel = (kind: OwnKind, id: string): string =>
  label(kind === 'words' ? 'group' : 'tag_group', id)

export const refusedText = (refused: LabelProblem): string => {
  switch (refused.kind) {
    case 'empty':
      return t('own_label_empty')
    case 'long':
      return t('own_label_long', refused.length)
    case 'taken':
      return t(refused.hidden ? 'own_label_hidden' : 'own_label_taken', refused.label)
  }
}

const newsKeys = {
  added: 'own_now_added',
  hidden: 'own_now_hidden',
  shown: 'own_now_shown',
  back: 'own_now_back',
} as const

export const newsText = ({ what, label }: WordNews): string =>
  what === 'changed' ? t('saved_spoken') : t(newsKeys[what], label)
