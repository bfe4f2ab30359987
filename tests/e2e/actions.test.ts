/** How many keys and clicks a check-in takes, and that each of them is in the record. */
import { expect, test } from 'vitest'
import { goAllWays } from '../support/actions.ts'
import { browserNames } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { rowsOf } from '../support/thaw.ts'

test.each(browserNames)('%s: the short ways are short, and none is long', async name => {
  const driver = await launch(name)
  const ways = await goAllWays(driver)
  expect(ways.filter(({ actions, most }) => actions > most)).toEqual([])
  expect(ways.map(({ most }) => most)).toEqual([25, 3, 3, 1])
  expect(await rowsOf(driver, 'checkIns')).toHaveLength(ways.length)
  await driver.close()
})
