/** What the browser alone takes for what Thaw asks of it, in a page without Thaw's code. */
import type { Page } from 'puppeteer-core'
import type { Bench } from './chromium.ts'

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(keys: readonly string[]): Promise<object>
      set(items: object): Promise<void>
    }
  }
}

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

/**
 * `put` is one strict `put`, `twoPuts` one into each of two stores, `set` one `storage.local.set`, each alone. `needed` is the least
 * that keeping an answer asks of the browser where several pages write and either copy may have been lost: its turn, what
 * stands already, then both writes at once.
 */
export type BareWrite = 'put' | 'twoPuts' | 'set' | 'needed'

/**
 * What a write is begun by: a key, as a person does, beside whatever the browser does with a key; or a click that a script makes, which
 * asks nothing else of it. A write is measured against others that are begun alike.
 */
export const ways = ['key', 'script'] as const
export type Way = (typeof ways)[number]

/** In the page: gets ready, then does it at the next key or click; `took` resolves with milliseconds. */
const readyTo = async (what: BareWrite): Promise<void> => {
  const value = { id: crypto.randomUUID(), felt: 7, at: performance.now(), note: '', words: [] }
  const names = ['rows', 'days', 'meta']
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('bench', 1)
    request.onupgradeneeded = () => {
      for (const name of names) request.result.createObjectStore(name, { keyPath: 'id' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const strictly = (stores: readonly string[]) => {
    const transaction = database.transaction([...stores], 'readwrite', { durability: 'strict' })
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    return { transaction, ended }
  }
  const put = (stores: readonly string[]): Promise<void> => {
    const { transaction, ended } = strictly(stores)
    for (const name of stores) transaction.objectStore(name).put(value)
    return ended
  }
  const deeds: { readonly [deed in BareWrite]: () => Promise<unknown> } = {
    put: () => put(['rows']),
    twoPuts: () => put(['rows', 'days']),
    set: () => chrome.storage.local.set({ bench: value }),
    needed: async () => {
      const { transaction, ended } = strictly(names)
      const read = (name: string, id: string) =>
        new Promise<unknown>((resolve, reject) => {
          const request = transaction.objectStore(name).get(id)
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const turn = new Promise<() => void>((resolve, reject) => {
        const held = () => new Promise<void>(release => resolve(release))
        navigator.locks.request('bench', { ifAvailable: true }, held).catch(reject)
      })
      let isMine = false
      const asked = Promise.all([turn, chrome.storage.local.get(['canary', 'lock'])]).then(() => {
        isMine = true
      })
      await Promise.all(names.map(name => read(name, value.id)))
      while (!isMine) await read('meta', 'meta')
      for (const name of names) transaction.objectStore(name).put({ ...value, id: crypto.randomUUID() })
      transaction.commit()
      await Promise.all([asked, ended, chrome.storage.local.set({ bench: value, canary: { sequence: 1 } })])
      ;(await turn)()
    },
  }
  const took = new Promise<number>((resolve, reject) => {
    const go = async () => {
      const from = performance.now()
      await deeds[what]()
      resolve(performance.now() - from)
      database.close()
    }
    const begin = () => void go().catch(reject)
    for (const press of ['keydown', 'click']) addEventListener(press, begin, { once: true })
  })
  Object.assign(globalThis, { took })
}

/**
 * Until the page has nothing to do: no hand is faster than what was pressed before and is still kept, read or drawn. A page that
 * came to the front a moment ago may be told of no idle time at all, hence the end of waiting, in milliseconds.
 */
export const rest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let time = 0; time < 3; time += 1)
      await new Promise(resolve => requestIdleCallback(resolve, { timeout: 100 }))
  })

/** In milliseconds. */
export const writeBare = (bench: Bench, what: BareWrite, by: Way): Promise<number> =>
  inFloorPage(bench, async page => {
    await page.evaluate(readyTo, what)
    await rest(page)
    await (by === 'key' ? page.keyboard.press('7') : page.evaluate(() => document.body.click()))
    return page.evaluate(() => (globalThis as unknown as { readonly took: Promise<number> }).took)
  })

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
