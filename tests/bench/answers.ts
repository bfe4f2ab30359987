/** How soon an answer leads on and is acknowledged with ten years of history behind it. */
import type { Page } from 'puppeteer-core'
import { dropFolder } from '../support/process.ts'
import { type Bench, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { buildPages } from './pages.ts'

const opens = 40
const large = 100_000

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: {
    readonly local: { set(items: object): Promise<void>; remove(key: string): Promise<void> }
  }
}

type Seen = { painted: number | null; saved: number | null }

/** In the page: notes when the next question was painted and the answer acknowledged, in ms after the key. */
const watch = (): void => {
  const seen: Seen = { painted: null, saved: null }
  Object.assign(globalThis, { seen })
  let pressed = 0
  document.addEventListener('keydown', event => {
    pressed = event.timeStamp
  })
  const first = document.querySelector('h1')?.textContent
  const look = () => {
    const isNext = document.querySelector('h1')?.textContent !== first
    if (isNext && seen.painted === null) {
      seen.painted = 0
      // The frame after this one holds the new question; its message comes once it was handed over.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          seen.painted = performance.now() - pressed
        }
        port2.postMessage(null)
      })
    }
    const said = [...document.querySelectorAll('[role=status]')].some(
      ({ textContent }) => textContent === 'Saved',
    )
    if (said && seen.saved === null && pressed > 0) seen.saved = performance.now() - pressed
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
}

const openPopup = async ({ browser, origin }: Bench): Promise<Page> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.evaluate(() => chrome.storage.local.remove('draft'))
  await page.bringToFront()
  await page.goto(`${origin}popup.html`)
  await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0)
  // A person reads the question first.
  await page.evaluate(async () => {
    for (let rest = 0; rest < 3; rest += 1) await new Promise(resolve => requestIdleCallback(resolve))
  })
  return page
}

const answerOnce = async (bench: Bench): Promise<{ painted: number; saved: number }> => {
  const page = await openPopup(bench)
  await page.evaluate(watch)
  await page.keyboard.press('7')
  const done = await page.waitForFunction(() => {
    const { seen } = globalThis as unknown as { seen: Seen }
    return seen.painted && seen.saved ? { painted: seen.painted, saved: seen.saved } : null
  })
  const found = await done.jsonValue()
  await page.close()
  if (found === null) throw new Error('The page said nothing.')
  return found
}

/** The floor: one strict `put`, and one `storage.local.set`, each alone, in a page without Thaw's code. */
const writeOnce = async ({ browser, origin }: Bench): Promise<{ put: number; set: number }> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.bringToFront()
  const found = await page.evaluate(async () => {
    const value = { id: crypto.randomUUID(), felt: 7, at: performance.now(), note: '', words: [] }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bench', 1)
      request.onupgradeneeded = () => request.result.createObjectStore('rows', { keyPath: 'id' })
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const putFrom = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(value)
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const put = performance.now() - putFrom
    database.close()
    const setFrom = performance.now()
    await chrome.storage.local.set({ bench: value })
    return { put, set: performance.now() - setFrom }
  })
  await page.close()
  return found
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(share * values.length) - 1] ?? Number.NaN

export const benchAnswers = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  let bench: Bench | null = null
  try {
    bench = await startBench(executable, folder, large)
    await answerOnce(bench)
    await writeOnce(bench)
    const answers: { painted: number; saved: number }[] = []
    const floors: { put: number; set: number }[] = []
    for (let round = 0; round < opens; round += 1) {
      answers.push(await answerOnce(bench))
      floors.push(await writeOnce(bench))
    }
    const painted = answers.map(answer => answer.painted)
    const saved = answers.map(answer => answer.saved)
    const put = floors.map(floor => floor.put)
    const set = floors.map(floor => floor.set)
    console.log(`\nThe first answer, ${large} check-ins: ${opens} opens, median ms (quartiles)`)
    printTable([
      ['from the key to', 'ms'],
      ['the next question painted', shown(painted)],
      ['the same, 95th percentile', percentile(painted, 0.95).toFixed(1)],
      ['the answer acknowledged', shown(saved)],
      ['a bare strict put', shown(put)],
      ['a bare storage.local.set', shown(set)],
    ])
    printTable([
      ['what', 'value', 'target', ''],
      verdict('next question painted, 95th percentile, ms', percentile(painted, 0.95), 50),
      verdict('acknowledged / (put + set), medians', median(saved) / (median(put) + median(set)), 1.5),
    ])
  } finally {
    await bench?.close()
    dropFolder(folder)
  }
}
