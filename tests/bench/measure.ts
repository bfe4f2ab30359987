/** Opens a page of the extension once and reads what the browser says about it. */
import type { Browser, CDPSession } from 'puppeteer-core'

/** Milliseconds after the navigation began, main-thread milliseconds, and the files that were loaded. */
export type Opening = {
  readonly paint: number
  /** When the handlers of the first question stood; null on pages without a question. */
  readonly answerable: number | null
  /** When the whole check-in stood, which until then was its HTML alone. */
  readonly ready: number | null
  /** When the first year of the heat map stood complete; null on pages without one. */
  readonly heatMap: number | null
  readonly mainThread: number
  readonly files: readonly string[]
  /** Those of them that were asked for before the first paint. */
  readonly firstFiles: readonly string[]
  /** Main-thread milliseconds and files of what the page puts off until nothing else is to be done. */
  readonly idle: { readonly mainThread: number; readonly files: readonly string[] }
}

type Held = { readonly held: (() => void)[]; readonly rest: () => Promise<void> }

/** In the page, before its code: holds what it puts off, so that the opening is measured by itself. */
const holdIdle = () => {
  const ask = globalThis.requestIdleCallback.bind(globalThis)
  const held: (() => void)[] = []
  const rest = async () => {
    for (let time = 0; time < 3; time += 1) await new Promise(resolve => ask(resolve))
  }
  Object.assign(globalThis, { held, rest, requestIdleCallback: (call: () => void) => held.push(call) })
}

/** In the page: lets what was put off happen, to its end. */
const letIdle = async () => {
  const { held, rest } = globalThis as unknown as Held
  for (const call of held) call()
  await rest()
}

const busySeconds = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(metric => metric.name === 'TaskDuration')?.value ?? Number.NaN
}

/** In the page: once it has painted, has set the mark that is waited for, and the main thread has come to rest. */
const readPage = async (awaited: string | null) => {
  const paint = await new Promise<number>(resolve => {
    new PerformanceObserver(list => {
      for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  if (awaited !== null)
    await new Promise<void>(resolve => {
      new PerformanceObserver(list => {
        if (list.getEntriesByName(awaited).length > 0) resolve()
      }).observe({ type: 'mark', buffered: true })
    })
  await (globalThis as unknown as { rest(): Promise<void> }).rest()
  const mark = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? null
  return {
    origin: performance.timeOrigin,
    paint,
    answerable: mark('answerable'),
    ready: mark('ready'),
    heatMap: mark('heat-map'),
  }
}

/** `awaited` is a mark without which the page is not complete. */
export const openOnce = async (
  browser: Browser,
  address: string,
  awaited: string | null = null,
): Promise<Opening> => {
  const page = await browser.newPage()
  const session = await page.createCDPSession()
  await session.send('Performance.enable')
  await session.send('Network.enable')
  /** When each file was asked for, in epoch milliseconds. */
  const asked = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ request, wallTime }) => {
    const { pathname } = new URL(request.url)
    if (!asked.has(pathname)) asked.set(pathname, wallTime * 1_000)
  })
  const before = await busySeconds(session)
  // A page that is not in sight paints nothing.
  await page.bringToFront()
  await page.evaluateOnNewDocument(holdIdle)
  await page.goto(address)
  const read = await page.evaluate(readPage, awaited)
  const opened = await busySeconds(session)
  const ofOpening = [...asked.keys()]
  const painted = read.origin + read.paint
  await page.evaluate(letIdle)
  const idle = {
    mainThread: ((await busySeconds(session)) - opened) * 1_000,
    files: [...asked.keys()].filter(file => !ofOpening.includes(file)),
  }
  await page.close()
  const firstFiles = ofOpening.filter(file => (asked.get(file) ?? painted) < painted)
  return { ...read, mainThread: (opened - before) * 1_000, files: ofOpening, firstFiles, idle }
}
