/** Tells a Thaw in which nothing was ever kept, as after a first installation or after everything was deleted. */
import type { KeyValue } from '../app/ports.ts'
import { canaryKey } from './canary.ts'
import { journalKey } from './journal.ts'

/** True where neither the history nor its second copy is there, so that nothing needs to be made to look after it. */
export const neverUsed = async (keyValue: KeyValue, databaseName = 'thaw'): Promise<boolean> => {
  const databases = await indexedDB.databases()
  if (databases.some(({ name }) => name === databaseName)) return false
  return !(await keyValue.keys()).some(key => key === canaryKey || journalKey(key) !== null)
}
