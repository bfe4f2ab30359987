/** Takes the daily copy: once a day, when something was written since the last one. */
import type { Snapshots } from './data-ports.ts'
import type { Log } from './ports.ts'
import { storeError } from './store-error.ts'

type Needs = { readonly snapshots: Pick<Snapshots, 'isDue' | 'take'>; readonly log: Log }

/** Safe to call at every start of the worker, where it mostly reads two small values; never rejects. */
export const createSnapshotCare =
  ({ snapshots, log }: Needs) =>
  async (): Promise<void> => {
    try {
      const due = await snapshots.isDue()
      if (due.ok && !due.value) return
      const done = due.ok ? await snapshots.take() : due
      if (!done.ok) log.note('snapshot', storeError(done.problem))
    } catch (problem) {
      log.note('snapshot', problem)
    }
  }
