/** Where the lock's header lies, and what may be written under it. */
import type { Row } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'

/** Its key in `storage.local`, and its id in the store `meta`. */
export const lockKey = 'lock' as const

type Rows = readonly { readonly store: StoreName; readonly row: Row }[]

/**
 * Throws NotAllowedError where the lock does not allow the rows, as from a page that has not heard of it: secrets in the clear where there
 * is a lock, and sealed ones where there is none to open them. `header` is what is stored, whatever it is.
 */
export const assertSealed = (header: unknown, rows: Rows): void => {
  // All that is known of a damaged header is that there is one.
  const state = header && ((header as { readonly state?: unknown }).state ?? 'unreadable')
  for (const { store, row } of rows) {
    if (store === 'nudges' || 'deletedAt' in row) continue
    if ('sealed' in row ? !state : state && state !== 'opening')
      throw new DOMException('Not as the lock wants it', 'NotAllowedError')
  }
}
