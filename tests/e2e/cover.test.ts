/** A screen that is often shared: the dot alone, and a plain cover before the first question, also in the first moments of a browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { type Notifications, startNotifications } from '../support/notifications.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { badgeOf, eagerSettings, place, planNudge, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

type Action = {
  getPopup(of: object): Promise<string>
  setPopup(to: { popup: string }): Promise<void>
  openPopup(): Promise<void>
}
type Api = { readonly action: Action }
declare const browser: Api
declare const chrome: Api

/** The page that the toolbar button opens. */
const popupOf = (driver: Driver): Promise<string> =>
  driver.bare.evaluate(async () => {
    const { action } = typeof browser === 'undefined' ? chrome : browser
    return new URL(await action.getPopup({})).pathname
  })

const press = (driver: Driver): Promise<void> =>
  driver.bare.evaluate(() => (typeof browser === 'undefined' ? chrome : browser).action.openPopup())

/** The button's page is what the browser falls back to after a restart: the uncovered one. */
const forget = (driver: Driver): Promise<void> =>
  driver.bare.evaluate(() =>
    (typeof browser === 'undefined' ? chrome : browser).action.setPopup({ popup: '/popup.html' }),
  )

const sharing = { ...eagerSettings, nudges: { ...eagerSettings.nudges, sharing: true } }

/** The switch in Settings, pressed as a person does. */
const share = async (driver: Driver, on: boolean): Promise<void> => {
  const page = await driver.open('options.html#nudges')
  await page.click('checkbox', text('share_switch'))
  await waitFor(
    'the cover on the button',
    async () => (await popupOf(driver)) === (on ? '/cover.html' : '/popup.html'),
  )
  await page.until(wanted => (localStorage.getItem('cover') !== null) === wanted, on)
  await page.close()
}

const coversAlone = async (view: View): Promise<void> => {
  await view.sees(text('cover_title'))
  await view.find('button', text('not_now'))
  await view.find('button', text('nudge_open'))
  const seen = await view.text()
  for (const key of ['felt_question', 'felt_hint', 'felt_0', 'felt_cant_tell'] as const) {
    expect(seen).not.toContain(text(key))
  }
}

const gone = (view: View): Promise<unknown> =>
  waitFor('the end of the page', async () => {
    if (view.page === null) return (await view.text()) === ''
    return (
      view.page.isClosed() ||
      view.text().then(
        () => false,
        () => true,
      )
    )
  })

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
    await putLocal(driver, { settings: eagerSettings })
  })
  afterAll(async () => {
    await driver.close()
    notifications.stop()
  })

  test('the switch in Settings puts a cover before the check-in, which outlives the background script', async () => {
    expect(await popupOf(driver)).toBe('/popup.html')
    await share(driver, true)
    await driver.stopWorker()
    expect(await popupOf(driver)).toBe('/cover.html')
    await share(driver, false)
    await share(driver, true)
  })

  test('a reminder is the dot alone; under the cover is the check-in, in the same place', async () => {
    await planNudge(driver, sharing)
    await waitFor('the dot', async () => (await badgeOf(driver)) !== '')
    expect(notifications.shown).toEqual([])
    await press(driver)
    const popup = await driver.opened()
    await coversAlone(popup)
    await waitFor('the end of the dot', async () => (await badgeOf(driver)) === '')
    await popup.click('button', text('nudge_open'))
    await popup.sees(text('felt_question'))
    await popup.click('button', place(6))
    await waitFor('the check-in that the reminder led to', async () =>
      (await rowsOf(driver, 'checkIns')).some(row => row.felt === 6 && row.source === 'nudge'),
    )
    await popup.sees(text('words_question'))
    await popup.click('button', text('done'))
    await gone(popup)
    // The machine is at rest before the next reminder is put into its state.
    await waitFor('the answered reminder', async () =>
      (await rowsOf(driver, 'nudges')).some(row => row.outcome === 'answered'),
    )
  })

  test('"not now" on the cover is stored and closes, though the background script was not running', async () => {
    await planNudge(driver, sharing)
    await waitFor('the dot', async () => (await badgeOf(driver)) !== '')
    await driver.stopWorker()
    const cover = await driver.open('cover.html')
    await coversAlone(cover)
    expect(await findings(cover)).toEqual([])
    await cover.press('Escape')
    await gone(cover)
    await waitFor('the stored "not now"', async () =>
      (await rowsOf(driver, 'nudges')).some(row => row.outcome === 'not-now'),
    )
  })

  test('in the small window too; loaded again it stands covered again', async () => {
    const window = await driver.open('cover.html#window')
    await coversAlone(window)
    await window.press('o')
    await window.sees(text('felt_question'))
    expect(await window.evaluate(() => location.href)).toBe(`${driver.origin}window.html`)
    await window.evaluate(() => location.reload()).catch(() => undefined)
    await coversAlone(window)
    await window.close()
  })
})

describe.each(browserNames)('%s', name => {
  test('a browser that starts anew shows no first question uncovered, from its first moment on', async () => {
    const profile = freshFolder(`${name}-cover`)
    const first = await launch(name, { profile })
    await putLocal(first, { settings: eagerSettings })
    await share(first, true)
    await first.close()

    const second = await launch(name, { profile })
    // What the browser falls back to until the background script has run.
    await forget(second)
    const popup = await second.open('icon/16.png')
    await popup.evaluate(to => location.replace(to), `${second.origin}popup.html`).catch(() => undefined)
    await coversAlone(popup)
    await popup.press('o')
    await popup.sees(text('felt_question'))
    await second.close()

    const third = await launch(name, { profile })
    await waitFor('the cover on the button', async () => (await popupOf(third)) === '/cover.html')
    await third.close()
    dropFolder(profile)
  })
})
