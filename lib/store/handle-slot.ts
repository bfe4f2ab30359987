/** Keeps what the browser gave as a way to a folder: an object that a database can hold, and nothing else. */
import { openDB } from 'idb'
import type { Slot } from '../app/ports.ts'

/** A small database of its own, so that the history's has nothing to climb for it; it goes with everything else that is deleted. */
export const handleSlot = <Handle>(name: string): Slot<Handle> => {
  const within = async <Value>(
    work: (database: Awaited<ReturnType<typeof openDB>>) => Promise<Value>,
  ): Promise<Value> => {
    const database = await openDB(name, 1, {
      upgrade: opened => void opened.createObjectStore('handle'),
    })
    try {
      return await work(database)
    } finally {
      database.close()
    }
  }
  return {
    read: () => within(async database => ((await database.get('handle', 0)) as Handle | undefined) ?? null),
    write: value =>
      within(async database => {
        if (value === null) await database.delete('handle', 0)
        else await database.put('handle', value, 0)
      }),
  }
}
