/** The main path by keyboard alone. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Presses Tab until the focus stands on what is called `name`, as a person does who reads along. */
const tabTo = async (view: View, name: string): Promise<void> => {
  for (let presses = 0; presses < 80; presses++) {
    await view.press('Tab')
    const at = await view.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const label = (element as HTMLInputElement | null)?.labels?.[0]?.innerText
      // Ticks and keys stand in the button and are no part of its name.
      const parts = [...(element?.children ?? [])].filter(part => part.ariaHidden !== 'true')
      const heard = element?.childElementCount ? parts.map(part => part.textContent).join('') : null
      return element?.getAttribute('aria-label') ?? label ?? (heard || (element?.textContent ?? ''))
    })
    if (at.trim() === name) return
  }
  throw new Error(`No Tab leads to "${name}"`)
}

const latest = async (driver: Driver) => (await rowsOf(driver, 'checkIns')).at(-1)

describe.each(browserNames)('%s', name => {
  let driver: Driver
  let view: View
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())
  beforeEach(async () => {
    view = await driver.open('popup.html')
    await view.sees(text('felt_question'))
  })

  test('a check-in and a pause from the first key to Done', async () => {
    await view.press('2')
    await view.sees(text('far_question'))
    await view.press('1')
    await view.sees(text('words_question'))
    await tabTo(view, text('words_find'))
    await view.page?.keyboard.type(text('word_numb'))
    await tabTo(view, text('word_numb'))
    await view.press('Enter')
    await tabTo(view, text('next'))
    await view.press('Enter')
    await view.sees(text('offer_title'))
    // The pause is chosen after the screen stands, and a round of Tabs can be quicker than that.
    await view.sees(text('offer_start'))
    await tabTo(view, text('offer_start'))
    await view.press('Enter')
    await tabTo(view, text('pause_stop'))
    await view.press('Enter')
    await view.sees(text('after_question'))
    await view.press('5')
    await tabTo(view, text('ease_same'))
    await view.press('Enter')
    await view.sees(text('after_same'))
    const kept = await waitFor('the check-in', async () => {
      const row = await latest(driver)
      return row?.words[0]?.id === 'numb' && row
    })
    expect(kept).toMatchObject({ felt: 2, far: 1 })
    await waitFor('the marks after the pause', async () =>
      (await rowsOf(driver, 'sessions')).some(session => session.after === 5 && session.ease === 'same'),
    )
    await tabTo(view, text('done'))
    await view.press('Enter')
  })

  test('1 and 0 in quick turn are ten, and answer no other question', async () => {
    await view.press('1', '0')
    await waitFor('felt 10', async () => (await latest(driver))?.felt === 10)
    expect(await latest(driver)).toMatchObject({ felt: 10, far: null })
    await view.sees(text('words_question'))
    await tabTo(view, text('done'))
    await view.press('Enter')
  })

  test('T is can’t tell, and stays no number', async () => {
    await view.press('t')
    await view.sees(text('far_question'))
    await waitFor('the answer', async () => (await latest(driver))?.cantTell.includes('felt'))
    expect(await latest(driver)).toMatchObject({ felt: null, cantTell: ['felt'] })
    await tabTo(view, text('done'))
    await view.press('Enter')
  })

  test('arrows walk over the panes and Enter answers', async () => {
    await tabTo(view, text('felt_spoken_named', 0, text('felt_0')))
    await view.press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Enter')
    await waitFor('felt 9', async () => (await latest(driver))?.felt === 9)
    await view.sees(text('words_question'))
    await tabTo(view, text('done'))
    await view.press('Enter')
  })
})
