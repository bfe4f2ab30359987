/** Where the lock's header lies, and what may be written under it. */
import type { Row } from '../core/merge.ts'
import type { StoreName } from '../core/records.ts'

/** Its key in `storage.local`, and its id in the store `meta`. */
export const lockKey = 'lock' as const

type Rows = readonly { readonly store: StoreName; readonly row: Row }[]

/**
 * Rejects rows that the lock does not allow, whoever wrote them without having heard of it: secrets in the clear where one stands, and
 * secrets that nothing could open where none does. `header` is what is stored, whatever it is.
 */
export const assertSealed = (header: unknown, rows: Rows): void => {
  // Of one that was damaged, nothing else is known than that there is one.
  const state = header && ((header as { readonly state?: unknown }).state ?? 'unreadable')
  for (const { store, row } of rows) {
    if (store === 'nudges' || 'deletedAt' in row) continue
    if ('sealed' in row ? !state : state && state !== 'opening')
      throw new DOMException('Not as the lock wants it', 'NotAllowedError')
  }
}
