/** The header of the lock beside the history in both copies: without it, nothing that is sealed could ever be opened again. */
import type { KeyValue } from '../app/ports.ts'
import { type LockHeader, readLockHeader } from '../core/lock.ts'
import { canonicalJson } from '../core/merge.ts'
import { storeNames } from '../core/records.ts'
import { sealedText } from '../core/sealed.ts'
import { lockKey } from './lock-key.ts'
import { rowPortions } from './rows-under.ts'
import type { Database } from './upgrades.ts'

/** Stands in `meta` beside the mark, which is of another type. */
const rowKey = lockKey as 'meta'

type LockRow = { readonly id: 'lock'; readonly header: LockHeader }

const rowOf = async (database: Database): Promise<LockHeader | null> => {
  const found = (await database.get('meta', rowKey)) as unknown as Partial<LockRow> | undefined
  return readLockHeader(found?.header)
}

const putRow = (database: Database, header: LockHeader) => {
  const row: LockRow = { id: lockKey, header }
  const transaction = database.transaction('meta', 'readwrite', { durability: 'strict' })
  return Promise.all([transaction.store.put(row as never), transaction.done])
}

type Next = LockHeader | null | undefined

/**
 * What becomes of the header that stands now, null where there is none; gives null to take it away, undefined to leave it as it is.
 * `within` is the copy in the database.
 */
export type HeaderChange = (
  current: LockHeader | 'unreadable' | null,
  within: LockHeader | null,
) => Next | Promise<Next>

const holdsSealed = async (database: Database): Promise<boolean> => {
  for (const store of storeNames)
    for await (const rows of rowPortions(database, store))
      if (rows.some(row => sealedText(row) !== null)) return true
  return false
}

/**
 * True where the header was changed. It is left as it is where `change` leaves it, and where it would be taken away while something is
 * sealed: a page that had not heard of it yet may have written since. To be called with the turn to write, so that nobody goes by a header
 * that stands no more. Killed in between, the header stands where it is looked for.
 */
export const changeHeader = async (
  database: Database,
  keyValue: KeyValue,
  change: HeaderChange,
): Promise<boolean> => {
  const stored = (await keyValue.get([lockKey]))[lockKey]
  const current = stored === undefined ? null : (readLockHeader(stored) ?? 'unreadable')
  const next = await change(current, await rowOf(database))
  if (next === undefined || (next === null && (await holdsSealed(database)))) return false
  if (next === null) {
    await database.delete('meta', rowKey)
    await keyValue.remove([lockKey])
  } else {
    await keyValue.set({ [lockKey]: next })
    await putRow(database, next)
  }
  return true
}

/**
 * Puts the header back where one of its copies was lost, or is behind the one that is written first; true where pages could not know that
 * there is a lock. To be called with the turn to write.
 */
export const mendHeader = async (database: Database, keyValue: KeyValue): Promise<boolean> => {
  const [beside, within] = [readLockHeader((await keyValue.get([lockKey]))[lockKey]), await rowOf(database)]
  if (beside === null && within !== null) await keyValue.set({ [lockKey]: within })
  if (beside !== null && canonicalJson(beside) !== canonicalJson(within)) await putRow(database, beside)
  return beside === null && within !== null
}
