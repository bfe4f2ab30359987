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

/** In this order. Says nothing about feelings: people beside may read it. */
const items = {
  'check-in': 'command_check_in',
  away: 'command_away',
  history: 'place_history',
  send: 'menu_send',
} as const

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
 * which is forgotten with every start of the browser or of a new version, holds the language it was drawn in.
 */
export const drawMenu = async (drawn: Slot<string>): Promise<void> => {
  const language = locale()
  if ((await drawn.read()) === language) return
  await browser.contextMenus.removeAll()
  for (const [id, key] of Object.entries(items) as [string, (typeof items)[keyof typeof items]][])
    browser.contextMenus.create({ id, title: t(key), contexts: ['action'] })
  await drawn.write(language)
}
