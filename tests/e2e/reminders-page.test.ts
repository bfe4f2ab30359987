/** Settings → Reminders and the line on Today in real browsers: by keyboard alone, and what axe says of every state. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { tell } from '../support/nudge-machine.ts'
import { putLocal, text } from '../support/thaw.ts'

const day = { from: 540, to: 1260 }
const week = (...hours: readonly object[]) => Array.from({ length: 7 }, () => hours)

const remindersAs = async (
  driver: Driver,
  nudges: object,
  state: object = { phase: 'off' },
): Promise<void> => {
  // What the worker still does for the test before is done once it answers, and takes the place of nothing that is put there.
  await tell(driver, { kind: 'settings-changed' })
  await putLocal(driver, {
    settings: {
      welcomed: true,
      nudges: { mode: { kind: 'random', perDay: 3 }, hours: week(day), ...nudges },
    },
    nudge: state,
  })
}

const ignored = (times: number, more: object = {}) => ({
  phase: 'waiting',
  dueAt: null,
  asked: false,
  memory: { ignored: times, ...more },
})

/** Presses Tab until the focus stands on what begins with `name`. */
const tabTo = async (view: View, name: string, presses = 60): Promise<void> => {
  for (let pressed = 0; pressed < presses; pressed += 1) {
    await view.press('Tab')
    const at = await view.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null
      const label = element?.labels?.[0]?.innerText
      return (element?.getAttribute('aria-label') ?? label ?? element?.innerText ?? '').trim()
    })
    if (at.startsWith(name)) return
  }
  throw new Error(`No Tab leads to "${name}"`)
}

/** Where the keys go on from when the place in the row is chosen again. */
const toTop = (view: View): Promise<void> =>
  view.evaluate(() => document.querySelector<HTMLElement>('h1')?.focus())

/** What has the focus, as the text of the element. */
const focused = (view: View): Promise<string> =>
  view.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '')

describe.each(browserNames)('%s, by keyboard alone', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('reminders are switched on, put off for an hour, taken up again, and one is looked at', async () => {
    await remindersAs(driver, { mode: { kind: 'off' } })
    const view = await driver.open('options.html#nudges')
    await view.sees(text('nudges_mode'))
    await tabTo(view, text('nudges_mode_off'))
    await view.press('ArrowDown')
    await view.sees('3 times a day at random between')
    await view.sees('The next reminder comes')

    await toTop(view)
    await tabTo(view, text('away_hour'))
    await view.press('Enter')
    await view.sees('No reminders until')
    await view.find('button', text('away_back'))

    await toTop(view)
    await tabTo(view, text('away_back'))
    await view.press('Enter')
    await view.sees('The next reminder comes')
    // The button has gone, and the focus has not gone with it.
    expect(await focused(view)).toContain('The next reminder comes')

    await tabTo(view, text('away_date'))
    await view.press('Enter')
    await view.find('button', text('away_date_set'))
    await tabTo(view, text('away_date_set'))
    await view.press('Enter')
    await view.sees(text('away_date_wrong'))

    await tabTo(view, text('test_send'))
    await view.press('Enter')
    await view.sees(text('nudge_test_asked'))
    await tabTo(view, text('yes'), 1)
    await view.press('Enter')
    await view.sees(text('test_thanks'))
    expect(await focused(view)).toContain(text('test_thanks'))
    await view.sees(text('log_not_now'))
    await view.close()
  })

  test('Today says that Thaw went quiet, and takes it up again', async () => {
    await remindersAs(driver, {}, ignored(7))
    const view = await driver.open('options.html#today')
    await view.sees(text('nudge_went_quiet'))
    await tabTo(view, text('start_again'))
    await view.press('Enter')
    await view.sees('The next reminder comes')
    expect(await focused(view)).toBe(text('next_change'))
    await view.close()
  })

  test('Today counts down without a word, and says aloud that none come any more', async () => {
    const every = (minutes: number) => ({ mode: { kind: 'every', minutes }, hours: week({ from: 0, to: 0 }) })
    const spoken = (view: View) =>
      view.evaluate(() => document.querySelector('main [aria-live]')?.getAttribute('aria-live'))
    const change = async (nudges: object) => {
      // The state that the worker left stands, for it tells of what differs from that alone.
      await putLocal(driver, { settings: { welcomed: true, nudges } })
      await tell(driver, { kind: 'settings-changed' })
    }
    await remindersAs(driver, every(15))
    const view = await driver.open('options.html#today')
    await view.sees('about 15 more minutes')
    await change(every(14))
    await view.sees('about 14 more minutes')
    expect(await spoken(view)).toBe('off')
    await change({ ...every(14), mode: { kind: 'off' } })
    await view.sees(text('next_off'))
    expect(await spoken(view)).toBe('polite')
    await view.close()
  })

  test('Today says that Thaw stays quiet when that is wanted', async () => {
    await remindersAs(driver, {}, ignored(7))
    const view = await driver.open('options.html#today')
    await view.sees(text('nudge_went_quiet'))
    await tabTo(view, text('nudge_stay_quiet'))
    await view.press('Enter')
    await view.sees(text('next_off'))
    await view.close()
  })
})

describe('Chromium, as axe sees it', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch('chromium')
  })
  afterAll(() => driver.close())

  test.each([
    [
      'hours that overlap, cross midnight and differ by day',
      { hours: [...week(day, { from: 1200, to: 120 })].with(6, []) },
    ],
    ['fixed times of which some are left out', { mode: { kind: 'fixed', times: [480, 600, 630] } }],
    ['minutes of use', { mode: { kind: 'every', minutes: 45 } }],
    ['a shared screen, the whole week', { sharing: true, hours: week({ from: 0, to: 0 }) }],
    ['no way and no hours', { channels: { notification: false, badge: false }, hours: week() }],
  ])('%s', async (_, nudges) => {
    await remindersAs(driver, nudges)
    const view = await driver.open('options.html#nudges')
    await view.sees(text('plan_title'))
    expect(await findings(view)).toEqual([])
    await view.close()
  })

  test('quiet, with times that did not suit', async () => {
    const today = Temporal.Now.plainDateISO().toString()
    await remindersAs(driver, {}, ignored(7, { badMoments: [{ minute: 840, day: today }] }))
    const view = await driver.open('options.html#nudges')
    await view.sees(text('bad_forget'))
    expect(await findings(view)).toEqual([])
    await view.close()
  })

  test('a time away with a date that cannot be, help by system, and the log', async () => {
    await remindersAs(driver, { channels: { notification: true, badge: false } })
    const view = await driver.open('options.html#nudges')
    await view.click('button', text('away_date'))
    await view.click('button', text('away_date_set'))
    await view.sees(text('away_date_wrong'))
    await view.click('button', text('test_send'))
    await view.click('button', text('no'))
    await view.sees(text('err_reminders'))
    expect(await view.text()).not.toContain(text('test_dot_works'))
    await view.page?.locator('summary').click()
    await view.sees(text('system_windows_1'))
    await view.sees(text('log_not_now'))
    expect(await findings(view)).toEqual([])
    await view.click('button', text('test_use_dot'))
    await view.sees(text('test_dot_on'))
    await view.close()
  })

  test('Today, away and with fewer reminders', async () => {
    const until = Date.now() + 30 * 60_000
    await remindersAs(driver, {}, ignored(3, { away: { until } }))
    const view = await driver.open('options.html#today')
    await view.find('button', text('away_back'))
    await view.sees(text('nudge_fewer'))
    expect(await findings(view)).toEqual([])
    await view.close()
  })
})
