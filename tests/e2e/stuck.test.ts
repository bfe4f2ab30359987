/** "I'm stuck" with its four doors, the line that is kept, and who stands beside the offer after a hard word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MessageKey } from '../../lib/platform/i18n.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, finish, localOf, rowsOf, text, windowsOf } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const openPopup = async (driver: Driver): Promise<View> => {
  const popup = await driver.open('popup.html')
  await popup.until(() => performance.getEntriesByName('ready').length > 0)
  return popup
}

/** A popup at the offer. */
const toOffer = async (driver: Driver, felt: number, far?: MessageKey): Promise<View> => {
  const popup = await openPopup(driver)
  await answerFelt(popup, felt)
  if (far) await popup.click('button', text(far))
  await popup.sees(text('words_question'))
  await popup.click('button', text('next'))
  await popup.find('button', text('offer_start'))
  return popup
}

const toDoor = async (view: View, digit: string, heading: MessageKey): Promise<void> => {
  await view.find('heading', text('stuck_title'))
  await view.press(digit)
  await view.find('heading', text(heading))
}

const keptLines = (driver: Driver, ...wanted: readonly object[]) =>
  waitFor(`${JSON.stringify(wanted)} in the history`, async () => {
    const rows = await rowsOf(driver, 'reflections')
    const lines = rows
      .filter(row => row.undoUntil === undefined)
      .map(row => ({ type: row.type, ...row.fields }))
    return JSON.stringify(lines) === JSON.stringify(wanted)
  })

/** The size and the height on screen of what is named so within the step itself. */
const boxOf = (view: View, label: string) =>
  view.evaluate(wanted => {
    const all = [...document.querySelectorAll<HTMLElement>('main button, main a[href]')]
    const found = all.find(element => (element.querySelector('span') ?? element).textContent === wanted)
    const box = found?.getBoundingClientRect()
    return box && { width: Math.round(box.width), height: Math.round(box.height), top: Math.round(box.top) }
  }, label)

const focused = (view: View) => view.evaluate(() => document.activeElement?.textContent ?? '')

const odd = '<b>the light</b> on the wall, بعيد'
const oddName = 'ميرا <i>& Jo</i>'

type WindowsApi = { readonly windows: { create: unknown } }

declare const browser: WindowsApi
declare const chrome: WindowsApi

/** From now on the browser opens no window for this page, until it is called with false. */
const refuseWindows = (view: View, refuses: boolean): Promise<void> =>
  view.evaluate(refuses => {
    const { windows } = typeof browser === 'undefined' ? chrome : browser
    const kept = globalThis as { create?: unknown }
    kept.create ??= windows.create
    windows.create = refuses ? () => Promise.reject(new Error('refused')) : kept.create
  }, refuses)

/** The button of one pause among several. */
const startOf = (pause: MessageKey): string => `${text('offer_start')} ${text(pause)}`

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())
  const check = async (view: View): Promise<void> => {
    expect(await findings(view)).toEqual([])
  }

  test('a line is asked for when much came through, kept as it is typed, and shown only when asked for', async () => {
    const popup = await toOffer(driver, 8)
    await popup.type('textbox', text('keep_ask'), odd)
    await popup.sees(text('end_saved'))
    await keptLines(driver, { type: 'line', text: odd, kept: true })
    await check(popup)

    await popup.click('button', text('stuck_open'))
    await toDoor(popup, '3', 'stuck_doubt')
    await popup.sees(text('keepsake_title'))
    expect(await popup.text()).not.toContain(odd)
    await popup.press('y')
    await popup.sees(odd)
    expect(await popup.evaluate(() => document.querySelector('main b'))).toBe(null)
    expect(await popup.has('button', text('offer_other'))).toBe(false)
    await check(popup)

    await popup.click('button', text('keepsake_delete_spoken'))
    await popup.sees(text('deleted'))
    await popup.sees(text('keepsake_empty'))
    await waitFor('the focus on Undo', async () => (await focused(popup)) === text('undo'))
    await keptLines(driver)
    await check(popup)
    await popup.press('Enter')
    await popup.sees(odd)
    await keptLines(driver, { type: 'line', text: odd, kept: true })
    await popup.close()

    // Goes on at the door, with the line out of sight.
    const again = await openPopup(driver)
    await again.find('heading', text('stuck_doubt'))
    expect(await again.text()).not.toContain(odd)
    await again.click('button', text('back'))
    await again.click('button', text('back'))
    await again.find('textbox', text('keep_ask'))
    await finish(driver, again)

    // Once a day.
    const next = await toOffer(driver, 9)
    expect(await next.has('textbox', text('keep_ask'))).toBe(false)
    await finish(driver, next)
  })

  test('the four doors by keyboard, each with someone to talk to, and nothing in title or address', async () => {
    const popup = await toOffer(driver, 5)
    await popup.press('i')
    await popup.find('heading', text('stuck_title'))
    await check(popup)
    const doors = [
      ['1', 'stuck_alone', 'alone_group_what'],
      ['2', 'stuck_blocked', 'pause_hum_about'],
      ['3', 'stuck_doubt', 'doubt_none'],
      ['4', 'too_much_title', 'too_much_3'],
    ] as const
    for (const [digit, heading, shows] of doors) {
      await toDoor(popup, digit, heading)
      await popup.sees(text(shows))
      expect(await focused(popup)).toBe(text(heading))
      await popup.find('link', text('help_link'))
      expect(
        await popup.evaluate(() => [document.title, location.pathname, location.hash, location.search]),
      ).toEqual(['Thaw', '/popup.html', '', ''])
      await check(popup)
      await popup.click('button', text('back'))
    }
    await toDoor(popup, '2', 'stuck_blocked')
    await popup.sees(text('pause_one_line_about'))
    await popup.press('4')
    await popup.type('textbox', text('pause_one_line_text'), 'rain')
    await keptLines(
      driver,
      { type: 'line', text: odd, kept: true },
      { type: 'line', text: 'rain', kept: false, pauseId: 'one-line' },
    )
    await popup.click('button', text('pause_stop'))
    await finish(driver, popup)
  })

  test('far away, everything looks outward and nothing of one’s own is shown', async () => {
    const popup = await toOffer(driver, 2, 'far_2')
    await popup.press('i')
    await toDoor(popup, '2', 'stuck_blocked')
    await popup.sees(text('pause_look_up_about'))
    expect(await popup.text()).not.toContain(text('pause_long_exhale'))
    await popup.click('button', text('back'))
    await toDoor(popup, '3', 'stuck_doubt')
    await popup.sees(text('reason_far'))
    expect(await popup.text()).not.toContain(text('keepsake_title'))
    await popup.press('1')
    await popup.find('button', text('pause_stop'))
    await popup.click('button', text('pause_stop'))
    await popup.click('button', text('ease_eased'))
    await popup.sees(text('end_saved'))
    await finish(driver, popup)

    const next = await toOffer(driver, 6)
    await next.press('i')
    await toDoor(next, '3', 'stuck_doubt')
    await next.sees(text('reason_eased', 1, 1))
    await finish(driver, next)
  })

  test('“it is too much” asks nothing, and says it once more', async () => {
    const popup = await toOffer(driver, 6)
    await popup.press('i')
    await toDoor(popup, '4', 'too_much_title')
    const once = await boxOf(popup, text('too_much_again'))
    expect(once?.height).toBeGreaterThanOrEqual(44)
    expect(await boxOf(popup, text('help_link'))).toEqual(once)
    await popup.press('o')
    await waitFor('the lines in focus', async () => (await focused(popup)).startsWith(text('too_much_1')))
    await finish(driver, popup)
  })

  test('after a hard word an outward pause and someone to talk to stand side by side, as large, and nothing tells of it', async () => {
    const popup = await openPopup(driver)
    await answerFelt(popup, 6)
    await popup.type('searchbox', text('words_find'), text('word_ashamed'))
    await popup.click('button', text('word_ashamed'))
    await popup.click('button', text('next'))
    await popup.find('button', text('offer_start'))
    await popup.sees(text('reason_outward'))
    for (const width of [380, 320]) {
      await popup.page?.setViewport({ width, height: 560 })
      const start = await boxOf(popup, text('offer_start'))
      expect(start?.height).toBeGreaterThanOrEqual(44)
      expect(await boxOf(popup, text('help_link'))).toEqual(start)
    }
    await popup.page?.setViewport(null)
    await check(popup)

    const stored = async () => {
      const rows = await Promise.all([
        rowsOf(driver, 'checkIns'),
        rowsOf(driver, 'sessions'),
        rowsOf(driver, 'nudges'),
      ])
      return JSON.stringify([rows, Object.keys(await localOf(driver)).sort()])
    }
    const before = await stored()
    await popup.evaluate(() => {
      document.querySelector<HTMLElement>('main a[href*="#help"]')?.click()
    })
    expect(await stored()).toBe(before)
    expect(before).not.toMatch(/beside/i)
    await finish(driver, popup)
  })

  test('a name that is added behind “I feel alone” stands there, in the popup and on Today', async () => {
    const popup = await toOffer(driver, 6)
    await popup.press('i')
    await toDoor(popup, '1', 'stuck_alone')
    await popup.type('textbox', text('people_empty'), oddName)
    await check(popup)
    await popup.press('Enter')
    await popup.sees(oddName)
    expect(await popup.evaluate(() => document.querySelector('main li i'))).toBe(null)
    // The field is gone; the focus is with the list.
    expect(await popup.has('textbox', text('people_empty'))).toBe(false)
    expect(await focused(popup)).toBe(text('help_own') + oddName)
    await waitFor('the name in the history', async () =>
      (await rowsOf(driver, 'reflections')).some(
        ({ type, fields }) => type === 'person' && fields['name'] === oddName,
      ),
    )
    await check(popup)
    await finish(driver, popup)

    const view = await driver.open('options.html#today')
    await view.click('button', text('stuck_open'))
    await toDoor(view, '1', 'stuck_alone')
    await view.sees(oddName)
    expect(await view.has('textbox', text('people_empty'))).toBe(false)
    await check(view)
    await view.close()
  })

  test('Today has the same doors in the page, by keyboard, and the way back ends where it began', async () => {
    const view = await driver.open('options.html#today')
    await view.click('button', text('stuck_open'))
    await view.find('heading', text('stuck_title'))
    await check(view)
    const doors = [
      ['1', 'stuck_alone', 'help_sentence'],
      ['2', 'stuck_blocked', 'pause_care_about'],
      ['3', 'stuck_doubt', 'keepsake_title'],
      ['4', 'too_much_title', 'too_much_2'],
    ] as const
    for (const [digit, heading, shows] of doors) {
      await toDoor(view, digit, heading)
      await view.sees(text(shows))
      await waitFor('the heading in focus', async () => (await focused(view)) === text(heading))
      expect(await view.evaluate(() => [document.title, location.hash])).toEqual(['Thaw', '#today'])
      await check(view)
      await view.press('Escape')
    }
    await toDoor(view, '3', 'stuck_doubt')
    await view.press('y')
    await view.sees(odd)
    await check(view)
    await view.press('Escape')
    await view.find('heading', text('stuck_title'))
    await view.press('Escape')
    await waitFor('the focus where it was', async () => (await focused(view)) === text('stuck_open'))

    // The row of places leads back at once, and who was elsewhere finds Today as it begins.
    await view.press('Enter')
    await toDoor(view, '1', 'stuck_alone')
    await view.click('link', text('place_today'))
    await waitFor('the focus where it was', async () => (await focused(view)) === text('stuck_open'))
    await view.press('Enter')
    await view.find('heading', text('stuck_title'))
    await view.click('link', text('place_history'))
    await view.find('heading', text('place_history'))
    await view.click('link', text('place_today'))
    await view.find('button', text('stuck_open'))
    await view.close()
  })

  test('a pause that is started on Today opens in the small window, and another one goes on there', async () => {
    await finish(driver, await toOffer(driver, 6))
    const view = await driver.open('options.html#today')
    await view.click('button', text('stuck_open'))
    await toDoor(view, '2', 'stuck_blocked')
    await refuseWindows(view, true)
    await view.click('button', startOf('pause_hum'))
    await view.sees(text('pause_not_started'))
    await check(view)
    await refuseWindows(view, false)
    await view.click('button', startOf('pause_hum'))
    const hidden = await driver.opened()
    expect(await view.text()).not.toContain(text('pause_not_started'))
    await hidden.find('heading', text('pause_hum'))
    expect(await hidden.evaluate(() => location.pathname)).toBe('/window.html')
    // Out of sight it stands blank, and nothing more opens in it.
    await hidden.press('F2')
    await hidden.until(() => location.href === 'about:blank')
    await view.click('button', startOf('pause_hum'))
    const small = await driver.opened()
    await small.find('heading', text('pause_hum'))
    const windows = await windowsOf(driver)

    await view.click('button', startOf('pause_care'))
    await small.find('heading', text('pause_care'))
    expect(await windowsOf(driver)).toBe(windows)
    const ran = (await rowsOf(driver, 'sessions')).map(({ pauseId, checkInId }) => [pauseId, checkInId])
    expect(ran).toContainEqual(['hum', null])
    expect(ran).toContainEqual(['care', null])

    // What is worse there is left out here.
    await small.click('button', text('pause_stop'))
    await small.click('button', text('ease_worse'))
    await waitFor('the page without it', async () => !(await view.has('button', startOf('pause_care'))))
    await finish(driver, small)
    await view.close()
  })
})
