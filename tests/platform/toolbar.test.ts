/** What the toolbar button opens and is called, its keys, and what pages remember of the cover. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { onCommand } from '../../lib/platform/commands.ts'
import { coverFirst, rememberCover, uncover } from '../../lib/platform/cover.ts'
import { setCover, setQuietTitle } from '../../lib/platform/toolbar.ts'
import { completeFakeBrowser } from '../support/fakes.ts'

const now = Temporal.ZonedDateTime.from('2027-05-04T12:00[Europe/Berlin]')

describe('the button', () => {
  const action = { popup: 'chrome-extension://test-extension-id/popup.html', title: 'Thaw' }
  const setPopup = vi.fn(async ({ popup }: { popup: string }) => {
    action.popup = `chrome-extension://test-extension-id${popup}`
  })
  const setTitle = vi.fn(async ({ title }: { title: string }) => {
    action.title = title
  })
  beforeEach(() => {
    completeFakeBrowser()
    Object.assign(fakeBrowser.action, {
      getPopup: async () => action.popup,
      getTitle: async () => action.title,
      setPopup,
      setTitle,
    })
    Object.assign(fakeBrowser.i18n, {
      getMessage: (key: string, [when]: string[] = []) => (key === 'locale' ? 'en-GB' : `${key} ${when}`),
    })
    action.popup = 'chrome-extension://test-extension-id/popup.html'
    action.title = 'Thaw'
    vi.clearAllMocks()
  })

  test('opens the cover or the check-in, and is written when that changes alone', async () => {
    for (const on of [false, true, true, false]) await setCover(on)
    expect(setPopup.mock.calls).toEqual([[{ popup: '/cover.html' }], [{ popup: '/popup.html' }]])
  })

  test('says the time of this day, the day of a later one, and otherwise the name', async () => {
    const at = (time: string) => now.withPlainTime(time).epochMilliseconds
    await setQuietTitle(at('15:04'), now)
    expect(action.title).toBe('toolbar_quiet 15:04')
    await setQuietTitle(at('15:04'), now)
    expect(setTitle).toHaveBeenCalledOnce()
    await setQuietTitle(now.add({ days: 1 }).startOfDay().epochMilliseconds, now)
    expect(action.title).toBe('toolbar_quiet Wednesday 5 May')
    await setQuietTitle(null, now)
    expect(action.title).toBe('Thaw')
  })
})

test('each command leads to its own', () => {
  const listeners: ((command: string) => void)[] = []
  Object.assign(fakeBrowser, {
    commands: { onCommand: { addListener: (listener: never) => void listeners.push(listener) } },
  })
  const heard: string[] = []
  onCommand({
    snooze: () => heard.push('snooze'),
    away: () => heard.push('away'),
    lock: () => heard.push('lock'),
  })
  for (const command of ['snooze', 'away', 'lock', '_execute_action', 'other']) listeners[0]?.(command)
  expect(heard).toEqual(['snooze', 'away', 'lock'])
})

describe('what pages remember of the cover', () => {
  const kept = new Map<string, string>()
  const place = { hash: '', pathname: '/popup.html', replace: vi.fn<(to: string) => void>() }
  const replaceState = vi.fn()
  const root = { hidden: false }
  beforeEach(() => {
    kept.clear()
    vi.clearAllMocks()
    place.hash = ''
    root.hidden = false
    vi.stubGlobal('location', place)
    vi.stubGlobal('history', { replaceState })
    vi.stubGlobal('document', { documentElement: root })
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
    return () => vi.unstubAllGlobals()
  })

  test('the first question goes to its cover while one is remembered', () => {
    expect(coverFirst('/cover.html')).toBe(false)
    expect(root.hidden).toBe(false)
    rememberCover(true)
    expect(coverFirst('/cover.html')).toBe(true)
    expect(root.hidden).toBe(true)
    expect(place.replace).toHaveBeenCalledExactlyOnceWith('/cover.html')
    rememberCover(false)
    expect(coverFirst('/cover.html')).toBe(false)
  })

  test('what was opened stays open, and stands covered again when it is loaded again', () => {
    rememberCover(true)
    uncover('/popup.html')
    expect(place.replace).toHaveBeenCalledExactlyOnceWith('/popup.html#open')
    place.hash = '#open'
    expect(coverFirst('/cover.html')).toBe(false)
    expect(replaceState).toHaveBeenCalledWith(null, '', '/popup.html')
  })

  test('without such a storage, as in a worker, nothing breaks and nothing is covered', () => {
    vi.stubGlobal('localStorage', undefined)
    rememberCover(true)
    expect(coverFirst('/cover.html')).toBe(false)
  })
})
