/** The composition root of Settings → Words and tags. */
import { readWordPlace } from '../core/word-list.ts'
import { locale, synonyms } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { composeOwnWords } from './compose-own-words.ts'
import type { PageParts } from './page-parts.ts'
import { readPutAway } from './put-away.ts'
import { readRemoval } from './removal.ts'
import { createSettingSwitch } from './setting-switch.ts'
import { createWords } from './words.ts'

export const composeWords = (parts: PageParts) => ({
  asking: createSettingSwitch(parts, 'firstAlone'),
  words: createWords({
    ...parts,
    own: composeOwnWords(parts),
    removal: createSlot(parts.session, 'removal-words', readRemoval),
    putAway: createSlot(parts.session, 'put-away-words', readPutAway(readWordPlace)),
    synonyms,
    locale,
  }),
})
