/** The composition root of Settings → Words and tags. */
import { label, locale, synonyms } from '../platform/i18n.ts'
import { createAsking } from './asking.ts'
import { createOwnWords } from './own-words.ts'
import type { PageParts } from './page-parts.ts'
import { createWords } from './words.ts'

export const composeWords = (parts: PageParts) => ({
  asking: createAsking(parts),
  words: createWords({
    ...parts,
    own: createOwnWords({
      ...parts,
      names: { words: id => label('word', id), tags: id => label('tag', id) },
      locale,
    }),
    synonyms,
    locale,
  }),
})
