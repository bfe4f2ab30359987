/** The keys that the browser gave to commands, and the way to its own page on which they are changed. */
import { browser } from 'wxt/browser'

/** Every command with the key that it has now; none where the browser does not say. */
export const readCommands = async (): Promise<
  readonly { readonly name: string; readonly shortcut: string | null }[]
> => {
  try {
    const commands = await browser.commands.getAll()
    return commands.map(({ name, shortcut }) => ({ name: name ?? '', shortcut: shortcut || null }))
  } catch {
    return []
  }
}

/**
 * Opens the browser's own page on which keys are changed; false where it refuses. Firefox has a call for it, from 137 on, and Chromium an
 * address: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/commands/openShortcutSettings
 */
export const openShortcuts = async (): Promise<boolean> => {
  const { openShortcutSettings } = browser.commands as Partial<
    Record<'openShortcutSettings', () => Promise<void>>
  >
  try {
    if (openShortcutSettings) await openShortcutSettings()
    else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
    return true
  } catch {
    return false
  }
}
