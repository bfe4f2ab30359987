/** Before the end-to-end tests: both browsers stand, and both builds are of the code as it is. */
import { buildExtension } from '../support/build-extension.ts'
import { browserNames } from '../support/driver.ts'
import { ensure } from '../support/find-browsers.ts'

export const setup = (): void => {
  ensure(['chromium', 'firefox', 'dbus', 'libnotify'])
  for (const name of browserNames) buildExtension(name)
}
