/** Library → Pauses: found, filtered, starred, hidden, written by keyboard, refused, deleted and taken back, in both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { localOf, putLocal, rowsOf, text, windowsOf } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const lookUp = text('pause_look_up')
const longExhale = text('pause_long_exhale')
const fourSevenEight = text('pause_four_seven_eight')

/** Markup, a direction that turns, an emoji of several: as typed, or nothing. */
const oddName = '<b>tree</b> شجرة 👨‍👩‍👧'

const openLibrary = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#pauses')
  await view.find('searchbox', text('library_find'))
  return view
}

/** What has the focus, as a screen reader names it. */
const named = (view: View): Promise<string | null | undefined> =>
  view.evaluate(() => {
    const element = document.activeElement
    const labelled = element as HTMLInputElement | HTMLTextAreaElement | null
    return element?.getAttribute('aria-label') ?? labelled?.labels?.[0]?.textContent ?? element?.textContent
  })

const hasFocus = (view: View, name: string) =>
  waitFor(`the focus on "${name}"`, async () => (await named(view)) === name)

/** Walks with Tab until what is named so has the focus. */
const focusOn = async (view: View, name: string): Promise<void> => {
  for (let steps = 0; steps < 150; steps += 1) {
    if ((await named(view)) === name) return
    await view.press('Tab')
  }
  throw new Error(`Tab never came to “${name}”`)
}

/** The heading of the group in which a pause stands now; null where it stands nowhere. */
const groupOf = (view: View, title: string): Promise<string | null> =>
  view.evaluate(title => {
    const names = [...document.querySelectorAll('h3')]
    const row = names.find(({ textContent }) => textContent === title)
    return row?.closest('ul')?.getAttribute('aria-label') ?? null
  }, title)

const standsIn = (view: View, title: string, group: string | null) =>
  waitFor(`“${title}” under ${group}`, async () => (await groupOf(view, title)) === group)

/** Chooses from a native list by what it shows. */
const choose = (view: View, label: string, option: string): Promise<void> =>
  view.evaluate(
    (label, option) => {
      const named = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label)
      const select = named?.control as HTMLSelectElement
      const found = [...select.options].find(({ textContent }) => textContent === option)
      if (!found) throw new Error(`${label} has no ${option}`)
      select.value = found.value
      select.dispatchEvent(new Event('change', { bubbles: true }))
    },
    label,
    option,
  )

const keptPause = (driver: Driver, label: string) =>
  waitFor(`“${label}” in the store`, async () =>
    (await rowsOf(driver, 'pauses')).find(row => 'label' in row && row.label === label),
  )

/** Puts a session of today into the store, as a pause that ran leaves it. */
const putSession = (driver: Driver, pauseId: string): Promise<void> =>
  driver.bare.evaluate(
    pauseId =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('thaw')
        opening.onsuccess = () => {
          const now = Temporal.Now.zonedDateTimeISO()
          const at = now.epochMilliseconds
          const moment = { at, zone: now.timeZoneId, day: now.toPlainDate().toString() }
          const answers = { checkInId: null, before: null, after: null, ease: null }
          const run = { completed: true, seconds: 25, probability: null, reason: null }
          const kept = { id: crypto.randomUUID(), updatedAt: at, origin: 'own' }
          const adding = opening.result.transaction('sessions', 'readwrite')
          adding.objectStore('sessions').put({ ...kept, ...moment, pauseId, ...answers, ...run })
          adding.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          adding.onerror = () => reject(adding.error)
        }
      }),
    pauseId,
  )

const pauseSettings = async (driver: Driver) => {
  const { settings } = (await localOf(driver)) as { settings?: { pauses?: { [name: string]: unknown } } }
  return settings?.pauses
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('is searched and filtered, says how many are left, and shows all again', async () => {
    const view = await openLibrary(driver)
    await view.sees(text('favourites_empty'))
    await view.type('searchbox', text('library_find'), 'nothing like this')
    await view.sees(text('library_none'))
    await view.click('button', text('library_clear'))
    await hasFocus(view, text('library_find'))
    await view.sees(lookUp)
    await choose(view, text('library_kind'), text('pause_kind_breath'))
    await choose(view, text('library_length'), text('library_span_minute'))
    await choose(view, text('library_grade'), text('grade_c'))
    await waitFor('the long breath out alone', async () => (await groupOf(view, lookUp)) === null)
    await view.find('button', longExhale)
    // Nothing of it is written where a browser keeps it.
    expect(await view.evaluate(() => [location.hash, document.title])).toEqual(['#pauses', 'Thaw'])
    await view.close()
  })

  test('a favourite stands on top, with the focus, and still does after the page was opened again', async () => {
    const view = await openLibrary(driver)
    await focusOn(view, text('library_star_spoken', longExhale))
    await view.press('Enter')
    await standsIn(view, longExhale, text('library_favourites'))
    await hasFocus(view, text('library_star_spoken', longExhale))
    await view.close()
    const again = await openLibrary(driver)
    await standsIn(again, longExhale, text('library_favourites'))
    await again.close()
  })

  test('a hidden one is folded at the end, and shown again', async () => {
    const view = await openLibrary(driver)
    await view.click('button', lookUp)
    await view.sees(text('grade_all'))
    await view.click('button', text('own_hide_spoken', lookUp))
    await standsIn(view, lookUp, null)
    // The focus is with what took its place.
    expect(await view.evaluate(() => document.activeElement?.closest('[data-row]') !== null)).toBe(true)
    await view.click('button', `${text('library_hidden')} 1`)
    await view.click('button', lookUp)
    await view.click('button', text('library_show_spoken', lookUp))
    await standsIn(view, lookUp, text('pause_kind_out'))
    await view.close()
  })

  test('details tell the steps and what they rest on, and fold by Escape; studies open on a press alone', async () => {
    const view = await openLibrary(driver)
    await view.click('button', longExhale)
    await view.sees(text('pause_long_exhale_1'))
    await view.sees(text('pause_long_exhale_rests'))
    const links = await view.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="https://doi.org/"]')].map(
        ({ target, rel }) => [target, rel],
      ),
    )
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) expect(link).toEqual(['_blank', 'noreferrer'])
    await focusOn(view, text('own_hide_spoken', longExhale))
    await view.press('Escape')
    await hasFocus(view, longExhale)
    expect(await view.has('button', text('own_hide_spoken', longExhale))).toBe(false)
    await view.close()
  })

  test('an own pause is written by keyboard alone, refused in a sentence, and loses nothing', async () => {
    const view = await openLibrary(driver)
    await focusOn(view, text('library_write'))
    await view.press('Enter')
    await hasFocus(view, text('own_name'))
    await view.press('Enter')
    await view.sees(text('own_label_empty'))
    await hasFocus(view, text('own_name'))
    await view.page?.keyboard.type(lookUp)
    await view.press('Enter')
    await view.sees(text('own_label_taken', lookUp))
    await view.evaluate(() => (document.activeElement as HTMLInputElement).select())
    await view.page?.keyboard.type('The tree')
    await view.press('Enter')
    await view.sees(text('own_pause_step_empty', 1))
    await hasFocus(view, text('library_form_text'))
    await view.page?.keyboard.type('Look at the tree.')
    await view.press('Tab')
    await view.page?.keyboard.type('10000')
    await view.press('Enter')
    await view.sees(text('own_pause_step_seconds', 1))
    await hasFocus(view, text('library_form_seconds'))
    // Escape folds the form, and what was typed is there again.
    await view.press('Escape')
    await hasFocus(view, text('library_go_on'))
    await view.press('Enter')
    await hasFocus(view, text('own_name'))
    await view.press('Tab', 'Tab', 'Tab')
    expect(await view.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('10000')
    await view.evaluate(() => (document.activeElement as HTMLInputElement).select())
    await view.page?.keyboard.type('0')
    await view.press('Enter')
    await view.sees(text('own_pause_step_seconds', 1))
    await view.evaluate(() => (document.activeElement as HTMLInputElement).select())
    await view.page?.keyboard.type('25')
    await focusOn(view, text('library_form_add'))
    await view.press('Enter')
    await hasFocus(view, text('library_form_text'))
    await view.page?.keyboard.type('And past it.')
    await focusOn(view, text('save'))
    await view.press('Enter')
    await hasFocus(view, 'The tree')
    await standsIn(view, 'The tree', text('pause_kind_own'))
    expect(await keptPause(driver, 'The tree')).toMatchObject({
      steps: [
        { text: 'Look at the tree.', seconds: 25 },
        { text: 'And past it.', seconds: null },
      ],
    })
    await view.close()
  })

  test('an own pause is changed, shown as typed, deleted, and taken back', async () => {
    const view = await openLibrary(driver)
    await view.click('button', 'The tree')
    await view.click('button', text('own_change_spoken', 'The tree'))
    await hasFocus(view, text('own_name'))
    await view.evaluate(name => {
      const field = document.activeElement as HTMLInputElement
      field.value = name
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, oddName)
    await view.press('Enter')
    await hasFocus(view, text('own_change_spoken', oddName))
    await view.sees(oddName)
    await view.click('button', text('own_change_spoken', oddName))
    await view.click('button', text('delete'))
    await view.sees(text('deleted'))
    await hasFocus(view, text('undo'))
    await standsIn(view, oddName, null)
    await view.press('Enter')
    await hasFocus(view, oddName)
    await standsIn(view, oddName, text('pause_kind_own'))
    await view.close()
  })

  test('an own pause keeps its name in the history once it is deleted', async () => {
    const { id } = await keptPause(driver, oddName)
    await putSession(driver, id)
    const view = await openLibrary(driver)
    await view.click('button', oddName)
    await view.click('button', text('own_change_spoken', oddName))
    await view.click('button', text('delete'))
    await view.sees(text('deleted'))
    await view.close()
    expect(await keptPause(driver, oddName)).toMatchObject({ steps: [], hidden: true })
    const history = await driver.open('options.html#history')
    // Letters that run against the page are isolated in its line.
    await history.sees(oddName)
    await history.close()
  })

  test('“Try” opens the pause in the small window, and another one goes on there', async () => {
    const view = await openLibrary(driver)
    await view.click('button', text('library_try_spoken', lookUp))
    const small = await driver.opened()
    await small.find('heading', lookUp)
    const windows = await windowsOf(driver)
    await view.click('button', text('library_try_spoken', longExhale))
    await small.find('heading', longExhale)
    expect(await windowsOf(driver)).toBe(windows)
    await small.close()
    await view.close()
  })

  test('what is offered is kept at once', async () => {
    const view = await openLibrary(driver)
    await view.click('button', `${text('library_offered')} ${text('library_offered_hint')}`)
    await view.click('checkbox', text('pause_kind_breath'))
    await view.click('checkbox', text('library_sound'))
    await choose(view, text('library_offer_up_to'), '30 seconds')
    await choose(view, text('library_pace'), text('library_pace_slower'))
    await view.click('button', fourSevenEight)
    await view.click('checkbox', text('library_switch_on'))
    await waitFor('all of it in the settings', async () => {
      const kept = JSON.stringify(await pauseSettings(driver))
      return ['breath', 'four-seven-eight', '"sound":true', '"atMost":30', '"pace":1.25'].every(part =>
        kept?.includes(part),
      )
    })
    await view.close()
  })
})

test('axe: the shelf, details, a form, refused fields, a filter without a match, and a deletion', async () => {
  const driver = await launch('chromium')
  try {
    await putLocal(driver, { settings: { welcomed: true } })
    const view = await openLibrary(driver)
    const seen: { [state: string]: readonly string[] } = {}
    await view.click('button', text('library_star_spoken', lookUp))
    await standsIn(view, lookUp, text('library_favourites'))
    await view.click('button', `${text('library_offered')} ${text('library_offered_hint')}`)
    await view.click('button', fourSevenEight)
    await view.sees(text('pause_four_seven_eight_rests'))
    seen['shelf, settings and details'] = await findings(view)
    await view.click('button', text('library_write'))
    await view.type('textbox', text('own_name'), 'x'.repeat(90))
    await view.press('Enter')
    await view.sees(text('own_pause_name_long', 90))
    await view.click('button', text('library_form_add'))
    seen['form'] = await findings(view)
    await view.click('button', text('library_form_empty'))
    await view.type('textbox', text('own_name'), `<i>${'x'.repeat(70)}</i>`)
    await view.click('button', text('library_form_out_spoken', 1))
    await view.click('button', text('save'))
    await view.sees(text('own_pause_no_steps'))
    seen['no steps'] = await findings(view)
    await view.click('button', text('library_form_add'))
    await view.type('textbox', text('library_form_text'), 'x'.repeat(120))
    await view.click('button', text('save'))
    await view.click('button', text('own_change_spoken', `<i>${'x'.repeat(70)}</i>`))
    await view.click('button', text('delete'))
    await view.sees(text('deleted'))
    seen['deleted'] = await findings(view)
    await view.type('searchbox', text('library_find'), 'nothing like this')
    await view.sees(text('library_none'))
    seen['no match'] = await findings(view)
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  } finally {
    await driver.close()
  }
})
