/** History, sought through and filtered: by hand and by keyboard, kept over a reload, and nowhere but in the session. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayRows } from '../../lib/core/days.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { testId } from '../contract/fakes.ts'
import { checkInFields } from '../contract/samples.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const checkIn = (number: number, time: string, more: Partial<CheckIn>): CheckIn => {
  const at = Temporal.ZonedDateTime.from(`${time}[Europe/Berlin]`).epochMilliseconds
  return { id: testId(at, number), updatedAt: at, origin: 'own', ...checkInFields(at), ...more }
}

const roof = checkIn(1, '2026-03-02T09:00', {
  note: 'Rain on the roof',
  felt: 3,
  words: [{ id: 'numb', guess: false }],
  tags: ['work'],
})
const again = checkIn(2, '2026-03-03T21:00', {
  note: 'Rain <b>again</b>',
  felt: 8,
  words: [{ id: 'calm', guess: true }],
})
const sun = checkIn(3, '2026-03-04T12:00', { note: 'Sun', cantTell: ['felt'] })
const odd = checkIn(4, '2026-03-05T12:00', { note: 'RAIN at last', day: '2026-02-30', felt: 9 })
const all = [roof, again, sun, odd]

/** Puts them into the store with their days. */
const fill = (driver: Driver): Promise<void> =>
  driver.bare.evaluate(
    (checkIns, days) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('thaw')
        opening.onsuccess = () => {
          const adding = opening.result.transaction(['checkIns', 'days'], 'readwrite')
          for (const row of checkIns) adding.objectStore('checkIns').put(row)
          for (const row of days) adding.objectStore('days').put(row)
          adding.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          adding.onerror = () => reject(adding.error)
        }
      }),
    all,
    dayRows(all.map(record => ({ store: 'checkIns', record }))),
  )

/** The notes of the list, in its order; every check-in of this history has one. */
const showsNotes = (view: View, ...expected: readonly string[]) =>
  view.until(wanted => {
    const notes = [...document.querySelectorAll('[data-row] p[dir="auto"]')]
    return JSON.stringify(notes.map(({ textContent }) => textContent)) === wanted
  }, JSON.stringify(expected))

const openHistory = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#history')
  await view.find('searchbox', text('search_label'))
  return view
}

/** Firefox never says over BiDi that a page of an extension has loaded, so the page itself is asked. */
const reload = async (view: View): Promise<void> => {
  await view.evaluate(() => {
    document.body.id = 'before'
    setTimeout(() => location.reload())
  })
  await view.until(() => document.body !== null && document.body.id === '')
  await view.find('searchbox', text('search_label'))
}

/** Chooses the lowest number that is let through. */
const feltFrom = (view: View, value: string): Promise<void> =>
  view.evaluate(value => {
    const select = document.querySelector<HTMLSelectElement>('search select')
    if (!select) throw new Error('There is no list of numbers')
    select.value = value
    select.dispatchEvent(new Event('change', { bubbles: true }))
  }, value)

const openFilters = async (view: View): Promise<void> => {
  await view.evaluate(name => {
    const fold = [...document.querySelectorAll<HTMLElement>('search button[aria-expanded]')]
    fold.find(({ textContent }) => textContent?.startsWith(name))?.click()
  }, text('filters'))
  await view.find('button', text('word_numb'))
}

/** What of the search could be read elsewhere. */
const traces = (view: View): Promise<string> =>
  view.evaluate(() => `${location.href} ${document.title} ${JSON.stringify(history.state)}`)

const focused = (view: View): Promise<string | null | undefined> =>
  view.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    return element?.getAttribute('aria-label') ?? element?.labels?.[0]?.textContent ?? element?.textContent
  })

/** In the page, once the map is there: notes on the page where the map, or anything that it is in, is taken out or moved. */
const watchMap = (): boolean => {
  const map = document.querySelector('[role=grid]')
  if (map === null) return false
  const watching = new MutationObserver(changes => {
    const isMoved = changes.some(({ removedNodes }) =>
      [...removedNodes].some(node => node.contains(map) || !document.contains(map)),
    )
    if (isMoved) document.documentElement.dataset['mapMoved'] = 'yes'
  })
  watching.observe(document.body, { subtree: true, childList: true })
  return true
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    const view = await driver.open('options.html#history')
    await view.sees(text('history_empty'))
    await view.close()
    await fill(driver)
  })
  afterAll(() => driver.close())

  test('is narrowed by several filters at once, which a reload keeps and one press clears', async () => {
    const view = await openHistory(driver)
    await showsNotes(view, 'RAIN at last', 'Sun', 'Rain <b>again</b>', 'Rain on the roof')
    const before = await traces(view)
    await view.type('searchbox', text('search_label'), 'rain')
    await view.sees('3 check-ins on 3 days')
    await showsNotes(view, 'RAIN at last', 'Rain <b>again</b>', 'Rain on the roof')
    await openFilters(view)
    await feltFrom(view, '5')
    await showsNotes(view, 'RAIN at last', 'Rain <b>again</b>')
    await view.click('button', text('word_calm'))
    await view.sees('1 check-in on 1 day')
    await showsNotes(view, 'Rain <b>again</b>')
    expect(await traces(view)).toBe(before)

    await reload(view)
    await view.sees('1 check-in on 1 day')
    await showsNotes(view, 'Rain <b>again</b>')
    await view.find('button', text('filter_remove_spoken', text('filter_on_felt', 5, 10)))
    expect(await traces(view)).toBe(before)

    await view.click('button', text('filter_remove_spoken', text('word_calm')))
    await showsNotes(view, 'RAIN at last', 'Rain <b>again</b>')
    await view.click('button', text('clear_filters'))
    await showsNotes(view, 'RAIN at last', 'Sun', 'Rain <b>again</b>', 'Rain on the roof')
    expect(await focused(view)).toBe(text('search_label'))
    await view.close()
  })

  test('is told once it stands still; where nothing fits it says so, and Escape empties the field', async () => {
    const view = await openHistory(driver)
    await view.type('searchbox', text('search_label'), 'snow')
    await view.sees(text('history_no_match'))
    await view.until(
      none => [...document.querySelectorAll('search [role=status]')].some(told => told.textContent === none),
      text('history_no_match'),
    )
    await view.press('Escape')
    await showsNotes(view, 'RAIN at last', 'Sun', 'Rain <b>again</b>', 'Rain on the roof')
    expect(
      await view.evaluate(() => document.querySelector<HTMLInputElement>('input[type=search]')?.value),
    ).toBe('')
    await view.close()
  })

  test('what was found stands before the map of the year, which stays where it is', async () => {
    const view = await openHistory(driver)
    const everything = ['RAIN at last', 'Sun', 'Rain <b>again</b>', 'Rain on the roof']
    await showsNotes(view, ...everything)
    await view.until(watchMap)
    const isFoundFirst = () =>
      view.evaluate(() => {
        const [map, row] = ['[role=grid]', '[data-row] p[dir="auto"]'].map(part =>
          document.querySelector(part),
        )
        const order = row && map?.compareDocumentPosition(row)
        return order === Node.DOCUMENT_POSITION_PRECEDING
      })
    expect(await isFoundFirst()).toBe(false)
    await view.type('searchbox', text('search_label'), 'sun')
    await showsNotes(view, 'Sun')
    expect(await isFoundFirst()).toBe(true)
    await view.press('Escape')
    await showsNotes(view, ...everything)
    expect(await isFoundFirst()).toBe(false)
    // A thousand elements that are taken out and put back hold up the letter that did it.
    expect(await view.evaluate(() => document.documentElement.dataset['mapMoved'])).toBeUndefined()
    await view.close()
  })

  test('keeps the focus where a filter is taken out', async () => {
    const view = await openHistory(driver)
    await openFilters(view)
    await view.click('button', text('word_numb'))
    await view.click('button', text('filter_source_popup'))
    await showsNotes(view, 'Rain on the roof')
    const first = text('filter_remove_spoken', text('word_numb'))
    await view.evaluate(name => {
      document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.focus()
    }, first)
    await view.press('Enter')
    await view.until(
      name => document.activeElement?.getAttribute('aria-label') === name,
      text('filter_remove_spoken', text('filter_source_popup')),
    )
    // The last one takes its place with it.
    await view.press('Enter')
    await waitFor('the focus in the field', async () => (await focused(view)) === text('search_label'))
    await view.type('searchbox', text('search_label'), 'snow')
    await view.sees(text('history_no_match'))
    await view.evaluate(name => {
      const buttons = [...document.querySelectorAll('button')].filter(one => one.textContent === name)
      buttons.at(-1)?.focus()
    }, text('clear_filters'))
    await view.press('Enter')
    await showsNotes(view, 'RAIN at last', 'Sun', 'Rain <b>again</b>', 'Rain on the roof')
    expect(await focused(view)).toBe(text('search_label'))
    await view.close()
  })

  test('seeks nothing for a day that is being typed, and says where two days cross', async () => {
    const view = await openHistory(driver)
    await openFilters(view)
    const typeDay = (label: string, day: string) =>
      view.evaluate(
        (name, value) => {
          const fields = [...document.querySelectorAll<HTMLInputElement>('search input[type=date]')]
          const field = fields.find(one => one.labels?.[0]?.textContent === name)
          if (!field) throw new Error(`There is no field ${name}`)
          field.value = value
          field.dispatchEvent(new Event('input', { bubbles: true }))
        },
        label,
        day,
      )
    // One on no calendar counts where its time is, which is later.
    await typeDay(text('filter_last_day'), '0202-03-03')
    await typeDay(text('filter_last_day'), '2026-03-03')
    await showsNotes(view, 'Rain <b>again</b>', 'Rain on the roof')
    await typeDay(text('filter_last_day'), '0020-03-03')
    await typeDay(text('filter_first_day'), '2026-03-03')
    await showsNotes(view, 'Rain <b>again</b>', 'Rain on the roof')
    await typeDay(text('filter_last_day'), '2026-03-02')
    await view.sees(text('over_order'))
    await showsNotes(view, 'Rain <b>again</b>', 'Rain on the roof')
    await view.click('button', text('clear_filters'))
    await view.close()
  })

  test('holds nothing against axe, with every filter open and in use', async () => {
    const view = await openHistory(driver)
    await view.type('searchbox', text('search_label'), 'rain')
    await openFilters(view)
    await feltFrom(view, '2')
    await view.click('button', text('filter_period_last_year'))
    await view.click('button', text('filter_period_last_year'))
    await view.sees(text('sums_words'))
    expect(await findings(view)).toEqual([])
    await view.click('button', text('clear_filters'))
    await view.close()
  })
})
