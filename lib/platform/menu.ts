/** The menu of the toolbar button, which the browser opens on a right click or the menu key. */
import { browser } from 'wxt/browser'
import type { Slot } from '../app/ports.ts'
import { locale, t } from './i18n.ts'

type Heard = {
  readonly checkIn: () => void
  readonly away: () => void
  readonly history: () => void
  readonly send: () => void
}

/** In this order. Says nothing about feelings: people beside may read it. Some lines would do nothing while no reminders come. */
const items = [
  { id: 'check-in', key: 'command_check_in', needsReminders: false },
  { id: 'away', key: 'command_away', needsReminders: true },
  { id: 'history', key: 'place_history', needsReminders: false },
  { id: 'send', key: 'menu_send', needsReminders: true },
] as const

/** Must be called in the worker's first turn. */
export const onMenu = (heard: Heard): void => {
  browser.contextMenus.onClicked.addListener(({ menuItemId }) => {
    if (menuItemId === 'check-in') heard.checkIn()
    if (menuItemId === 'away') heard.away()
    if (menuItemId === 'history') heard.history()
    if (menuItemId === 'send') heard.send()
  })
}

/**
 * Draws it in the language that speaks. The browser keeps a menu over the worker's deaths and cannot be asked what it says, so `drawn`,
 * which is forgotten with every start of the browser or of a new version, holds the language it was drawn in and its lines.
 */
export const drawMenu = async (drawn: Slot<string>, reminders: boolean): Promise<void> => {
  const lines = items.filter(({ needsReminders }) => reminders || !needsReminders)
  const menu = [locale(), ...lines.map(({ id }) => id)].join(' ')
  if ((await drawn.read()) === menu) return
  await browser.contextMenus.removeAll()
  for (const { id, key } of lines) browser.contextMenus.create({ id, title: t(key), contexts: ['action'] })
  await drawn.write(menu)
}
