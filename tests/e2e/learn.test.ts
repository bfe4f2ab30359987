/** Library → Learn, in both browsers: walked by keyboard, searched, and opened at the card of a word from where it stands. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** As pages of an extension know it. */
declare const chrome: {
  readonly extension: { getViews(of: { readonly type: 'tab' }): readonly Window[] }
}

const focused = (view: View): Promise<string> =>
  view.evaluate(
    () =>
      (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ??
      document.activeElement?.textContent ??
      '',
  )

const walkTo = async (view: View, name: string): Promise<void> => {
  for (let steps = 0; steps < 80; steps += 1) {
    if ((await focused(view)) === name) return
    await view.press('Tab')
  }
  throw new Error(`Tab never came to “${name}”`)
}

const hasFocus = (view: View, name: string) =>
  waitFor(`the focus on “${name}”`, async () => (await focused(view)) === name)

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('a card is found, opened and folded by keyboard; its studies open on a press alone', async () => {
    const view = await driver.open('options.html#today')
    await view.sees(text('place_today'))
    await walkTo(view, text('place_library'))
    await view.press('Enter')
    await view.sees(text('section_pauses'))
    // The way back to the places is short from the top of a section.
    await view.page?.keyboard.down('Shift')
    await walkTo(view, text('section_learn'))
    await view.page?.keyboard.up('Shift')
    await view.press('Enter')
    await view.sees(text('learn_lead'))
    const closed = await findings(view)
    await walkTo(view, text('learn_what_helps'))
    await view.press('Enter')
    await view.sees('None of the pauses was studied for numbness.')
    const studies = await view.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="https://doi.org/"]')].map(
        ({ target, rel }) => `${target} ${rel}`,
      ),
    )
    expect(new Set(studies)).toEqual(new Set(['_blank noreferrer']))
    // From within the card, Escape leads back to its title.
    await view.press('Tab')
    await view.press('Escape')
    await hasFocus(view, text('learn_what_helps'))
    expect(await view.text()).not.toContain('None of the pauses')
    await view.type('searchbox', text('learn_find'), 'nothing like this')
    await view.sees(text('learn_none'))
    await view.evaluate(() => (document.activeElement as HTMLInputElement).select())
    await view.press('Delete')
    await view.type('searchbox', text('learn_find'), 'OR EVEN YEARS')
    await view.sees(text('learn_found_one', 1))
    await view.click('button', text('learn_grief'))
    await view.find('link', text('help_link'))
    const open = await findings(view)
    expect({ closed, open }).toEqual({ closed: [], open: [] })
    // Nothing of what was sought or read stands where a browser keeps it.
    expect(await view.evaluate(() => [location.hash, document.title])).toEqual(['#learn', 'Thaw'])
    await view.close()
  })

  test('beside the words in Settings stands the way to their card, which then has the focus', async () => {
    const view = await driver.open('options.html#words')
    await view.until(name => {
      const groups = [...document.querySelectorAll<HTMLElement>('h3 button')]
      const group = groups.find(({ textContent }) => textContent?.startsWith(name))
      group?.click()
      return group !== undefined
    }, text('group_heavy_slow'))
    await view.find('link', text('learn_grief'))
    await walkTo(view, text('learn_grief'))
    await view.press('Enter')
    await hasFocus(view, text('learn_grief'))
    await view.sees('That is no sign of little love.')
    expect(await view.evaluate(() => location.hash)).toBe('#learn')
    await view.close()
  })

  test('in a check-in it opens in a tab of its own, and the check-in stays as it is', async () => {
    const popup = await driver.open('popup.html')
    await answerFelt(popup, 8)
    await popup.click('button', text('next'))
    await popup.sees(text('offer_title'))
    await popup.click('button', text('more_title'))
    await popup.click('button', text('tag_group_around'))
    await popup.click('button', text('tag_loss'))
    await popup.click('link', text('learn_grief'))
    // Firefox opens it in another process, where no protocol follows; the extension's own pages see each other.
    await driver.bare.until(() =>
      chrome.extension
        .getViews({ type: 'tab' })
        .some(
          ({ location, document }) =>
            location.hash === '#learn' &&
            document.querySelector('[data-card="grief"] [aria-expanded="true"]') !== null,
        ),
    )
    // It stands behind the other tab now.
    const picked = await popup.evaluate(() =>
      [...document.querySelectorAll('[aria-pressed="true"]')].map(({ textContent }) => textContent),
    )
    expect(picked).toContain(`✓${text('tag_loss')}`)
    await popup.close()
  })
})
