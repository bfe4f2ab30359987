/** A Chromium with the pages to be measured in it, and a history of any size. */
import puppeteer, { type Browser } from 'puppeteer-core'
import { dropFolder, freshFolder } from '../support/process.ts'
import { journalOf } from './history.ts'

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

/** Gives the browser a journal of so many check-ins, and lets Thaw restore its database from it. */
const fill = async (browser: Browser, origin: string, count: number): Promise<void> => {
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

/** Starts Chromium with the extension in `folder` and a history of `count` check-ins, on a profile that goes with it. */
export const startBench = async (executable: string, folder: string, count: number): Promise<Bench> => {
  const profile = freshFolder('bench')
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
  // A new profile opens the welcome, which would take the screen from the first page.
  await browser.waitForTarget(target => target.url().endsWith('/welcome.html'))
  const origin = new URL('/', worker.url()).href
  if (count > 0) await fill(browser, origin, count)
  return {
    browser,
    origin,
    close: async () => {
      await browser.close()
      dropFolder(profile)
    },
  }
}
