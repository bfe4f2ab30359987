/** A backup of 100,000 check-ins brought in by the page as a person does it. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { dropFolder, freshFolder } from '../support/process.ts'
import { text } from '../support/thaw.ts'
import { type Bench, startBench } from './chromium.ts'
import { printTable, shown, verdict } from './figures.ts'
import { heapWhile } from './heap.ts'
import { checkInsOf } from './history.ts'
import { buildPages } from './pages.ts'
import { longestTasks } from './trace.ts'

const size = 100_000
const turns = 2
const fileName = 'backup.json'
const stops = [0.2, 0.7] as const

const writeFile = (path: string): void => {
  const rows = [...checkInsOf(size, size)].flat().map(row => JSON.stringify(row))
  const settings = JSON.stringify(null)
  writeFileSync(
    path,
    `{"format":"thaw","version":1,"exportedAt":0,"records":{\n"checkIns":[\n${rows.join(',\n')}\n]\n},\n"settings":${settings}}\n`,
  )
}

const openData = async ({ browser, origin }: Bench): Promise<Page> => {
  const page = await browser.newPage()
  await page.goto(`${origin}options.html#data`)
  await page.bringToFront()
  await page.waitForSelector('input[type=file]')
  return page
}

/** In the page: whether this is said anywhere, read without a layout. */
const says = (said: string): boolean => document.body.textContent?.includes(said) ?? false

const untilSaid = async (page: Page, said: string): Promise<void> => {
  await page.waitForFunction(says, { polling: 50, timeout: 120_000 }, said)
}

const press = (page: Page, called: string): Promise<void> =>
  page.evaluate(name => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)
    if (button === undefined) throw new Error(`There is no button ${name}`)
    button.click()
  }, called)

const give = async (page: Page, path: string): Promise<void> => {
  const input = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
}

const found = text('import_found_title', fileName)

/** From the choice of the file until what it holds stands there. */
const read = async (page: Page, path: string): Promise<void> => {
  await give(page, path)
  await untilSaid(page, found)
}

const bring = async (page: Page): Promise<void> => {
  await press(page, text('import_bring'))
  await untilSaid(page, text('import_done_title'))
}

const takeBack = async (page: Page): Promise<void> => {
  await press(page, text('import_take_back'))
  await untilSaid(page, text('import_taken_back'))
}

const timed = async (work: () => Promise<void>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/**
 * In the page: presses Stop once the work called so stands at a share, and gives the milliseconds until it is said that it has stopped;
 * null where it had come to its end before anybody could.
 */
const stopAt = (work: string, share: number, stop: string, stopped: string): Promise<number | null> =>
  new Promise(resolve => {
    let from: number | null = null
    let begun = false
    const look = () => {
      const bar = document.querySelector('progress')
      const isRunning = bar?.parentElement?.textContent?.includes(work) === true
      begun ||= isRunning
      if (begun && !isRunning && from === null) {
        watching.disconnect()
        resolve(null)
      } else if (from !== null) {
        if (bar !== null || !document.body.textContent?.includes(stopped)) return
        watching.disconnect()
        resolve(performance.now() - from)
      } else if (bar && isRunning && bar.value / bar.max >= share) {
        from = Number.POSITIVE_INFINITY
        // Whoever presses does so in a task of their own.
        setTimeout(() => {
          const button = [...document.querySelectorAll('button')].find(
            ({ textContent }) => textContent === stop,
          )
          if (button === undefined) {
            watching.disconnect()
            return resolve(null)
          }
          from = performance.now()
          button.click()
        })
      }
    }
    const watching = new MutationObserver(look)
    watching.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })

/** `ended` makes the page ready again where the work came to its end before it could be stopped. */
const stopWhile = async (
  page: Page,
  work: string,
  begin: () => Promise<void>,
  ended: () => Promise<void>,
): Promise<number[]> => {
  const answers: number[] = []
  for (const share of stops) {
    const answer = page.evaluate(stopAt, work, share, text('import_stop'), text('import_stopped'))
    answer.catch(() => {})
    await begin()
    const took = await answer
    if (took !== null) answers.push(took)
    else await ended()
  }
  return answers
}

const benchPage = async (bench: Bench, path: string): Promise<void> => {
  const times: { readonly read: number; readonly bring: number }[] = []
  for (let turn = 0; turn <= turns; turn += 1) {
    const page = await openData(bench)
    const one = { read: await timed(() => read(page, path)), bring: await timed(() => bring(page)) }
    await takeBack(page)
    await page.close()
    // What a loaded machine takes can be seen as it goes.
    console.log(`read in ${one.read.toFixed(0)}, brought in ${one.bring.toFixed(0)} ms`)
    // The first fills caches.
    if (turn > 0) times.push(one)
  }
  const page = await openData(bench)
  const whole = () => untilSaid(page, found)
  const stopped = {
    reading: await stopWhile(page, text('import_reading', fileName), () => give(page, path), whole),
    comparing: await stopWhile(page, text('import_comparing'), () => give(page, path), whole),
    writing: [] as readonly number[],
  }
  await read(page, path)
  stopped.writing = await stopWhile(
    page,
    text('import_writing'),
    () => press(page, text('import_bring')),
    async () => {
      await untilSaid(page, text('import_done_title'))
      await takeBack(page)
      await read(page, path)
    },
  )
  await page.close()
  console.log('Stop was pressed at every step.')

  const traced = await openData(bench)
  const reading = await longestTasks(traced, () => read(traced, path))
  const bringing = await longestTasks(traced, () => bring(traced))
  const takingBack = await longestTasks(traced, () => takeBack(traced))
  await traced.close()
  console.log('Traced.')
  const heaped = await openData(bench)
  const heap = await heapWhile(heaped, async () => {
    await read(heaped, path)
    await bring(heaped)
  })
  const heapBack = await heapWhile(heaped, () => takeBack(heaped))
  await heaped.close()

  console.log(`\nA backup of ${size} check-ins comes in by the page: ${turns} turns, median ms (quartiles)`)
  printTable([
    ['what', 'ms'],
    ['from the file until what it holds is shown', shown(times.map(one => one.read))],
    ['from the press until all of it is in', shown(times.map(one => one.bring))],
  ])
  printTable([
    ['what', 'value', 'target', ''],
    verdict('longest task while reading and comparing, ms', reading.lasted, 50),
    verdict('longest task while bringing in, ms', bringing.lasted, 50),
    verdict('longest task while taking it back, ms', takingBack.lasted, 50),
    verdict('most heap while reading and bringing in, MB', heap, 150),
    verdict('most heap while taking it back, MB', heapBack, 150),
    verdict('from Stop until reading has stopped, ms', Math.max(...stopped.reading), 200),
    verdict('from Stop until comparing has stopped, ms', Math.max(...stopped.comparing), 200),
    verdict('from Stop until bringing in has stopped, ms', Math.max(...stopped.writing), 200),
  ])
  const took = [reading, bringing, takingBack].map(task => task.took.toFixed(1))
  console.log(`Of a processor those tasks took at most ${took.join(', ')} ms.`)
}

export const benchImport = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  const files = freshFolder('import')
  const path = join(files, fileName)
  writeFile(path)
  const bench = await startBench(executable, folder, 0)
  try {
    await benchPage(bench, path)
  } finally {
    await bench.close()
    dropFolder(folder)
    dropFolder(files)
  }
}
