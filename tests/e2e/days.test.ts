/** What the days add up to is put right by itself while nobody needs the browser, and by hand from Data & privacy. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDay } from '../../lib/core/days.ts'
import type { DayRow } from '../../lib/core/records.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, checkInsOnceThereAre, localOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** In a page: puts and deletes rows of `days` past Thaw's code, and gives all that stand then. */
const changeDays = (puts: readonly object[], gone: readonly string[]): Promise<DayRow[]> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const days = database.transaction('days', 'readwrite').objectStore('days')
      for (const row of puts) days.put(row)
      for (const day of gone) days.delete(day)
      const reading = days.getAll()
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        database.close()
        resolve(reading.result)
      }
    }
  })

const daysOf = (driver: Driver, puts: readonly object[] = [], gone: readonly string[] = []) =>
  driver.bare.evaluate(changeDays, puts, gone)

/** The lines of the log about days. */
const noted = async (driver: Driver): Promise<readonly string[]> => {
  const log = ((await localOf(driver))['log'] ?? []) as readonly { where: string; name: string }[]
  return log.filter(({ where }) => where.startsWith('days')).map(({ where, name }) => `${where}: ${name}`)
}

/** Presses Tab until the focus stands on the button. */
const tabTo = async (view: View, name: string): Promise<void> => {
  for (let presses = 0; presses < 60; presses += 1) {
    await view.press('Tab')
    if (await view.evaluate(called => document.activeElement?.textContent === called, name)) return
  }
  throw new Error(`No Tab leads to "${name}"`)
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
    const popup = await driver.open('popup.html')
    await answerFelt(popup, 4)
    await popup.close()
    await checkInsOnceThereAre(driver, 1)
  })
  afterAll(() => driver.close())

  test('days that differ from the check-ins are put right by themselves, and the log says how many', async () => {
    const right = await daysOf(driver)
    expect(right).toHaveLength(1)
    const wrong = right.map(row => ({
      ...row,
      scales: { ...row.scales, felt: { counts: { 9: 1 }, cantTell: 0 } },
    }))
    await daysOf(driver, [...wrong, emptyDay('1999-12-31')])
    const page = await driver.open('options.html#history')
    await page.toFront()
    await waitFor('a line in the log', async () => (await noted(driver)).length > 0, 60_000)
    expect(await noted(driver)).toEqual(['days: 2 put right'])
    expect(await daysOf(driver)).toEqual(right)
    await waitFor('what keeps it from looking again for a week', async () => {
      const { 'days-checked': checked } = await localOf(driver)
      return checked !== undefined
    })
    await page.close()
  })

  test('the days are counted again by keyboard, and what came of it is there on return', async () => {
    const right = await daysOf(driver)
    const page = await driver.open('options.html#data')
    await page.toFront()
    await tabTo(page, text('rebuild_start'))
    await page.press('Enter')
    await page.sees(text('rebuild_right_one', 1))
    await daysOf(
      driver,
      [],
      right.map(({ day }) => day),
    )
    // The focus has stayed.
    await page.press('Enter')
    await page.sees(text('rebuild_repaired_one', 1))
    expect(await daysOf(driver)).toEqual(right)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(text('rebuild_start'))
    await page.click('link', text('section_words'))
    await page.sees(text('own_lead'))
    await page.click('link', text('section_data'))
    await page.sees(text('rebuild_repaired_one', 1))
    await page.close()
  })

  test('the section passes axe', async () => {
    const page = await driver.open('options.html#data')
    await page.sees(text('rebuild_hint'))
    expect(await findings(page)).toEqual([])
    await page.click('button', text('rebuild_start'))
    await page.sees(text('rebuild_right_one', 1))
    expect(await findings(page)).toEqual([])
    await page.close()
  })
})
