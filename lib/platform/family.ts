/** The family of the browser, for help that differs by it. */
import { browser } from 'wxt/browser'
import type { System } from '../app/ports.ts'

/** At once. Firefox alone has it. https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/runtime/getBrowserInfo */
export const browserFamily = (): System['family'] =>
  'getBrowserInfo' in browser.runtime ? 'firefox' : 'chromium'
