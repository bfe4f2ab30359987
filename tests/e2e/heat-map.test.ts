/** The year of days in History: walked by keys, heard day by day, year by year, and the same in a table. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newCheckIn } from '../../lib/core/check-in.ts'
import { dayRows } from '../../lib/core/days.ts'
import type { CheckIn, Marker } from '../../lib/core/records.ts'
import { type Day, isDay, momentOf } from '../../lib/core/time.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const today = Temporal.Now.plainDateISO()
const lastYear = today.year - 1
const firstYear = today.year - 2

let made = 0

const checkIn = (day: Day, fields: Partial<CheckIn> = {}): CheckIn => {
  const lived = isDay(day) ? Temporal.PlainDate.from(day) : today
  const moment = { ...momentOf(lived.toPlainDateTime('12:00').toZonedDateTime('UTC')), day }
  made += 1
  const id = `0199c0de-0000-7000-8000-${String(made).padStart(12, '0')}`
  const kept = { id, updatedAt: moment.at, origin: 'own' } as const
  return { ...newCheckIn(moment, { source: 'popup', nudgeId: null }), ...kept, ...fields }
}

const moved: Marker = {
  id: '0199c0de-0000-7000-8000-00000000aaaa',
  updatedAt: 0,
  origin: 'own',
  day: `${lastYear}-05-04`,
  type: 'own',
  text: 'الانتقال',
}

const talkedOf: readonly CheckIn[] = [
  checkIn(`${lastYear}-05-03`, { felt: 4 }),
  checkIn(`${lastYear}-05-03`, { felt: 6, far: 1 }),
  checkIn(`${lastYear}-05-03`, { cantTell: ['felt'] }),
  checkIn(`${lastYear}-05-04`),
  checkIn(`${lastYear}-05-05`, { cantTell: ['felt'] }),
  checkIn(`${firstYear}-02-28`, { felt: 0 }),
  checkIn(`${today.year}-02-30`, { felt: 3 }),
  ...Array.from({ length: 200 }, () => checkIn(`${today.year}-01-01`, { felt: 10 })),
]

/** Puts records into the database as Thaw keeps them, in place of what is there. */
const putHistory = async (driver: Driver, checkIns: readonly CheckIn[], markers: readonly Marker[] = []) => {
  const view = await driver.open('options.html#history')
  await view.find('heading', text('place_history'))
  await view.until(async () => (await indexedDB.databases()).some(({ name }) => name === 'thaw'))
  await view.close()
  const days = dayRows(checkIns.map(record => ({ store: 'checkIns', record })))
  await driver.bare.evaluate(
    stores =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('thaw')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const adding = opening.result.transaction(Object.keys(stores), 'readwrite')
          for (const [store, rows] of Object.entries(stores)) {
            adding.objectStore(store).clear()
            for (const row of rows) adding.objectStore(store).put(row)
          }
          adding.onerror = () => reject(adding.error)
          adding.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    { checkIns, days, markers } as { readonly [store: string]: readonly object[] },
  )
}

const titleOf = (year: number): string => text('heat_title', year)

const openMap = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#history')
  await view.find('heading', titleOf(today.year))
  await view.until(() => performance.getEntriesByName('heat-map').length > 0)
  return view
}

const inWords = (day: string): string =>
  new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' }).format(
    Temporal.PlainDate.from(day),
  )

const sentence = (day: string, ...says: readonly string[]): string => [`${inWords(day)}.`, ...says].join(' ')

const focusedDay = (view: View): Promise<string | undefined> =>
  view.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['day'])

const stops = (view: View): Promise<readonly string[]> =>
  view.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-day][tabindex="0"]')].map(
      ({ dataset }) => dataset['day'] ?? '',
    ),
  )

/** Chooses from a native list by what it shows. */
const choose = (view: View, label: string, option: string): Promise<void> =>
  view.evaluate(
    (label, option) => {
      const named = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)
      const select = named?.control as HTMLSelectElement
      select.value = [...select.options].find(({ textContent }) => textContent === option)?.value ?? ''
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    label,
    option,
  )

const goTo = async (view: View, year: number): Promise<void> => {
  await choose(view, text('heat_year'), String(year))
  await view.find('heading', titleOf(year))
}

/** What live regions hold. */
const heard = (): readonly string[] =>
  [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent)

/** What the fifth of May says. */
const untold = [text('heat_day_check_ins_one', 1), text('heat_day_cant_tell_one', 1)]

const may3 = `${lastYear}-05-03`

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    await putLocal(driver, { settings: { welcomed: true } })
    await putHistory(driver, talkedOf, [moved])
  })
  afterAll(() => driver.close())

  test('is one tab stop, and keys walk its days', async () => {
    const view = await openMap(driver)
    expect(await stops(view)).toEqual([today.toString()])
    await goTo(view, lastYear)
    expect(await stops(view)).toEqual([`${lastYear}-01-01`])
    await view.evaluate(() => document.querySelector<HTMLElement>('[data-day][tabindex="0"]')?.focus())
    const walked: (string | undefined)[] = []
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'ArrowLeft', 'ArrowUp', 'PageUp']) {
      await view.press(key)
      walked.push(await focusedDay(view))
    }
    expect(walked).toEqual(
      ['01-02', '01-09', '02-09', '02-08', '02-01', '01-01'].map(day => `${lastYear}-${day}`),
    )
    await view.press('End')
    const first = Temporal.PlainDate.from(`${lastYear}-01-01`)
    // Weeks begin on Sunday where English is spoken by most.
    const end = first.add({ days: 6 - (first.dayOfWeek % 7) }).toString()
    expect(await focusedDay(view)).toBe(end)
    await view.press('Home')
    expect(await focusedDay(view)).toBe(`${lastYear}-01-01`)
    await view.page?.keyboard.down('Control')
    await view.press('End')
    await view.page?.keyboard.up('Control')
    expect(await focusedDay(view)).toBe(`${lastYear}-12-31`)
    expect(await stops(view)).toEqual([`${lastYear}-12-31`])
    // One press leaves the year.
    await view.press('Tab')
    expect(await focusedDay(view)).toBe(undefined)
    await view.close()
  })

  test('says of each day what it shows, by name and under the map', async () => {
    const view = await openMap(driver)
    await view.find(
      'button',
      sentence(`${today.year}-01-01`, '200 check-ins.', text('heat_day_felt_middle', 10, 10)),
    )
    await view.sees(text('heat_outside_one', 1))
    await goTo(view, lastYear)
    const said = sentence(
      may3,
      text('heat_day_check_ins_other', 3),
      text('heat_day_felt_middle', 4, 6),
      text('heat_day_cant_tell_one', 1),
    )
    await view.find('button', said)
    const unanswered = [text('heat_day_check_ins_one', 1), text('heat_day_no_answer_one', 1)]
    const marker = text('heat_day_marker', `\u2068${moved.text}\u2069`)
    await view.find('button', sentence(`${lastYear}-05-04`, ...unanswered, marker))
    await view.find('button', sentence(`${lastYear}-05-05`, ...untold))
    await view.find('button', sentence(`${lastYear}-05-06`, text('heat_day_none')))
    expect(await view.text()).not.toContain(said)
    await view.page?.hover(`[data-day="${may3}"]`)
    await view.sees(said)
    await view.evaluate(day => document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus(), may3)
    await view.press('ArrowRight')
    // What an engine gives out as text may lack the signs of direction around the marker.
    await view.sees(sentence(`${lastYear}-05-04`, ...unanswered))
    await view.sees(moved.text)
    await view.close()
  })

  test('has no button for a day to come', async () => {
    const view = await openMap(driver)
    const days = await view.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-day]')].map(({ dataset }) => dataset['day'] ?? ''),
    )
    expect(days).toHaveLength(today.dayOfYear)
    expect(days.at(-1)).toBe(today.toString())
    expect(
      await view.evaluate(() => document.querySelector('[aria-current=date]')?.getAttribute('data-day')),
    ).toBe(today.toString())
    await view.close()
  })

  test('goes to earlier years and back, tells it, keeps the focus, and writes nothing into the address', async () => {
    const view = await openMap(driver)
    // A page that opens tells nothing of it.
    expect(await view.evaluate(heard)).not.toContain(text('heat_shown', today.year))
    await view.click('button', text('heat_earlier_spoken'))
    await view.find('heading', titleOf(lastYear))
    const told = (words: string) =>
      view.until(
        words =>
          [...document.querySelectorAll('[role=status]')].some(({ textContent }) => textContent === words),
        words,
      )
    await told(text('heat_shown', lastYear))
    await view.click('button', text('heat_earlier_spoken'))
    await view.find('heading', titleOf(firstYear))
    // Nothing is earlier.
    await view.until(() => document.activeElement?.localName === 'select')
    await choose(view, text('heat_year'), String(today.year))
    await view.find('heading', titleOf(today.year))
    expect(await view.evaluate(() => [location.hash, document.title, history.state])).toEqual([
      '#history',
      'Thaw',
      null,
    ])
    await view.close()
  })

  test('shows another scale, and still does after the page was opened again', async () => {
    const view = await openMap(driver)
    await goTo(view, lastYear)
    await choose(view, text('heat_scale'), text('heat_scale_far'))
    const said = sentence(
      may3,
      text('heat_day_check_ins_other', 3),
      text('heat_day_far', text('far_1')),
      text('heat_day_no_answer_other', 2),
    )
    await view.find('button', said)
    await view.close()
    const again = await openMap(driver)
    await goTo(again, lastYear)
    await again.find('button', said)
    await choose(again, text('heat_scale'), text('heat_scale_felt'))
    await again.close()
  })

  test('a day that is pressed is shown alone, in the list and in the map, and the focus goes to it', async () => {
    const view = await openMap(driver)
    await goTo(view, lastYear)
    const rows = () =>
      view.evaluate(() => document.querySelectorAll('[data-row]:not([data-row^=add])').length)
    await view.evaluate(day => document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus(), may3)
    await view.press('Enter')
    await view.find('button', sentence(`${lastYear}-05-05`, text('heat_day_not_found')))
    await waitFor('the three of that day', async () => (await rows()) === 3)
    const isAsked = () => document.activeElement?.matches('[data-asked]') === true
    await view.until(isAsked)
    expect(await view.evaluate(() => [location.hash, document.title])).toEqual(['#history', 'Thaw'])
    // A day on which nothing was found leaves the map where it is.
    await view.evaluate(day => document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus(), may3)
    await view.press('ArrowLeft', 'Enter')
    await view.find('button', sentence(may3, text('heat_day_not_found')))
    await waitFor('an empty list', async () => (await rows()) === 0)
    await view.sees(text('history_no_match'))
    await view.until(isAsked)
    await view.press('Tab', 'Enter')
    await view.until(() => document.activeElement?.matches('search input') === true)
    await view.find('button', sentence(`${lastYear}-05-05`, ...untold))
    await view.close()
  })

  test('has the same in a table, drawn when it is unfolded', async () => {
    const view = await openMap(driver)
    await goTo(view, lastYear)
    const tableOf = () =>
      view.evaluate(() =>
        [...(document.querySelector('table:not([role])')?.querySelectorAll('tr') ?? [])].map(row =>
          [...row.cells].map(cell => cell.textContent),
        ),
      )
    expect(await tableOf()).toEqual([])
    await view.click('button', `${text('heat_table')} ${text('heat_table_hint')}`)
    const rows = await waitFor('the table', async () => {
      const found = await tableOf()
      return found.length > 0 && found
    })
    expect(rows.slice(1)).toEqual([
      [inWords(may3), '3', '4', '6', '1', '', ''],
      [inWords(`${lastYear}-05-04`), '1', '', '', '', '1', moved.text],
      [inWords(`${lastYear}-05-05`), '1', '', '', '1', '', ''],
    ])
    await view.close()
  })
})

test('stands there before the rows below it that nobody sees yet', async () => {
  const driver = await launch('chromium')
  await putHistory(driver, talkedOf)
  const view = await driver.open('icon/16.png')
  await view.page?.evaluateOnNewDocument(() => {
    new MutationObserver((_, seen) => {
      if (!document.querySelector('[data-day]')) return
      seen.disconnect()
      Object.assign(globalThis, { rowsAtMap: document.querySelectorAll('[data-buttons]').length })
    }).observe(document, { childList: true, subtree: true })
  })
  await view.page?.goto(`${driver.origin}options.html#history`)
  const rowsAtMap = () => Reflect.get(globalThis, 'rowsAtMap') as number | undefined
  expect(await view.until(rowsAtMap)).toBeLessThanOrEqual(12)
  // They come by themselves.
  await view.until(() => document.querySelectorAll('[data-buttons]').length === 50)
  await driver.close()
})

test('of an empty history nothing stands there', async () => {
  const driver = await launch('chromium')
  try {
    const view = await driver.open('options.html#history')
    await view.sees(text('history_empty'))
    await view.until(() => document.querySelector('[role=grid]') === null)
    await view.close()
  } finally {
    await driver.close()
  }
})

/** axe reads every one of the days in every look, which takes its time. */
describe('axe', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch('chromium')
    await putLocal(driver, { settings: { welcomed: true } })
    const days = Array.from({ length: today.dayOfYear }, (_, at) => today.subtract({ days: at }).toString())
    const answers = [
      { felt: 0 },
      { felt: 5, far: 2, pleasant: -2, energy: 4 },
      { felt: 10, far: 3, pleasant: 4, energy: 0 },
      { cantTell: ['felt', 'far', 'pleasant', 'energy'] },
      {},
    ] as const satisfies readonly Partial<CheckIn>[]
    const full = days.flatMap((day, at) =>
      at % 7 === 6 ? [] : [checkIn(day, answers[at % 5]), checkIn(day, answers[at % 3])],
    )
    const old = checkIn(`${firstYear}-03-04`, { felt: 3 })
    await putHistory(driver, [...full, old], [{ ...moved, day: today.toString() }])
  })
  afterAll(() => driver.close())

  test('finds nothing in a full year', async () => {
    const view = await openMap(driver)
    expect(await findings(view)).toEqual([])
    await view.close()
  })

  test('finds nothing in another scale, with the table', async () => {
    const view = await openMap(driver)
    await choose(view, text('heat_scale'), text('heat_scale_pleasant'))
    await goTo(view, firstYear)
    await view.click('button', `${text('heat_table')} ${text('heat_table_hint')}`)
    await view.sees(text('heat_table_highest'))
    expect(await findings(view)).toEqual([])
    await view.close()
  })

  test('finds nothing in a year with nothing', async () => {
    const view = await openMap(driver)
    await goTo(view, lastYear)
    await view.sees(text('heat_nothing', lastYear))
    expect(await findings(view)).toEqual([])
    await view.close()
  })
})
