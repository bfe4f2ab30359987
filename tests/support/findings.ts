/** What axe finds on a page in every look: light and dark, wide and 320 px wide, in forced colours, and whether it fits at 200 %. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { View } from './driver.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const looks = [
  { scheme: 'light', width: 1000, forced: 'none' },
  { scheme: 'dark', width: 1000, forced: 'none' },
  { scheme: 'light', width: 320, forced: 'none' },
  { scheme: 'dark', width: 320, forced: 'none' },
  { scheme: 'dark', width: 320, forced: 'active' },
] as const

/** The popup zoomed to 200 % has so many CSS pixels left. */
const atTwiceItsSize = 190

/** In the page: how far it, or a part that scrolls by itself, would have to be scrolled sideways. */
const tooWide = (): number => {
  const main = document.querySelector('main')
  const scrolls = main !== null && getComputedStyle(main).overflowX !== 'visible'
  const parts = scrolls ? [document.documentElement, main] : [document.documentElement]
  return Math.max(...parts.map(part => part.scrollWidth - part.clientWidth))
}

/** Each finding with its look, and how far the page must be scrolled sideways; empty where nothing is wrong. */
export const findings = async (view: View): Promise<readonly string[]> => {
  const page = view.page
  if (page === null) throw new Error('axe needs a page')
  // Behind another tab nothing is drawn, and colours on their way stay there.
  await view.toFront()
  await page.evaluate(axe)
  const found: string[] = []
  // puppeteer's own emulation knows nothing of forced colours, and Firefox lets nothing of all this be set.
  const session = await page.createCDPSession().catch(() => null)
  for (const { scheme, width, forced } of looks) {
    if (!session && (scheme !== 'light' || forced !== 'none')) continue
    const features = [
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'forced-colors', value: forced },
    ]
    await session?.send('Emulation.setEmulatedMedia', { features })
    await page.setViewport({ width, height: 700 })
    // Colours on their way from one look to the other are neither.
    await view.until(() => document.getAnimations().every(one => one.playState === 'finished'))
    const results = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    for (const { id, nodes } of results.violations) {
      found.push(
        `${scheme} ${width} ${forced}: ${id} at ${nodes.map(node => node.target.join(' ')).join(', ')}`,
      )
    }
    const wider = await page.evaluate(tooWide)
    if (wider > 0) found.push(`${scheme} ${width} ${forced}: ${wider} px too wide`)
  }
  if (await page.evaluate(() => document.body.dataset['view'] !== undefined)) {
    await page.setViewport({ width: atTwiceItsSize, height: 280 })
    const wider = await page.evaluate(tooWide)
    if (wider > 0) found.push(`at twice its size: ${wider} px too wide`)
  }
  await session?.send('Emulation.setEmulatedMedia', { features: [] })
  await session?.detach()
  await page.setViewport(null)
  return found
}
