/** How soon an answer leads on and is acknowledged with ten years of history behind it, and how many keys and clicks a check-in takes. */
import type { Page } from 'puppeteer-core'
import { goAllWays } from '../support/actions.ts'
import { launch } from '../support/launch.ts'
import { dropFolder } from '../support/process.ts'
import { text } from '../support/thaw.ts'
import { type Bench, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { type BareWrite, rest, type Way, ways, writeBare } from './floors.ts'
import { buildPages } from './pages.ts'

const opens = 40
const large = 100_000

/** What the page of the popup has, for the functions that run there. */
declare const chrome: { readonly storage: { readonly local: { remove(key: string): Promise<void> } } }

/** What an answer is measured against. */
const floors = ['put', 'set', 'needed'] as const satisfies readonly BareWrite[]

/** Milliseconds after the press, and after Thaw was told of it. */
type Seen = {
  /** The next question stands on screen. */
  painted: number
  /** Its "Saved" is drawn. */
  said: number
  /** From the press that Thaw was told of to the word of the store that the answer lies in both places. */
  kept: number
}

/** In the page: begins to watch; `seen` resolves once the next question was painted, the answer acknowledged and that said. */
const watch = (): void => {
  const seen = new Promise<Seen>(resolve => {
    let struck = 0
    let told = 0
    let painted = 0
    let said = 0
    const end = () => {
      const kept = performance.getEntriesByName('kept')[0]?.startTime
      if (painted > 0 && said > 0 && kept !== undefined)
        resolve({ painted: painted - struck, said: said - struck, kept: kept - told })
    }
    const press = ({ timeStamp }: Event) => {
      struck = timeStamp
      told = performance.now()
    }
    for (const kind of ['keydown', 'click']) addEventListener(kind, press, { capture: true, once: true })
    const first = document.querySelector('h1')?.textContent
    let drawn = false
    const look = () => {
      if (!drawn && document.querySelector('h1')?.textContent !== first) {
        drawn = true
        // The frame after this one holds the new question; its message comes once it was handed over.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => {
            painted = performance.now()
            end()
          }
          port2.postMessage(null)
        })
      }
      const words = [...document.querySelectorAll('[role=status]')].map(status => status.textContent)
      if (said === 0 && words.includes('Saved')) {
        said = performance.now()
        end()
      }
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
  Object.assign(globalThis, { seen })
}

const openPopup = async ({ browser, origin }: Bench): Promise<Page> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.evaluate(() => chrome.storage.local.remove('draft'))
  await page.bringToFront()
  await page.goto(`${origin}popup.html`)
  // A person reads the question first, and meanwhile the next screen is loaded.
  await page.waitForFunction(() => performance.getEntriesByName('prepared').length > 0)
  await rest(page)
  return page
}

/** A string and no literal: puppeteer's types would take the selector apart, for minutes. */
const place: string = `::-p-aria([name="${text('felt_spoken', 7)}"][role="button"])`

const answerOnce = async (bench: Bench, by: Way): Promise<Seen> => {
  const page = await openPopup(bench)
  const button = await page.waitForSelector(place)
  await rest(page)
  await page.evaluate(watch)
  const seen = page.evaluate(() => (globalThis as unknown as { readonly seen: Promise<Seen> }).seen)
  await (by === 'key'
    ? page.keyboard.press('7')
    : button?.evaluate(element => (element as HTMLElement).click()))
  const found = await seen
  await page.close()
  return found
}

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.ceil(share * values.length) - 1] ?? Number.NaN

/** Like a person who knows the form, in a browser of its own; the records are what the history holds afterwards. */
const countActions = async (): Promise<void> => {
  const driver = await launch('chromium')
  try {
    const ways = await goAllWays(driver)
    console.log('\nKeys and clicks of a check-in')
    printTable([
      ['what', 'value', 'target', ''],
      ...ways.map(({ name, actions, most }) => verdict(name, actions, most)),
    ])
    for (const { name, kept } of ways) console.log(`${name}: ${JSON.stringify(kept)}`)
  } finally {
    await driver.close()
  }
}

/** Answers and what they are measured against, begun alike, one after another. */
const measure = async (bench: Bench, by: Way) => {
  const answers: Seen[] = []
  const bare: { readonly [what in (typeof floors)[number]]: number[] } = { put: [], set: [], needed: [] }
  for (let round = -1; round < opens; round += 1) {
    const answer = await answerOnce(bench, by)
    const took = { put: 0, set: 0, needed: 0 }
    for (const what of floors) took[what] = await writeBare(bench, what, by)
    // The first of each fills caches.
    if (round < 0) continue
    answers.push(answer)
    for (const what of floors) bare[what].push(took[what])
  }
  return { answers, bare }
}

const report = (by: Way, { answers, bare }: Awaited<ReturnType<typeof measure>>): void => {
  const painted = answers.map(answer => answer.painted)
  const kept = answers.map(answer => answer.kept)
  const floor = median(bare.put) + median(bare.set)
  console.log(`\nThe first answer, by ${by}, ${large} check-ins: ${opens} opens, median ms (quartiles)`)
  printTable([
    ['from the press to', 'ms'],
    ['the next question painted', shown(painted)],
    ['the same, 95th percentile', percentile(painted, 0.95).toFixed(1)],
    ['"Saved" drawn', shown(answers.map(answer => answer.said))],
    ['the answer acknowledged, from when Thaw was told', shown(kept)],
    ['a bare strict put, in a page without Thaw', shown(bare.put)],
    ['a bare storage.local.set there', shown(bare.set)],
    ['the least that keeping an answer asks for, there', shown(bare.needed)],
  ])
  printTable([
    ['what', 'value', 'target', ''],
    verdict('next question painted, 95th percentile, ms', percentile(painted, 0.95), 50),
    verdict('acknowledged / (put + set), medians', median(kept) / floor, 1.5),
  ])
  console.log(`of that, asked for in any case: ${(median(bare.needed) / floor).toFixed(2)}`)
}

export const benchAnswers = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  let bench: Bench | null = null
  try {
    bench = await startBench(executable, folder, large)
    for (const by of ways) report(by, await measure(bench, by))
  } finally {
    await bench?.close()
    dropFolder(folder)
  }
  await countActions()
}
