/** Finds the browsers, the message bus and the tools that the tests and the tour need, and installs them where it may. */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserName } from './driver.ts'

/** Branded Chrome and Edge are not here: they ignore --load-extension. */
const candidates: { readonly [Name in BrowserName]: () => readonly (string | undefined)[] } = {
  chromium: () => [
    process.env['CHROME_PATH'],
    onPath('chromium'),
    onPath('chromium-browser'),
    onPath('google-chrome-for-testing'),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    chromium.executablePath(),
  ],
  firefox: () => [
    process.env['FIREFOX_PATH'],
    onPath('firefox-esr'),
    onPath('firefox-devedition'),
    onPath('firefox-nightly'),
    onPath('firefox'),
    '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
  ],
}

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(runnable)

const runnable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The oldest versions that Thaw runs in, as the manifests have it. */
const oldest: { readonly [Name in BrowserName]: number } = { chromium: 144, firefox: 142 }

/** The browser's executable, or null where there is none that can be driven. */
export const findBrowser = (name: BrowserName): string | null =>
  candidates[name]().find(file => file !== undefined && runnable(file) && drivable(name, file)) ?? null

const drivable = (name: BrowserName, file: string): boolean => {
  // On Windows a browser asked for its version opens a window and says nothing.
  if (process.platform === 'win32') return true
  const version = versionOf(file)
  if (Number(/ (\d+)\./.exec(version)?.[1] ?? 0) < oldest[name]) return false
  // Release versions of Firefox refuse an unsigned extension in a profile; ESR, beta and nightly can be told to take it.
  return name === 'chromium' || /\d(esr|a\d|b\d)/.test(version)
}

/** Debian's Firefox shows system notifications through libnotify, which its package does not ask for. */
const libnotifyStands = (): boolean =>
  ['/usr/lib', '/usr/lib64', '/lib'].some(root =>
    ['', 'x86_64-linux-gnu', 'aarch64-linux-gnu'].some(part =>
      existsSync(join(root, part, 'libnotify.so.4')),
    ),
  )

export type Need = 'chromium' | 'firefox' | 'dbus' | 'libnotify' | 'xvfb' | 'age'

const stands: { readonly [Name in Need]: () => boolean } = {
  chromium: () => findBrowser('chromium') !== null,
  firefox: () => findBrowser('firefox') !== null,
  dbus: () => process.platform !== 'linux' || onPath('dbus-daemon') !== undefined,
  libnotify: () => process.platform !== 'linux' || libnotifyStands(),
  xvfb: () => process.platform === 'linux' && onPath('Xvfb') !== undefined,
  // age asks for its passphrase at a terminal alone, which `script` lends it.
  age: () => process.platform === 'linux' && onPath('age') !== undefined && onPath('script') !== undefined,
}

const debianPackages: { readonly [Name in Need]: string } = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
  dbus: 'dbus',
  libnotify: 'libnotify4',
  xvfb: 'xvfb',
  age: 'age',
}

const isDebian = (): boolean => existsSync('/etc/debian_version') && onPath('apt-get') !== undefined

/** Makes the needed programs stand, or throws an error whose one line says what to run. */
export const ensure = (needs: readonly Need[]): void => {
  const missing = needs.filter(need => !stands[need]())
  if (missing.length === 0) return
  const packages = missing.map(need => debianPackages[need])
  if (isDebian() && process.getuid?.() === 0) install([...packages, 'fonts-dejavu-core'])
  const still = needs.filter(need => !stands[need]())
  if (still.length > 0) throw new Error(advice(still))
}

const install = (packages: readonly string[]): void => {
  console.log(`Installing ${packages.join(', ')}.`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...words: readonly string[]): void => {
    const done = spawnSync('apt-get', words, {
      encoding: 'utf8',
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (done.status !== 0) console.log(`apt-get ${words.join(' ')} failed:\n${done.stdout}${done.stderr}`)
  }
  run('update', '--quiet')
  run('install', '--yes', '--quiet', '--no-install-recommends', ...packages)
}

const versions = `Chromium ${oldest.chromium} and Firefox ESR ${oldest.firefox} or newer`

const advice = (missing: readonly Need[]): string => {
  if (isDebian()) {
    const packages = missing.map(need => debianPackages[need]).join(' ')
    return `Run this once: sudo apt-get update && sudo apt-get install ${packages} (${versions})`
  }
  const parts = [
    missing.includes('chromium') ? 'npx playwright-core install chromium (or set CHROME_PATH)' : '',
    missing.includes('firefox')
      ? `install Firefox ESR or Developer Edition ${oldest.firefox} or newer (or set FIREFOX_PATH)`
      : '',
    missing.includes('dbus') ? 'install dbus-daemon' : '',
    missing.includes('libnotify') ? 'install libnotify' : '',
    missing.includes('xvfb') ? 'install Xvfb, which Linux alone has' : '',
    missing.includes('age') ? 'install age; its test runs on Linux alone' : '',
  ]
  return `Run this once: ${parts.filter(part => part !== '').join('; ')}`
}

/** The version line that the browser gives of itself; empty where it does not run. */
export const versionOf = (file: string): string =>
  (spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? '').trim()
