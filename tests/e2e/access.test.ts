/** What axe cannot see: every control is reached by Tab in its turn, targets are large enough, text may be spaced and zoomed, nothing goes on moving. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  covered,
  moving,
  smallTargets,
  spaceAsBefore,
  spaceOut,
  treeOf,
  walkByTab,
} from '../support/access.ts'
import { clipped } from '../support/clipped.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { stands } from '../support/stands.ts'
import { answerFelt, answerWorse, finish, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Lines of a tree; what stands below in a long list is told as what stands above. */
const most = 120

/** 1280 × 1024 at 400 %. */
const zoomed = { width: 320, height: 256 }

/** Each with what stands in it once all of it was read. */
const own = (
  [
    ['today', 'today_empty'],
    ['history', 'history_empty'],
    ['patterns', 'patterns_empty'],
    ['pauses', 'pause_long_exhale'],
    ['reflect', 'reflect_empty'],
    ['learn', 'learn_lead'],
    ['nudges', 'log_title'],
    ['words', 'group_tight_loud'],
    ['data', 'stored_title'],
    ['look', 'look_theme'],
    ['about', 'keys_anywhere'],
    ['help', 'help_lead'],
  ] as const
).map(([section, shows]) => ({ name: section, path: `options.html#${section}`, shows: text(shows) }))
/** The same with much in them. */
const full = ['today', 'history', 'patterns', 'reflect', 'nudges'].map(section => ({
  name: `${section} of a year`,
  path: `look-around.html#${section}`,
}))
const pages = [
  ...own,
  ...full,
  { name: 'welcome', path: 'welcome.html' },
  { name: 'report', path: 'report.html' },
]

type Wrong = { [what: string]: readonly string[] }

/** What is wrong in a way that can be seen, with the page given back as it was. */
const looksWrong = async (view: View, least: 24 | 44, size: typeof zoomed): Promise<Wrong> => {
  const wrong: Wrong = { small: await smallTargets(view, least), clipped: await clipped(view) }
  await spaceOut(view)
  wrong['clipped where spaced'] = await clipped(view)
  await view.page?.setViewport(size)
  wrong['clipped where spaced and zoomed'] = await clipped(view)
  await spaceAsBefore(view)
  wrong['clipped where zoomed'] = await clipped(view)
  wrong['covered where zoomed'] = await covered(view)
  await view.page?.setViewport(null)
  return wrong
}

/** A page is read part by part: it may take a moment until it tells what it told before, which stands in a file. */
const tellsAsBefore = async (view: View, name: string): Promise<void> => {
  const file = join(import.meta.dirname, 'trees', `${name}.txt`)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : null
  await waitFor(name, async () => (await treeOf(view, most)) === before, 5_000).catch(() => {})
  await expect(await treeOf(view, most)).toMatchFileSnapshot(file)
}

/** The names of what is wrong alone. */
const told = (wrong: Wrong): Wrong =>
  Object.fromEntries(Object.entries(wrong).filter(([, findings]) => findings.length > 0))

/** Every step of a check-in and a pause, by what it shows. */
const walkThePopup = async (view: View, look: (step: string) => Promise<void>): Promise<void> => {
  await view.until(() => performance.getEntriesByName('ready').length > 0)
  await look('felt')
  await answerFelt(view, 2)
  await view.sees(text('far_question'))
  await look('far')
  await view.click('button', text('far_1'))
  await view.sees(text('words_question'))
  await view.click('button', text('word_numb'))
  await view.sees(text('words_guess'))
  await look('words')
  await view.click('button', text('next'))
  await view.sees(text('offer_title'))
  await look('offer')
  await view.click('button', text('more_title'))
  await view.sees(text('note_label'))
  await look('more')
  await view.click('button', text('offer_start'))
  await view.sees(text('pause_stop'))
  await view.press('w')
  await look('pause')
  await view.click('button', text('pause_stop'))
  await view.sees(text('after_question'))
  await answerWorse(view)
  await look('worse')
  await view.click('button', text('offer_all'))
  await view.sees(text('pause_long_exhale'))
  await look('all pauses')
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    await putLocal(driver, { settings: { welcomed: true, askAgain: false } })
  })
  afterAll(() => driver.close())

  test.each(pages)('$name: by Tab alone, at 400 %, with spaced text', async ({ path }) => {
    const view = await driver.open(path)
    await stands(view)
    const { count, wrong } = await walkByTab(view)
    expect(count).toBeGreaterThan(2)
    expect(told({ ...(await looksWrong(view, 24, zoomed)), 'by Tab': wrong })).toEqual({})
    await view.close()
  })

  test('every step of the popup', async () => {
    const view = await driver.open('popup.html')
    await view.page?.setViewport({ width: 380, height: 560 })
    const found: { [step: string]: Wrong } = {}
    await walkThePopup(view, async step => {
      const { wrong } = await walkByTab(view)
      // At twice its size 190 px are left of the popup.
      found[step] = told({ ...(await looksWrong(view, 44, { width: 190, height: 280 })), 'by Tab': wrong })
      await view.page?.setViewport({ width: 380, height: 560 })
    })
    await finish(driver, view)
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map(step => [step, {}])))
  })
})

describe('Chromium', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch('chromium')
    await putLocal(driver, { settings: { welcomed: true, askAgain: false } })
  })
  afterAll(() => driver.close())

  test.each([...own, { name: 'welcome', path: 'welcome.html', shows: text('welcome_start') }])(
    '$name as a screen reader is told',
    async ({ name, path, shows }) => {
      const view = await driver.open(path)
      await stands(view)
      await view.sees(shows)
      await tellsAsBefore(view, name)
      await view.close()
    },
  )

  test('a pause and what is asked after it as a screen reader is told', async () => {
    const view = await driver.open('popup.html')
    await view.until(() => performance.getEntriesByName('ready').length > 0)
    await view.click('button', text('pause_first'))
    await view.sees(text('pause_stop'))
    await view.press('w')
    await tellsAsBefore(view, 'popup-pause')
    await view.click('button', text('pause_stop'))
    await view.sees(text('after_question'))
    await tellsAsBefore(view, 'popup-after')
    await finish(driver, view)
  })

  test('on paper it is light, whatever was chosen, and leads nowhere', async () => {
    const view = await driver.open('options.html#words')
    await view.evaluate(() => {
      document.documentElement.dataset['theme'] = 'dark'
    })
    const session = await view.page?.createCDPSession()
    await session?.send('Emulation.setEmulatedMedia', {
      media: 'print',
      features: [{ name: 'prefers-color-scheme', value: 'dark' }],
    })
    await stands(view)
    const seen = () =>
      view.evaluate(() => ({
        ink: getComputedStyle(document.body).color,
        places: document.querySelector('nav')?.checkVisibility(),
      }))
    expect(await seen()).toEqual({ ink: 'oklch(0.27 0.025 245)', places: false })
    await session?.send('Emulation.setEmulatedMedia', { media: '', features: [] })
    expect(await seen()).toEqual({ ink: 'oklch(0.935 0.012 85)', places: true })
    await view.close()
  })

  test.each(['no-preference', 'reduce'] as const)('motion: %s', async motion => {
    // Some texts come after a while and not for a blink, which takes 1 ms and moves nothing.
    const longest = motion === 'reduce' ? 1 : 5_000
    const found: { [step: string]: readonly string[] } = {}
    const view = await driver.open('popup.html')
    const session = await view.page?.createCDPSession()
    await session?.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-motion', value: motion }],
    })
    await walkThePopup(view, async step => {
      // What moves for longer than 5 s stands beside the button that stops it.
      const canStop = await view.has('button', text('pause_stop'))
      const moves = await moving(view, longest)
      if (moves.length > 0 && (motion === 'reduce' || !canStop)) found[step] = moves
      // Which pause is offered then is chance.
      if (motion === 'no-preference' && /felt|far|words/.test(step))
        await tellsAsBefore(view, `popup-${step}`)
    })
    await finish(driver, view)
    expect(found).toEqual({})
    for (const { name: page, path } of pages) {
      const other = await driver.open(path)
      const its = await other.page?.createCDPSession()
      await its?.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-reduced-motion', value: motion }],
      })
      await stands(other)
      const moves = await moving(other, longest)
      if (moves.length > 0) found[page] = moves
      await other.close()
    }
    expect(found).toEqual({})
  })
})
