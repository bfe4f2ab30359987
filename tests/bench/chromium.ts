/** A Chromium with the pages to be measured in it, and a history of any size. */
import puppeteer, { type Browser } from 'puppeteer-core'
import { dropFolder, freshFolder } from '../support/process.ts'
import { text } from '../support/thaw.ts'
import { aroundCheckIns, checkInsOf, journalOf } from './history.ts'

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<{ readonly [key: string]: unknown }>
      set(items: object): Promise<void>
    }
  }
}

export type Bench = {
  readonly browser: Browser
  /** Where the extension's pages are, ending with a slash. */
  readonly origin: string
  close(): Promise<void>
}

/** A longer history has no journal: as one it would be too large to be handed over. */
const longestJournal = 100_000

/** In the page: puts rows into the stores of the database as they are. */
export const putRows = async (stores: { readonly [store: string]: readonly object[] }): Promise<void> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('thaw')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(Object.keys(stores), 'readwrite', { durability: 'relaxed' })
    for (const [store, rows] of Object.entries(stores))
      for (const row of rows) transaction.objectStore(store).put(row)
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  database.close()
}

/** Puts so many check-ins, their days and the marks where Thaw keeps them. */
const fillByRows = async (browser: Browser, origin: string, count: number): Promise<void> => {
  const page = await browser.newPage()
  // Thaw makes the stores, and has made them once it says that nothing is in them.
  await page.goto(`${origin}options.html#history`)
  await page.waitForSelector(`::-p-text(${text('history_empty')})`)
  await page.goto(`${origin}floor.html`)
  for (const checkIns of checkInsOf(count, 5_000)) await page.evaluate(putRows, { checkIns })
  const { days, meta, beside } = aroundCheckIns(count)
  await page.evaluate(putRows, { days: [...days], meta: [meta] })
  await page.evaluate(items => chrome.storage.local.set(items), beside)
  await page.close()
}

/** Gives the browser a journal of so many check-ins, and lets Thaw restore its database from it. */
const fillByJournal = async (browser: Browser, origin: string, count: number): Promise<void> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  for (const [key, value] of Object.entries(journalOf(count))) {
    await page.evaluate(item => chrome.storage.local.set(item), { [key]: value })
  }
  await page.goto(`${origin}options.html#history`)
  const restored = await page.waitForFunction(
    async () => (await chrome.storage.local.get('history/recovery'))['history/recovery'] !== undefined,
    { timeout: 600_000, polling: 500 },
  )
  await restored.dispose()
  await page.close()
}

/**
 * Starts Chromium with the extension in `folder` and a history of `count` check-ins, on a profile that goes with it. Once the
 * history is there the browser is started anew: processes that have just put it there have compiled for that, and a person's
 * have not.
 */
export const startBench = async (executable: string, folder: string, count: number): Promise<Bench> => {
  const profile = freshFolder('bench')
  const start = async (): Promise<{ readonly browser: Browser; readonly origin: string }> => {
    const browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: executable,
      headless: true,
      userDataDir: profile,
      defaultViewport: null,
      ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--disable-extensions-except=${folder}`,
        `--load-extension=${folder}`,
        '--no-first-run',
      ],
    })
    const worker = await browser.waitForTarget(target => target.type() === 'service_worker')
    return { browser, origin: new URL('/', worker.url()).href }
  }
  const first = await start()
  // A new profile opens the welcome, which would take the screen from the first page.
  await first.browser.waitForTarget(target => target.url().endsWith('/welcome.html'))
  if (count > longestJournal) await fillByRows(first.browser, first.origin, count)
  else if (count > 0) await fillByJournal(first.browser, first.origin, count)
  await first.browser.close()
  const { browser, origin } = await start()
  return {
    browser,
    origin,
    close: async () => {
      await browser.close()
      dropFolder(profile)
    },
  }
}
