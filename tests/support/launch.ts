/** Starts a real browser with Thaw in it. */
import { launchChromium } from './chromium.ts'
import type { BrowserName, Driver, LaunchOptions } from './driver.ts'
import { launchFirefox } from './firefox.ts'

export const launch = (name: BrowserName, options: LaunchOptions = {}): Promise<Driver> =>
  name === 'chromium' ? launchChromium(options) : launchFirefox(options)
