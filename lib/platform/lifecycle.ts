/** When Thaw is installed and when the browser starts. Each must be called in the worker's first turn. */
import { browser } from 'wxt/browser'

/** For the first installation alone, not for updates of Thaw or of the browser. */
export const onInstalled = (installed: () => void): void => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') installed()
  })
}

export const onStartup = (started: () => void): void => {
  browser.runtime.onStartup.addListener(started)
}
