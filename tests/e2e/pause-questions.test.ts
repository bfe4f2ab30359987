/** After the third pause Thaw asks once what pauses are for, after ten whether it may compare; both stand in the Library. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { runs } from '../support/pauses.ts'
import { localOf, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  const kept = async () => {
    const { settings } = await localOf(driver)
    return (settings as { readonly pauses?: object } | undefined)?.pauses
  }

  /** A pause that is begun and stopped, by two keys, in a check-in of its own; the screen after it is left standing. */
  const pauseOnce = async (count: number): Promise<View> => {
    const view = await driver.open('popup.html')
    await view.toFront()
    await view.until(() => performance.getEntriesByName('ready').length > 0)
    await view.press('p')
    await runs(view, 'look-up')
    await view.press('Escape')
    await view.sees(text('after_question'))
    await waitFor(`${count} sessions`, async () => (await rowsOf(driver, 'sessions')).length === count)
    return view
  }
  const leave = async (view: View) => {
    await view.close()
    await putLocal(driver, { draft: null })
  }

  test('the third pause, the tenth, and the Library', async () => {
    for (const count of [1, 2]) {
      const view = await pauseOnce(count)
      expect(await view.evaluate(() => document.body.innerText)).not.toContain(text('goal_question'))
      await leave(view)
    }
    const third = await pauseOnce(3)
    await third.sees(text('goal_question'))
    expect(await findings(third)).toEqual([])
    await third.click('button', text('goal_lighter'))
    await third.sees(text('goal_kept'))
    await waitFor('the answer', async () => {
      const pauses = await kept()
      return pauses && 'goal' in pauses && pauses.goal === 'lighter'
    })
    await leave(third)

    for (const count of [4, 5, 6, 7, 8, 9]) await leave(await pauseOnce(count))
    const tenth = await pauseOnce(10)
    await tenth.sees(text('compare_ask'))
    expect(await findings(tenth)).toEqual([])
    await tenth.click('button', text('yes'))
    await tenth.sees(text('compare_kept'))
    await waitFor('the yes', async () => {
      const pauses = await kept()
      return pauses && 'compare' in pauses && pauses.compare === true
    })
    await leave(tenth)

    const library = await driver.open('options.html#pauses')
    await library.click('button', `${text('library_offered')} ${text('library_offered_hint')}`)
    await library.sees(text('library_compare'))
    expect(
      await library.until(
        label =>
          [...document.querySelectorAll('label')]
            .filter(one => one.textContent === label)
            .map(one => one.querySelector('input')?.checked)[0],
        text('library_compare'),
      ),
    ).toBe(true)
    expect(await findings(library)).toEqual([])
    await library.close()
  }, 240_000)
})
