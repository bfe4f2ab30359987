/** Language and look by choice: every page, the popup, reminders and the button follow, and longer texts than English has are cut nowhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clipped } from '../support/clipped.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { chooseLanguage, extensionWithLongTexts, type Say, textsIn } from '../support/long-language.ts'
import { pickPause } from '../support/pauses.ts'
import { dropFolder } from '../support/process.ts'
import { eagerSettings, finish, localOf, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

type Api = { readonly action: { getTitle(of: object): Promise<string> } }
declare const browser: Api
declare const chrome: Api

/** A language that Thaw may have one day, and whose texts are read from right to left. */
const language = 'he'

const titleOf = (driver: Driver): Promise<string> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).action.getTitle({}))

const looks = (view: View): Promise<unknown> =>
  view.evaluate(() => ({
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    theme: document.documentElement.dataset['theme'],
    dark: getComputedStyle(document.documentElement).colorScheme,
  }))

describe.each(browserNames)('%s', name => {
  let driver: Driver
  let extension: string
  let long: Say
  beforeAll(async () => {
    extension = extensionWithLongTexts(name, language, 'rtl')
    long = textsIn(extension, language)
    driver = await launch(name, { extension })
    await putLocal(driver, { settings: eagerSettings })
  })
  afterAll(async () => {
    await driver.close()
    dropFolder(extension)
  })

  test('dark by choice: the page at once, every other one before it draws, and the choice by keyboard', async () => {
    const page = await driver.open('options.html#look')
    await page.toFront()
    // Whatever an earlier try has left.
    await page.click('radio', text('look_theme_system'))
    await page.evaluate(() => document.querySelector<HTMLElement>('[type=radio]:checked')?.focus())
    await page.press('ArrowDown', 'ArrowDown')
    await page.until(() => document.documentElement.dataset['theme'] === 'dark')
    await waitFor('the choice', async () => 'look' in (await localOf(driver)))
    const popup = await driver.open('popup.html')
    await popup.sees(text('felt_question'))
    expect(await looks(popup)).toEqual({ lang: 'en', dir: 'ltr', theme: 'dark', dark: 'dark' })
    await popup.close()
    expect(await findings(page)).toEqual([])
    await page.click('radio', text('look_theme_system'))
    await page.until(() => document.documentElement.dataset['theme'] === undefined)
    await waitFor('the end of the choice', async () => !('look' in (await localOf(driver))))
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
    await page.close()
  })

  test('letters that are switched off answer nothing and are named nowhere, and digits do', async () => {
    const page = await driver.open('options.html#look')
    await page.click('checkbox', text('look_letters'))
    await page.until(() => document.documentElement.dataset['letters'] === 'off')
    await page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus())
    await page.press('?')
    const popup = await driver.open('popup.html')
    await popup.until(() => performance.getEntriesByName('prepared').length > 0)
    const named = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('[aria-keyshortcuts]')].map(one => one.ariaKeyShortcuts),
      )
    expect(await named()).toEqual(['Escape'])
    expect(await popup.evaluate(() => document.querySelector('footer')?.innerText)).not.toMatch(/\b[TP]\b/)
    await popup.press('t', 'x', '7')
    await popup.sees(text('words_question'))
    // A letter finds no word, and a sign is no answer; a digit opens its group.
    await popup.press('?', 'n', '6')
    await popup.sees(text('word_excited'))
    expect(await popup.evaluate(() => document.querySelector<HTMLInputElement>('[type=search]')?.value)).toBe(
      '',
    )
    expect((await named()).every(key => /^(\d|Escape)$/.test(key ?? ''))).toBe(true)
    await finish(driver, popup)
    expect(await page.evaluate(() => document.querySelector('dialog'))).toBeNull()
    await page.click('checkbox', text('look_letters'))
    await page.until(() => document.documentElement.dataset['letters'] === undefined)
    await page.evaluate(() => document.querySelector<HTMLElement>('nav a')?.focus())
    await page.press('?')
    await page.sees(text('keys_pages'))
    await page.close()
  })

  test('spelling is checked in what is written by choice alone, and at once on the pages that are open', async () => {
    const page = await driver.open('options.html#look')
    const library = await driver.open('options.html#pauses')
    await library.click('button', text('library_write'))
    const words = await driver.open('options.html#words')
    await words.until(group => {
      const fold = [...document.querySelectorAll<HTMLElement>('h3 button')].find(({ textContent }) =>
        textContent?.startsWith(group),
      )
      if (fold?.ariaExpanded === 'false') fold.click()
      return fold?.ariaExpanded === 'true'
    }, text('group_in_between'))
    await words.click('button', text('own_change_spoken', text('word_okay')))
    // A search is no text, nor is a number of seconds.
    const areChecked = (view: View, checked: boolean) =>
      view.until(wanted => {
        const all = [...document.querySelectorAll<HTMLInputElement>('main input[type=text], main textarea')]
        const texts = all.filter(({ inputMode }) => inputMode !== 'numeric')
        return texts.length > 1 && texts.every(({ spellcheck }) => spellcheck === wanted)
      }, checked)
    // What is written in a pause too, also in one that stands open.
    const popup = await driver.open('popup.html')
    await popup.toFront()
    await popup.until(() => performance.getEntriesByName('ready').length > 0)
    await popup.press('p')
    await pickPause(popup, 'one-small-thing')
    const isChecked = (checked: boolean) =>
      popup.until(
        wanted =>
          document.querySelector<HTMLInputElement>('input[type=text], textarea')?.spellcheck === wanted,
        checked,
      )
    for (const on of [true, false]) {
      for (const other of [library, words]) await areChecked(other, !on)
      await isChecked(!on)
      await page.toFront()
      await page.click('checkbox', text('look_spelling'))
      for (const other of [library, words]) await areChecked(other, on)
      await isChecked(on)
    }
    await popup.click('button', text('pause_stop'))
    await finish(driver, popup)
    expect(await findings(page)).toEqual([])
    for (const view of [page, library, words]) await view.close()
  })

  test('a place that is left out is not shown, but where it is open, and there again for the asking', async () => {
    const page = await driver.open('options.html#look')
    const other = await driver.open('options.html#history')
    await other.sees(text('place_history'))
    const shown = (view: View) =>
      view.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('nav a')]
          .filter(link => link.checkVisibility())
          .map(link => link.getAttribute('href')),
      )
    const first = ['#today', '#history', '#patterns', '#pauses', '#nudges', '#help']
    expect(await shown(other)).toEqual(first)
    await page.toFront()
    await page.click('checkbox', text('place_patterns'))
    await page.click('checkbox', text('section_learn'))
    await page.until(() => document.documentElement.dataset['leftOut'] === 'patterns learn')
    expect(await findings(page)).toEqual([])
    // A page that stood open, one that opens, and one that a link opens there.
    await other.until(() => document.documentElement.dataset['leftOut'] === 'patterns learn')
    expect(await shown(other)).toEqual(first.filter(place => place !== '#patterns'))
    const library = await driver.open('options.html#pauses')
    await library.sees(text('library_find'))
    expect(await shown(library)).toEqual([
      ...first.filter(place => place !== '#patterns'),
      '#pauses',
      '#reflect',
    ])
    // Who looks around sees all that there is.
    const around = await driver.open('look-around.html')
    await around.sees(text('today_check_ins'))
    expect(await shown(around)).toEqual(first)
    const there = await driver.open('options.html#patterns')
    await there.sees(text('patterns_empty'))
    expect(await shown(there)).toEqual(first)
    await page.toFront()
    await page.click('checkbox', text('place_library'))
    await page.until(() => document.querySelectorAll('input:disabled').length === 2)
    for (const place of ['place_patterns', 'place_library', 'section_learn'] as const)
      await page.click('checkbox', text(place))
    await waitFor('the end of the choice', async () => !('look' in (await localOf(driver))))
    await other.until(() => document.documentElement.dataset['leftOut'] === undefined)
    for (const view of [page, other, library, around, there]) await view.close()
  })

  test('English by choice: the page begins anew, says so, and the list has the focus', async () => {
    const page = await driver.open('options.html#look')
    await page.find('combobox', text('look_language'))
    await page.evaluate(() => {
      const list = document.querySelector('select')
      if (!list) throw new Error('There is no list')
      list.value = 'en'
      list.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await page.sees(text('look_language_now', 'English'))
    await page.until(() => document.activeElement?.tagName === 'SELECT')
    expect((await localOf(driver))['look']).toEqual({
      language: 'en',
      theme: null,
      leftOut: [],
      letters: true,
    })
    await page.close()
  })

  test('another language: the check-in, the pages and the button speak it', async () => {
    await chooseLanguage(driver, language)
    const popup = await driver.open('popup.html')
    await popup.sees(long('felt_question'))
    expect(await looks(popup)).toMatchObject({ lang: language, dir: 'rtl' })
    await popup.close()
    const page = await driver.open('options.html#nudges')
    await page.click('button', long('away_tomorrow'))
    const [said = ''] = long('toolbar_quiet', '|').split('|')
    await waitFor('the title of the button', async () => (await titleOf(driver)).startsWith(said))
    await page.close()
  })

  // In Chromium `long-texts.test.ts` looks at more of them.
  test.runIf(name === 'firefox')(
    'no text is cut where each word is 40 % longer and runs from right to left',
    async () => {
      const cut: { [place: string]: readonly string[] } = {}
      for (const [path, shows, width] of [
        ['popup.html', 'felt_question', 380],
        ['options.html#today', 'place_today', 320],
        ['options.html#history', 'place_history', 320],
        ['options.html#pauses', 'section_pauses', 320],
        ['options.html#nudges', 'nudges_mode', 320],
        ['options.html#words', 'own_find', 320],
        ['options.html#data', 'section_data', 320],
        ['options.html#look', 'look_language', 320],
        ['options.html#help', 'help_lead', 320],
        ['welcome.html', 'welcome_title', 320],
        ['report.html', 'report_title', 320],
      ] as const) {
        const view = await driver.open(path)
        await view.page?.setViewport({ width, height: 640 })
        await view.sees(long(shows))
        const found = await clipped(view)
        if (found.length > 0) cut[path] = found
        await view.close()
      }
      expect(cut).toEqual({})
    },
  )
})
