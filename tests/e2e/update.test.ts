/** An update begins by itself, and never in the middle of a check-in or of what is typed into a form. No protocol brings a real one, so the browser's event is sent by hand. */
import type { WebWorker } from 'puppeteer-core'
import { expect, test } from 'vitest'
import type { Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, checkInsOnceThereAre, finish, localOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

type Api = {
  /** Every event of Chromium has it. */
  readonly runtime: { readonly onUpdateAvailable: { dispatch(details: object): void } }
  readonly storage: { readonly session: { get(key: string): Promise<{ [key: string]: unknown }> } }
}
declare const chrome: Api

const workerOf = async (driver: Driver): Promise<WebWorker> => {
  const target = await driver.bare.page
    ?.browser()
    .waitForTarget(one => one.type() === 'service_worker' && one.url().startsWith(driver.origin))
  const worker = await target?.worker()
  if (!worker) throw new Error('There is no worker')
  return worker
}

/** The worker that it is sent to may be gone before it can answer. */
const bringUpdate = async (driver: Driver): Promise<WebWorker> => {
  const worker = await workerOf(driver)
  await worker
    .evaluate(() => chrome.runtime.onUpdateAvailable.dispatch({ version: '9.9.9' }))
    .catch(() => undefined)
  return worker
}

/** A reload ends every page of the extension. */
const reloaded = (driver: Driver): Promise<unknown> =>
  waitFor('the end of the pages', () => driver.bare.page?.isClosed() === true)

test('begins at once where nothing is under way', async () => {
  const driver = await launch('chromium')
  await driver.open('options.html')
  await bringUpdate(driver)
  await reloaded(driver)
  await driver.close()
})

test('waits for the end of a check-in, of which nothing is lost', async () => {
  const driver = await launch('chromium')
  const popup = await driver.open('popup.html')
  await answerFelt(popup, 7)
  await popup.sees(text('words_question'))
  const worker = await bringUpdate(driver)
  await driver.bare.until(
    async () => (await chrome.storage.session.get('update-waits'))['update-waits'] === true,
  )
  // The next start of the background finds it still under way. A worker that was spoken to does not stop by itself.
  await worker.close()
  await driver.open('options.html#nudges')
  await waitFor('the background', driver.workerRuns)
  expect(driver.bare.page?.isClosed()).toBe(false)
  await finish(driver, popup)
  await popup.close()

  const kept = await checkInsOnceThereAre(driver, 1)
  expect(kept[0]?.felt).toBe(7)
  await driver.stopWorker()
  await driver.open('options.html#nudges').catch(() => undefined)
  await reloaded(driver)
  await driver.close()
})

test('waits for somebody who types into a form, whose text outlives the browser', async () => {
  const driver = await launch('chromium')
  const page = await driver.open('options.html#history')
  await page.toFront()
  await page.click('button', text('past_add'))
  await page.type('textbox', text('note_label'), 'a grey heron')
  const worker = await bringUpdate(driver)
  await driver.bare.until(
    async () => (await chrome.storage.session.get('update-waits'))['update-waits'] === true,
  )
  expect(driver.bare.page?.isClosed()).toBe(false)
  await page.close()

  // Nothing of it is to be seen after the reload: Chromium does not start an extension again that was loaded by hand.
  expect(JSON.stringify((await localOf(driver))['past'])).toContain('a grey heron')
  await worker.close()
  await driver.open('options.html#nudges').catch(() => undefined)
  await reloaded(driver)
  await driver.close()
})
