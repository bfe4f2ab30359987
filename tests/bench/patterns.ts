/** How soon Patterns stand with 100,000 check-ins and 20,000 pauses, what the work takes by itself, and how long it holds the page up. */
import type { CDPSession, Page } from 'puppeteer-core'
import { firstCard } from '../../lib/app/first-card.ts'
import { workOut } from '../../lib/app/pattern-work.ts'
import { dayRows } from '../../lib/core/days.ts'
import { noClaims } from '../../lib/core/insight/claims.ts'
import { createGatherer, type FactPart } from '../../lib/core/insight/gather.ts'
import { feltDay } from '../../lib/core/insight/weekday.ts'
import type { CheckIn, DayRow, Session } from '../../lib/core/records.ts'
import { dropFolder } from '../support/process.ts'
import { type Bench, putRows, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { checkInsOf } from './history.ts'
import { buildPages } from './pages.ts'
import { longestTasks } from './trace.ts'

const checkIns = 100_000
const sessions = 20_000
const rounds = 5

const pauses = ['look-up', 'hum', 'long-exhale', 'shoulders', 'quiet-pause', 'window'] as const
const eases = ['eased', 'same', 'worse', null] as const

/** One after every fifth check-in. */
const sessionsOf = (rows: readonly CheckIn[]): readonly Session[] =>
  rows
    .filter((_, place) => place % (checkIns / sessions) === 0)
    .map(({ id, at, zone, day, updatedAt, origin, felt }, place) => ({
      ...{ at, zone, day, updatedAt, origin, id: id.replace('-7000-', '-7001-') },
      pauseId: pauses[place % pauses.length] ?? 'look-up',
      checkInId: id,
      before: felt,
      after: ((place * 7) % 11) as 0,
      ease: eases[place % eases.length] ?? null,
      ...{ completed: true, seconds: 30, probability: 0.2, reason: null, comparable: true },
    }))

type Stood = { readonly first: number; readonly all: number }

/** In the page: goes to Patterns, and notes how long after that the first card stood, and when nothing was worked on any more. */
const goThere = () => {
  const stood: { first?: number; all?: number } = {}
  Object.assign(globalThis, { stood })
  const begun = performance.now()
  new MutationObserver(() => {
    if (!document.querySelector('article')) return
    stood.first ??= performance.now() - begun
    const isBusy = document.querySelector('[aria-busy="true"]') !== null
    if (!isBusy) stood.all ??= performance.now() - begun
  }).observe(document, { subtree: true, childList: true, attributes: true })
  location.hash = '#patterns'
}

const whenStood = (page: Page): Promise<Stood> =>
  page
    .waitForFunction(
      () => {
        const { stood } = globalThis as unknown as { stood: Partial<Stood> }
        return stood.all !== undefined && stood
      },
      { timeout: 60_000 },
    )
    .then(async handle => (await handle.jsonValue()) as Stood)

/** Thaw takes note of what was put beside it, and makes its copy of the day: no visit waits for that a second time. */
const settled = async (page: Page): Promise<void> => {
  const done = await page.waitForFunction(
    async wanted => {
      type Kept = { snapshots?: unknown[]; 'history/canary'?: { counts: { sessions?: number } } }
      type Api = { storage: { local: { get(keys: string[]): Promise<Kept> } } }
      const { chrome } = globalThis as unknown as { chrome: Api }
      const kept = await chrome.storage.local.get(['snapshots', 'history/canary'])
      return kept['history/canary']?.counts.sessions === wanted && (kept.snapshots?.length ?? 0) > 0
    },
    { timeout: 180_000, polling: 500 },
    sessions,
  )
  await done.dispose()
}

/** A page of its own, on Today. */
const openToday = async ({ browser, origin }: Bench): Promise<Page> => {
  const page = await browser.newPage()
  await page.goto(`${origin}options.html#today`)
  await page.bringToFront()
  await page.waitForSelector('main h1')
  return page
}

const openOnce = async (bench: Bench): Promise<Stood> => {
  const page = await openToday(bench)
  await page.evaluate(goThere)
  const stood = await whenStood(page)
  await page.close()
  return stood
}

type Heaps = { readonly page: number; readonly worker: number }

/** Megabytes that the page and its workers use at most while the cards come, looked at again and again. */
const heapsOf = async (bench: Bench): Promise<Heaps> => {
  const page = await openToday(bench)
  const most = { page: 0, worker: 0 }
  const used = async (client: CDPSession) => (await client.send('Runtime.getHeapUsage')).usedSize / 1e6
  const own = await page.createCDPSession()
  let isDone = false
  await page.evaluate(goThere)
  const look = async () => {
    while (!isDone) {
      most.page = Math.max(most.page, await used(own))
      for (const { client } of page.workers())
        most.worker = Math.max(most.worker, await used(client).catch(() => 0))
    }
  }
  const looking = look()
  await whenStood(page)
  isDone = true
  await looking
  await page.close()
  return most
}

const today = 20_600

/** The work alone: the first card as the page makes it, of days, and all of them as the worker does, in milliseconds. */
const workOnce = (parts: readonly FactPart[], days: readonly DayRow[]): Stood => {
  const begun = performance.now()
  firstCard(days.map(feltDay), noClaims, today)
  const first = performance.now() - begun
  workOut(parts, { claims: noClaims, aim: 'felt', compares: true, hemisphere: 'north', today }, () => {})
  return { first, all: performance.now() - begun - first }
}

/** The days that both add up to: Thaw would put right on the way what differs. */
const daysOf = (checkIns: readonly CheckIn[], sessions: readonly Session[]): readonly DayRow[] =>
  dayRows([
    ...checkIns.map(record => ({ store: 'checkIns', record }) as const),
    ...sessions.map(record => ({ store: 'sessions', record }) as const),
  ])

const partsOf = (rows: readonly CheckIn[]): readonly FactPart[] => {
  const gatherer = createGatherer({
    hemisphereOf: () => 'north',
    kindOf: () => 'out',
    isQuiet: id => id === 'quiet-pause',
    isNoWord: () => false,
    isCompared: () => true,
  })
  return [gatherer.checkIns(rows), gatherer.sessions(sessionsOf(rows))]
}

export const benchPatterns = async (executable: string): Promise<void> => {
  const rows: readonly CheckIn[] = [...checkInsOf(checkIns, checkIns)].flat()
  const parts = partsOf(rows)
  const all = sessionsOf(rows)
  const days = daysOf(rows, all)
  const work = Array.from({ length: rounds }, () => workOnce(parts, days))
  const folder = await buildPages()
  const bench = await startBench(executable, folder, checkIns)
  try {
    const page = await bench.browser.newPage()
    await page.goto(`${bench.origin}floor.html`)
    for (let from = 0; from < all.length; from += 5_000)
      await page.evaluate(putRows, { sessions: all.slice(from, from + 5_000) })
    await page.evaluate(putRows, { days })
    await settled(page)
    const opened: Stood[] = []
    for (let round = -1; round < rounds; round += 1) {
      const stood = await openOnce(bench)
      // The first fills caches.
      if (round >= 0) opened.push(stood)
    }
    await page.close()
    const heaps = await heapsOf(bench)
    const last = await openToday(bench)
    const longest = await longestTasks(last, async () => {
      await last.evaluate(goThere)
      await whenStood(last)
    })

    console.log(
      `\nPatterns of ${checkIns} check-ins and ${sessions} pauses, ${rounds} rounds, median ms (quartiles)`,
    )
    printTable([
      ['what', 'first card', 'all cards'],
      ['the work alone', shown(work.map(({ first }) => first)), shown(work.map(one => one.all))],
      ['on the page', shown(opened.map(({ first }) => first)), shown(opened.map(one => one.all))],
    ])
    printTable([
      verdict('first card, the work alone, ms', median(work.map(({ first }) => first)), 150),
      verdict('first card on the page, ms', median(opened.map(({ first }) => first)), 150),
      verdict('every card, the work alone, ms', median(work.map(one => one.all)), 1_500),
      verdict('longest task of the page, ms', longest.lasted, 50),
      verdict('the most that one took of a processor, ms', longest.took, 50),
      verdict('heap of the worker, MB', heaps.worker, 100),
      verdict('heap of the page, MB', heaps.page, 100),
    ])
  } finally {
    await bench.close()
    dropFolder(folder)
  }
}
