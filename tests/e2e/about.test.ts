/** Settings → About, and the list of keys: what they say is so, and the list comes and goes by keyboard. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { browserNames, type Driver } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { eagerSettings, putLocal, text } from '../support/thaw.ts'

/** The page that opens another one. */
type Opener = { opened: Window & typeof globalThis }

/** In a page: opens another one, and presses ? in the moment in which there is a heading. False where that was over before it was looked. */
const pressAtOnce = (address: string): Promise<boolean> =>
  new Promise(resolve => {
    const opened = open(address) as Window & typeof globalThis
    ;(globalThis as unknown as Opener).opened = opened
    const { port1, port2 } = new MessageChannel()
    const look = () => {
      const { document: page } = opened
      // A new tab is empty at first.
      if (page.URL !== address) {
        port2.postMessage(null)
        return
      }
      const isThere = () => page.querySelector('h1') !== null
      if (isThere()) {
        opened.close()
        resolve(false)
        return
      }
      const watch = new MutationObserver(() => {
        if (!isThere()) return
        watch.disconnect()
        page.body.dispatchEvent(new opened.KeyboardEvent('keydown', { key: '?', bubbles: true }))
        resolve(true)
      })
      watch.observe(page, { childList: true, subtree: true })
    }
    port1.onmessage = look
    look()
  })

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    await putLocal(driver, { settings: eagerSettings })
  })
  afterAll(() => driver.close())

  test('says its version, the keys that the browser gave, and whose work is in it', async () => {
    const view = await driver.open('options.html#about')
    await view.sees(text('about_version', manifest.version))
    for (const key of ['Alt+Shift+F', 'Alt+Shift+Q', 'Alt+Shift+H', 'Alt+Shift+K']) await view.sees(key)
    expect(await findings(view)).toEqual([])
    expect(
      await view.evaluate(() => document.querySelector<HTMLAnchorElement>('[href$=".txt"]')?.pathname),
    ).toBe('/licenses.txt')
    await view.close()
  })

  test('? is heard from the moment in which there is a page', async () => {
    await driver.bare.until(pressAtOnce, `${driver.origin}options.html#about`)
    await driver.bare.until(
      title =>
        (globalThis as unknown as Opener).opened.document
          .querySelector('dialog')
          ?.textContent?.includes(title) === true,
      text('keys_title'),
    )
    await driver.bare.evaluate(() => (globalThis as unknown as Opener).opened.close())
  })

  test('the list of keys opens by ? where nothing is typed, and gives the focus back', async () => {
    const view = await driver.open('options.html#words')
    await view.type('searchbox', text('own_find'), '?')
    expect(await view.has('dialog', text('keys_title'))).toBe(false)
    await view.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus())
    await view.press('?')
    await view.find('dialog', text('keys_title'))
    await view.sees('Alt+Shift+F')
    expect(await view.evaluate(() => document.activeElement?.textContent)).toBe(text('close'))
    expect(await findings(view)).toEqual([])
    await view.press('?', 'Escape')
    await view.until(() => document.querySelector('dialog') === null)
    expect(await view.evaluate(() => document.activeElement?.closest('nav') !== null)).toBe(true)
    await view.close()
  })
})
