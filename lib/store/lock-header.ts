/** The header of the lock beside the history in both copies: without it, nothing that is sealed could ever be opened again. */
import type { KeyValue } from '../app/ports.ts'
import { type LockHeader, readLockHeader } from '../core/lock.ts'
import { lockKey } from './lock-key.ts'
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

/** To be called with the turn to write. Killed in between, the header stands where it is looked for. */
export const keepHeader = async (
  database: Database,
  keyValue: KeyValue,
  header: LockHeader | null,
): Promise<void> => {
  if (header === null) {
    await database.delete('meta', rowKey)
    await keyValue.remove([lockKey])
  } else {
    await keyValue.set({ [lockKey]: header })
    await putRow(database, header)
  }
}

/** Puts it back where one of the copies was lost. To be called with the turn to write. */
export const mendHeader = async (database: Database, keyValue: KeyValue): Promise<void> => {
  const [beside, within] = [readLockHeader((await keyValue.get([lockKey]))[lockKey]), await rowOf(database)]
  if (beside === null && within !== null) await keyValue.set({ [lockKey]: within })
  if (beside !== null && within === null) await putRow(database, beside)
}
