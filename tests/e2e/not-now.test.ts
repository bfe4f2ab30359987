/** "Not now" to a reminder: stored at once, and after it two taps and three snoozes for those who want them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { type Notifications, startNotifications } from '../support/notifications.ts'
import {
  answerFelt,
  checkInsOnceThereAre,
  localOf,
  planNudge,
  putLocal,
  rowsOf,
  text,
} from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

type Stored = { readonly phase?: string; readonly asked?: boolean; readonly dueAt?: number }

const stateOf = async (driver: Driver): Promise<Stored> => ((await localOf(driver))['nudge'] ?? {}) as Stored

/** Firefox's protocol notices a page that closed by itself when it is asked something. */
const isGone = async (view: View): Promise<boolean> => {
  if (view.page === null) return (await view.text()) === ''
  return (
    view.page.isClosed() ||
    view.text().then(
      () => false,
      () => true,
    )
  )
}

const gone = (view: View): Promise<unknown> => waitFor('the end of the popup', () => isGone(view))

/** Waits until the latest reminder that was shown is stored as "not now", for `reason`. */
const stored = (driver: Driver, reason: string | null) =>
  waitFor('the stored "not now"', async () => {
    const latest = (await rowsOf(driver, 'nudges')).findLast(row => row.shownAt !== null)
    return latest?.outcome === 'not-now' && latest.reason === reason
  })

const nothingToMend = async (view: View): Promise<void> => {
  expect(await findings(view)).toEqual([])
}

describe.each(browserNames)('%s', name => {
  let notifications: Notifications
  let driver: Driver

  beforeAll(async () => {
    notifications = await startNotifications()
    driver = await launch(name, {
      environment: notifications.environment,
      // Shorter than a slow disk needs for a record, the event page would go before it is written.
      preferences: { 'extensions.background.idle.timeout': 2_500 },
    })
  })
  beforeEach(() => putLocal(driver, { settings: {}, nudge: null, draft: null }))
  afterAll(async () => {
    await driver.close()
    notifications.stop()
  })

  const remind = async (): Promise<void> => {
    const before = notifications.shown.length
    await planNudge(driver)
    await notifications.next(before)
  }

  /** The popup as a click on the reminder opens it. */
  const clicked = async (): Promise<View> => {
    const reminder = notifications.shown.at(-1)
    if (!reminder) throw new Error('There is no reminder')
    notifications.click(reminder)
    const popup = await driver.opened()
    await popup.sees(text('felt_question'))
    return popup
  }

  test('a snooze in the popup comes back after so many minutes', async () => {
    await remind()
    const popup = await clicked()
    await popup.click('button', text('not_now'))
    await popup.sees(text('end_not_now'))
    await stored(driver, null)
    for (const key of ['not_now_moment', 'not_now_today', 'done'] as const) {
      await popup.find('button', text(key))
    }
    for (const minutes of [5, 15, 60]) await popup.find('button', text('snooze_minutes_other', minutes))

    const before = Date.now()
    await popup.click('button', text('snooze_minutes_other', 15))
    const { dueAt } = await waitFor('the snooze', async () => {
      const state = await stateOf(driver)
      return state.phase === 'waiting' && state.asked === true && state
    })
    expect(Number(dueAt) - before).toBeGreaterThanOrEqual(14.9 * 60_000)
    expect(Number(dueAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000)
    await gone(popup)
  })

  test('"bad moment" by its key: it says what follows, stays to be read, and Escape closes', async () => {
    await remind()
    const popup = await driver.open('popup.html')
    await popup.sees(text('felt_question'))
    await popup.press('Escape')
    await popup.sees(text('end_not_now'))
    expect(await popup.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    await nothingToMend(popup)
    await popup.press('m')
    await popup.sees(text('not_now_tuned'))
    await nothingToMend(popup)
    await stored(driver, 'moment')
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toContain(text('done'))
    expect(await popup.has('button', text('not_now_today'))).toBe(false)
    await popup.press('Escape')
    await gone(popup)
  })

  test('"not today" in the small window, which is left by a click elsewhere', async () => {
    await remind()
    const window = await driver.open('window.html')
    await window.sees(text('felt_question'))
    await window.press('Escape')
    await window.sees(text('end_not_now'))
    await window.click('button', text('not_now_today'))
    await window.sees(text('not_now_no_more'))
    await stored(driver, 'today')
    await window.evaluate(() => globalThis.dispatchEvent(new Event('blur'))).catch(() => undefined)
    await gone(window)
  })

  test('pressed before the background has said anything, it still knows of the reminder', async () => {
    await remind()
    await driver.stopWorker()
    const popup = await driver.open('popup.html')
    await popup.press('Escape')
    await popup.sees(text('end_not_now'))
    await stored(driver, null)
  })

  test('without a reminder it closes at once', async () => {
    const popup = await driver.open('popup.html')
    await popup.until(() => performance.getEntriesByName('ready').length > 0)
    await popup.click('button', text('not_now'))
    await gone(popup)
  })

  test('the question about reminders comes once more after the first check-in, and then no more', async () => {
    const first = await driver.open('popup.html')
    await answerFelt(first, 7)
    await first.click('button', text('done'))
    await first.sees(text('welcome_ask'))
    await nothingToMend(first)
    await first.click('button', text('welcome_yes'))
    await gone(first)
    await checkInsOnceThereAre(driver, 1)
    expect((await localOf(driver))['settings']).toMatchObject({
      askAgain: false,
      nudges: { mode: { kind: 'random', perDay: 3 } },
    })

    const second = await driver.open('popup.html')
    await answerFelt(second, 8)
    await second.click('button', text('done'))
    await gone(second)
  })
})
