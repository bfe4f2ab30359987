/** Keyboard commands besides the one that opens the popup, which the browser does by itself. */
import { browser } from 'wxt/browser'

type Heard = { readonly snooze: () => void; readonly away: () => void; readonly lock: () => void }

/** Must be called in the worker's first turn. */
export const onCommand = (heard: Heard): void => {
  browser.commands.onCommand.addListener(command => {
    if (command === 'snooze') heard.snooze()
    if (command === 'away') heard.away()
    if (command === 'lock') heard.lock()
  })
}
