/** Every page and every step of the check-in passes axe in both browsers, wide and 320 px; in Chromium light, dark and in forced colours. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { leaveFor } from '../support/pauses.ts'
import { answerFelt, answerWorse, checkInsOnceThereAre, finish, place, text } from '../support/thaw.ts'

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('every step of the check-in', async () => {
    const popup = await driver.open('popup.html')
    const seen: { [step: string]: readonly string[] } = {}
    const check = async (step: string, shows: string): Promise<void> => {
      await popup.sees(shows)
      seen[step] = await findings(popup)
    }
    await check('felt', text('felt_question'))
    await answerFelt(popup, 2)
    await check('far', text('far_question'))
    await popup.click('button', text('far_1'))
    await check('words', text('words_question'))
    await popup.click('button', text('word_numb'))
    await check('a word', text('words_guess'))
    await popup.type('searchbox', text('words_find'), 'far')
    await check('found words', text('word_far_away'))
    await popup.click('button', text('next'))
    await check('offer', text('offer_title'))
    await popup.click('button', text('more_title'))
    await check('more', text('note_label'))
    await popup.click('button', text('offer_start'))
    await check('pause', text('pause_stop'))
    await popup.click('button', text('pause_stop'))
    await check('after', text('after_question'))
    await popup.click('button', place(4))
    await check('ease', text('ease_question'))
    await answerWorse(popup)
    await check('worse', text('help_link'))
    await popup.click('button', text('offer_all'))
    await check('all pauses', text('pause_long_exhale'))
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(step => [step, []])))
    await finish(driver, popup)
  })

  test('a pause that was left behind', async () => {
    const first = await driver.open('popup.html')
    await first.until(() => performance.getEntriesByName('ready').length > 0)
    await first.click('button', text('pause_first'))
    await first.sees(text('pause_stop'))
    await first.close()
    await leaveFor(driver, 10)
    const popup = await driver.open('popup.html')
    await popup.sees(text('pause_resume'))
    expect(await findings(popup)).toEqual([])
    await popup.click('button', text('pause_stop'))
    await popup.sees(text('after_question'))
    await finish(driver, popup)
  })

  test('the form in which a check-in is edited, and what stands in its place once it is deleted', async () => {
    const view = await driver.open('options.html#history')
    await view.sees(text('word_numb'))
    await view.page?.locator('button[aria-label^="Edit the check-in"]').click()
    await view.sees(text('edit_title'))
    expect(await findings(view)).toEqual([])
    await view.click('button', text('done'))
    await view.page?.locator('button[aria-label^="Delete the check-in"]').click()
    await view.sees(text('deleted'))
    expect(await findings(view)).toEqual([])
    await view.click('button', text('undo'))
    await view.sees(text('word_numb'))
    await view.close()
  })

  test.each([
    ['options.html#today', 'place_today'],
    ['options.html#history', 'word_numb'],
    ['options.html#patterns', 'patterns_empty'],
    ['options.html#nudges', 'nudges_mode'],
    ['options.html#help', 'help_lead'],
    ['welcome.html', 'welcome_title'],
    ['window.html', 'felt_question'],
  ] as const)('%s', async (path, key) => {
    await checkInsOnceThereAre(driver, 1)
    const view = await driver.open(path)
    await view.sees(text(key))
    expect(await findings(view)).toEqual([])
    await view.close()
  })
})
