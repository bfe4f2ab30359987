/** `npm start`: builds Thaw and opens it in a real browser; where there is no display, takes the same way headless and tells what was seen. */
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildExtension, root } from '../support/build-extension.ts'
import { type BrowserName, browserNames } from '../support/driver.ts'
import { ensure, findBrowser, versionOf } from '../support/find-browsers.ts'
import { launch } from '../support/launch.ts'
import { takeTour } from './tour.ts'

const hasDisplay = (): boolean =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/** `npm start -- firefox` asks for Firefox. */
const asked = (): BrowserName => browserNames.find(name => process.argv.includes(name)) ?? 'chromium'

/** Opens Thaw on a profile that lasts, and stays until the person closes the browser. */
const stayOpen = async (name: BrowserName): Promise<void> => {
  const profile = join(root, '.browser', name)
  mkdirSync(profile, { recursive: true })
  const driver = await launch(name, { profile, headless: false })
  await driver.goTo('welcome.html')
  console.log(`Thaw is open. Its profile lasts in ${relative(root, profile)}. Close the browser to end.`)
  await driver.gone
}

const start = async (name: BrowserName): Promise<void> => {
  const visible = hasDisplay()
  ensure(visible ? [name] : name === 'firefox' ? [name, 'dbus', 'libnotify'] : [name, 'dbus'])
  console.log(`Building Thaw for ${versionOf(findBrowser(name) ?? name)}.`)
  buildExtension(name)
  if (visible) await stayOpen(name)
  else await takeTour(name)
}

try {
  await start(asked())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
process.exit(0)
