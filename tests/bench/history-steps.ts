/** What a person does in History, with the time that each step takes. */
import type { Page } from 'puppeteer-core'
import { text } from '../support/thaw.ts'
import type { Bench } from './chromium.ts'
import { rest } from './floors.ts'
import { type LongestTasks, longestTasks } from './trace.ts'

/** What a page of the extension has, for the functions that run there. */
declare const chrome: {
  readonly storage: { readonly local: { set(items: object): Promise<void> } }
}

/** When the last press or letter came, and when the last change lay in both places. */
type Watched = { pressed: number; done: number; pending: number }

/** In the page, before its code: notes presses, and when transactions and `storage.local.set` are done. */
const watchKeeping = () => {
  const watched: Watched = { pressed: 0, done: 0, pending: 0 }
  Object.assign(globalThis, { watched })
  for (const name of ['pointerdown', 'keydown', 'input', 'click'])
    addEventListener(
      name,
      () => {
        watched.pressed = performance.now()
      },
      { capture: true },
    )
  const begin = () => {
    watched.pending += 1
  }
  const end = () => {
    watched.pending -= 1
    watched.done = performance.now()
  }
  const open = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...given) {
    const transaction = open.apply(this, given)
    if (transaction.mode === 'readwrite') {
      begin()
      transaction.addEventListener('complete', end)
      transaction.addEventListener('abort', end)
    }
    return transaction
  }
  const { local } = chrome.storage
  const set = local.set.bind(local)
  local.set = async items => {
    begin()
    await set(items)
    end()
  }
}

/** In the page: true once something was kept after the last press and nothing is on its way. */
const isKept = (): boolean => {
  const { watched } = globalThis as unknown as { readonly watched: Watched }
  return watched.pending === 0 && watched.done > watched.pressed
}

/** Milliseconds from the press until it lies in both places, and until the page says so. */
export type Acknowledged = { readonly kept: number; readonly said: number }

/** In the page: begins to look; `said` resolves with when a status said `words`, and the row `gone` stood there no longer. */
const watchSaying = (words: string, gone: string | null): void => {
  const isSaid = () =>
    [...document.querySelectorAll('[role=status]')].some(status => status.textContent?.includes(words)) &&
    (gone === null || document.querySelector(`[data-row="${gone}"]`) === null)
  const said = new Promise<number>(resolve => {
    const seen = new MutationObserver(() => {
      if (!isSaid()) return
      seen.disconnect()
      resolve(performance.now())
    })
    seen.observe(document, { childList: true, subtree: true, characterData: true })
  })
  Object.assign(globalThis, { said })
}

const acknowledged = async (page: Page): Promise<Acknowledged> => {
  await page.waitForFunction(isKept, { polling: 'raf' })
  return page.evaluate(async () => {
    const { watched, said } = globalThis as unknown as {
      readonly watched: Watched
      readonly said: Promise<number>
    }
    return { kept: watched.done - watched.pressed, said: (await said) - watched.pressed }
  })
}

const marked = (page: Page, name: string): Promise<number> =>
  page
    .waitForFunction(mark => performance.getEntriesByName(mark)[0]?.startTime, { polling: 'raf' }, name)
    .then(found => found.jsonValue() as Promise<number>)

const pressedAt = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { readonly watched: Watched }).watched.pressed)

export const openHistoryPage = async ({ browser, origin }: Bench): Promise<Page> => {
  const page = await browser.newPage()
  await page.setViewport({ width: 1_000, height: 800 })
  await page.bringToFront()
  await page.evaluateOnNewDocument(watchKeeping)
  await page.goto(`${origin}options.html#history`)
  await marked(page, 'heat-map')
  await page.waitForSelector('[data-buttons]')
  return page
}

/** Presses by a script and not by a pointer: nothing has to be scrolled to before. */
const press = async (page: Page, selector: string): Promise<void> => {
  const found = await page.waitForSelector(selector)
  await found?.evaluate(element => (element as HTMLElement).click())
}

/**
 * A string and no literal: puppeteer's types would take the selector apart, for minutes. Not by role and name: a page that was
 * asked for those keeps its accessibility tree from then on, as beside a screen reader, which takes up to 15 ms of a frame.
 */
const button = (name: string): string =>
  `::-p-xpath(//button[@aria-label="${name}" or normalize-space()="${name}"])`

const forget = (page: Page, ...names: readonly string[]): Promise<void> =>
  page.evaluate(marks => {
    for (const mark of marks) performance.clearMarks(mark)
  }, names)

/** Milliseconds from each press until the year before stands in the heat map. */
export const goYearsBack = async (page: Page): Promise<readonly number[]> => {
  const took: number[] = []
  for (let year = 0; year < 8; year += 1) {
    await forget(page, 'heat-map')
    await press(page, button(text('heat_earlier_spoken')))
    const mark = await marked(page, 'heat-map')
    took.push(mark - (await pressedAt(page)))
  }
  return took
}

/** The longest tasks, in milliseconds, while the list is scrolled on so many times to its end. */
export const scrollOn = (page: Page, turns: number): Promise<LongestTasks> =>
  longestTasks(page, async () => {
    for (let turn = 0; turn < turns; turn += 1) {
      const before = await page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight)
        return document.querySelectorAll('[data-buttons]').length
      })
      await page.waitForFunction(
        rows => document.querySelectorAll('[data-buttons]').length > rows,
        { polling: 'raf' },
        before,
      )
    }
  })

export type Search = {
  readonly first: number
  readonly complete: number
  readonly longest: LongestTasks
}

/** Types a text that one in five notes holds, as fast as keys come, waits for all that is found, and takes the text out again. */
export const searchOnce = async (page: Page): Promise<Search> => {
  const field = await page.waitForSelector('input[type=search]')
  await page.evaluate(() => scrollTo(0, 0))
  await field?.focus()
  await forget(page, 'search-first', 'search-complete')
  const before = await page.evaluate(() => document.querySelectorAll('[data-buttons]').length)
  let from = 0
  let first = 0
  let complete = 0
  const longest = await longestTasks(page, async () => {
    await page.keyboard.type('lin')
    await forget(page, 'search-first', 'search-complete')
    await page.keyboard.press('e')
    first = await marked(page, 'search-first')
    complete = await marked(page, 'search-complete')
    from = await pressedAt(page)
    for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Backspace')
    // The whole list stands there again, as far as it was read.
    await page.waitForFunction(
      count => document.querySelectorAll('[data-buttons]').length >= count,
      { polling: 'raf' },
      before,
    )
  })
  return { first: first - from, complete: complete - from, longest }
}

/** Answers felt anew in the newest check-in. */
export const changeOnce = async (page: Page, turn: number): Promise<Acknowledged> => {
  await press(page, `[data-buttons] ::-p-text(${text('edit')})`)
  const placeOf = (felt: number): string => button(text('felt_spoken', felt))
  const place = await page.waitForSelector(placeOf(1 + (turn % 4)))
  const isAnswer = await place?.evaluate(element => element.getAttribute('aria-pressed') === 'true')
  await rest(page)
  await page.evaluate(watchSaying, text('saved_spoken'), null)
  // What stands there already is not kept once more.
  await press(page, placeOf(isAnswer ? 6 : 1 + (turn % 4)))
  const took = await acknowledged(page)
  await press(page, button(text('done')))
  return took
}

/** Deletes the newest check-in. */
export const deleteOnce = async (page: Page): Promise<Acknowledged> => {
  const newest = await page.evaluate(
    () => document.querySelector('[data-buttons]')?.closest('[data-row]')?.getAttribute('data-row') ?? '',
  )
  await rest(page)
  await page.evaluate(watchSaying, text('deleted'), newest)
  await press(page, `[data-buttons] ::-p-text(${text('delete')})`)
  const took = await acknowledged(page)
  await page.waitForSelector(button(text('undo')))
  return took
}

export type Drawing = { readonly opened: number; readonly whole: number }

/** Unfolds felt over time, which begins with the whole of it, and comes back to the whole from a part. */
export const drawTenYears = async (page: Page): Promise<Drawing> => {
  await forget(page, 'felt-drawn', 'felt-asked')
  await press(page, button(text('over_title')))
  const opened = (await marked(page, 'felt-drawn')) - (await marked(page, 'felt-asked'))
  await press(page, button(text('over_closer')))
  await forget(page, 'felt-drawn')
  await press(page, button(text('over_whole')))
  const whole = (await marked(page, 'felt-drawn')) - (await pressedAt(page))
  return { opened, whole }
}
