/** A check-in of a day that has passed, added from History: by hand and by keyboard, over a reload, with a way back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { checkInsOnceThereAre, place, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Emoji, right to left, HTML, NUL and half of a pair, as long as a note may be. */
const oddNote = `🧊 وأنا بعيد <b>b</b> &amp; \u0000 \ud83d ${'x'.repeat(19_900)}`

const openForm = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#history')
  await view.click('button', text('past_add'))
  // The button is called the same, and has the focus until the form is loaded.
  await view.until(
    title => document.activeElement?.matches('h2') && document.activeElement.textContent === title,
    text('past_add'),
  )
  return view
}

/** Puts something into a field as typing or pasting does. */
const fill = (view: View, field: string, value: string): Promise<void> =>
  view.evaluate(
    (selector, given) => {
      const element = document.querySelector<HTMLInputElement>(selector)
      if (element === null) throw new Error(`There is no ${selector}`)
      element.value = given
      element.dispatchEvent(new Event('input', { bubbles: true }))
      element.dispatchEvent(new FocusEvent('blur'))
    },
    field,
    value,
  )

const typedIn = (view: View, field: string): Promise<string | undefined> =>
  view.evaluate(selector => document.querySelector<HTMLInputElement>(selector)?.value, field)

/** Firefox never says over BiDi that a page of an extension has loaded, so the page itself is asked. */
const reload = async (view: View): Promise<void> => {
  await view.evaluate(() => {
    document.body.id = 'before'
    setTimeout(() => location.reload())
  })
  await view.until(() => document.body !== null && document.body.id === '')
}

/** So many days before the last day that the form offers, which is today. */
const daysAgo = async (view: View, days: number): Promise<string> => {
  const today = await view.evaluate(() => document.querySelector<HTMLInputElement>('[type=date]')?.max)
  return Temporal.PlainDate.from(today ?? '')
    .subtract({ days })
    .toString()
}

/** What has the focus, as a screen reader names it. */
const focused = (view: View): Promise<string | null | undefined> =>
  view.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  )

const inWords = (day: string): string =>
  new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' }).format(
    Temporal.PlainDate.from(day),
  )

const noteOf = (view: View) => typedIn(view, 'textarea')

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('says kindly what is missing, and which days hold', async () => {
    const view = await openForm(driver)
    await view.click('button', text('save'))
    await view.sees(text('past_day_none'))
    await view.sees(text('past_nothing'))
    await view.until(() => document.activeElement?.getAttribute('type') === 'date')
    await fill(view, '[type=date]', await daysAgo(view, -1))
    await view.sees(text('past_day_to_come'))
    await fill(view, '[type=date]', '1899-12-31')
    await view.sees(text('past_day_too_old'))
    await fill(view, '[type=date]', await daysAgo(view, 1))
    await view.page?.focus('[type=time]')
    await view.page?.keyboard.type('07')
    await view.click('button', text('save'))
    await view.sees(text('past_time_part'))
    await view.click('checkbox', text('past_time_unknown'))
    await view.until(said => !document.body.innerText.includes(said), text('past_time_part'))
    await view.click('button', text('close'))
    await view.until(label => document.activeElement?.textContent === label, text('past_add'))
    expect(await rowsOf(driver, 'checkIns')).toEqual([])
    await view.click('button', text('past_add'))
    await view.click('button', text('start_again'))
    await view.click('button', text('close'))
    await view.close()
  })

  test('a quiet button on Today leads to the form, with the focus in it and what was left there', async () => {
    const view = await driver.open('options.html')
    await view.click('button', text('past_add'))
    await view.until(title => document.activeElement?.textContent === title, text('past_add'))
    expect(await view.evaluate(() => location.hash)).toBe('#history')
    await view.click('checkbox', text('past_time_unknown'))
    await view.click('link', text('place_today'))
    await view.click('button', text('past_add'))
    await view.until(() => document.querySelector<HTMLInputElement>('main [type=checkbox]')?.checked === true)
    await view.until(title => document.activeElement?.textContent === title, text('past_add'))
    await view.click('button', text('start_again'))
    await view.click('button', text('close'))
    await view.until(label => document.activeElement?.textContent === label, text('past_add'))
    await view.close()
  })

  test('a whole form with a day alone, over a reload, into its place, with a way back', async () => {
    const view = await openForm(driver)
    const day = await daysAgo(view, 3)
    await fill(view, '[type=date]', day)
    await view.click('checkbox', text('past_time_unknown'))
    await view.click('button', place(0))
    await view.click('button', text('far_1'))
    await view.click('button', text('meaning_shelter'))
    await view.type('searchbox', text('words_find'), 'numb')
    await view.click('button', text('word_numb'))
    await view.click('button', text('words_guess_spoken', text('word_numb')))
    await view.click('button', text('more_title'))
    await view.click('button', text('pleasant_middle'))
    await view.click('button', text('tag_group_body'))
    await view.click('button', text('tag_heavy'))
    await fill(view, 'textarea', oddNote)

    await reload(view)
    await view.find('heading', text('past_add'))
    expect(await typedIn(view, '[type=date]')).toBe(day)
    expect(await typedIn(view, '[type=search]')).toBe('numb')
    expect((await noteOf(view))?.toWellFormed()).toBe(oddNote.toWellFormed())
    expect(await view.evaluate(() => location.href)).not.toContain(day)

    await view.click('button', text('save'))
    await view.sees(text('past_saved'))
    const [kept] = await checkInsOnceThereAre(driver, 1)
    expect(kept).toMatchObject({
      day,
      felt: 0,
      far: 1,
      pleasant: 0,
      energy: null,
      cantTell: [],
      meaning: 'shelter',
      words: [{ id: 'numb', guess: true }],
      tags: ['heavy'],
      note: oddNote.toWellFormed(),
      source: 'page',
      precision: 'day',
      nudgeId: null,
    })
    const zone = await view.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    expect(kept?.zone).toBe(zone)
    expect(kept?.at).toBe(Temporal.ZonedDateTime.from(`${day}T12:00[${zone}]`).epochMilliseconds)
    expect(await dayRowsOf(driver)).toMatchObject([{ day, checkIns: 1, tags: { heavy: 1 } }])

    await waitFor('the focus on the new entry', async () => (await focused(view))?.startsWith('Edit'))
    expect(await focused(view)).toBe(text('entry_edit_spoken', inWords(day)))
    const shown = await view.text()
    expect(shown).toContain(text('entry_felt', 0))
    expect(shown).toContain('<b>b</b> &amp;')
    expect(shown).not.toContain('12:00')

    await view.click('button', text('past_saved_undo_spoken'))
    await view.sees(text('deleted'))
    await waitFor('no day', async () => (await dayRowsOf(driver)).length === 0)
    await view.click('button', text('undo'))
    await view.sees(text('entry_felt', 0))
    await view.click('button', text('entry_delete_spoken', inWords(day)))
    await view.sees(text('deleted'))
    await view.close()
  })

  test('a day and a time by keyboard alone', async () => {
    const view = await openForm(driver)
    const day = await daysAgo(view, 1)
    const [year, month, date] = day.split('-')
    await view.press('Tab')
    await view.page?.keyboard.type(`${month}${date}${year}`)
    expect(await typedIn(view, '[type=date]')).toBe(day)
    await waitFor('the field of the time', async () => {
      await view.press('Tab')
      return view.evaluate(() => document.activeElement?.getAttribute('type') === 'time')
    })
    await view.page?.keyboard.type('0715AM')
    expect(await typedIn(view, '[type=time]')).toBe('07:15')
    await waitFor('the places of felt', async () => {
      await view.press('Tab')
      return (await focused(view)) === place(0)
    })
    await view.press('ArrowRight', 'ArrowDown', 'Enter')
    await waitFor('the button that saves', async () => {
      await view.press('Tab')
      return (await focused(view)) === text('save')
    })
    await view.press('Enter')
    await view.sees(text('past_saved'))
    const zone = await view.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
    const kept = await waitFor('the check-in', async () =>
      (await rowsOf(driver, 'checkIns')).find(({ felt }) => felt === 7),
    )
    expect(kept).toMatchObject({
      day,
      at: Temporal.ZonedDateTime.from(`${day}T07:15[${zone}]`).epochMilliseconds,
      precision: 'minute',
      far: null,
      pleasant: null,
      energy: null,
      meaning: null,
      words: [],
      tags: [],
      note: '',
    })
    await view.close()
  })

  test('a note that would be cut stays whole on screen and over a reload, and is not saved', async () => {
    const view = await openForm(driver)
    await fill(view, '[type=date]', await daysAgo(view, 2))
    const long = 'y'.repeat(20_001)
    await fill(view, 'textarea', long)
    await view.sees(text('err_note_long', '20,001'))
    await view.click('button', text('save'))
    await view.until(() => document.activeElement?.tagName === 'TEXTAREA')
    await reload(view)
    await view.sees(text('err_note_long', '20,001'))
    expect(await noteOf(view)).toBe(long)
    expect((await rowsOf(driver, 'checkIns')).some(({ note }) => note?.startsWith('y'))).toBe(false)
    await fill(view, 'textarea', long.slice(1))
    await view.click('button', text('save'))
    await view.sees(text('past_saved'))
    await waitFor('the note', async () =>
      (await rowsOf(driver, 'checkIns')).some(({ note }) => note === long.slice(1)),
    )
    await view.close()
  })
})

type DayRow = { readonly day: string; readonly checkIns: number }

const dayRowsOf = (driver: Driver): Promise<readonly DayRow[]> =>
  driver.bare.evaluate(
    () =>
      new Promise<DayRow[]>((resolve, reject) => {
        const opening = indexedDB.open('thaw')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('days').objectStore('days').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )

test('axe finds nothing in the form: empty, with what is missing, filled in, saved, and in editing', async () => {
  const driver = await launch('chromium')
  const view = await openForm(driver)
  const seen: { [state: string]: readonly string[] } = {}
  seen['empty'] = await findings(view)
  await view.click('button', text('save'))
  await view.sees(text('past_nothing'))
  seen['missing'] = await findings(view)
  await fill(view, '[type=date]', await daysAgo(view, 1))
  await view.click('button', place(2))
  await view.click('button', text('word_numb'))
  await view.click('button', text('meaning_neither'))
  await view.click('button', text('more_title'))
  await view.click('button', text('pleasant_lower'))
  await view.click('button', text('tag_group_people'))
  await view.click('button', text('tag_alone'))
  await fill(view, 'textarea', 'y'.repeat(20_001))
  seen['filled in'] = await findings(view)
  await fill(view, 'textarea', 'y')
  await view.click('button', text('start_again'))
  await view.find('button', text('undo'))
  seen['emptied'] = await findings(view)
  await view.click('button', text('undo'))
  await view.click('button', text('save'))
  await view.sees(text('past_saved'))
  seen['saved'] = await findings(view)
  await view.page?.locator('button[aria-label^="Edit the check-in"]').click()
  await view.sees(text('edit_title'))
  seen['edited'] = await findings(view)
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  await driver.close()
})
