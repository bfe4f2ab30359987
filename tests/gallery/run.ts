/**
 * Takes a picture of every page and step of Thaw in every language and look that says something new, and writes a page on which all of
 * them stand. Takes in the place of all: `de`, a language; `popup`, what begins so; `store`, what the stores show, at their sizes; or
 * several of these. Then the other pictures stay as they are.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension, root } from '../support/build-extension.ts'
import type { Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { chooseLanguage } from '../support/long-language.ts'
import { putLocal, readTextsOf } from '../support/thaw.ts'
import { writeIndexPage } from './index-page.ts'
import { type Language, languages } from './looks.ts'
import { takeStorePictures } from './store.ts'
import { takePictures } from './take.ts'
import type { Walk } from './walk.ts'
import { walks } from './walks.ts'

const folder = join(root, '.output/gallery')
const given = process.argv.slice(2)
const codes = languages.map(({ code }) => code)
const begins = given.filter(one => !codes.includes(one))
const isWanted = (name: string): boolean => begins.length === 0 || begins.some(one => name.startsWith(one))
const chosen = languages.filter(({ code }) => begins.length === given.length || given.includes(code))

/** A Chromium in which the welcome was seen and answered, and the language was chosen. */
const launchWelcomed = async ({ code }: Language): Promise<Driver> => {
  // What the browser itself draws speaks it too where it can.
  const launched = await launch('chromium', { arguments: [`--lang=${code}`] })
  await putLocal(launched, { settings: { welcomed: true, askAgain: false } })
  if (code !== 'en') await chooseLanguage(launched, code)
  return launched
}

const take = async (driver: Driver, walk: Walk, language: Language): Promise<number> => {
  // What an earlier walk left open would go on in the next popup.
  if (walk.kind === 'popup') await putLocal(driver, { draft: null })
  const view = await driver.open(walk.path)
  let taken = 0
  for (const step of walk.steps) {
    await step.go(view)
    taken += await takePictures(view, walk, step, language, folder)
  }
  await view.close()
  return taken
}

/** With a browser that is gone afterwards. */
const withBrowser = async <Answer>(
  language: Language,
  go: (driver: Driver) => Promise<Answer>,
): Promise<Answer> => {
  const driver = await launchWelcomed(language)
  try {
    return await go(driver)
  } finally {
    await driver.close()
  }
}

const takeAll = async (language: Language): Promise<number> => {
  readTextsOf(language.code)
  let taken = 0
  const wanted = walks.filter(({ name }) => isWanted(name))
  await withBrowser(language, async driver => {
    for (const walk of wanted) if (!walk.apart) taken += await take(driver, walk, language)
  })
  for (const walk of wanted) {
    const { apart } = walk
    if (!apart) continue
    taken += await withBrowser(language, async driver => {
      await apart(driver)
      return take(driver, walk, language)
    })
  }
  if (language.code === 'en' && isWanted('store'))
    taken += (await withBrowser(language, driver => takeStorePictures(driver, join(folder, 'store')))).length
  return taken
}

if (given.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
buildExtension('chromium')
let all = 0
try {
  for (const language of chosen) {
    const begun = performance.now()
    const taken = await takeAll(language)
    all += taken
    console.log(`${language.name}: ${taken} pictures in ${Math.round((performance.now() - begun) / 1000)} s`)
  }
} finally {
  writeIndexPage(folder, walks)
}
console.log(`${all} pictures: ${join(folder, 'index.html')}`)
