/** When Thaw is installed, when the browser starts, and when a newer Thaw is there. Each must be called in the worker's first turn. */
import { browser } from 'wxt/browser'

/** For the first installation alone, not for updates of Thaw or of the browser. */
export const onInstalled = (installed: () => void): void => {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') installed()
  })
}

/** With this listener the browser waits for `beginUpdate`, at most until its own next start. */
export const onUpdateAvailable = (available: () => void): void => {
  browser.runtime.onUpdateAvailable.addListener(available)
}

/** Ends every page of Thaw and begins anew, with the newer version where one waits. */
export const beginUpdate = (): void => browser.runtime.reload()

export const onStartup = (started: () => void): void => {
  browser.runtime.onStartup.addListener(started)
}
