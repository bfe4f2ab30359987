/** Opens Thaw's own pages: the check-in where the browser lets it, and the welcome. */
import { browser } from 'wxt/browser'

/** Under which `storage.session` holds the id of the small window. */
export const windowKey = 'check-in-window'
/** The popup's 380 px and the frame around a window. */
const size = { width: 400, height: 640 }

const focusKnownWindow = async (): Promise<boolean> => {
  const known: unknown = (await browser.storage.session.get(windowKey))[windowKey]
  if (typeof known !== 'number') return false
  try {
    await browser.windows.update(known, { focused: true })
    return true
  } catch {
    // It was closed.
    return false
  }
}

const popupIsOpen = async (): Promise<boolean> => {
  try {
    return (await browser.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0
  } catch {
    return false
  }
}

/** Opens the check-in in its small window, under its cover where `covered` says so, or brings the one that is open to the front. */
export const openWindow = async (covered: () => Promise<boolean>): Promise<void> => {
  if (await focusKnownWindow()) return
  // What cannot be read is no reason to show more.
  const isCovered = await covered().catch(() => true)
  const opened = await browser.windows.create({
    url: browser.runtime.getURL(isCovered ? '/cover.html#window' : '/window.html'),
    type: 'popup',
    ...size,
  })
  if (opened?.id !== undefined) await browser.storage.session.set({ [windowKey]: opened.id })
}

/**
 * Takes the page of the small window out of sight at once, and forgets the window, so that the next way in opens another. It stays open:
 * a window that closes in a hurry says more than one that is blank. Never rejects.
 */
export const blankWindow = async ({ document, location }: Pick<Window, 'document' | 'location'>) => {
  document.documentElement.hidden = true
  await browser.storage.session.remove(windowKey).catch(() => {})
  location.replace('about:blank')
}

/**
 * Opens the check-in after a click on a reminder: in the popup, or in its own small window where the browser refuses. Chromium refuses
 * without a focused window ("Could not find an active browser window"), Firefox while another panel is open.
 */
export const openCheckIn = async (covered: () => Promise<boolean>): Promise<void> => {
  if (await popupIsOpen()) return
  if (await focusKnownWindow()) return
  try {
    await browser.action.openPopup()
  } catch {
    await openWindow(covered)
  }
}

const openPage = async (page: '/options.html' | '/welcome.html', hash = ''): Promise<void> => {
  await browser.tabs.create({ url: browser.runtime.getURL(page) + hash })
}

/** Opens History. */
export const openHistoryPage = (): Promise<void> => openPage('/options.html', '#history')

/** Opens the place where things are written down. */
export const openReflect = (): Promise<void> => openPage('/options.html', '#reflect')

/** Opens the welcome. */
export const openWelcome = (): Promise<void> => openPage('/welcome.html')
