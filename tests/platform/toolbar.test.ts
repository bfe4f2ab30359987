/** What the toolbar button opens and is called, its menu, and its keys. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { onCommand } from '../../lib/platform/commands.ts'
import { readFrom } from '../../lib/platform/i18n.ts'
import { drawMenu, onMenu } from '../../lib/platform/menu.ts'
import { setCover, setQuietTitle } from '../../lib/platform/toolbar.ts'
import { completeFakeBrowser, memorySlot } from '../support/fakes.ts'
import { prefer } from '../support/speak.ts'

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
    prefer()
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

describe('the menu', () => {
  const menu: { id: string; title: string; contexts: string[] }[] = []
  const listeners: ((pressed: { menuItemId: string }) => void)[] = []
  const names = { locale: 'en' }
  beforeEach(() => {
    completeFakeBrowser()
    menu.length = 0
    listeners.length = 0
    names.locale = 'en'
    readFrom(null)
    Object.assign(fakeBrowser.i18n, {
      getMessage: (key: string) => (key === 'locale' ? names.locale : `${key} ${names.locale}`),
    })
    Object.assign(fakeBrowser, {
      contextMenus: {
        onClicked: { addListener: (listener: never) => void listeners.push(listener) },
        removeAll: async () => void menu.splice(0),
        create: (item: (typeof menu)[number]) => void menu.push(item),
      },
    })
  })
  const titles = () => menu.map(({ title }) => title)

  test('is drawn once, and anew in another language', async () => {
    const drawn = memorySlot<string>()
    await drawMenu(drawn, true)
    expect(titles()).toEqual(['command_check_in en', 'command_away en', 'place_history en', 'menu_send en'])
    expect(menu.flatMap(({ contexts }) => contexts)).toEqual(['action', 'action', 'action', 'action'])
    menu.length = 0
    await drawMenu(drawn, true)
    expect(menu).toEqual([])
    names.locale = 'de'
    readFrom(null)
    await drawMenu(drawn, true)
    expect(titles()[0]).toBe('command_check_in de')
    await drawn.write(null)
    await drawMenu(drawn, true)
    expect(menu).toHaveLength(4)
  })

  test('has no line that would do nothing while no reminders come, and is drawn anew when that changes', async () => {
    const drawn = memorySlot<string>()
    await drawMenu(drawn, false)
    expect(menu.map(({ id }) => id)).toEqual(['check-in', 'history'])
    await drawMenu(drawn, true)
    expect(menu.map(({ id }) => id)).toEqual(['check-in', 'away', 'history', 'send'])
    await drawMenu(drawn, false)
    expect(menu.map(({ id }) => id)).toEqual(['check-in', 'history'])
  })

  test('each of its lines leads to its own', async () => {
    const heard: string[] = []
    onMenu({
      checkIn: () => heard.push('check in'),
      away: () => heard.push('away'),
      history: () => heard.push('history'),
      send: () => heard.push('send'),
    })
    await drawMenu(memorySlot<string>(), true)
    for (const { id } of [...menu, { id: 'other' }]) listeners[0]?.({ menuItemId: id })
    expect(heard).toEqual(['check in', 'away', 'history', 'send'])
  })
})
