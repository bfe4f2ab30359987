/** Where the lock's header lies, and what may be written under it. */
import type { Row } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'

/** Its key in `storage.local`, and its id in the store `meta`. */
export const lockKey = 'lock' as const

/** `before` is what lay there. */
type Rows = readonly { readonly store: StoreName; readonly row: Row; readonly before?: Row | null }[]

/** What a removal, and taking it back, leave as it was. */
const contentOf = (row: Row | null | undefined) => JSON.stringify({ ...row, updatedAt: 0, undoUntil: 0 })

/**
 * Throws NotAllowedError where the lock does not allow the rows, as from a page that has not heard of it: secrets in the clear where there
 * is a lock, and sealed ones where there is none to open them; but what lies there so already can be removed. `header` is what is stored,
 * whatever it is.
 */
export const assertSealed = (header: unknown, rows: Rows): void => {
  // All that is known of a damaged header is that there is one.
  const state = header && ((header as { readonly state?: unknown }).state ?? 'unreadable')
  for (const { store, row, before } of rows) {
    if (store === 'nudges' || 'deletedAt' in row) continue
    const isOther = 'sealed' in row ? !state : state && state !== 'opening'
    if (isOther && contentOf(row) !== contentOf(before))
      throw new DOMException('Not as the lock wants it', 'NotAllowedError')
  }
}
