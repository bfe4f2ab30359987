/** What words are called in the language shown, and which of them a person may mean by what they typed. */
import { isWordId } from '../../lib/content/words.ts'
import { locale, messageKey, t } from '../../lib/platform/i18n.ts'

/** The label of a word; an id of a newer Thaw stands for itself. */
export const wordLabel = (id: string): string => (isWordId(id) ? t(messageKey('word', id)) : id)

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase(locale()).trim()

/** Words with the typed text anywhere in their label, those that begin with it first; null where nothing was typed. */
export const findWords = <Id extends string>(typed: string, ids: readonly Id[]): readonly Id[] | null => {
  const sought = plain(typed)
  if (sought === '') return null
  const places = ids.map(id => ({ id, place: plain(wordLabel(id)).indexOf(sought) }))
  return places
    .filter(({ place }) => place >= 0)
    .sort((one, other) => Number(one.place > 0) - Number(other.place > 0))
    .map(({ id }) => id)
}
