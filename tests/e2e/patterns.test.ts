/** Patterns and the weekly look-back by keyboard in both browsers: cards, the numbers and the method behind them, a line that is kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { subjects } from '../../lib/core/insight/card.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { journalOf, reportRecords } from '../support/report-history.ts'
import { answerFelt, localOf, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** What has the focus, as a screen reader names it. */
const named = (view: View): Promise<string | undefined> =>
  view.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    return (element?.labels?.[0]?.textContent ?? element?.textContent ?? '').trim()
  })

/** Walks with Tab until what is named so, or begins so, has the focus. */
const focusOn = async (view: View, name: string): Promise<void> => {
  for (let steps = 0; steps < 120; steps += 1) {
    if ((await named(view))?.startsWith(name)) return
    await view.press('Tab')
  }
  throw new Error(`Tab never came to “${name}”`)
}

const cardsIn = (view: View): Promise<readonly string[]> =>
  view.evaluate(() =>
    [...document.querySelectorAll('article h2')].map(({ textContent }) => textContent ?? ''),
  )

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    await putLocal(driver, journalOf(reportRecords))
  })
  afterAll(() => driver.close())

  test('cards, their numbers and their method, and a week looked back on, by keyboard', async () => {
    const view = await driver.open('options.html#today')
    await view.toFront()
    await view.sees(text('stuck_open'))
    await focusOn(view, text('place_patterns'))
    await view.press('Enter')
    const seldom = ['spread', 'words']
    const expected = subjects.filter(one => !seldom.includes(one)).map(one => text(`patterns_title_${one}`))
    await waitFor('every card', async () => {
      const cards = await cardsIn(view)
      return expected.every(title => cards.includes(title))
    })
    await focusOn(view, text('patterns_numbers'))
    await view.press('Enter')
    await view.until(() => document.querySelectorAll('article table tbody tr').length === 6)
    await focusOn(view, text('patterns_how'))
    await view.press('Enter')
    await view.sees(text('patterns_how_hour'))
    await focusOn(view, text('patterns_more'))
    await view.press('Enter')
    await view.sees(text('patterns_title_words'))
    expect(await view.text()).not.toMatch(/NaN|Infinity|undefined|patterns_/)

    await focusOn(view, text('look_back_switch'))
    await view.press(' ')
    await view.find('textbox', text('look_back_was'))
    await focusOn(view, text('look_back_was'))
    await view.press('g', 'r', 'e', 'y')
    await focusOn(view, text('look_back_save'))
    await view.press('Enter')
    await view.sees(text('end_saved'))
    const kept = (await rowsOf(driver, 'reflections')).filter(({ type }) => type === 'look-back')
    expect(kept.map(({ fields }) => fields)).toEqual([{ was: 'grey', eased: null, thing: null }])
    expect((await localOf(driver))['patterns']).toMatchObject({ claimed: expect.any(Array) })
    expect(await findings(view)).toEqual([])
    await view.close()
  })

  test('a check-in that is made meanwhile is counted on the page', async () => {
    const view = await driver.open('options.html#patterns')
    const counted = () =>
      view.until(
        () =>
          /\d[\d,]*/.exec(
            document.querySelector('article')?.textContent?.match(/From [\d,]+/)?.[0] ?? '',
          )?.[0],
      )
    const before = Number(await counted())
    const popup = await driver.open('popup.html')
    await answerFelt(popup, 7)
    await popup.close()
    await view.toFront()
    await waitFor('one more answer', async () => Number(await counted()) === before + 1)
    await view.close()
  })
})

describe.each(browserNames)('%s, with a week to look back on', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    await putLocal(driver, { 'look-back': { on: true, putOffAt: null } })
  })
  afterAll(() => driver.close())

  test('Today leads to it, also with hardly a check-in', async () => {
    const view = await driver.open('options.html#today')
    await view.toFront()
    await view.sees(text('look_back_ask'))
    await focusOn(view, text('look_back_open'))
    await view.press('Enter')
    await waitFor('the focus on the look-back', async () => (await named(view)) === text('look_back_title'))
    expect(await findings(view)).toEqual([])
    await view.close()
  })

  const writeOne = async (view: View): Promise<void> => {
    await view.type('textbox', text('look_back_was'), 'grey')
    await view.click('button', text('look_back_save'))
    await view.sees(text('end_saved'))
  }

  test('Today asks no more once it is written', async () => {
    const view = await driver.open('options.html#today')
    await view.toFront()
    await view.sees(text('look_back_ask'))
    await view.evaluate(() => location.assign('#patterns'))
    await writeOne(view)
    await view.evaluate(() => location.assign('#today'))
    await view.sees(text('stuck_open'))
    await view.until(line => !document.body.innerText.includes(line), text('look_back_ask'))
    await view.close()
  })

  test('one that was deleted comes back, and the focus is on the look-back', async () => {
    const view = await driver.open('options.html#patterns')
    await view.toFront()
    await writeOne(view)
    await focusOn(view, text('delete'))
    await view.press('Enter')
    await waitFor('the focus on Undo', async () => (await named(view)) === text('undo'))
    await view.press('Enter')
    await waitFor('the focus on the look-back', async () => (await named(view)) === text('look_back_title'))
    await view.close()
  })
})
