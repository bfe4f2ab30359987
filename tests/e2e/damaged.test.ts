/** Whatever part of the database's files is damaged, nothing that was acknowledged is gone, and nobody is greeted as a new user. */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { seeded } from '../../lib/core/seeded.ts'
import { createDamaging, filledCount, filledLines } from '../chaos/damaging.ts'
import { damages, databaseFiles, databaseStores } from '../support/damage.ts'
import { findings } from '../support/findings.ts'
import { launchOn } from '../support/launch-on.ts'
import { lawSeed } from '../support/law-runs.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { checkInsOnceThereAre, putLocal, text } from '../support/thaw.ts'

declare const chrome: {
  readonly storage: { readonly local: { remove(key: string): Promise<void> } }
}

/** At another place each time it is drawn anew. */
const chance = seeded(lawSeed('damaged databases'))

test('what neither can be read nor stands in the second copy is told, and the rest can be saved', async () => {
  const profile = freshFolder('unreadable')
  const before = await launchOn('sqlite', profile)
  const all = filledLines(await before.bare.evaluate(() => Date.now()))
  await putLocal(before, all)
  await before.open('options.html#history')
  await checkInsOnceThereAre(before, filledCount)
  const [line] = Object.keys(all)
  await before.bare.evaluate(key => chrome.storage.local.remove(key), line ?? '')
  await before.close()
  const [file] = databaseFiles('sqlite', profile)
  damages['the header']?.make(profile, chance.next)
  const damaged = readFileSync(file ?? '')

  const driver = await launchOn('sqlite', profile)
  const page = await driver.open('options.html#history')
  await page.sees(text('err_open'))
  expect(await page.text()).not.toContain(text('history_empty'))
  await page.click('link', text('rescue_lead'))
  await page.find('heading', text('rescue_title'))
  expect(await findings(page)).toEqual([])
  await page.click('button', text('rescue_save'))
  await page.sees(text('rescue_done_other', filledCount - 1))
  await driver.close()
  expect(readFileSync(file ?? '').equals(damaged)).toBe(true)
  dropFolder(profile)
})

describe.each(databaseStores)('%s', store => {
  const damaging = createDamaging(store)
  afterAll(damaging.end)

  test.each(damaging.names)('%s', name => damaging.once(name, chance.next))
})
