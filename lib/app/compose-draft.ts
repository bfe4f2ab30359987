/** Makes the place in which a form of the main page keeps what is typed in it. */
import type { DraftKey } from '../core/draft-keys.ts'
import { holdBusy } from '../platform/hold.ts'
import { createSlot } from '../platform/slots.ts'
import { createDraftSlot } from './draft-slot.ts'
import type { PageParts } from './page-parts.ts'
import type { Slot } from './ports.ts'

type Draft<Value> = {
  readonly key: DraftKey
  /** null where what is stored is no draft. */
  readonly read: (stored: unknown) => Value | null
  readonly holdsText: (draft: Value) => boolean
  readonly isInUse: (draft: Value) => boolean
}

export const composeDraft = <Value>(parts: PageParts, { key, read, ...draft }: Draft<Value>): Slot<Value> =>
  createDraftSlot({
    lasting: createSlot(parts.local, key, read),
    fleeting: createSlot(parts.session, key, read),
    // An update does not wait for a form over made-up data.
    holdBusy: parts.whole === undefined ? () => () => {} : holdBusy,
    ...draft,
  })
