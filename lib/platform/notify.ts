/** The reminder as a system notification: neutral words only, because lock screens and systems keep them. */
import { type Browser, browser } from 'wxt/browser'
import type { Id } from '../core/records.ts'
import { t } from './i18n.ts'

type Options = Browser.notifications.NotificationCreateOptions

/** Chromium alone has the buttons' event; Firefox refuses notifications with buttons or `silent`, so it gets neither. */
const hasButtons = (): boolean => browser.notifications.onButtonClicked !== undefined

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

export const clearNotification = async (id: Id): Promise<void> => {
  await browser.notifications.clear(id)
}

/** Must be called in the worker's first turn. Closing is no answer: systems close notifications by themselves and say the person did. */
export const onNotification = (heard: { readonly opened: () => void; readonly later: () => void }): void => {
  browser.notifications.onClicked.addListener(heard.opened)
  if (!hasButtons()) return
  browser.notifications.onButtonClicked.addListener((_, button) => {
    if (button === 0) heard.opened()
    else heard.later()
  })
}
