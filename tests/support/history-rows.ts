/** What a history holds, to be compared with what it holds later. */
import type { Driver } from './driver.ts'

/** In a page: all records and days as JSON, read past Thaw's own code. */
const readEverything = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const names = [...database.objectStoreNames].filter(name => !['nudges', 'meta'].includes(name))
      const reading = database.transaction(names)
      const stores = names.map(name => [name, reading.objectStore(name).getAll()] as const)
      reading.oncomplete = () => {
        database.close()
        resolve(JSON.stringify(Object.fromEntries(stores.map(([name, rows]) => [name, rows.result]))))
      }
      reading.onerror = () => reject(reading.error)
    }
  })

/** Every record and every day of the history, but for reminders, which are planned whatever a person does. */
export const historyRows = async (driver: Driver): Promise<unknown> =>
  JSON.parse(await driver.bare.evaluate(readEverything))
