/** The quiet channel: a dot without a number on the toolbar button. */
import { browser } from 'wxt/browser'

/** The accent of the light look and what stands on it; a toolbar has no tokens. */
const accent = '#165b72'
const onAccent = '#fdfcf8'
const dot = '•'

/** Compared before it is written, so that it can follow the state at every wake. */
export const setBadge = async (on: boolean): Promise<void> => {
  const text = on ? dot : ''
  if ((await browser.action.getBadgeText({})) === text) return
  if (on) {
    await browser.action.setBadgeBackgroundColor({ color: accent })
    await browser.action.setBadgeTextColor({ color: onAccent })
  }
  await browser.action.setBadgeText({ text })
}
