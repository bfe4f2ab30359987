/** Firefox with Thaw in it, over WebDriver BiDi. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import puppeteer, { type Page } from 'puppeteer-core'
import { outputOf } from './build-extension.ts'
import { type Driver, type LaunchOptions, patience, type View } from './driver.ts'
import { findBrowser } from './find-browsers.ts'
import { panelView } from './panel-view.ts'
import { closeOthers, dropFolder, freshFolder, goneOf, killGroup } from './process.ts'
import { pageView } from './view.ts'
import { waitFor } from './wait.ts'
import { zipFolder } from './zip-folder.ts'

/** Firefox gives each installation a random address; a preference fixes it. */
const address = '7d1c4f6e-0a52-4b0e-9a35-7468617721aa'

export const launchFirefox = async (options: LaunchOptions): Promise<Driver> => {
  const executable = findBrowser('firefox')
  if (executable === null) throw new Error('There is no Firefox here')
  const extension = options.extension ?? outputOf('firefox')
  const profile = options.profile ?? freshFolder('firefox')
  const id = installInto(profile, extension)
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable,
    headless: options.headless ?? true,
    userDataDir: profile,
    defaultViewport: null,
    ...(options.environment ? { env: { ...process.env, ...options.environment } } : {}),
    args: ['-remote-allow-system-access', ...(options.arguments ?? [])],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: address }),
      'extensions.autoDisableScopes': 0,
      'xpinstall.signatures.required': false,
      'intl.locale.requested': 'en-US',
      ...options.preferences,
    },
  })
  const gone = goneOf(browser)
  const origin = `moz-extension://${address}/`

  /**
   * puppeteer waits in vain for the load of an extension's page, which loads all the same; unless it was asked for before the extension
   * itself was there, as happens right after a start: then it is asked for again.
   */
  const go = async (page: Page, path: string): Promise<Page> => {
    let again = 0
    await waitFor(`the page ${path}`, async () => {
      if (performance.now() >= again) {
        await page.goto(`${origin}${path}`, { timeout: 1 }).catch(() => undefined)
        again = performance.now() + patience / 4
      }
      return page.evaluate(
        wanted => location.href.split('#')[0] === wanted.split('#')[0] && document.readyState === 'complete',
        `${origin}${path}`,
      )
    })
    return page
  }
  const bare = await go(await waitFor('a first tab', () => browser.newPage()), iconOf(extension))
  const known = new WeakSet<Page>([bare, ...(await browser.pages())])

  return {
    name: 'firefox',
    origin,
    profile,
    gone,
    bare: pageView(bare),
    open: async path => {
      // Right after a start Firefox now and then throws a new tab away, with "no such frame".
      const page = await waitFor('a new tab', () => browser.newPage())
      known.add(page)
      return pageView(await go(page, path))
    },
    goTo: async path => {
      await go(bare, path)
      await closeOthers(browser, bare)
    },
    // puppeteer takes the pages of an extension for about:blank; they know where they are.
    opened: async () =>
      waitFor('a popup or a small window', async (): Promise<View | null> => {
        if (await bare.evaluate(popupStands)) return panelView(bare)
        for (const page of (await browser.pages()).filter(one => !known.has(one))) {
          const address = await page.evaluate(() => location.href)
          if (!['window.html', 'cover.html'].some(path => address.startsWith(origin + path))) continue
          known.add(page)
          return pageView(page)
        }
        return null
      }),
    stopWorker: async () => {
      await waitFor('the end of the event page', async () => !(await bare.evaluate(backgroundRuns)))
    },
    workerRuns: () => bare.evaluate(backgroundRuns),
    kill: async () => {
      killGroup(browser)
      await gone
      await preferencesRestored(profile)
    },
    close: async () => {
      await browser.close()
      await gone
      await preferencesRestored(profile)
      if (options.profile === undefined) dropFolder(profile)
    },
  }
}

type ExtensionViews = { extension: { getViews(filter?: { type: string }): Window[] } }

const popupStands = (): boolean =>
  (globalThis as unknown as { browser: ExtensionViews }).browser.extension.getViews({ type: 'popup' })
    .length > 0

const backgroundRuns = (): boolean =>
  (globalThis as unknown as { browser: ExtensionViews }).browser.extension
    .getViews()
    .some(view => view.location.pathname.startsWith('/_generated_background_page'))

type Manifest = {
  readonly icons?: { readonly [size: string]: string }
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } }
}

const manifestOf = (extension: string): Manifest =>
  JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'))

const iconOf = (extension: string): string => {
  const icon = Object.values(manifestOf(extension).icons ?? {})[0]
  if (icon === undefined) throw new Error('The manifest names no icon')
  return icon.replace(/^\//, '')
}

/**
 * Once Firefox is gone, puppeteer puts the profile's own preferences back, and nobody is told when: started again meanwhile, Firefox would
 * have them instead of those that were asked for.
 */
const preferencesRestored = (profile: string): Promise<unknown> =>
  waitFor('the preferences of the profile as they were', async () =>
    ['prefs.js', 'user.js'].every(name => !existsSync(join(profile, `${name}.puppeteer`))),
  )

/**
 * An extension in the profile's folder is there at every start, as an installed one is; a temporary one is not. Its file stays as it is: by a
 * newer one Firefox, which has just started it, starts it anew, and what its first background was writing is lost.
 */
const installInto = (profile: string, extension: string): string => {
  const { id } = manifestOf(extension).browser_specific_settings.gecko
  const file = join(profile, 'extensions', `${id}.xpi`)
  const packed = zipFolder(extension)
  if (existsSync(file) && packed.equals(readFileSync(file))) return id
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, packed)
  return id
}
