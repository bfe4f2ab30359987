/** Talk to someone, by keyboard: its numbers, the people one trusts, what offers it, and how it stands while Thaw is locked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { lockStateOf, setUpLock, unlock } from '../support/lock.ts'
import { answerFelt, finish, localOf, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** What has the focus is called so. */
const isOn = (view: View, name: string): Promise<boolean> =>
  view.evaluate(wanted => {
    const at = document.activeElement
    const isField = at?.matches('input, select, textarea')
    const labels = isField ? [...((at as HTMLInputElement).labels ?? [])] : [at]
    const label = at?.getAttribute('aria-label') ?? labels[0]?.textContent ?? ''
    return isField ? label.trim().startsWith(wanted) : label.trim() === wanted
  }, name)

/** Walks on with Tab, or back with Shift and Tab, to what is called so. */
const tabTo = async (view: View, name: string, back = false): Promise<void> => {
  await view.toFront()
  if (back) await view.page?.keyboard.down('Shift')
  let steps = 0
  for (; steps < 60 && !(await isOn(view, name)); steps += 1) await view.press('Tab')
  if (back) await view.page?.keyboard.up('Shift')
  if (steps === 60) throw new Error(`no way by Tab to ${name}`)
}

const pressOn = async (view: View, name: string, back = false): Promise<void> => {
  await tabTo(view, name, back)
  await view.press('Enter')
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())
  const check = async (view: View): Promise<void> => {
    expect(await findings(view)).toEqual([])
  }

  test('begins with the emergency number, remembers the country, and keeps nothing of being opened', async () => {
    const before = await localOf(driver)
    const page = await driver.open('options.html#help')
    await page.sees('911')
    await page.sees('988')
    await check(page)
    expect(await localOf(driver)).toEqual(before)

    await pressOn(page, text('help_change_country'))
    await tabTo(page, text('help_country_label'))
    await page.page?.keyboard.type('Germany')
    await page.sees('TelefonSeelsorge')
    await page.sees('112')
    // It is shown before it is kept.
    await waitFor('the country to be kept', async () =>
      JSON.stringify((await localOf(driver))['settings'])?.includes('"country":"DE"'),
    )
    await page.close()
    const again = await driver.open('options.html#help')
    await again.sees('TelefonSeelsorge')
    await tabTo(again, text('people_empty'))
    await again.page?.keyboard.type('Mira')
    await again.press('Enter')
    await again.sees('Mira')
    await waitFor('the name in the history', async () =>
      (await rowsOf(driver, 'reflections')).some(
        row => row.type === 'person' && row.fields['name'] === 'Mira',
      ),
    )
    await check(again)
    await again.close()
  })

  test('is offered once a day where a note sounds like a lot; the note is kept, and nothing else of it', async () => {
    const writes = async (note: string): Promise<View> => {
      const popup = await driver.open('popup.html')
      await popup.until(() => performance.getEntriesByName('ready').length > 0)
      await answerFelt(popup, 5)
      await popup.sees(text('words_question'))
      await popup.click('button', text('next'))
      await popup.click('button', text('more_title'))
      await popup.type('textbox', text('note_label'), note)
      await waitFor('the note in the history', async () =>
        (await rowsOf(driver, 'checkIns')).some(row => row.note === note),
      )
      return popup
    }
    const harmless = await writes('Killing time, dying to see you')
    expect(await harmless.has('button', text('note_card_keep'))).toBe(false)
    await finish(driver, harmless)

    const popup = await writes('I don’t want to be here any more')
    await popup.sees(text('note_card'))
    expect(await isOn(popup, text('note_label'))).toBe(true)
    await check(popup)
    await pressOn(popup, text('note_card_keep'), true)
    await waitFor('the offer to go', async () => !(await popup.has('button', text('note_card_keep'))))
    expect(await localOf(driver)).not.toHaveProperty('note-card')
    await finish(driver, popup)

    const second = await writes('I don’t want to live')
    expect(await second.has('button', text('note_card_keep'))).toBe(false)
    await finish(driver, second)
  })

  test('names who could look, where the person says that it is so for them, until that is put away for good', async () => {
    const page = await driver.open('options.html#learn')
    await page.click('button', text('learn_who_i_am'))
    await pressOn(page, text('learn_so_for_me'))
    await page.sees(text('help_card_who'))
    await check(page)
    await page.click('link', text('place_today'))
    // The same sentence stood on the page before, so it says nothing of which one is there.
    await page.find('heading', text('place_today'))
    await page.sees(text('help_card_who'))
    await check(page)
    await pressOn(page, text('lasting_more'))
    await page.find('heading', text('help_title'))
    await pressOn(page, text('yes'))
    await page.sees(text('who_doctor'))
    await check(page)
    await page.click('button', text('lasting_never'))
    await page.sees(text('lasting_ended'))
    await page.click('link', text('place_today'))
    await page.find('heading', text('place_today'))
    expect(await page.text()).not.toContain(text('help_card_who'))
    await page.close()
  })

  test('stands there while Thaw is locked, with the own list after unlocking', async () => {
    const setting = await driver.open('options.html#data')
    await setUpLock(setting)
    await waitFor('everything to be sealed', async () => (await lockStateOf(driver)) === 'on')
    await setting.close()
    const page = await driver.open('options.html#today')
    await page.click('button', text('lock_now'))
    await page.sees(text('locked'))
    await pressOn(page, text('help_link'), true)
    await page.sees(text('help_own_locked'))
    await page.sees('TelefonSeelsorge')
    expect(await page.text()).not.toContain('Mira')
    await check(page)

    const opened = await driver.open('options.html#help')
    await opened.sees(text('help_own_locked'))
    await page.click('link', text('place_today'))
    await unlock(page)
    await page.find('heading', text('place_today'))
    await opened.sees('Mira')
  })
})
