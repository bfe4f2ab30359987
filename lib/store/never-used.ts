/** Tells a Thaw in which nothing was ever kept, as after a first installation or after everything was deleted. */
import type { PrivateFiles } from '../app/data-ports.ts'
import type { KeyValue } from '../app/ports.ts'
import { canaryKey } from './canary.ts'
import { spareNames } from './database-name.ts'
import { journalKey } from './journal.ts'
import { snapshotTime } from './snapshot-names.ts'

/**
 * True where neither the history nor its second copy nor a daily copy among `files` is there, so that nothing needs to be made to look
 * after it.
 */
export const neverUsed = async (
  keyValue: KeyValue,
  files: Pick<PrivateFiles, 'list'>,
  databaseName = 'thaw',
): Promise<boolean> => {
  const databases = await indexedDB.databases()
  const names = [databaseName, ...spareNames(databaseName)]
  if (databases.some(({ name }) => name !== undefined && names.includes(name))) return false
  if ((await keyValue.keys()).some(key => key === canaryKey || journalKey(key) !== null)) return false
  // A browser that gives out no files, as in private windows, keeps none.
  const copies = await files.list().catch(() => [])
  return !copies.some(({ name }) => snapshotTime(name) !== null)
}
