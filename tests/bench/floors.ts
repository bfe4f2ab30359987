/** What the browser alone takes for what Thaw asks of it, in a page without Thaw's code. */
import type { Page } from 'puppeteer-core'
import type { Bench } from './chromium.ts'

/** What a page of the extension has, for the functions that run there. */
declare const chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } }

const inFloorPage = async <Value>(
  { browser, origin }: Bench,
  work: (page: Page) => Promise<Value>,
): Promise<Value> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.bringToFront()
  const found = await work(page)
  await page.close()
  return found
}

export type BareWrites = { readonly oneStore: number; readonly twoStores: number; readonly set: number }

/** In the page: strict puts into one store and into two, and one `storage.local.set`, each alone. */
const write = async (): Promise<BareWrites> => {
  const value = { id: crypto.randomUUID(), felt: 7, at: performance.now(), note: '', words: [] }
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench', 1)
    request.onupgradeneeded = () => {
      for (const name of ['rows', 'days']) request.result.createObjectStore(name, { keyPath: 'id' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const put = async (stores: readonly string[]): Promise<number> => {
    const from = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' })
      for (const name of stores) transaction.objectStore(name).put(value)
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    return performance.now() - from
  }
  const oneStore = await put(['rows'])
  const twoStores = await put(['rows', 'days'])
  database.close()
  const from = performance.now()
  await chrome.storage.local.set({ bench: value })
  return { oneStore, twoStores, set: performance.now() - from }
}

export const bareWrites = (bench: Bench): Promise<BareWrites> =>
  inFloorPage(bench, page => page.evaluate(write))

/** In the page: milliseconds for all rows of a store, by so many at a time. */
const readAll = async (store: string, by: number): Promise<number> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('thaw')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const from = performance.now()
  let last: IDBValidKey | null = null
  for (let open = true; open; ) {
    const rows = await new Promise<{ readonly id: string; readonly day: string }[]>((resolve, reject) => {
      const range = last === null ? null : IDBKeyRange.lowerBound(last, true)
      const request = database.transaction(store).objectStore(store).getAll(range, by)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    open = rows.length === by
    last = rows.at(-1)?.[store === 'days' ? 'day' : 'id'] ?? null
  }
  const took = performance.now() - from
  database.close()
  return took
}

/** `getAll` of all check-ins by 2,000, in milliseconds. */
export const bareScan = (bench: Bench): Promise<number> =>
  inFloorPage(bench, page => page.evaluate(readAll, 'checkIns', 2_000))

/** `getAll` of all days at once, in milliseconds. */
export const bareDays = (bench: Bench): Promise<number> =>
  inFloorPage(bench, page => page.evaluate(readAll, 'days', 100_000))
