/** Chromium with Thaw in it, over CDP. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core'
import { outputOf } from './build-extension.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { findBrowser } from './find-browsers.ts'
import { closeOthers, dropFolder, freshFolder, goneOf, killGroup } from './process.ts'
import { pageView } from './view.ts'
import { waitFor } from './wait.ts'

export const launchChromium = async (options: LaunchOptions): Promise<Driver> => {
  const executable = findBrowser('chromium')
  if (executable === null) throw new Error('There is no Chromium here')
  const extension = options.extension ?? outputOf('chromium')
  const profile = options.profile ?? freshFolder('chromium')
  const isFirstStart = !existsSync(join(profile, 'Default'))
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: executable,
    headless: options.headless ?? true,
    userDataDir: profile,
    defaultViewport: null,
    ...(options.environment ? { env: { ...process.env, ...options.environment } } : {}),
    // A muted browser's tabs make no sound, not even to extensions.
    ignoreDefaultArgs: ['--disable-extensions', '--enable-automation', '--mute-audio'],
    args: [
      // Chromium's sandbox refuses to run as root, as continuous integration does.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--disable-quic',
      '--no-first-run',
      '--lang=en-US',
      '--window-size=1000,800',
      // A headless browser's own screen is so small that it cuts the popup.
      '--screen-info={1600x1200}',
      ...(options.arguments ?? []),
    ],
  })
  const gone = goneOf(browser)
  const worker = await browser.waitForTarget(isWorker)
  const origin = new URL('/', worker.url()).href
  // It comes by itself: later, it would come before what a test opened, and a page that nobody sees is not drawn and may wait.
  if (isFirstStart) await browser.waitForTarget(target => target.url().startsWith(`${origin}welcome.html`))
  const bare = await browser.newPage()
  await bare.goto(`${origin}${iconOf(extension)}`)
  /** Pages that the tests opened, so that those the extension opened by itself can be told from them. */
  const known = new WeakSet<Target>([bare.target()])

  return {
    name: 'chromium',
    origin,
    profile,
    gone,
    bare: pageView(bare),
    open: async path => {
      const page = await browser.newPage()
      known.add(page.target())
      await page.goto(`${origin}${path}`)
      return pageView(page)
    },
    goTo: async path => {
      await bare.goto(`${origin}${path}`)
      await closeOthers(browser, bare)
    },
    opened: async () => {
      const target = await waitFor('a popup or a small window', () =>
        browser.targets().find(one => !known.has(one) && isCheckIn(one, origin)),
      )
      known.add(target)
      return pageView(await pageOf(target))
    },
    stopWorker: () => stopWorker(browser, bare),
    workerRuns: async () => browser.targets().some(isWorker),
    kill: async () => {
      killGroup(browser)
      await gone
    },
    close: async () => {
      await browser.close()
      await gone
      if (options.profile === undefined) dropFolder(profile)
    },
  }
}

const isWorker = (target: Target): boolean =>
  target.type() === 'service_worker' && target.url().startsWith('chrome-extension://')

const isCheckIn = (target: Target, origin: string): boolean =>
  ['popup.html', 'window.html', 'cover.html'].some(page => target.url().startsWith(origin + page))

/** A popup's target is no tab, so it has to be asked for its page. */
const pageOf = async (target: Target): Promise<Page> => (await target.page()) ?? (await target.asPage())

const iconOf = (extension: string): string => {
  const manifest: { icons?: { [size: string]: string } } = JSON.parse(
    readFileSync(join(extension, 'manifest.json'), 'utf8'),
  )
  const icon = Object.values(manifest.icons ?? {})[0]
  if (icon === undefined) throw new Error('The manifest names no icon')
  return icon.replace(/^\//, '')
}

/** Attaching to a worker keeps it alive, so it is stopped through the page's own session. */
const stopWorker = async (browser: Browser, page: Page): Promise<void> => {
  const session = await page.createCDPSession()
  await session.send('ServiceWorker.enable')
  // A worker that is only just starting is not stopped by this, so it is said again.
  await waitFor('the end of the worker', async () => {
    await session.send('ServiceWorker.stopAllWorkers')
    return !browser.targets().some(isWorker)
  })
  await session.detach()
}
