/** The composition root of the Library. */
import { draftKeys } from '../core/draft-keys.ts'
import { readPauseContent } from '../core/own-pause.ts'
import { readPauseDrafts } from '../core/pause-draft.ts'
import { label, locale, type MessageKey, t } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { composeDraft } from './compose-draft.ts'
import { createLibrary } from './library.ts'
import { createOwnPauses } from './own-pauses.ts'
import type { PageParts } from './page-parts.ts'
import { readPutAway } from './put-away.ts'
import { readRemoval } from './removal.ts'

export const composeLibrary = (parts: PageParts) =>
  createLibrary({
    ...parts,
    own: createOwnPauses(parts),
    removal: createSlot(parts.session, 'removal-pauses', readRemoval),
    putAway: createSlot(parts.session, 'put-away-pauses', readPutAway(readPauseContent)),
    drafts: composeDraft(parts, {
      key: draftKeys.pause,
      read: readPauseDrafts,
      holdsText: ({ drafts }) => drafts.length > 0,
      isInUse: ({ open, drafts }) => drafts.some(({ id }) => id === open),
    }),
    texts: {
      title: id => label('pause', id),
      kind: kind => t(`pause_kind_${kind}`),
      say: key => t(key as MessageKey),
    },
    locale,
  })
