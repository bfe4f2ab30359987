/** The list of History in real browsers: two pages at once, pages by scrolling, markers by keyboard, several deleted over a reload. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { place, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/**
 * Puts check-ins into the history past Thaw's own code: one every five hours, the newest at noon on the 20th of last
 * month. So the list holds 94 of that month and some of the month before it, whatever day it is today.
 */
const putCheckIns = (driver: Driver, count: number): Promise<void> =>
  driver.bare.evaluate(
    given =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('thaw')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const writing = opening.result.transaction('checkIns', 'readwrite')
          const hour = 3_600_000
          const today = new Date()
          const newest = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 20, 12)
          for (let place = 0; place < given; place += 1) {
            const at = newest - 5 * hour * place
            const hex = at.toString(16).padStart(12, '0')
            writing.objectStore('checkIns').put({
              id: `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-${String(place).padStart(12, '0')}`,
              at,
              zone: 'UTC',
              day: new Date(at).toISOString().slice(0, 10),
              updatedAt: at,
              origin: 'own',
              felt: place % 11,
              far: null,
              pleasant: null,
              energy: null,
              cantTell: [],
              meaning: null,
              words: [],
              tags: [],
              note: `note ${place}.`,
              source: 'popup',
              precision: 'minute',
              nudgeId: null,
            })
          }
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          writing.onerror = () => reject(writing.error)
        }
      }),
    count,
  )

const openList = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#history')
  await view.find('heading', text('place_history'))
  return view
}

/** How many rows stand in the list. */
const rowsIn = (view: View): Promise<number> =>
  view.evaluate(() => document.querySelectorAll('[data-row] [data-pick]').length)

/** Firefox never says over BiDi that a page of an extension has loaded, so the page itself is asked. */
const reload = async (view: View): Promise<void> => {
  await view.evaluate(() => {
    document.body.id = 'before'
    setTimeout(() => location.reload())
  })
  await view.until(() => document.body !== null && document.body.id === '')
}

/** What has the focus, as a screen reader names it. */
const focused = (view: View): Promise<string | null | undefined> =>
  view.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
  )

const tabTo = (view: View, name: string): Promise<boolean> =>
  waitFor(`the focus on ${name}`, async () => {
    await view.press('Tab')
    return (await focused(view)) === name
  })

/** Presses Edit or Delete of the check-in at that place. */
const pressAt = (view: View, at: number, button: 'edit' | 'delete'): Promise<void> =>
  view.evaluate(
    index => document.querySelectorAll<HTMLElement>('[data-row] [data-buttons] button')[index]?.click(),
    2 * at + (button === 'edit' ? 0 : 1),
  )

const editRow = async (view: View, at: number): Promise<void> => {
  await pressAt(view, at, 'edit')
  await view.find('heading', text('edit_title'))
}

/** Presses the box of the row at that place, with Shift held or not. */
const pick = (view: View, at: number, shift = false): Promise<void> =>
  view.evaluate(
    (index, held) => {
      const box = document.querySelectorAll<HTMLInputElement>('[data-pick]')[index]
      box?.focus()
      box?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, shiftKey: held }))
      box?.click()
    },
    at,
    shift,
  )

const checked = (view: View): Promise<number> =>
  view.evaluate(() => document.querySelectorAll('[data-pick]:checked').length)

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    // The database is there once a page was.
    const first = await openList(driver)
    await first.sees(text('history_empty'))
    await first.close()
    await putCheckIns(driver, 130)
  })
  afterAll(() => driver.close())

  test('the next pages come by scrolling, and the last says where it begins', async () => {
    const view = await openList(driver)
    await view.sees('note 0.')
    expect(await rowsIn(view)).toBeLessThan(130)
    await view.toFront()
    await waitFor('all rows', async () => {
      await view.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
      return (await rowsIn(view)) === 130
    })
    await view.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await view.sees(text('history_start'))
    await view.close()
  })

  test('two pages that are open at once show each other’s changes, and neither jumps', async () => {
    const [one, other] = [await openList(driver), await openList(driver)]
    await one.sees('note 3.')
    await other.sees('note 3.')
    await other.toFront()
    await other.evaluate(() => {
      document.querySelectorAll('[data-row]')[12]?.scrollIntoView()
    })
    // What stands above the list comes in its own time, and the row stays where it is in the window.
    const top = () =>
      other.evaluate(() => document.querySelectorAll('[data-row]')[12]?.getBoundingClientRect().top)
    const before = await waitFor('the row to stand still', async () => {
      const [first, second] = [await top(), await top()]
      return first === second && Math.abs(first ?? 99) < 9 && { first }
    })
    await one.toFront()
    await editRow(one, 3)
    await one.click('button', place(9))
    await one.sees(text('saved_spoken'))
    await one.click('button', text('done'))
    await waitFor('the focus on the row that was edited', async () =>
      (await focused(one))?.startsWith('Edit the'),
    )
    await other.toFront()
    const rowOf = (view: View) =>
      view.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('[data-row]')].find(row =>
            row.innerText.includes('note 3.'),
          )?.innerText,
      )
    await waitFor('the change on the other page', async () =>
      (await rowOf(other))?.includes(text('entry_felt', 9)),
    )
    expect(Math.abs(((await top()) ?? 99) - (before.first ?? 0))).toBeLessThan(2)
    await one.close()
    await other.close()
  })

  test('Put back says that it is kept, and leaves the focus beside it', async () => {
    const view = await openList(driver)
    await view.sees('note 4.')
    await view.toFront()
    await editRow(view, 4)
    await view.click('button', place(9))
    await view.sees(text('saved_spoken'))
    await tabTo(view, text('edit_put_back'))
    await view.press('Enter')
    await waitFor('the focus beside it', async () => (await focused(view)) === text('done'))
    await view.sees(text('saved_spoken'))
    await view.close()
  })

  test('a check-in that goes on another page while it is edited leaves the focus at the heading', async () => {
    const [one, other] = [await openList(driver), await openList(driver)]
    await one.sees('note 5.')
    await one.toFront()
    await editRow(one, 5)
    await one.until(title => document.activeElement?.textContent === title, text('edit_title'))
    await other.sees('note 5.')
    await other.toFront()
    await pressAt(other, 5, 'delete')
    await other.sees(text('undo'))
    await one.toFront()
    await waitFor('the focus at the heading', async () => (await focused(one)) === text('place_history'))
    await other.toFront()
    await other.click('button', text('undo'))
    await other.sees('note 5.')
    await one.close()
    await other.close()
  })

  test('several are picked one by one, by range and by month, and Escape leaves', async () => {
    const view = await openList(driver)
    await view.sees('note 6.')
    await view.toFront()
    await view.click('button', text('select'))
    await view.sees(text('selected_none'))
    await pick(view, 1)
    await view.sees(text('selected_one', 1))
    await pick(view, 5, true)
    await view.sees(text('selected_other', 5))
    await pick(view, 3)
    await view.sees(text('selected_other', 4))
    // All of the month, also what of it was not read yet.
    await view.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-label^="Select or clear this month"]')?.click(),
    )
    const picked = await view.until(() => {
      const boxes = [
        ...(document
          .querySelector('[aria-label^="Select or clear this month"]')
          ?.closest('section')
          ?.querySelectorAll<HTMLInputElement>('[data-pick]') ?? []),
      ]
      const isNextThere = document.querySelectorAll('[aria-label^="Select or clear this month"]').length > 1
      return isNextThere && boxes.every(({ checked }) => checked) && boxes.length
    })
    await view.sees(text('selected_other', picked))
    await view.press('Escape')
    await view.until(label => document.activeElement?.textContent === label, text('select'))
    await waitFor('no box that is checked', async () => (await checked(view)) === 0)
    await view.close()
  })

  test('several go with one way back, which survives a reload', async () => {
    const view = await openList(driver)
    await view.sees('note 6.')
    await view.toFront()
    await view.click('button', text('select'))
    await view.until(() => document.querySelector('[data-selecting]') !== null)
    await pick(view, 1)
    await pick(view, 4, true)
    await view.click('button', text('delete_count', 4))
    await view.sees(text('deleted_several_other', 4))
    await waitFor('the focus on Undo', async () => (await focused(view)) === text('undo'))
    await reload(view)
    await view.sees(text('deleted_several_other', 4))
    expect(await view.text()).not.toContain('note 2.')
    await view.click('button', text('undo'))
    await view.sees('note 2.')
    const rows = await rowsOf(driver, 'checkIns')
    expect(rows.filter(row => 'undoUntil' in row || 'deletedAt' in row)).toEqual([])
    await view.close()
  })

  test('a marker is added, changed and deleted by keyboard, and stands at its day before all else', async () => {
    const view = await openList(driver)
    await view.sees('note 6.')
    await view.toFront()
    await tabTo(view, text('marker_add'))
    await view.press('Enter')
    // The button that was pressed is called as the form is.
    await view.until(
      title => document.activeElement?.matches('h2') && document.activeElement.textContent === title,
      text('marker_add'),
    )
    const today = await view.evaluate(
      () => document.querySelector<HTMLInputElement>('[type=date]')?.max ?? '',
    )
    const [year, month, date] = today.split('-')
    await view.press('Tab')
    await view.page?.keyboard.type(`${month}${date}${year}`)
    await waitFor('the kinds', async () => {
      await view.press('Tab')
      return view.evaluate(() => document.activeElement?.getAttribute('type') === 'radio')
    })
    await view.press('ArrowDown')
    await waitFor('the words', async () => {
      await view.press('Tab')
      return view.evaluate(() => document.activeElement?.tagName === 'TEXTAREA')
    })
    await view.page?.keyboard.type('the old cat')
    await reload(view)
    await view.until(() => document.querySelector('textarea')?.value === 'the old cat')
    await tabTo(view, text('save'))
    await view.press('Enter')
    await view.sees(text('past_saved'))
    const kept = await waitFor('the marker', async () => (await rowsOf(driver, 'markers'))[0])
    expect(kept).toMatchObject({ day: today, type: 'loss', text: 'the old cat' })
    const said = text('marker_named', text('marker_loss'), 'the old cat')
    await view.until(
      words =>
        document
          .querySelector<HTMLElement>('[data-row] [data-pick]')
          ?.closest('li')
          ?.innerText.includes(words),
      said,
    )
    await waitFor('the form, by the button that has the focus', async () => {
      // A press that comes while the row is being drawn again is lost.
      if ((await focused(view))?.startsWith('Edit the marker')) await view.press('Enter')
      return view.has('heading', text('marker_edit'))
    })
    await tabTo(view, text('close'))
    await view.press('Enter')
    await waitFor('the focus on it again', async () => (await focused(view))?.startsWith('Edit the marker'))
    await view.press('Tab', 'Enter')
    await view.sees(text('deleted'))
    await view.click('button', text('undo'))
    await view.sees(said)
    await view.close()
  })
})

test('axe finds nothing in the list: selecting, with what is odd in it, in a marker’s form and in one that moves a check-in', async () => {
  const driver = await launch('chromium')
  const first = await openList(driver)
  await first.sees(text('history_empty'))
  await first.close()
  await putCheckIns(driver, 8)
  await driver.bare.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('thaw')
        opening.onsuccess = () => {
          const stores = opening.result.transaction(['checkIns', 'markers'], 'readwrite')
          const all = stores.objectStore('checkIns').getAll()
          all.onsuccess = () => {
            const [row] = all.result
            const odd = {
              ...row,
              id: 'odd',
              day: '2026-02-30',
              zone: 'Mars/Base',
              felt: 14,
              words: [{ id: 'my-word', guess: true }],
              tags: ['?'],
              note: 'long '.repeat(300),
            }
            stores.objectStore('checkIns').put(odd)
            stores
              .objectStore('markers')
              .put({ id: 'm', updatedAt: 1, origin: 'own', day: row.day, type: 'x', text: '' })
          }
          stores.oncomplete = () => {
            opening.result.close()
            resolve()
          }
          stores.onerror = () => reject(stores.error)
        }
      }),
  )
  const view = await openList(driver)
  await view.sees(text('entry_odd_day'))
  const seen: { [state: string]: readonly string[] } = {}
  seen['list'] = await findings(view)
  await view.click('button', text('select'))
  await pick(view, 1)
  seen['selecting'] = await findings(view)
  await view.press('Escape')
  await view.click('button', text('marker_add'))
  await view.click('button', text('save'))
  await view.sees(text('marker_text_none'))
  seen['marker'] = await findings(view)
  await view.click('button', text('close'))
  await view.evaluate(() =>
    document.querySelector<HTMLElement>('[data-row="odd"] [data-buttons] button')?.click(),
  )
  await view.sees(text('edit_day_odd', '2026-02-30'))
  seen['moving'] = await findings(view)
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  await driver.close()
})
