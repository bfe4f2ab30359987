/** What deletes everything, for the page that does it and for a worker that finds it half-done. */
import { second } from '../core/time.ts'
import { browserPlaces, clearValues } from '../platform/erase.ts'
import { localValues, sessionValues } from '../platform/local.ts'
import { eraseDatabases } from '../store/erase-databases.ts'
import { webLocks } from '../store/locks.ts'
import { createEraser, type Eraser, erasingKey } from './erase.ts'
import type { KeyValue } from './ports.ts'

/** Nothing that works as it should has a turn for so long, or keeps a database after being asked. */
const patience = 3 * second

const isMarked = async (values: KeyValue): Promise<boolean> =>
  (await values.get([erasingKey]))[erasingKey] === true

export const composeEraser = (): Eraser => {
  const [quick, patient] = [webLocks(patience), webLocks()]
  const { local, ...others } = browserPlaces(erasingKey)
  return createEraser({
    places: {
      // The second copy goes before the database that would be put back from it.
      ...(local && { local }),
      databases: () => eraseDatabases(patience),
      ...others,
    },
    mark: {
      read: async () => (await isMarked(localValues)) || (await isMarked(sessionValues)),
      // On a full disk nothing more can be kept there, and that is no reason to keep everything else.
      put: () =>
        localValues.set({ [erasingKey]: true }).catch(() => sessionValues.set({ [erasingKey]: true })),
      clear: clearValues,
    },
    // Another page that deletes everything is waited for: it may have to wait itself.
    locks: { exclusive: (name, work) => (name === erasingKey ? patient : quick).exclusive(name, work) },
  })
}
