/**
 * The first question stands in the popup's HTML: as it is drawn later, and already listening.
 * In Chromium alone: Firefox's protocol can neither switch scripts off nor run one before the page's own; the HTML is the same.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Driver, View } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, finish, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Every element with what a person could tell it by, without its texts, which the language brings. */
const outline = (): readonly string[] =>
  [...document.body.querySelectorAll('*')]
    .filter(element => element.tagName !== 'SCRIPT')
    .map(element => {
      const attributes = [...element.attributes]
        .filter(({ name }) => !['aria-label', 'title', 'data-message', 'data-title'].includes(name))
        .map(({ name, value }) => `${name}=${value}`)
        .sort()
      return [element.parentElement?.tagName, element.tagName, ...attributes].join(' ')
    })

/** A page in which `press` happens as soon as the first question listens; answers whether the rest stood by then. */
const pressEarly = async (driver: Driver, press: () => void): Promise<{ view: View; ready: boolean }> => {
  const view = await driver.open('icon/16.png')
  const page = view.page
  if (!page) throw new Error('There is no page to prepare')
  await page.evaluateOnNewDocument(`
    const mark = performance.mark.bind(performance)
    performance.mark = name => {
      if (name === 'answerable') {
        globalThis.wasReady = performance.getEntriesByName('ready').length > 0
        ;(${press})()
      }
      return mark(name)
    }`)
  await page.goto(`${driver.origin}popup.html`)
  const ready = await view.evaluate(() => Reflect.get(globalThis, 'wasReady') as boolean)
  return { view, ready }
}

const feltOf = (driver: Driver, felt: number) =>
  waitFor(`a check-in of ${felt}`, async () => {
    const rows = await rowsOf(driver, 'checkIns')
    return rows.some(row => row.felt === felt) && rows
  })

describe('chromium', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch('chromium')
  })
  afterAll(() => driver.close())

  test('the check-in draws what stands in the HTML', async () => {
    const view = await driver.open('popup.html')
    await view.until(() => performance.getEntriesByName('ready').length > 0)
    const drawn = await view.evaluate(outline)
    const page = await view.page?.browser().newPage()
    await page?.setJavaScriptEnabled(false)
    await page?.goto(`${driver.origin}popup.html`)
    expect(await page?.evaluate(outline)).toEqual(drawn)
    await page?.close()
    // The styles of what comes later move nothing of it.
    await view.until(() => performance.getEntriesByName('prepared').length > 0)
    await view.page?.setViewport({ width: 380, height: 560 })
    expect(await view.evaluate(() => innerWidth - document.body.offsetWidth)).toBe(0)
    await view.close()
  })

  test('a key and a click before the rest is there are answers', async () => {
    const key = await pressEarly(driver, () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '7', code: 'Digit7', bubbles: true }))
    })
    expect(key.ready).toBe(false)
    await key.view.sees(text('words_question'))
    await feltOf(driver, 7)
    await finish(driver, key.view)

    const click = await pressEarly(driver, () => {
      document.querySelectorAll<HTMLElement>('fieldset button')[9]?.click()
    })
    expect(click.ready).toBe(false)
    await click.view.sees(text('words_question'))
    await feltOf(driver, 9)
    await finish(driver, click.view)
  })

  test('an early press meant the first question, and answers no other', async () => {
    const first = await driver.open('popup.html')
    await answerFelt(first, 2)
    await first.sees(text('far_question'))
    await first.close()
    const { view, ready } = await pressEarly(driver, () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', code: 'Digit3', bubbles: true }))
    })
    expect(ready).toBe(false)
    await view.until(() => performance.getEntriesByName('ready').length > 0)
    await view.sees(text('far_question'))
    const rows = await rowsOf(driver, 'checkIns')
    expect(rows.at(-1)).toMatchObject({ felt: 2, far: null })
    await view.close()
  })
})
