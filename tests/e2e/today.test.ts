/** Today in real browsers: steps that a pause left, the plan that holds now, and a day that turns while the page is open. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reflection } from '../../lib/core/records.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { pickPause, runs, takeClock, titleOf } from '../support/pauses.ts'
import { answerFelt, finish, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const openPopup = async (driver: Driver): Promise<View> => {
  const view = await driver.open('popup.html')
  await view.toFront()
  await view.until(() => performance.getEntriesByName('ready').length > 0)
  return view
}

/** A popup in which a pause runs that was picked by hand. */
const inPause = async (driver: Driver, id: string): Promise<View> => {
  const view = await openPopup(driver)
  await view.press('p')
  await runs(view, 'look-up')
  await pickPause(view, id)
  return view
}

/** Ends the pause and the check-in, which closes the page. */
const finishPause = async (driver: Driver, view: View): Promise<void> => {
  await view.toFront()
  await view.click('button', text('pause_stop'))
  await view.sees(text('after_question'))
  await finish(driver, view)
}

const openToday = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#today')
  await view.find('heading', text('place_today'))
  return view
}

/** What has the focus, as a screen reader names it. */
const focused = (view: View): Promise<string | null | undefined> =>
  view.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  )

const heard = (view: View, news: string): Promise<unknown> =>
  view.until(
    said => [...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent === said),
    news,
  )

const chooseOption = (view: View, value: string): Promise<unknown> =>
  view.until(wanted => {
    const select = document.querySelector<HTMLSelectElement>('main select')
    if (!select?.querySelector(`option[value="${wanted}"]`)) return false
    select.value = wanted
    return select.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)

/** Turns the clock of the page to a reading in its zone, and looks at the page again as who comes back to it. */
const turnTo = (view: View, reading: string): Promise<void> =>
  view.evaluate(iso => {
    const now = Temporal.Now.zonedDateTimeISO()
    const then = Temporal.PlainDateTime.from(iso).toZonedDateTime(now.timeZoneId)
    const { turnClock } = globalThis as unknown as { turnClock: (milliseconds: number) => void }
    turnClock(then.epochMilliseconds - now.epochMilliseconds)
    document.dispatchEvent(new Event('visibilitychange'))
  }, reading)

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

/** Puts plans for an hour into the store, each with a small step; the last one is the newest. */
const putPlans = (driver: Driver, hour: number, steps: readonly string[]): Promise<void> =>
  driver.bare.evaluate(
    (hour, steps) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('thaw')
        opening.onsuccess = () => {
          const now = Temporal.Now.zonedDateTimeISO()
          const adding = opening.result.transaction('reflections', 'readwrite')
          for (const [place, step] of steps.entries()) {
            const at = now.epochMilliseconds - 1_000 + place
            const moment = { at, zone: now.timeZoneId, day: now.toPlainDate().toString() }
            const kept = { id: crypto.randomUUID(), updatedAt: at, origin: 'own' }
            const fields = { if: `hour:${hour}`, step }
            adding.objectStore('reflections').put({ ...kept, ...moment, type: 'plan', fields })
          }
          adding.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          adding.onerror = () => reject(adding.error)
        }
      }),
    hour,
    steps,
  )

const startHum = `${text('offer_start')} ${titleOf('hum')}`

/** Hostile, in two directions of writing. */
const smallest = 'Find the <b>folder</b> & ابدأ'
const doneName = text('step_done_named', smallest)
const notTodayName = text('step_not_today_named', smallest)
const undoName = text('step_undo_named', smallest)

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())
  const check = async (view: View): Promise<void> => {
    await view.toFront()
    expect(await findings(view)).toEqual([])
  }
  const fieldsOnce = (test: (fields: Reflection['fields']) => boolean) =>
    waitFor('the step in the history', async () =>
      (await rowsOf(driver, 'reflections')).some(({ type, fields }) => type === 'step' && test(fields)),
    )

  test('nothing is said to be there where nothing is', async () => {
    const view = await openToday(driver)
    await view.sees(text('today_empty'))
    expect(await view.has('heading', text('steps_title'))).toBe(false)
    expect(await view.has('link', text('today_earlier'))).toBe(false)
    await check(view)
    await view.close()
  })

  test('a step that a pause left is done, put off and open again, on two pages, by hand and by keyboard', async () => {
    const first = await openToday(driver)
    const second = await openToday(driver)
    const popup = await inPause(driver, 'smaller-step')
    await popup.type('textbox', text('pause_smaller_line', 1), 'Do the taxes')
    await popup.click('button', text('pause_smaller'))
    await popup.type('textbox', text('pause_smaller_line', 2), smallest)
    await popup.sees(text('end_saved'))
    await finishPause(driver, popup)

    await first.toFront()
    await first.find('heading', text('steps_title'))
    await first.sees(smallest)
    const shown = await first.text()
    expect(shown).not.toContain('Do the taxes')
    expect(shown).not.toContain(text('today_empty'))
    const sizes = await first.evaluate(
      (...labels) =>
        labels.map(label => {
          const box = document.querySelector(`button[aria-label="${label}"]`)?.getBoundingClientRect()
          return box && [Math.round(box.width), Math.round(box.height)]
        }),
      doneName,
      notTodayName,
    )
    expect(sizes[0]).toBeDefined()
    expect(sizes[1]).toEqual(sizes[0])
    await check(first)

    await first.click('button', doneName)
    await heard(first, doneName)
    await waitFor('the focus on Undo', async () => (await focused(first)) === undoName)
    await fieldsOnce(({ doneAt }) => typeof doneAt === 'number')
    await check(first)
    await second.toFront()
    await second.find('button', undoName)
    await second.click('button', undoName)
    await heard(second, text('step_open_again', smallest))
    await waitFor('the focus on Done', async () => (await focused(second)) === doneName)
    await fieldsOnce(fields => !('doneAt' in fields))

    await second.press('Tab', 'Enter')
    await heard(second, notTodayName)
    await waitFor('the focus on Undo', async () => (await focused(second)) === undoName)
    await second.sees(smallest)
    await check(second)
    await first.toFront()
    // Where nobody pressed, it goes without a word, and the focus with it to the heading.
    await first.until(step => !document.body.innerText.includes(step), smallest)
    await waitFor('the focus on the heading', async () => (await focused(first)) === text('place_today'))
    await second.toFront()
    await second.press('Enter')
    await waitFor('the focus on Done', async () => (await focused(second)) === doneName)
    await first.toFront()
    await first.find('button', doneName)
    expect(await first.evaluate(() => [document.title, location.hash])).toEqual(['Thaw', '#today'])
    await first.close()
    await second.close()
  })

  test('a plan stands there in its hour, starts its pause in the small window, and goes with the hour', async () => {
    const popup = await inPause(driver, 'if-then')
    const now = await popup.evaluate(() => Temporal.Now.plainDateTimeISO().toString())
    const hour = Temporal.PlainDateTime.from(now).with({ minute: 30 })
    await chooseOption(popup, `hour:${hour.hour}`)
    await popup.click('button', text('next'))
    await popup.sees(text('pause_if_then_2'))
    await chooseOption(popup, 'hum')
    await popup.sees(text('end_saved'))
    await finishPause(driver, popup)

    const view = await openToday(driver)
    await takeClock(view)
    await turnTo(view, hour.toString())
    // Browsers differ in the blank between the hour and its half of the day.
    const label = await view.evaluate(
      at =>
        new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(Temporal.PlainTime.from({ hour: at })),
      hour.hour,
    )
    await view.until(
      title => [...document.querySelectorAll('h2')].some(({ textContent }) => textContent === title),
      text('plan_now', `\u2068${label}\u2069`),
    )
    await check(view)
    await refuseWindows(view, true)
    await view.click('button', startHum)
    await view.sees(text('pause_not_started'))
    await check(view)
    await refuseWindows(view, false)
    await view.click('button', startHum)
    const small = await driver.opened()
    await runs(small, 'hum')
    expect(await small.evaluate(() => location.pathname)).toBe('/window.html')
    await view.until(said => !document.body.innerText.includes(said), text('pause_not_started'))
    await finishPause(driver, small)

    await view.toFront()
    await turnTo(view, hour.add({ hours: 1 }).toString())
    await view.until(
      button => ![...document.querySelectorAll('button')].some(({ textContent }) => textContent === button),
      startHum,
    )
    await view.close()
  })

  test('of two plans, the button of the first goes with it, and a double click on it takes no second step', async () => {
    const view = await openToday(driver)
    await takeClock(view)
    const now = await view.evaluate(() => Temporal.Now.plainDateTimeISO().toString())
    // Far from the hour of the other plan.
    const { hour } = Temporal.PlainDateTime.from(now)
    const then = Temporal.PlainDateTime.from(now).with({ hour: (hour + 2) % 24, minute: 30 })
    await putPlans(driver, then.hour, ['Sweep', 'Wave'])
    await turnTo(view, then.toString())
    await view.find('button', `${text('step_for_today')} Sweep`)
    await view.until(
      name => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === name,
        )
        button?.focus()
        return button !== undefined
      },
      `${text('step_for_today')} Wave`,
    )
    await view.press('Enter')
    await heard(view, text('step_for_today_named', 'Wave'))
    await waitFor('the focus on the heading', async () => (await focused(view)) === text('place_today'))
    await check(view)
    const isHeard = await view.evaluate(
      name => {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === name,
        )
        let isHeard = false
        const hear = () => {
          isHeard = true
        }
        button?.addEventListener('click', hear)
        button?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
        return isHeard
      },
      `${text('step_for_today')} Sweep`,
    )
    expect(isHeard).toBe(false)
    await view.click('button', `${text('step_for_today')} Sweep`)
    await heard(view, text('step_for_today_named', 'Sweep'))
    const taken = (await rowsOf(driver, 'reflections')).flatMap(({ type, fields }) =>
      type === 'step' ? [fields['text']] : [],
    )
    expect(taken.filter(step => step === 'Wave' || step === 'Sweep').toSorted()).toEqual(['Sweep', 'Wave'])
    await view.close()
  })

  test('what is still to come says so until its time, and at midnight the page turns to the new day', async () => {
    const popup = await openPopup(driver)
    await answerFelt(popup, 6)
    const view = await openToday(driver)
    await takeClock(view)
    await view.sees(text('entry_felt', 6))
    const now = await view.evaluate(() => Temporal.Now.plainDateTimeISO().toString())
    const { hour } = Temporal.PlainDateTime.from(now)
    const today = Temporal.PlainDate.from(now)
    const next = today.add({ days: 1 })
    await turnTo(view, `${today}T00:00`)
    await view.sees(text('entry_odd_future'))
    await check(view)
    await turnTo(view, `${today}T23:59`)
    await view.until(mark => !document.body.innerText.includes(mark), text('entry_odd_future'))
    await turnTo(view, `${next}T00:00`)
    await view.until(entry => !document.body.innerText.includes(entry), text('entry_felt', 6))
    await view.find('link', text('today_earlier'))
    // A step of yesterday is open for two more days.
    await view.find('button', doneName)
    await check(view)
    // Far from the hour of the plan.
    await turnTo(view, `${next.add({ days: 2 })}T${String((hour + 12) % 24).padStart(2, '0')}:00`)
    await view.sees(text('today_empty'))
    await view.click('link', text('today_earlier'))
    await view.find('heading', text('place_history'))
    await view.close()
    await popup.close()
  })
})
