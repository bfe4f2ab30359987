/** Own words and tags: added, renamed, hidden and deleted in Settings by keyboard and by hand, and named in the history. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { localOf, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const quietFar = text('group_quiet_far')
const folded = (second: string): string => `${quietFar} ${text('word_numb')}, ${second}`

/** Markup, a direction that turns, an emoji of several: as typed, or nothing. */
const oddName = '<b>far</b> بعيد 👨‍👩‍👧'

const openWords = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#words')
  await view.find('searchbox', text('own_find'))
  return view
}

/** What has the focus, as a screen reader names it. */
const named = (view: View): Promise<string | null | undefined> =>
  view.evaluate(() => {
    const element = document.activeElement
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
    const parts = [...(element?.childNodes ?? [])].map(part => part.textContent)
    return element?.getAttribute('aria-label') ?? label ?? parts.join(' ')
  })

/** Walks with Tab, or back with Shift and Tab, until what is named so has the focus. */
const focusOn = async (view: View, name: string, back = false): Promise<void> => {
  if (back) await view.page?.keyboard.down('Shift')
  let found = false
  for (let steps = 0; !found && steps < 60; steps += 1) {
    await view.press('Tab')
    found = (await named(view)) === name
  }
  if (back) await view.page?.keyboard.up('Shift')
  if (!found) throw new Error(`Tab never came to “${name}”`)
}

const hasFocus = (view: View, name: string) =>
  waitFor(`the focus on "${name}"`, async () => (await named(view)) === name)

/** Puts a text into the field that has the focus, as pasting does. */
const paste = (view: View, value: string): Promise<void> =>
  view.evaluate(given => {
    const field = document.activeElement as HTMLInputElement
    field.value = given
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, value)

const keptWord = (driver: Driver, label: string) =>
  waitFor(`“${label}” in the store`, async () =>
    (await rowsOf(driver, 'words')).find(row => 'label' in row && row.label === label),
  )

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('by keyboard alone: unfolded, added, renamed and hidden, with the focus where it was', async () => {
    const view = await openWords(driver)
    await focusOn(view, folded(text('word_flat')))
    await view.press('Enter')
    await focusOn(view, text('own_add_word'))
    await view.page?.keyboard.type('adrift')
    await view.press('Enter')
    await view.find('button', text('own_change_spoken', 'adrift'))
    await view.sees(text('own_now_added', 'adrift'))
    // The next one can be typed at once.
    expect(await view.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await view.page?.keyboard.type('Numb')
    await view.press('Enter')
    await view.sees(text('own_label_taken', text('word_numb')))

    await focusOn(view, text('own_change_spoken', 'adrift'), true)
    await view.press('Enter')
    await view.until(() => (document.activeElement as HTMLInputElement | null)?.value === 'adrift')
    await paste(view, oddName)
    await view.press('Enter')
    await hasFocus(view, text('own_change_spoken', oddName))
    await view.sees(oddName)
    expect(await keptWord(driver, oddName)).toMatchObject({ group: 'quiet-far', hidden: false })

    await focusOn(view, text('own_hide_spoken', text('word_flat')), true)
    await view.press('Enter')
    await hasFocus(view, text('own_show_spoken', text('word_flat')))
    await view.close()
  })

  test('is offered for a check-in, and keeps its name there once it is deleted', async () => {
    const view = await driver.open('options.html#history')
    await view.click('button', text('past_add'))
    await view.type('searchbox', text('words_find'), 'far</b>')
    await view.click('button', oddName)
    await view.evaluate(() => {
      const day = document.querySelector<HTMLInputElement>('[type=date]')
      if (!day) throw new Error('There is no day')
      day.value = day.max
      day.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await view.click('checkbox', text('past_time_unknown'))
    await view.click('button', text('save'))
    await view.sees(text('past_saved'))
    await view.sees(oddName)

    const settings = await openWords(driver)
    await settings.type('searchbox', text('own_find'), 'far</b>')
    await settings.click('button', text('own_change_spoken', oddName))
    await settings.click('button', text('delete'))
    await settings.sees(text('deleted'))
    await hasFocus(settings, text('undo'))
    await settings.sees(text('own_none_found'))
    expect(await keptWord(driver, oddName)).toMatchObject({ group: null, hidden: true })
    await settings.close()

    await view.sees(oddName)
    await view.click('button', text('past_add'))
    await view.type('searchbox', text('words_find'), 'far</b>')
    await view.sees(text('words_none_found'))
    await view.close()
  })

  test('comes back by undo to where it was', async () => {
    const view = await openWords(driver)
    // "flat" is hidden by now.
    await view.click('button', folded(text('word_empty')))
    await view.type('textbox', text('own_add_word'), 'afloat')
    await view.press('Enter')
    await view.click('button', text('own_change_spoken', 'afloat'))
    await view.click('button', text('delete'))
    await view.click('button', text('undo'))
    await hasFocus(view, text('own_change_spoken', 'afloat'))
    await view.close()
  })

  test('private tags stand nowhere until they are switched on', async () => {
    const view = await openWords(driver)
    expect(await view.has('button', text('own_change_spoken', text('tag_medication_changed')))).toBe(false)
    await view.click('checkbox', text('own_private'))
    await waitFor('the switch in the settings', async () => {
      const { settings } = (await localOf(driver)) as { settings?: { privateTags?: boolean } }
      return settings?.privateTags
    })
    await view.type('searchbox', text('own_find'), 'medication')
    await view.find('button', text('own_change_spoken', text('tag_medication_changed')))
    await view.close()
  })
})

test('axe: groups, a form, a refused name, what was found, and a deletion', async () => {
  const driver = await launch('chromium')
  try {
    await putLocal(driver, { settings: { welcomed: true, privateTags: true } })
    const view = await openWords(driver)
    const seen: { [state: string]: readonly string[] } = {}
    seen['folded'] = await findings(view)
    await view.click('button', folded(text('word_flat')))
    await view.type('textbox', text('own_add_word'), `adrift ${'x'.repeat(53)}`)
    await view.press('Enter')
    await view.find('button', text('own_change_spoken', `adrift ${'x'.repeat(53)}`))
    await view.click('button', text('own_hide_spoken', text('word_flat')))
    await view.find('button', text('own_show_spoken', text('word_flat')))
    await view.type('textbox', text('own_add_word'), text('word_flat'))
    await view.press('Enter')
    await view.sees(text('own_label_hidden', text('word_flat')))
    seen['unfolded'] = await findings(view)
    await view.click('button', text('own_change_spoken', `adrift ${'x'.repeat(53)}`))
    seen['form'] = await findings(view)
    await view.click('button', text('delete'))
    await view.sees(text('deleted'))
    seen['deleted'] = await findings(view)
    await view.type('searchbox', text('own_find'), 'far')
    await view.find('button', text('own_change_spoken', text('word_far_away')))
    seen['found'] = await findings(view)
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  } finally {
    await driver.close()
  }
})
