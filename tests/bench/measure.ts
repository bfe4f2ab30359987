/** Opens a page of the extension once and reads what the browser says about it. */
import type { Browser, CDPSession } from 'puppeteer-core'

/** Milliseconds after the navigation began, main-thread milliseconds, and the files that were loaded. */
export type Opening = {
  readonly paint: number
  /** When the handlers of the first question stood; null on pages without a question. */
  readonly answerable: number | null
  /** When the whole check-in stood, which until then was its HTML alone. */
  readonly ready: number | null
  readonly mainThread: number
  readonly files: readonly string[]
}

const busySeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(metric => metric.name === 'TaskDuration')?.value ?? Number.NaN
}

/** In the page: once it has painted and the main thread has come to rest. */
const readPage = async () => {
  const paint = await new Promise<number>(resolve => {
    new PerformanceObserver(list => {
      for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  for (let rest = 0; rest < 3; rest += 1) await new Promise(resolve => requestIdleCallback(resolve))
  const mark = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? null
  return { paint, answerable: mark('answerable'), ready: mark('ready') }
}

export const openOnce = async (browser: Browser, address: string): Promise<Opening> => {
  const page = await browser.newPage()
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  const files = new Set<string>()
  page.on('request', request => files.add(new URL(request.url()).pathname))
  const before = await busySeconds(session)
  // A page that is not in sight paints nothing.
  await page.bringToFront()
  await page.goto(address)
  const read = await page.evaluate(readPage)
  const mainThread = ((await busySeconds(session)) - before) * 1_000
  await page.close()
  return { ...read, mainThread, files: [...files] }
}
