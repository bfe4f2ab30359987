/** German, and a made-up language whose words are 40 % longer and run from right to left: every page and step can be read whole, also 320 px wide. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageKey } from '../../lib/platform/i18n.ts'
import { clipped } from '../support/clipped.ts'
import type { Driver, View } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { chooseLanguage, extensionWithLongTexts, type Say, textsIn } from '../support/long-language.ts'
import { dropFolder } from '../support/process.ts'
import { answerWorse, eagerSettings, putLocal } from '../support/thaw.ts'

/** Read from right to left. */
const longer = 'he'

/** What each section shows once it stands, with a year of made-up check-ins in it. */
const full = {
  today: 'check_in',
  history: 'heat_legend_felt',
  patterns: 'patterns_lead',
  pauses: 'library_find',
  reflect: 'reflect_lead',
  learn: 'learn_find',
  nudges: 'nudges_mode',
  words: 'own_lead',
  about: 'about_what',
  help: 'help_lead',
} as const satisfies { readonly [section: string]: MessageKey }

/** Those that show something else to who has an own history, which is nearly empty. */
const own = {
  today: 'check_in',
  patterns: 'patterns_empty',
  nudges: 'nudges_mode',
  data: 'data_lead',
  look: 'look_theme',
} as const satisfies { readonly [section: string]: MessageKey }

const pages = {
  'welcome.html': 'welcome_title',
  'report.html': 'report_title',
  'cover.html': 'cover_title',
} as const satisfies { readonly [path: string]: MessageKey }

/** In the page. */
const rowsOfFoot = (): number =>
  new Set([...document.querySelectorAll('footer > *')].map(one => one.getBoundingClientRect().top)).size

type Found = { [place: string]: readonly string[] }

describe('Chromium', () => {
  let driver: Driver
  let extension: string
  beforeAll(async () => {
    extension = extensionWithLongTexts('chromium', longer, 'rtl')
    driver = await launch('chromium', { extension })
    await putLocal(driver, { settings: { ...eagerSettings, askAgain: false } })
  })
  afterAll(async () => {
    await driver.close()
    dropFolder(extension)
  })

  /** Everything from now on, with the texts to find it by. */
  const speak = async (language: string): Promise<Say> => {
    await chooseLanguage(driver, language)
    return textsIn(extension, language)
  }

  const lookAt = async (view: View, place: string, found: Found): Promise<void> => {
    await view.until(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
    const cut = await clipped(view)
    if (cut.length > 0) found[place] = cut
  }

  test.each(['de', longer])('%s: every step of the popup', async language => {
    const say = await speak(language)
    const popup = await driver.open('popup.html')
    await popup.page?.setViewport({ width: 380, height: 560 })
    const found: Found = {}
    const step = async (shows: MessageKey): Promise<void> => {
      await popup.sees(say(shows))
      await lookAt(popup, shows, found)
      // Of words that somebody chose, so many fit that the foot stays as high as it is.
      const rows = await popup.evaluate(rowsOfFoot)
      if (language === 'de' && rows > 1) found[`the foot of ${shows}`] = [`${rows} rows`]
    }
    const goes = async (by: MessageKey, shows: MessageKey): Promise<void> => {
      await popup.click('button', say(by))
      await step(shows)
    }
    await step('felt_question')
    await popup.click('button', say('felt_spoken', 2))
    await step('far_question')
    await goes('far_1', 'words_question')
    await goes('word_numb', 'words_guess')
    await goes('next', 'offer_title')
    await goes('stuck_open', 'stuck_title')
    for (const door of ['stuck_alone', 'stuck_blocked', 'stuck_doubt', 'stuck_too_much'] as const) {
      await popup.click('button', say(door))
      await popup.until(was => document.querySelector('h1')?.textContent !== was, say('stuck_title'))
      await lookAt(popup, door, found)
      await goes('back', 'stuck_title')
    }
    await goes('back', 'offer_title')
    await goes('more_title', 'note_label')
    await goes('offer_all', 'library_find')
    await goes('back', 'offer_title')
    await goes('offer_start', 'pause_stop')
    await goes('pause_stop', 'after_question')
    await popup.click('button', say('felt_spoken', 4))
    await step('ease_question')
    await answerWorse(popup, say)
    await step('end_saved')
    await popup.click('button', say('done'))
    expect(found).toEqual({})
  })

  test.each(['de', longer])('%s: every page', async language => {
    const say = await speak(language)
    const found: Found = {}
    const bothWidths = async (view: View, place: string): Promise<void> => {
      for (const width of [320, 1000]) {
        await view.page?.setViewport({ width, height: 700 })
        await lookAt(view, `${place}, ${width} px`, found)
      }
    }
    for (const [path, sections] of [
      ['look-around.html', full],
      ['options.html', own],
    ] as const) {
      const view = await driver.open(path)
      for (const [section, shows] of Object.entries(sections)) {
        await view.evaluate(name => {
          location.hash = name
        }, section)
        await view.sees(say(shows))
        await bothWidths(view, `${path}#${section}`)
      }
      await view.close()
    }
    for (const [path, shows] of Object.entries(pages)) {
      const view = await driver.open(path)
      await view.sees(say(shows))
      await bothWidths(view, path)
      await view.close()
    }
    expect(found).toEqual({})
  })
})
