/** What a page's heap holds while something is done. */
import type { Page } from 'puppeteer-core'

/** The most that it held meanwhile, in MB, garbage that was not yet collected included. */
export const heapWhile = async (page: Page, deed: () => Promise<unknown>): Promise<number> => {
  const session = await page.createCDPSession()
  await session.send('HeapProfiler.collectGarbage')
  let most = 0
  const state = { runs: true }
  const looking = (async () => {
    while (state.runs) {
      most = Math.max(most, (await session.send('Runtime.getHeapUsage')).usedSize)
      await new Promise(resolve => setTimeout(resolve, 20))
    }
  })()
  await deed()
  state.runs = false
  await looking
  await session.detach()
  return most / 1_000_000
}
