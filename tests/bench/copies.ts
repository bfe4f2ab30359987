/** The daily copies of 100,000 check-ins: what the worker's own takes, and nine days of them. */
import { dropFolder } from '../support/process.ts'
import { type Bench, startBench } from './chromium.ts'
import { printTable, shown, verdict } from './figures.ts'
import { heapWhile } from './heap.ts'
import { addPage, buildPages } from './pages.ts'
import { longestWorkerTasks } from './trace.ts'

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<{ readonly [key: string]: unknown }>
      remove(key: string): Promise<void>
    }
  }
  readonly alarms: { create(name: string, when: { when: number }): Promise<void> }
}

const size = 100_000
const days = 9

/** In the page: waits until the worker has taken the copy that is due. */
const untilTaken = async (): Promise<boolean> => {
  const { snapshots } = await chrome.storage.local.get('snapshots')
  return snapshots !== undefined && JSON.stringify(snapshots).includes('"hash"')
}

const report = async ({ browser, origin }: Bench): Promise<void> => {
  const page = await browser.newPage()
  await page.goto(`${origin}snapshots.html`)
  await page.waitForFunction(() => 'snapshotsBench' in globalThis)
  const stopWorker = async () => {
    const session = await page.createCDPSession()
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await session.detach()
  }
  /** The worker starts, finds that a copy is due, and takes it. */
  const byWorker = async () => {
    await page.evaluate(async () => {
      await chrome.storage.local.remove('snapshots')
      const root = await navigator.storage.getDirectory()
      await root.removeEntry('snapshots', { recursive: true }).catch(() => {})
    })
    await stopWorker()
    await page.evaluate(() => chrome.alarms.create('wake', { when: Date.now() }))
    await page.waitForFunction(untilTaken, { polling: 50, timeout: 120_000 })
  }
  await byWorker()
  const begun = performance.now()
  await byWorker()
  const inWorker = performance.now() - begun
  const worker = await longestWorkerTasks(browser, byWorker)

  const took: number[] = []
  for (let day = 1; day <= days; day += 1)
    took.push(await page.evaluate(ahead => snapshotsBench.take(ahead), day))
  // What the worker does, in a page, whose heap can be looked at.
  const heap = await heapWhile(page, () => page.evaluate(ahead => snapshotsBench.take(ahead), days + 1))
  const stop = await page.evaluate(() => snapshotsBench.stop())
  const after = await page.evaluate(() => snapshotsBench.look())
  await page.close()
  const megabytes = (after.bytes / 1e6).toFixed(1)
  console.log(
    `\nDaily copies of ${after.records} records, ${megabytes} MB each: ${days} days, median ms (quartiles)`,
  )
  printTable([
    ['what', 'ms'],
    ['a copy written and read back', shown(took)],
    ['by the worker, from its start', inWorker.toFixed(1)],
    ['all that are kept read back', after.checked.toFixed(1)],
  ])
  printTable([
    ['what', 'value', 'target', ''],
    verdict('longest task in the worker, ms', worker.lasted, 50),
    verdict('most heap while a copy is written and read back, MB', heap, 150),
    verdict('from Stop until reading one back has stopped, ms', stop, 200),
    verdict('copies kept beyond seven', after.kept - 7, 0),
    verdict('of them not whole by their hash', after.kept - after.whole, 0),
  ])
  console.log(
    `Of a processor the longest of the worker's tasks took ${worker.took.toFixed(1)} ms; ${after.kept} are kept.`,
  )
}

export const benchCopies = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  await addPage(folder, 'snapshots')
  const bench = await startBench(executable, folder, size)
  try {
    await report(bench)
  } finally {
    await bench.close()
    dropFolder(folder)
  }
}
