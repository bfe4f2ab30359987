/** Brings the lock's header back from a daily copy, where neither of its own two copies can be read any more. */
import type { BackupRead } from '../core/foreign.ts'
import type { Snapshots } from './data-ports.ts'
import type { LockOfHistory } from './lock-ports.ts'

type Needs = {
  readonly snapshots: Pick<Snapshots, 'list' | 'check' | 'content'>
  /** What a Thaw backup holds; null where it is none. */
  readonly readCopy: (content: Blob) => Promise<Pick<BackupRead, 'lock'> | null>
  readonly lock: Pick<LockOfHistory, 'adopt'>
}

/** Takes the newest whole copy that holds one; false where there is none. Rejects where a copy cannot be read as it should. */
export const createAdoptCopy =
  ({ snapshots, readCopy, lock }: Needs) =>
  async (): Promise<boolean> => {
    const list = await snapshots.list()
    if (!list.ok) return false
    for (const { name, state } of list.value) {
      const checked = state === 'whole' ? await snapshots.check(name) : null
      const content = checked?.ok && checked.value === 'whole' ? await snapshots.content(name) : null
      const header = content?.ok && content.value !== null && (await readCopy(content.value))?.lock
      if (!header) continue
      const adopted = await lock.adopt(header)
      return adopted.ok && adopted.value
    }
    return false
  }
