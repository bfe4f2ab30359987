/** The check-in opens as a popup, or in one small window. */
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { blankWindow, openCheckIn, openWelcome, openWindow } from '../../lib/platform/windows.ts'
import { type BrowserFakes, completeFakeBrowser } from '../support/fakes.ts'

let fakes: BrowserFakes
beforeEach(() => {
  fakes = completeFakeBrowser()
})

const bare = async () => false

const popups = async () => (await fakeBrowser.windows.getAll()).filter(({ type }) => type === 'popup')

test('opens the popup where the browser lets it', async () => {
  await openCheckIn(bare)
  expect(fakes.popup.opened).toBe(1)
  expect(await popups()).toEqual([])
})

test('opens one small window where the browser refuses, and brings it forward the second time', async () => {
  fakes.popup.refuse = true
  await openCheckIn(bare)
  await openCheckIn(bare)
  await openWindow(bare)
  expect(await popups()).toHaveLength(1)
})

test('opens a new window where the known one was closed', async () => {
  await openWindow(bare)
  const [first] = await popups()
  await fakeBrowser.windows.remove(first?.id ?? 0)
  vi.spyOn(fakeBrowser.windows, 'update').mockRejectedValueOnce(new Error('No window with id: 1.') as never)
  await openWindow(bare)
  const [second] = await popups()
  expect(second?.id).toBeDefined()
  expect(second?.id).not.toBe(first?.id)
})

test('opens a new window where the known one went out of sight, and stands blank', async () => {
  await openWindow(bare)
  const page = { document: { documentElement: { hidden: false } }, location: { replace: vi.fn() } }
  await blankWindow(page as unknown as Window)
  expect(page.document.documentElement.hidden).toBe(true)
  expect(page.location.replace).toHaveBeenCalledExactlyOnceWith('about:blank')
  fakes.popup.refuse = true
  await openCheckIn(bare)
  expect(await popups()).toHaveLength(2)
})

test('opens the small window under its cover where one stands, and where that cannot be read', async () => {
  const create = vi.spyOn(fakeBrowser.windows, 'create')
  fakes.popup.refuse = true
  const covers = [async () => false, async () => true, () => Promise.reject(new Error('refused'))]
  for (const covered of covers) {
    await fakeBrowser.storage.session.clear()
    await openCheckIn(covered)
  }
  expect(create.mock.calls.map(([options]) => options?.url)).toEqual([
    'chrome-extension://test-extension-id/window.html',
    'chrome-extension://test-extension-id/cover.html#window',
    'chrome-extension://test-extension-id/cover.html#window',
  ])
})

test('an address holds the page and nothing else', async () => {
  await openWelcome()
  const urls = (await fakeBrowser.tabs.query({})).map(({ url }) => url)
  expect(urls).toContain('chrome-extension://test-extension-id/welcome.html')
})
