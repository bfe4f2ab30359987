/** How a nudge comes: once, without taking the focus, with what the browser can do and no more, and by the dot where nothing is shown. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { minute } from '../../lib/core/time.ts'
import { startBus } from '../support/bus.ts'
import { browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { type Notifications, startNotifications } from '../support/notifications.ts'
import {
  alarmsOf,
  askStatus,
  inPhase,
  logOf,
  makeDue,
  nudgeOf,
  putNudge,
  ring,
  tell,
} from '../support/nudge-machine.ts'
import { badgeOf, eagerSettings, rowsOf, text, windowsOf } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'
import { inFront, openAnotherWindow } from '../support/windows.ts'

/** As pages of an extension know it. */
declare const chrome: {
  readonly extension: { getViews(of: { readonly type: 'tab' }): readonly Window[] }
}

const ended = (driver: Driver, outcome: string) =>
  waitFor(`a nudge with the outcome ${outcome}`, async () =>
    (await rowsOf(driver, 'nudges')).find(row => row.outcome === outcome),
  )

describe.each(browserNames)('%s', name => {
  let notifications: Notifications
  let driver: Driver
  let shownBefore = 0

  beforeAll(async () => {
    notifications = await startNotifications()
    driver = await launch(name, { environment: notifications.environment })
  })
  afterAll(async () => {
    await driver.close()
    notifications.stop()
  })
  beforeEach(() => {
    shownBefore = notifications.shown.length
  })

  test('is asked for nothing that it does not know', async () => {
    if (name === 'firefox') await listenToNotifications(driver)
    await makeDue(driver)
    const { actions } = await notifications.next()
    expect(Object.values(actions).includes(text('nudge_later'))).toBe(name === 'chromium')
    // Only Firefox refuses what it does not know, and lets others look into its background page.
    const asked = name === 'firefox' ? await askedOptions(driver) : null
    expect(asked).toEqual(name === 'firefox' ? [['iconUrl', 'message', 'title', 'type']] : null)
    expect(await logOf(driver)).toEqual([])
  })

  test('takes the nudge away at "not now", and keeps what was said of the moment', async () => {
    await makeDue(driver)
    const reminder = await notifications.next(shownBefore)
    await waitFor('the dot', async () => (await badgeOf(driver)) !== '')
    await tell(driver, { kind: 'not-now', reason: null })
    await waitFor('the end of the notification', () => notifications.closed.includes(reminder.id))
    expect(await badgeOf(driver)).toBe('')
    const record = await ended(driver, 'not-now')
    expect(record).toMatchObject({ openedAt: null, reason: null })

    await tell(driver, { kind: 'not-now', reason: 'moment' })
    await waitFor('the reason', async () =>
      (await rowsOf(driver, 'nudges')).some(row => row.id === record.id && row.reason === 'moment'),
    )
    expect((await askStatus(driver)).badMinutes).toHaveLength(1)
    expect(notifications.shown).toHaveLength(shownBefore + 1)
  })

  test('shows one nudge for two windows, and leaves the focus where it is', async () => {
    await openAnotherWindow(driver)
    const before = await inFront(driver)
    expect(before.windows).toHaveLength(2)
    const dueAt = await makeDue(driver)
    const recorded = async () => (await rowsOf(driver, 'nudges')).filter(row => row.plannedAt === dueAt)
    await notifications.next(shownBefore)
    await waitFor('the dot', async () => (await badgeOf(driver)) !== '')
    await waitFor('its record', async () => (await recorded()).length > 0)
    expect(await inFront(driver)).toEqual(before)
    await ring(driver)
    await askStatus(driver)
    expect(await recorded()).toHaveLength(1)
    expect(notifications.shown).toHaveLength(shownBefore + 1)
    expect(await inFront(driver)).toEqual(before)
  })

  test('puts the nudge off for 15 minutes: Chromium at a button, Firefox, which has none, in Thaw', async () => {
    await makeDue(driver)
    const reminder = await notifications.next(shownBefore)
    await inPhase(driver, 'shown')
    const later = Object.entries(reminder.actions).find(([, label]) => label === text('nudge_later'))?.[0]
    if (name === 'chromium') {
      await driver.stopWorker()
      notifications.click(reminder, later)
    } else await tell(driver, { kind: 'snooze', minutes: 15 })
    const record = await ended(driver, 'snoozed')
    const dueAt = (record.answeredAt ?? 0) + 15 * minute
    expect(await nudgeOf(driver)).toMatchObject({ phase: 'waiting', dueAt, asked: true })
    await waitFor('the end of the dot', async () => (await badgeOf(driver)) === '')
    await waitFor(
      'the alarm',
      async () => Math.abs(((await alarmsOf(driver))[0]?.scheduledTime ?? 0) - dueAt) < 1,
    )

    const { memory } = await nudgeOf(driver)
    await putNudge(driver, { phase: 'waiting', dueAt: Date.now(), asked: true }, memory)
    await notifications.next(shownBefore + 1)
    expect(await logOf(driver)).toEqual([])
  })
})

test.each(browserNames)('%s leaves the dot where no system shows notifications, and goes on', async name => {
  const bus = await startBus()
  const driver = await launch(name, { environment: bus.environment })
  await makeDue(driver)
  const { id } = await inPhase(driver, 'shown')
  await waitFor('the dot', async () => (await badgeOf(driver)) !== '')
  expect(await driver.workerRuns()).toBe(true)
  await tell(driver, { kind: 'not-now', reason: null })
  expect(await ended(driver, 'not-now')).toMatchObject({ id })
  await makeDue(driver)
  expect((await inPhase(driver, 'shown')).id).not.toBe(id)
  await driver.close()
  bus.stop()
})

/** A zone in which it is between seven and eight in the evening now. */
const eveningZone = (): string => {
  const ahead = (19 - Temporal.Now.zonedDateTimeISO('UTC').hour + 24) % 24
  const offset = ahead > 14 ? ahead - 24 : ahead
  // POSIX counts to the west.
  return offset === 0 ? 'UTC' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

test.each(browserNames)(
  '%s opens a high and a low of the day where a reminder of the evening is clicked',
  async name => {
    const notifications = await startNotifications()
    const driver = await launch(name, { environment: { ...notifications.environment, TZ: eveningZone() } })
    const settings = { ...eagerSettings, nudges: { ...eagerSettings.nudges, evening: true } }
    await makeDue(driver, settings)
    const reminder = await notifications.next()
    // What it leads to is nobody else's to read.
    expect(reminder).toMatchObject({ title: text('nudge_title'), body: text('nudge_body') })
    notifications.click(reminder)
    // Firefox opens it in another process, where no protocol follows; the extension's own pages see each other.
    await driver.bare.until(
      label =>
        chrome.extension
          .getViews({ type: 'tab' })
          .some(
            ({ location, document }) =>
              location.hash === '#reflect' &&
              (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent === label,
          ),
      text('pause_high_and_low_high'),
    )
    expect(await windowsOf(driver)).toBe(1)
    await driver.close()
    notifications.stop()
  },
)

type Asked = { asked: string[][] }
type BackgroundPage = Window &
  Asked & { browser: { notifications: { create(id: string, options: object): Promise<string> } } }
type Views = { browser: { extension: { getViews(): BackgroundPage[] } } }

/** Notes the options of every notification that the background page asks for. */
const listenToNotifications = (driver: Driver): Promise<void> =>
  driver.bare.evaluate(() => {
    const background = (globalThis as unknown as Views).browser.extension
      .getViews()
      .find(view => view.location.pathname.startsWith('/_generated_background_page'))
    if (background === undefined) throw new Error('The background page is not there')
    const asked: string[][] = []
    ;(globalThis as unknown as Asked).asked = asked
    const { notifications } = background.browser
    const create = notifications.create.bind(notifications)
    notifications.create = (id, options) => {
      asked.push(Object.keys(options).sort())
      return create(id, options)
    }
  })

const askedOptions = (driver: Driver): Promise<readonly (readonly string[])[]> =>
  driver.bare.evaluate(() => (globalThis as unknown as Asked).asked)
