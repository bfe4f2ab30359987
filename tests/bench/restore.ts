/** How soon 10,000 check-ins that the browser lost stand there again from the second copy, in a History that is opened as ever. */
import type { Row } from '../../lib/core/merge.ts'
import { linesOf } from '../../lib/store/journal.ts'
import { recoveryKey } from '../../lib/store/recoveries.ts'
import { dropFolder } from '../support/process.ts'
import { type Bench, startBench } from './chromium.ts'
import { printTable, shown, verdict } from './figures.ts'
import { checkInsOf, journalOf } from './history.ts'
import { buildPages } from './pages.ts'

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(key: string): Promise<{ readonly [key: string]: unknown }>
      set(items: object): Promise<void>
      remove(keys: string | readonly string[]): Promise<void>
    }
  }
}

const count = 10_000
const rounds = 5

/** In the page: puts the second copy in place of what there is, and loses the database. */
const lose = async (beside: object, recovery: string): Promise<void> => {
  await chrome.storage.local.set(beside)
  await chrome.storage.local.remove(recovery)
  await new Promise<void>((resolve, reject) => {
    const asked = indexedDB.deleteDatabase('thaw')
    asked.onsuccess = () => resolve()
    asked.onerror = () => reject(asked.error)
  })
}

type Restored = {
  /** Milliseconds from the navigation until the first check-in of the list was drawn. */
  readonly took: number
  readonly told: number
  readonly records: number
}

/** In the page: once the list is drawn, how long that took, what the person is told, and what the database holds. */
const restored = async (recovery: string): Promise<Restored> => {
  const took = await new Promise<number>(resolve => {
    const look = () => {
      if (document.querySelector('[data-row*="-7000-8000-"]') === null) requestAnimationFrame(look)
      else resolve(performance.now())
    }
    look()
  })
  const told = (await chrome.storage.local.get(recovery))[recovery] as
    | { readonly restored: number }
    | undefined
  const records = await new Promise<number>((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('checkIns').objectStore('checkIns').count()
      counting.onsuccess = () => resolve(counting.result)
      counting.onerror = () => reject(counting.error)
    }
  })
  return { took, told: told?.restored ?? 0, records }
}

const restoreOnce = async ({ browser, origin }: Bench, beside: object): Promise<Restored> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.bringToFront()
  await page.evaluate(lose, beside, recoveryKey)
  await page.goto(`${origin}options.html#history`)
  const found = await page.evaluate(restored, recoveryKey)
  await page.close()
  return found
}

/** The same records as closed months hold them, and as if all had come in this month, one key for each. */
const copies = (): { readonly [name: string]: object } => {
  const packed = journalOf(count)
  const rows: readonly Row[] = [...checkInsOf(count, count)].flat()
  const marks = Object.entries(packed).filter(([, value]) => !('checkIns' in (value as object)))
  return {
    'of packed months': packed,
    'of single keys': { ...Object.fromEntries(marks), ...linesOf('checkIns', rows) },
  }
}

export const benchRestore = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  const all: (readonly [string, readonly Restored[]])[] = []
  try {
    for (const [name, beside] of Object.entries(copies())) {
      const bench = await startBench(executable, folder, 0)
      const found: Restored[] = []
      try {
        // The first fills caches.
        for (let round = -1; round < rounds; round += 1) {
          const one = await restoreOnce(bench, beside)
          if (round >= 0) found.push(one)
        }
      } finally {
        await bench.close()
      }
      all.push([name, found])
    }
  } finally {
    dropFolder(folder)
  }
  console.log(`\n${count} check-ins restored from the second copy, ${rounds} rounds, median ms (quartiles)`)
  printTable([
    ['second copy', 'from the opening until the list is drawn'],
    ...all.map(([name, found]) => [name, shown(found.map(({ took }) => took))]),
  ])
  printTable([
    ['what', 'value', 'target', ''],
    ...all.flatMap(([name, found]) => [
      verdict(`slowest, ${name}, ms`, Math.max(...found.map(({ took }) => took)), 3_000),
      verdict(`records not there, ${name}`, Math.max(...found.map(({ records }) => count - records)), 0),
      verdict(`records not told, ${name}`, Math.max(...found.map(({ told }) => count - told)), 0),
    ]),
  ])
}
