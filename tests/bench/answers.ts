/** How soon an answer leads on and is acknowledged with ten years of history behind it, and how many keys and clicks a check-in takes. */
import type { Page } from 'puppeteer-core'
import { goAllWays } from '../support/actions.ts'
import { launch } from '../support/launch.ts'
import { dropFolder } from '../support/process.ts'
import { type Bench, startBench } from './chromium.ts'
import { median, printTable, shown, verdict } from './figures.ts'
import { buildPages } from './pages.ts'

const opens = 40
const large = 100_000

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: {
    readonly local: {
      get(keys: readonly string[]): Promise<object>
      set(items: object): Promise<void>
      remove(key: string): Promise<void>
    }
  }
}

/** Milliseconds after the key was struck, and after Thaw was told of it. */
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
    addEventListener('keydown', press, { capture: true, once: true })
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
  await page.evaluate(async () => {
    for (let rest = 0; rest < 3; rest += 1) await new Promise(resolve => requestIdleCallback(resolve))
  })
  return page
}

const answerOnce = async (bench: Bench): Promise<Seen> => {
  const page = await openPopup(bench)
  await page.evaluate(watch)
  const seen = page.evaluate(() => (globalThis as unknown as { readonly seen: Promise<Seen> }).seen)
  await page.keyboard.press('7')
  const found = await seen
  await page.close()
  return found
}

/** Milliseconds. */
type Floor = {
  readonly put: number
  readonly set: number
  /** What an answer cannot do without, in order: its turn, what stands already, then both writes at once. */
  readonly needed: number
}

/**
 * The floor: one strict `put`, and one `storage.local.set`, each alone, in a page without Thaw's code; and there too the least
 * that keeping an answer asks of the browser where several pages write and either copy may have been lost.
 */
const writeOnce = async ({ browser, origin }: Bench): Promise<Floor> => {
  const page = await browser.newPage()
  await page.goto(`${origin}floor.html`)
  await page.bringToFront()
  const found = await page.evaluate(async () => {
    const value = { id: crypto.randomUUID(), felt: 7, at: performance.now(), note: '', words: [] }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bench', 1)
      request.onupgradeneeded = () => {
        for (const name of ['rows', 'days', 'meta']) request.result.createObjectStore(name, { keyPath: 'id' })
      }
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const putFrom = performance.now()
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' })
      transaction.objectStore('rows').put(value)
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const put = performance.now() - putFrom
    const setFrom = performance.now()
    await chrome.storage.local.set({ bench: value })
    const set = performance.now() - setFrom
    const neededFrom = performance.now()
    const names = ['rows', 'days', 'meta']
    const transaction = database.transaction(names, 'readwrite', { durability: 'strict' })
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const read = (name: string, id: string) =>
      new Promise<unknown>((resolve, reject) => {
        const request = transaction.objectStore(name).get(id)
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const turn = new Promise<() => void>((resolve, reject) => {
      const held = () => new Promise<void>(release => resolve(release))
      navigator.locks.request('bench', { ifAvailable: true }, held).catch(reject)
    })
    let isMine = false
    const asked = Promise.all([turn, chrome.storage.local.get(['canary', 'lock'])]).then(() => {
      isMine = true
    })
    await Promise.all(names.map(name => read(name, value.id)))
    while (!isMine) await read('meta', 'meta')
    for (const name of names) transaction.objectStore(name).put({ ...value, id: crypto.randomUUID() })
    transaction.commit()
    await Promise.all([asked, ended, chrome.storage.local.set({ bench: value, canary: { sequence: 1 } })])
    const needed = performance.now() - neededFrom
    ;(await turn)()
    database.close()
    return { put, set, needed }
  })
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

export const benchAnswers = async (executable: string): Promise<void> => {
  const folder = await buildPages()
  let bench: Bench | null = null
  try {
    bench = await startBench(executable, folder, large)
    await answerOnce(bench)
    await writeOnce(bench)
    const answers: Seen[] = []
    const floors: Floor[] = []
    for (let round = 0; round < opens; round += 1) {
      answers.push(await answerOnce(bench))
      floors.push(await writeOnce(bench))
    }
    const painted = answers.map(answer => answer.painted)
    const said = answers.map(answer => answer.said)
    const kept = answers.map(answer => answer.kept)
    const put = floors.map(floor => floor.put)
    const set = floors.map(floor => floor.set)
    console.log(`\nThe first answer, ${large} check-ins: ${opens} opens, median ms (quartiles)`)
    printTable([
      ['from the key to', 'ms'],
      ['the next question painted', shown(painted)],
      ['the same, 95th percentile', percentile(painted, 0.95).toFixed(1)],
      ['"Saved" drawn', shown(said)],
      ['the answer acknowledged, from the press that Thaw was told of', shown(kept)],
      ['a bare strict put', shown(put)],
      ['a bare storage.local.set', shown(set)],
      [
        'the least that keeping an answer asks for, in a bare page',
        shown(floors.map(({ needed }) => needed)),
      ],
    ])
    printTable([
      ['what', 'value', 'target', ''],
      verdict('next question painted, 95th percentile, ms', percentile(painted, 0.95), 50),
      verdict('acknowledged / (put + set), medians', median(kept) / (median(put) + median(set)), 1.5),
    ])
    const least = median(floors.map(({ needed }) => needed))
    console.log(`of that, asked for in any case: ${(least / (median(put) + median(set))).toFixed(2)}`)
  } finally {
    await bench?.close()
    dropFolder(folder)
  }
  await countActions()
}
