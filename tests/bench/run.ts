/** `npm run bench`: how fast Thaw's popup opens, beside a page with one button and a bare Preact button in the same Chromium. */
import puppeteer, { type Browser } from 'puppeteer-core'
import { findBrowser } from '../support/find-browsers.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { median, printTable, quartiles } from './figures.ts'
import { journalOf } from './history.ts'
import { type Opening, openOnce } from './measure.ts'
import { buildPages, gzipSize, type PageName, pages } from './pages.ts'

const opens = 40
const large = 100_000
const names = Object.keys(pages) as PageName[]

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<{ readonly [key: string]: unknown }>
      set(items: object): Promise<void>
    }
  }
}

type Openings = { readonly [Name in PageName]: Opening[] }

const startBrowser = (executable: string, folder: string, profile: string): Promise<Browser> =>
  puppeteer.launch({
    browser: 'chrome',
    executablePath: executable,
    headless: true,
    userDataDir: profile,
    defaultViewport: null,
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation'],
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--no-first-run',
    ],
  })

/** Gives the browser a journal of so many check-ins, and lets Thaw restore its database from it. */
const fill = async (browser: Browser, origin: string, count: number): Promise<void> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  for (const [key, value] of Object.entries(journalOf(count))) {
    await page.evaluate(item => chrome.storage.local.set(item), { [key]: value })
  }
  await page.goto(`${origin}options.html#history`)
  const restored = await page.waitForFunction(
    async () => (await chrome.storage.local.get('history/recovery'))['history/recovery'] !== undefined,
    { timeout: 600_000, polling: 500 },
  )
  await restored.dispose()
  await page.close()
}

/** All pages in turn, so that whatever else the machine does meets each of them. */
const openAll = async (browser: Browser, origin: string): Promise<Openings> => {
  const openings: Openings = { popup: [], floor: [], bare: [] }
  for (const name of names) await openOnce(browser, `${origin}${pages[name]}`)
  for (let round = 0; round < opens; round += 1) {
    const turn = names.map((_, place) => names[(place + round) % names.length] as PageName)
    for (const name of turn) openings[name].push(await openOnce(browser, `${origin}${pages[name]}`))
  }
  return openings
}

const milliseconds = (values: readonly number[]): string => {
  const [low, high] = quartiles(values)
  return `${median(values).toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`
}

const marks = (openings: readonly Opening[], name: 'answerable' | 'ready'): readonly number[] =>
  openings.flatMap(opening => opening[name] ?? [])

const report = (title: string, openings: Openings, folder: string): void => {
  const size = (name: PageName) => {
    const files = [...new Set(openings[name].flatMap(opening => opening.files))]
    const code = files.filter(file => file.endsWith('.js'))
    return `${gzipSize(folder, code)} / ${gzipSize(folder, files)}`
  }
  console.log(`\n${title}: ${opens} opens each, median ms (quartiles)`)
  printTable([
    ['page', 'first paint', 'answerable', 'ready', 'main thread', 'gzip bytes code / all'],
    ...names.map(name => [
      name,
      milliseconds(openings[name].map(opening => opening.paint)),
      name === 'popup' ? milliseconds(marks(openings[name], 'answerable')) : '',
      name === 'popup' ? milliseconds(marks(openings[name], 'ready')) : '',
      milliseconds(openings[name].map(opening => opening.mainThread)),
      size(name),
    ]),
  ])
}

const ratio = (what: string, one: number, other: number, target: number): readonly string[] => {
  const value = one / other
  return [what, value.toFixed(3), `≤ ${target}`, value <= target ? 'met' : 'missed']
}

const executable = findBrowser('chromium')
if (executable === null) throw new Error('There is no Chromium here; npm test says how to install it.')
const folder = await buildPages()
const profile = freshFolder('bench')
const browser = await startBrowser(executable, folder, profile)
try {
  const worker = await browser.waitForTarget(target => target.type() === 'service_worker')
  // A new profile opens the welcome, which would take the screen from the first page.
  await browser.waitForTarget(target => target.url().endsWith('/welcome.html'))
  const origin = new URL('/', worker.url()).href
  const empty = await openAll(browser, origin)
  await fill(browser, origin, large)
  const full = await openAll(browser, origin)
  report('Empty history', empty, folder)
  report(`${large} check-ins`, full, folder)
  const paint = (openings: readonly Opening[]) => median(openings.map(opening => opening.paint))
  const busy = (openings: readonly Opening[]) => median(openings.map(opening => opening.mainThread))
  const answerable = (openings: readonly Opening[]) => median(marks(openings, 'answerable'))
  const code = gzipSize(
    folder,
    [...new Set(empty.popup.flatMap(opening => opening.files))].filter(file => file.endsWith('.js')),
  )
  console.log('\nRatios of medians')
  printTable([
    ['what', 'ratio', 'target', ''],
    ratio('answerable / floor paint, empty', answerable(empty.popup), paint(empty.floor), 1.3),
    ratio('answerable / floor paint, full', answerable(full.popup), paint(full.floor), 1.3),
    ratio('paint / bare Preact paint, empty', paint(empty.popup), paint(empty.bare), 1.15),
    ratio('paint / bare Preact paint, full', paint(full.popup), paint(full.bare), 1.15),
    ratio('code, kB gzip / 30', code / 1_000, 30, 1),
    // Each beside the floor of its own half of the run, because the machine may have changed pace between them.
    ratio(
      'answerable, full / empty',
      answerable(full.popup) / paint(full.floor),
      answerable(empty.popup) / paint(empty.floor),
      1.05,
    ),
    ratio(
      'paint, full / empty',
      paint(full.popup) / paint(full.floor),
      paint(empty.popup) / paint(empty.floor),
      1.05,
    ),
    ratio(
      'main thread, full / empty',
      busy(full.popup) / busy(full.floor),
      busy(empty.popup) / busy(empty.floor),
      1.05,
    ),
  ])
} finally {
  await browser.close()
  dropFolder(profile)
  dropFolder(folder)
}
