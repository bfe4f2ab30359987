/** Kills a real browser again and again while Thaw writes, and compares what is there afterwards with what was acknowledged. */
import { setTimeout as pause } from 'node:timers/promises'
import { seeded } from '../../lib/core/seeded.ts'
import { launchChromium } from '../support/chromium.ts'
import type { BrowserName, Driver, View } from '../support/driver.ts'
import { extensionWithPage } from '../support/extension-with-page.ts'
import { launchFirefox } from '../support/firefox.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { gone, type Ledger, ledger } from './deeds.ts'
import type { Chaos, Found } from './in-page.ts'

/** The two stores of Chromium, and Firefox's. */
export const chaosStores = ['leveldb', 'sqlite', 'firefox'] as const
export type ChaosStore = (typeof chaosStores)[number]

export type Figures = {
  readonly store: ChaosStore
  readonly cycles: number
  readonly acknowledged: number
  /** Deaths after which the browser had nothing left of the database, and all was put back. */
  readonly wipes: number
  /** Records that were put back from the second copy, over all deaths. */
  readonly restored: number
  /** Acknowledged records that were not as acknowledged. */
  readonly lost: readonly string[]
  /** Imports of which some records were there and some were not. */
  readonly halfImports: readonly string[]
  /** Rows of `days` that differed from their records, invalid rows, rows that stood in one copy alone. */
  readonly days: number
  readonly invalid: number
  readonly uncopied: number
  /** Rows that could be read by anybody where a lock stood. */
  readonly inClear: number
  /** Records that Thaw said are nowhere, although nothing was lost. */
  readonly missing: number
}

const pages = ['one', 'two', 'three'] as const

/** The page lives so long before now at first, and comes nearer with every death, so that months close behind it. */
const daysBefore = 400

const browserOf = (store: ChaosStore): BrowserName => (store === 'firefox' ? 'firefox' : 'chromium')

const launchOn = (store: ChaosStore, profile: string, extension: string): Promise<Driver> =>
  store === 'firefox'
    ? launchFirefox({ profile, extension })
    : launchChromium({
        profile,
        extension,
        arguments: [`--${store === 'sqlite' ? 'enable' : 'disable'}-features=IdbSqliteBackingStore`],
      })

const pageAt = async (driver: Driver, days: number, locked: boolean): Promise<View> => {
  const page = await driver.open(`chaos.html?days=${days}${locked ? '&locked' : ''}`)
  await page.until(() => 'chaos' in globalThis)
  return page
}

/** Writes without a pause until the browser is gone. */
const writeOn = async (
  page: View,
  book: Ledger,
  chance: ReturnType<typeof seeded>,
  isOver: () => boolean,
) => {
  while (!isOver()) {
    const deed = book.next(chance)
    try {
      const answer = await page.evaluate(
        given => (globalThis as unknown as { chaos: Chaos }).chaos.act(given),
        deed,
      )
      book.done(deed, answer)
    } catch (error) {
      if (isOver()) return
      throw new Error(`${JSON.stringify(deed)}: ${error instanceof Error ? error.message : error}`)
    }
  }
}

type Verdict = { readonly lost: readonly string[]; readonly half: readonly string[] }

const judge = (books: readonly Ledger[], found: Found): Verdict => {
  const stands = new Map(found.stands)
  const lost: string[] = []
  const half: string[] = []
  for (const book of books) {
    for (const [id, allowed] of book.allowed()) {
      const stand = stands.get(id) ?? gone
      if (!allowed.includes(stand)) lost.push(`${id}: ${stand}, not ${allowed.join(' or ')}`)
    }
    const ids = book.underWay() ?? []
    const there = ids.filter(id => stands.has(id)).length
    if (there > 0 && there < ids.length) half.push(`${ids[0]}: ${there} of ${ids.length}`)
    book.settle(stands)
  }
  return { lost, half }
}

/** `told` hears of each death. The seed decides the deeds; when the browser dies is chance as well, but of the machine too. */
export const runCycles = async (
  store: ChaosStore,
  cycles: number,
  seed: number,
  told: (line: string) => void = () => {},
  /** Everything is written under a lock, which is opened again after each death. */
  locked = false,
): Promise<Figures> => {
  const chance = seeded(seed)
  const extension = await extensionWithPage(browserOf(store), 'chaos', 'tests/chaos/in-page.ts')
  const profile = freshFolder('chaos')
  const books = pages.map(name => ledger(name))
  const sums = { wipes: 0, restored: 0, days: 0, invalid: 0, uncopied: 0, missing: 0, inClear: 0 }
  const lost: string[] = []
  const half: string[] = []

  const look = async (page: View) => {
    const before = books.reduce((sum, book) => sum + book.allowed().size, 0)
    const found = await page.evaluate(() => (globalThis as unknown as { chaos: Chaos }).chaos.look())
    const verdict = judge(books, found)
    lost.push(...verdict.lost)
    half.push(...verdict.half)
    sums.restored += found.restored
    if (before > 20 && found.restored > found.stands.length / 2) sums.wipes += 1
    for (const name of ['days', 'invalid', 'uncopied', 'missing', 'inClear'] as const)
      sums[name] += found[name]
    return found
  }

  try {
    for (let cycle = 0; cycle <= cycles; cycle += 1) {
      const days = Math.max(0, daysBefore - cycle * 4)
      const driver = await launchOn(store, profile, extension)
      const found = await look(await pageAt(driver, days, locked))
      told(
        `${cycle}: ${found.stands.length} check-ins, ${found.restored} put back, ${found.uncopied} in one copy alone, ${lost.length} lost`,
      )
      if (cycle === cycles) {
        await driver.close()
        break
      }
      const views = await Promise.all(pages.map(() => pageAt(driver, days, locked)))
      let over = false
      const writing = Promise.all(
        books.map((book, index) => writeOn(views[index] as View, book, chance, () => over)),
      )
      writing.catch(() => {})
      await Promise.race([pause(50 + chance.whole(0, 900)), writing])
      over = true
      await driver.kill()
      await writing
    }
  } finally {
    dropFolder(profile)
    dropFolder(extension)
  }
  const acknowledged = books.reduce((sum, book) => sum + book.acknowledged(), 0)
  return { store, cycles, acknowledged, ...sums, lost, halfImports: half }
}

export const figuresLine = (figures: Figures): string =>
  `${figures.store}: ${figures.cycles} deaths, ${figures.acknowledged} acknowledged deeds; lost ${figures.lost.length}, ` +
  `imports half there ${figures.halfImports.length}, days that differ ${figures.days}, invalid rows ${figures.invalid}, ` +
  `rows in one copy alone ${figures.uncopied}; databases wiped by the browser ${figures.wipes}, records put back ${figures.restored}, ` +
  `said to be missing ${figures.missing}, in the clear under a lock ${figures.inClear}`
