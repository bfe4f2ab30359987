/** What Chromium's own trace says of its threads while something is done. */
import type { Browser, Page } from 'puppeteer-core'

export type TraceEvent = {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

const categories = ['toplevel', 'devtools.timeline', 'blink.user_timing', '__metadata']

/** Traces the whole browser while `deed` is done. */
export const traced = async (browser: Browser, deed: () => Promise<void>): Promise<readonly TraceEvent[]> => {
  const session = await browser.target().createCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  await deed()
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return events
}

const here = 'bench-here'

/** Milliseconds of the longest task of the page's main thread while `deed` is done. */
export const longestTask = async (page: Page, deed: () => Promise<void>): Promise<number> =>
  (await longestTasks(page, deed)).lasted

/** Milliseconds. */
export type LongestTasks = { readonly lasted: number; readonly took: number }

/** The same, and the most that one task took of a processor: where other programs run, tasks last longer than they take. */
export const longestTasks = async (page: Page, deed: () => Promise<void>): Promise<LongestTasks> => {
  const events = await traced(page.browser(), async () => {
    await page.evaluate(name => void performance.mark(name), here)
    await deed()
  })
  const own = events.find(({ name }) => name === here)
  if (own === undefined) throw new Error('The trace does not know the page')
  return longestOf(events, own)
}

const longestOf = (
  events: readonly TraceEvent[],
  { pid, tid }: Pick<TraceEvent, 'pid' | 'tid'>,
): LongestTasks => {
  const tasks = events.filter(
    event => event.ph === 'X' && event.pid === pid && event.tid === tid && event.name.endsWith('RunTask'),
  )
  const longest = (times: readonly number[]) => times.reduce((most, time) => Math.max(most, time), 0) / 1_000
  return {
    lasted: longest(tasks.map(({ dur }) => dur ?? 0)),
    took: longest(tasks.map(({ tdur }) => tdur ?? 0)),
  }
}

/** The same of the background's service worker, whichever of its threads had the longest. */
export const longestWorkerTasks = async (
  browser: Browser,
  deed: () => Promise<void>,
): Promise<LongestTasks> => {
  const events = await traced(browser, deed)
  const threads = events.filter(
    ({ name, args }) => name === 'thread_name' && args?.name === 'ServiceWorker thread',
  )
  if (threads.length === 0) throw new Error('The trace knows no worker')
  const all = threads.map(thread => longestOf(events, thread))
  return {
    lasted: Math.max(...all.map(({ lasted }) => lasted)),
    took: Math.max(...all.map(({ took }) => took)),
  }
}
