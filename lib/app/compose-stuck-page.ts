/** The composition root of "I'm stuck" on Today; loaded when it is first asked for. */

import { lineRemovalKey } from '../core/value-keys.ts'
import { t } from '../platform/i18n.ts'
import { createSlot } from '../platform/slots.ts'
import { createOwnPauses } from './own-pauses.ts'
import type { PageParts } from './page-parts.ts'
import { readRemoval } from './removal.ts'
import { createStuckPage } from './stuck-page.ts'

export const composeStuckPage = (parts: PageParts) =>
  createStuckPage({
    ...parts,
    removal: createSlot(parts.session, lineRemovalKey, readRemoval),
    pauses: createOwnPauses(parts),
    sentence: () => t('help_sentence'),
  })
