/** What the lock costs: deriving its key, putting it before 100,000 check-ins, opening it, and reading through it. */
import { dropFolder } from '../support/process.ts'
import { startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { addPage, buildPages } from './pages.ts'
import { longestTasks } from './trace.ts'

const count = 100_000
const rounds = 9
/** A month of History, and all of a long search. */
const portions = [50, 2_000] as const

export const benchLock = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  await addPage(folder, 'lock')
  const bench = await startBench(executable, folder, 0)
  try {
    const page = await bench.browser.newPage()
    await page.bringToFront()
    await page.goto(`${bench.origin}lock.html`)
    await page.waitForFunction(() => 'lockBench' in globalThis)
    await page.evaluate(many => lockBench.make(many), count)
    const turnOn = await page.evaluate(() => lockBench.turnOn())
    let seal = 0
    const sealing = await longestTasks(page, async () => {
      seal = await page.evaluate(() => lockBench.seal())
    })
    const derive: number[] = []
    const unlock: number[] = []
    const reads = new Map(portions.map(limit => [limit, [] as { bare: number; opened: number }[]]))
    // The first fills caches.
    for (let round = -1; round < rounds; round += 1) {
      const times = [
        await page.evaluate(() => lockBench.derive()),
        await page.evaluate(() => lockBench.unlock()),
      ]
      if (round >= 0) {
        derive.push(times[0] ?? Number.NaN)
        unlock.push(times[1] ?? Number.NaN)
      }
      for (const [limit, list] of reads) list.push(await page.evaluate(many => lockBench.read(many), limit))
    }
    let off = 0
    const opening = await longestTasks(page, async () => {
      off = await page.evaluate(() => lockBench.turnOff())
    })
    await page.evaluate(() => lockBench.end())

    console.log(`\nThe lock before ${count} check-ins, ${rounds} rounds, median ms (quartiles)`)
    printTable([
      ['600,000 iterations of PBKDF2 alone', shown(derive)],
      ['unlocking', shown(unlock)],
      ...[...reads].map(([limit, list]) => [
        `reading ${limit}, bare and opened`,
        `${shown(list.map(({ bare }) => bare))} · ${shown(list.map(({ opened }) => opened))}`,
      ]),
      ['turning it on, once', turnOn.toFixed(0)],
      ['encrypting what was there, once', seal.toFixed(0)],
      ['turning it off, once', off.toFixed(0)],
    ])
    printTable([
      verdict('slowest unlocking, ms', Math.max(...unlock), 1_500),
      verdict('longest task while encrypting, ms', sealing.lasted, 50),
      verdict('longest task while turning it off, ms', opening.lasted, 50),
    ])
    console.log(
      `Of a processor those tasks took at most ${[sealing, opening].map(({ took }) => took.toFixed(1)).join(' and ')} ms.`,
    )
    console.log(
      `Unlocking took ${median(unlock.map((took, round) => took / (derive[round] ?? Number.NaN))).toFixed(2)} × the 600,000 iterations.`,
    )
  } finally {
    await bench.close()
    dropFolder(folder)
  }
}
