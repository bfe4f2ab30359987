/** The check-in opens as a popup, or in one small window. */
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openCheckIn, openWelcome, openWindow } from '../../lib/platform/windows.ts'
import { type BrowserFakes, completeFakeBrowser } from '../support/fakes.ts'

let fakes: BrowserFakes
beforeEach(() => {
  fakes = completeFakeBrowser()
})

const popups = async () => (await fakeBrowser.windows.getAll()).filter(({ type }) => type === 'popup')

test('opens the popup where the browser lets it', async () => {
  await openCheckIn()
  expect(fakes.popup.opened).toBe(1)
  expect(await popups()).toEqual([])
})

test('opens one small window where the browser refuses, and brings it forward the second time', async () => {
  fakes.popup.refuse = true
  await openCheckIn()
  await openCheckIn()
  await openWindow()
  expect(await popups()).toHaveLength(1)
})

test('opens a new window where the known one was closed', async () => {
  await openWindow()
  const [first] = await popups()
  await fakeBrowser.windows.remove(first?.id ?? 0)
  vi.spyOn(fakeBrowser.windows, 'update').mockRejectedValueOnce(new Error('No window with id: 1.') as never)
  await openWindow()
  const [second] = await popups()
  expect(second?.id).toBeDefined()
  expect(second?.id).not.toBe(first?.id)
})

test('an address holds the page and nothing else', async () => {
  await openWelcome()
  const urls = (await fakeBrowser.tabs.query({})).map(({ url }) => url)
  expect(urls).toContain('chrome-extension://test-extension-id/welcome.html')
})
