/** How long a backup of 100,000 check-ins takes beside what the browser alone takes for it, what it holds up, and how soon it stops. */
import type { Page } from 'puppeteer-core'
import { dropFolder } from '../support/process.ts'
import { text } from '../support/thaw.ts'
import { type Bench, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { heapWhile } from './heap.ts'
import { buildPages } from './pages.ts'
import { longestTask } from './trace.ts'

/** What a page of the extension has, for the functions that run there. */
declare const chrome: { readonly storage: { readonly local: { set(items: object): Promise<void> } } }

const size = 100_000
const turns = 5

/** In a page without Thaw's code: every check-in by so many at a time, and each as JSON; milliseconds. */
const bareExport = async (by: number): Promise<number> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('thaw')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const from = performance.now()
  let last: string | null = null
  let length = 0
  for (let open = true; open; ) {
    const rows = await new Promise<{ readonly id: string }[]>((resolve, reject) => {
      const range = last === null ? null : IDBKeyRange.lowerBound(last, true)
      const request = database.transaction('checkIns').objectStore('checkIns').getAll(range, by)
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    length += JSON.stringify(rows).length
    open = rows.length === by
    last = rows.at(-1)?.id ?? null
  }
  const took = performance.now() - from
  database.close()
  if (length === 0) throw new Error('There was nothing to export')
  return took
}

const floor = async ({ browser, origin }: Bench): Promise<number> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.bringToFront()
  const took = await page.evaluate(bareExport, 2_000)
  await page.close()
  return took
}

/** In the page: presses the button under “Backup”, and gives the milliseconds until a sentence stands there that holds `ends`. */
const pressUntil = (called: string, ends: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const buttons = [...document.querySelectorAll('button')]
    const button = buttons.find(({ textContent }) => textContent === called)
    if (button === undefined) return reject(new Error(`There is no button ${called}`))
    const from = performance.now()
    const look = () => {
      const said = [...document.querySelectorAll('[role=status]')]
      if (!said.some(({ textContent }) => textContent?.includes(ends))) return
      watching.disconnect()
      resolve(performance.now() - from)
    }
    const watching = new MutationObserver(look)
    watching.observe(document.body, { subtree: true, childList: true, characterData: true })
    button.click()
  })

/** What stands between the name of the file and its size. */
const saved = text('backup_done', '|', '|', '').split('|')[1]?.trim() ?? ''

/** In the page: waits until the database answers at once, because the other parts of the page have read what they show. */
const untilQuiet = async (): Promise<void> => {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('thaw')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  for (let quick = 0; quick < 20; ) {
    await new Promise<void>(resolve => requestIdleCallback(() => setTimeout(resolve, 50)))
    const from = performance.now()
    await new Promise<void>((resolve, reject) => {
      const request = database.transaction(['checkIns', 'nudges', 'meta']).objectStore('meta').count()
      request.onsuccess = () => resolve()
      request.onerror = () => reject(request.error)
    })
    quick = performance.now() - from < 20 ? quick + 1 : 0
  }
  database.close()
}

/** The days were looked through today, so that no page does it meanwhile. */
const keepQuiet = async ({ browser, origin }: Bench): Promise<void> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.evaluate(
    async today => chrome.storage.local.set({ 'days-checked': today }),
    Temporal.Now.plainDateISO().toString(),
  )
  await page.close()
}

const openData = async ({ browser, origin }: Bench): Promise<Page> => {
  const page = await browser.newPage()
  const session = await page.createCDPSession()
  // What is measured is the making of the file, not a disk.
  await session.send('Browser.setDownloadBehavior', { behavior: 'deny' })
  await page.goto(`${origin}options.html#data`)
  await page.bringToFront()
  await page.waitForFunction(
    called => [...document.querySelectorAll('button')].some(({ textContent }) => textContent === called),
    {},
    text('backup_save'),
  )
  await page.evaluate(untilQuiet)
  return page
}

/** Begins, and stops once the bar stands for a share; milliseconds from the press until it has stopped. */
const stopOnce = async (page: Page): Promise<number> => {
  await page.evaluate(
    called =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === called)?.click(),
    text('backup_save'),
  )
  await page.waitForFunction(() => (document.querySelector('progress')?.value ?? 0) > 0, {
    polling: 'mutation',
  })
  return page.evaluate(pressUntil, text('backup_stop'), text('backup_stopped'))
}

export const benchExport = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  const bench = await startBench(executable, folder, size)
  try {
    await keepQuiet(bench)
    const took: number[] = []
    const bare: number[] = []
    for (let turn = 0; turn <= turns; turn += 1) {
      const page = await openData(bench)
      const whole = await page.evaluate(pressUntil, text('backup_save'), saved)
      await page.close()
      const alone = await floor(bench)
      // The first of each fills caches.
      if (turn === 0) continue
      took.push(whole)
      bare.push(alone)
    }
    const page = await openData(bench)
    const press = () => page.evaluate(pressUntil, text('backup_save'), saved)
    const longest = await longestTask(page, async () => void (await press()))
    const heap = await heapWhile(page, press)
    const stops: number[] = []
    for (let turn = 0; turn < turns; turn += 1) stops.push(await stopOnce(page))
    await page.close()
    console.log(`\nA backup of ${size} check-ins: ${turns} turns, median ms (quartiles)`)
    printTable([
      ['what', 'ms'],
      ['from the press until the file is given to the browser', shown(took)],
      ['bare getAll by 2,000 and JSON.stringify', shown(bare)],
    ])
    printTable([
      ['what', 'value', 'target', ''],
      verdict(
        'backup / (getAll + JSON.stringify)',
        median(took.map((each, turn) => each / (bare[turn] ?? 0))),
        1.5,
      ),
      verdict('longest task meanwhile, ms', longest, 50),
      verdict('most heap meanwhile, MB', heap, 150),
      verdict('from Stop until it has stopped, ms', Math.max(...stops), 200),
    ])
  } finally {
    await bench.close()
    dropFolder(folder)
  }
}
