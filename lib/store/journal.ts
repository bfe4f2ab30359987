/** The journal: a full second copy of the history in `storage.local`, one small key for each row changed this month. */
import type { Row } from '../core/merge.ts'
import type { Id, StoreName } from '../core/records.ts'
import { storeNames } from '../core/records.ts'
import type { Instant } from '../core/time.ts'

const linePrefix = 'history/line/'
const packPrefix = 'history/pack/'

/** `YYYY-MM` in UTC. */
export type Month = string

/** The month in which `at` lies. */
export const monthOf = (at: Instant): Month =>
  Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 7)

/** Later changes of a row within a month replace its line; those of another month stand beside it, and the latest counts. */
const lineKey = (store: StoreName, row: Row): string =>
  `${linePrefix}${monthOf(row.updatedAt)}/${store}/${row.id}`

/** Most months have only their first pack. */
export const packKey = (month: Month, number = 0): string =>
  `${packPrefix}${month}${number === 0 ? '' : `/${number}`}`

/** What is to be set for rows that changed. */
export const linesOf = (store: StoreName, rows: readonly Row[]): { readonly [key: string]: Row } =>
  Object.fromEntries(rows.map(row => [lineKey(store, row), row]))

/** What a key of the journal stands for: one line, a packed month, or nothing of the journal's. */
export type JournalKey =
  | { readonly kind: 'line'; readonly month: Month; readonly store: StoreName; readonly id: Id }
  | { readonly kind: 'pack' }

/** Null where the key is none of the journal's. What belongs to a batch counts as a pack. */
export const journalKey = (key: string): JournalKey | null => {
  if (key.startsWith(packPrefix)) return { kind: 'pack' }
  if (!key.startsWith(linePrefix)) return null
  const [month = '', name, ...id] = key.slice(linePrefix.length).split('/')
  const store = storeNames.find(known => known === name)
  return store === undefined ? null : { kind: 'line', month, store, id: id.join('/') }
}
