/** Takes the daily copy once something was written since the last one, and makes all anew where what was deleted is still in them. */
import type { Snapshots } from './data-ports.ts'
import type { Log } from './ports.ts'
import { storeError } from './store-error.ts'

type Needs = { readonly snapshots: Pick<Snapshots, 'isDue' | 'takeDue'>; readonly log: Log }

/** Safe to call at every start of the worker, where it mostly reads a few small values; never rejects. */
export const createSnapshotCare =
  ({ snapshots, log }: Needs) =>
  async (): Promise<void> => {
    try {
      const due = await snapshots.isDue()
      if (due.ok && !due.value) return
      const done = due.ok ? await snapshots.takeDue() : due
      if (!done.ok) log.note('snapshot', storeError(done.problem))
    } catch (problem) {
      log.note('snapshot', problem)
    }
  }
