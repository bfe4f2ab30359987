/** Looking around with made-up data in real browsers: every section can be used, and nothing of the person's own is touched. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { storeNames } from '../../lib/core/records.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, checkInsOnceThereAre, localOf, place, rowsOf, text } from '../support/thaw.ts'

const sections = ['today', 'history', 'pauses', 'reflect', 'nudges', 'words', 'data', 'help'] as const

/** All that Thaw keeps anywhere, and what stands on the screen beside it. */
const everything = async (driver: Driver) => {
  const rows = await Promise.all(
    [...storeNames, 'days' as 'checkIns'].map(async store => [store, await rowsOf(driver, store)]),
  )
  const outside = await driver.bare.evaluate(async () => {
    type Api = {
      storage: { session: { get(keys: null): Promise<object> } }
      alarms: { getAll(): Promise<object[]> }
      notifications: { getAll(): Promise<object> }
      action: { getBadgeText(of: object): Promise<string> }
      windows: { getAll(): Promise<object[]> }
    }
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api }
    const api = browser ?? chrome
    return {
      session: await api.storage.session.get(null),
      alarms: await api.alarms.getAll(),
      notifications: await api.notifications.getAll(),
      badge: await api.action.getBadgeText({}),
      windows: (await api.windows.getAll()).length,
      databases: (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`).sort(),
      pageStorage: { ...localStorage },
      caches: await caches.keys(),
      locks: (await navigator.locks.query()).held?.length,
    }
  })
  return { rows: Object.fromEntries(rows), local: await localOf(driver), ...outside }
}

const lookAround = async (driver: Driver, section: (typeof sections)[number] = 'today'): Promise<View> => {
  const view = await driver.open(`look-around.html#${section}`)
  await view.toFront()
  await view.sees(text('sample_banner'))
  return view
}

const goTo = async (view: View, section: (typeof sections)[number]): Promise<void> => {
  await view.evaluate(name => {
    if (location.hash === `#${name}`) return
    document.querySelector('main h1')?.setAttribute('data-left', '')
    location.hash = name
  }, section)
  await view.until(() => document.querySelector('main h1:not([data-left])') !== null)
}

/** Presses what a selector finds first, once it stands there. */
const pressFirst = (view: View, selector: string): Promise<unknown> =>
  view.until(wanted => {
    const button = document.querySelector<HTMLElement>(wanted)
    button?.click()
    return button !== null
  }, selector)

/** The first of the list, those out of sight too; ids that were made begin with their time. */
const entriesIn = (view: View): Promise<readonly (string | null)[]> =>
  view.until(() => {
    const rows = [...document.querySelectorAll('main [data-row^="0"]')].slice(0, 10)
    return rows.length === 10 && rows.map(row => row.textContent)
  })

describe.each(browserNames)('%s', name => {
  let driver: Driver
  let own: View
  beforeAll(async () => {
    driver = await launch(name, { preferences: { 'extensions.background.idle.timeout': 500 } })
    const popup = await driver.open('popup.html')
    await popup.until(() => performance.getEntriesByName('ready').length > 0)
    await answerFelt(popup, 3)
    await popup.close()
    await checkInsOnceThereAre(driver, 1)
    own = await driver.open('options.html#history')
    await own.sees('3')
  })
  afterAll(() => driver.close())

  test('everything can be tried, and nothing of it reaches the person’s own', async () => {
    // What comes when nothing else is to be done is there.
    await own.sees(text('sums_middle'))
    const ownText = await own.text()
    await driver.stopWorker()
    const before = await everything(driver)

    const view = await lookAround(driver)
    await view.click('button', text('check_in'))
    await view.sees(text('sample_refused'))
    for (const section of sections) {
      await goTo(view, section)
      await view.sees(text('sample_banner'))
    }

    await goTo(view, 'history')
    await entriesIn(view)
    await pressFirst(view, 'button[aria-label^="Edit the check-in"]')
    await view.sees(text('edit_title'))
    await pressFirst(view, 'main [role="radio"], main form button, main fieldset button')
    await view.click('button', text('done'))
    await pressFirst(view, 'button[aria-label^="Delete"]')
    await view.click('button', text('undo'))
    await pressFirst(view, 'button[aria-label^="Delete"]')
    await view.find('button', text('undo'))

    await view.click('button', text('past_add'))
    await view.until(() => {
      const field = document.querySelector<HTMLInputElement>('main input[type="date"]')
      if (field === null) return false
      field.value = Temporal.Now.plainDateISO().subtract({ days: 3 }).toString()
      field.dispatchEvent(new Event('input', { bubbles: true }))
      return true
    })
    await view.click('checkbox', text('past_time_unknown'))
    await view.click('button', place(9))
    await view.click('button', text('save'))
    await view.sees(text('past_saved'))

    await goTo(view, 'nudges')
    await view.click('button', text('test_send'))
    await view.sees(text('sample_refused'))
    expect(await view.text()).not.toContain(text('err_reach'))
    await pressFirst(view, 'main input[type="radio"]:not(:checked)')
    await goTo(view, 'pauses')
    await pressFirst(view, 'main button[aria-pressed="false"]')
    await view.until(() => document.querySelector('main button[aria-pressed="true"]') !== null)

    expect(await driver.workerRuns()).toBe(false)
    expect(await everything(driver)).toEqual(before)
    expect(await own.text()).toBe(ownText)
    await view.close()
  })

  test('loaded again, the same year stands there anew', async () => {
    const view = await lookAround(driver, 'history')
    const first = await entriesIn(view)
    await pressFirst(view, 'button[aria-label^="Delete"]')
    await view.find('button', text('undo'))
    await view.close()
    const again = await lookAround(driver, 'history')
    expect(await entriesIn(again)).toEqual(first)
    await again.close()
  })

  test('the way out leads to the person’s own', async () => {
    const view = await lookAround(driver)
    await view.click('link', text('sample_leave'))
    await view.until(
      () => location.pathname === '/options.html' && document.querySelector('main h1') !== null,
    )
    expect(await view.text()).not.toContain(text('sample_banner'))
    await view.close()
  })

  test('the welcome and Data & privacy lead to it', async () => {
    for (const [page, key] of [
      ['welcome.html', 'welcome_look'],
      ['options.html#data', 'sample_open'],
    ] as const) {
      const view = await driver.open(page)
      await view.click('link', text(key))
      await view.sees(text('sample_banner'))
      await view.close()
    }
  })

  test('axe finds nothing on Today and History', async () => {
    for (const section of ['today', 'history'] as const) {
      const view = await lookAround(driver, section)
      // Early in the day there is nothing yet on Today but the button.
      await view.until(
        wanted => document.querySelectorAll('main li').length > 1 || wanted === 'today',
        section,
      )
      await view.find('button', text(section === 'today' ? 'check_in' : 'past_add'))
      expect([section, await findings(view)]).toEqual([section, []])
      await view.close()
    }
  })
})
