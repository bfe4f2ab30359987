/** The composition root of the person's words and tags. */
import { label, locale } from '../platform/i18n.ts'
import { createOwnWords, type OwnWordsNeeds } from './own-words.ts'
import type { PageParts } from './page-parts.ts'

/** What Thaw calls them in the language shown. */
export const thawsNames: OwnWordsNeeds['names'] = {
  words: id => label('word', id),
  tags: id => label('tag', id),
}

/** For the main page. What they are is read with `load`; until then they are Thaw's own. */
export const composeOwnWords = (parts: PageParts) => createOwnWords({ ...parts, names: thawsNames, locale })
