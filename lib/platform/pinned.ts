/** Whether Thaw's button stands in the toolbar, where the browser tells. */
import { browser } from 'wxt/browser'

type Told = { readonly isOnToolbar?: boolean }

/** Never rejects. Not every browser has it, https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/action/getUserSettings */
export const isPinned = async (): Promise<boolean | null> => {
  const action: { readonly getUserSettings?: () => Promise<Told> } = browser.action
  const told = await action.getUserSettings?.().catch(() => null)
  return told?.isOnToolbar ?? null
}
