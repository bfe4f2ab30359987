/** The reminder as a system notification: neutral words only, because lock screens and systems keep them. */
import { type Browser, browser } from 'wxt/browser'
import type { Id } from '../core/records.ts'
import { t } from './i18n.ts'

type Options = Browser.notifications.NotificationCreateOptions

/**
 * Firefox refuses notifications with buttons or `silent`, so it gets neither. It has the buttons' event all the same; what it lacks is
 * `update`: https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/notifications/update#browser_compatibility
 */
const hasButtons = (): boolean => browser.notifications.update !== undefined

const plain = (): Options => ({
  type: 'basic',
  // An SVG or a data: URL makes Chromium fail with "Unable to download all specified images".
  iconUrl: browser.runtime.getURL('/icon/128.png'),
  title: t('nudge_title'),
  message: t('nudge_body'),
})

const full = (): Options => ({
  ...plain(),
  buttons: [{ title: t('nudge_open') }, { title: t('nudge_later') }],
  silent: true,
})

/** True when the browser took it, which does not say that the system shows it; never rejects. */
export const showNotification = async (id: Id): Promise<boolean> => {
  if (hasButtons()) {
    try {
      await browser.notifications.create(id, full())
      return true
    } catch {
      // An option this browser does not know must not cost the nudge.
    }
  }
  try {
    await browser.notifications.create(id, plain())
    return true
  } catch {
    return false
  }
}

/** Takes every notification away but this one, also those that an earlier worker left behind. */
export const keepNotification = async (id: Id | null): Promise<void> => {
  const there = Object.keys(await browser.notifications.getAll())
  await Promise.all(there.filter(other => other !== id).map(other => browser.notifications.clear(other)))
}

/** Must be called in the worker's first turn. Closing is no answer: systems close notifications by themselves and say the person did. */
export const onNotification = (heard: { readonly opened: () => void; readonly later: () => void }): void => {
  browser.notifications.onClicked.addListener(heard.opened)
  browser.notifications.onButtonClicked?.addListener((_, button) => {
    if (button === 0) heard.opened()
    else heard.later()
  })
}
