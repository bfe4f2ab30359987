/** What it costs to bring 100,000 check-ins into a history, beside a bare bulk put of the same rows in the same Chromium. */
import { dropFolder } from '../support/process.ts'
import { startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { heapWhile } from './heap.ts'
import { addPage, buildPages } from './pages.ts'
import { longestTasks } from './trace.ts'
import type { Brought } from './whole-page.ts'

const count = 100_000
const rounds = 5
const stops = [0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97] as const

export const benchWhole = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  await addPage(folder, 'whole')
  const bench = await startBench(executable, folder, 0)
  try {
    const page = await bench.browser.newPage()
    await page.bringToFront()
    await page.goto(`${bench.origin}whole.html`)
    await page.waitForFunction(() => 'wholeBench' in globalThis)
    await page.evaluate(many => wholeBench.make(many), count)

    const bare: number[] = []
    const brought: Brought[] = []
    const heaps: number[] = []
    // The first of each fills caches.
    for (let round = -1; round < rounds; round += 1) {
      const floor = await page.evaluate(() => wholeBench.bare())
      const heap = await heapWhile(page, async () => {
        const one = await page.evaluate(() => wholeBench.bring())
        if (round >= 0) brought.push(one)
      })
      if (round < 0) continue
      bare.push(floor)
      heaps.push(heap)
    }
    const answers: number[] = []
    for (const at of stops) answers.push(await page.evaluate(share => wholeBench.stop(share), at))
    // A trace costs time, so these are rounds of their own.
    const bringing = await longestTasks(
      page,
      async () => void (await page.evaluate(() => wholeBench.bring())),
    )
    let rest: { readonly [what: string]: number } = {}
    const resting = await longestTasks(page, async () => {
      rest = await page.evaluate(() => wholeBench.rest())
    })

    console.log(
      `\nThe whole history: ${count} check-ins are brought, ${rounds} rounds, median ms (quartiles)`,
    )
    printTable([
      ['bare bulk put', shown(bare)],
      ['meeting what is there', shown(brought.map(({ meet }) => meet))],
      ['into the journal', shown(brought.map(({ journal }) => journal))],
      ['transaction, days and marks', shown(brought.map(({ transaction }) => transaction))],
      ['answers to a stop', shown(answers)],
    ])
    printTable([
      verdict(
        'transaction / bare bulk put',
        median(brought.map(({ transaction }, round) => transaction / (bare[round] ?? Number.NaN))),
        2,
      ),
      verdict('longest task while bringing, ms', bringing.lasted, 50),
      verdict('slowest answer to a stop, ms', Math.max(...answers), 200),
      verdict('peak of the heap, with the rows, MB', Math.max(...heaps), 150),
    ])
    console.log('\nWhat else is done with them, once, ms')
    printTable(Object.entries(rest).map(([what, took]) => [what, took.toFixed(0)]))
    printTable([verdict('longest task meanwhile, ms', resting.lasted, 50)])
    const took = [bringing, resting].map(task => task.took.toFixed(1))
    console.log(`Of a processor those tasks took at most ${took.join(' and ')} ms.`)
  } finally {
    await bench.close()
    dropFolder(folder)
  }
}
