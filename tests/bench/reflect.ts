/** How soon Reflect stands with 100,000 things written down, how the journal in it is sought, and how long any task of it takes. */
import type { Page } from 'puppeteer-core'
import type { Reflection, ReflectionType } from '../../lib/core/records.ts'
import { momentOf, zonedAt } from '../../lib/core/time.ts'
import { dropFolder } from '../support/process.ts'
import { text } from '../support/thaw.ts'
import { type Bench, putRows, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { buildPages } from './pages.ts'
import { longestTasks } from './trace.ts'

const count = 100_000
const rounds = 3

/** Four in ten are thoughts. */
const types: readonly ReflectionType[] =
  'thought high-low thought step line thought sentence high-low line thought'
    .split(' ')
    .map(type => type as ReflectionType)

const words =
  'meeting work tired nobody asked they were late again numb flat calm letter home money garden river sister train'.split(
    ' ',
  )

const said = (number: number, length: number): string =>
  Array.from({ length }, (_, place) => words[(number * 7 + place * ((number % 13) + 1)) % words.length]).join(
    ' ',
  )

const fieldsOf = (type: ReflectionType, number: number): Reflection['fields'] => {
  if (type === 'thought')
    return { situation: said(number, 12), thought: said(number + 1, 10), friend: said(number + 2, 14) }
  if (type === 'high-low') return { high: said(number, 6), highReach: number % 4, lowReach: 2 }
  if (type === 'step') return { text: said(number, 4), ...(number % 100 !== 3 && { doneAt: number }) }
  return { text: said(number, 10) }
}

const start = Date.UTC(2016, 0, 1)
const tenYears = 10 * 365.25 * 86_400_000

const reflection = (number: number): Reflection => {
  const at = Math.round(start + (tenYears * number) / count)
  const time = at.toString(16).padStart(12, '0')
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
  const type = types[number % types.length] ?? 'line'
  const moment = momentOf(zonedAt(at, 'Europe/Berlin'))
  return { id, updatedAt: at, origin: 'own', ...moment, type, fields: fieldsOf(type, number) }
}

const fill = async ({ browser, origin }: Bench): Promise<void> => {
  const page = await browser.newPage()
  // Thaw makes the stores, and has made them once it says that nothing is in them.
  await page.goto(`${origin}options.html#reflect`)
  await page.waitForSelector(`::-p-text(${text('reflect_empty')})`)
  await page.goto(`${origin}floor.html`)
  for (let from = 0; from < count; from += 5_000)
    await page.evaluate(putRows, {
      reflections: Array.from({ length: 5_000 }, (_, place) => reflection(from + place)),
    })
  await page.close()
}

/** Waits in the page for what `selector` finds to say something; milliseconds since `deed` began. */
const until = async (page: Page, selector: string, deed: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await deed()
  await page.waitForFunction(
    found => [...document.querySelectorAll(found)].some(({ textContent }) => textContent !== ''),
    { polling: 'raf', timeout: 60_000 },
    selector,
  )
  return performance.now() - begun
}

const press = (page: Page, selector: string) =>
  page.evaluate(found => document.querySelector<HTMLElement>(found)?.click(), selector)

/** In the page. */
const goThere = () => {
  location.hash = '#reflect'
}

export const benchReflect = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  const bench = await startBench(executable, folder, 0)
  const times = { kinds: [], journal: [], themes: [], found: [] } as { readonly [step: string]: number[] }
  const took: number[] = []
  try {
    await fill(bench)
    for (let round = -1; round < rounds; round += 1) {
      const page = await bench.browser.newPage()
      await page.goto(`${bench.origin}options.html#today`)
      await page.bringToFront()
      await page.waitForSelector('main h1')
      const walk = async () => {
        const steps = {
          kinds: await until(page, '[data-kind="thoughts"]', () => page.evaluate(goThere)),
          journal: await until(page, 'h3', () => press(page, '[data-kind="thoughts"]')),
          themes: await until(page, 'search [aria-pressed]', async () => {}),
          found: await until(page, 'search > [role="status"]', async () => {
            await page.focus('input[type="search"]')
            await page.keyboard.type('river')
          }),
        }
        // The first fills caches.
        if (round >= 0) for (const [step, time] of Object.entries(steps)) times[step]?.push(time)
      }
      const longest = await longestTasks(page, walk)
      if (round >= 0) took.push(longest.took)
      await page.close()
    }
  } finally {
    await bench.close()
    dropFolder(folder)
  }
  console.log(`\nReflect with ${count} things written down: median ms (quartiles)`)
  printTable([['what', 'ms'], ...Object.entries(times).map(([step, all]) => [step, shown(all)])])
  printTable([['what', 'value', 'target', ''], verdict('longest task, ms of a processor', median(took), 50)])
}
