/** Settings → About, and the list of keys: what they say is so, and the list comes and goes by keyboard. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { browserNames, type Driver } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { eagerSettings, putLocal, text } from '../support/thaw.ts'

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

  // Firefox's protocol puts no script before a page of an extension.
  test.runIf(name === 'chromium')('? is heard from the moment in which there is a page', async () => {
    const view = await driver.open('options.html#about')
    await view.page?.evaluateOnNewDocument(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('h1') === null) return
        watch.disconnect()
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }))
      })
      watch.observe(document, { childList: true, subtree: true })
    })
    await view.page?.reload()
    await view.find('dialog', text('keys_title'))
    await view.close()
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
