/** Whatever part of the database's files is damaged, nothing that was acknowledged is gone, and nobody is greeted as a new user. */
import { cpSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { env } from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seeded } from '../../lib/core/seeded.ts'
import { type Damage, type DatabaseStore, damages, databaseFiles, databaseStores } from '../support/damage.ts'
import type { Driver } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { lawSeed } from '../support/law-runs.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { answerFelt, checkInsOnceThereAre, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

declare const chrome: {
  readonly storage: { readonly local: { remove(key: string): Promise<void> } }
}

/** Every damage at another place each time. */
const times = Number(env['THAW_TIMES'] ?? 1)
const chance = seeded(lawSeed('damaged databases'))

const count = 400

/** As an earlier session left them in the second copy, from which the database fills itself. */
const lines = (now: number): { readonly [key: string]: object } =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const id = `0198f0c0-0000-7000-8000-${String(index).padStart(12, '0')}`
      const at = now - index * 3_600_000
      const day = Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10)
      const row = {
        ...{ id, updatedAt: at, origin: 'own', at, zone: 'UTC', day, felt: index % 11, far: null },
        ...{ pleasant: null, energy: null, cantTell: [], meaning: null, words: [], tags: [] },
        ...{ note: `${'so it was '.repeat(20)}${index}`, source: 'page', precision: 'minute', nudgeId: null },
      }
      const month = Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 7)
      return [`history/line/${month}/checkIns/${id}`, row]
    }),
  )

const launchOn = (store: DatabaseStore, profile: string): Promise<Driver> =>
  store === 'firefox'
    ? launch('firefox', { profile })
    : launch('chromium', {
        profile,
        arguments: [`--${store === 'sqlite' ? 'enable' : 'disable'}-features=IdbSqliteBackingStore`],
      })

/** What the person had, and one answer more, after which the browser was closed or killed. */
const fill = async (store: DatabaseStore, ending: 'close' | 'kill'): Promise<string> => {
  const profile = freshFolder('filled')
  const driver = await launchOn(store, profile)
  await putLocal(driver, lines(await driver.bare.evaluate(() => Date.now())))
  const page = await driver.open('options.html#history')
  await checkInsOnceThereAre(driver, count)
  await page.click('button', text('close'))
  const popup = await driver.open('popup.html')
  await answerFelt(popup, 5)
  await popup.click('button', text('done'))
  await checkInsOnceThereAre(driver, count + 1)
  await driver[ending]()
  return profile
}

test('what neither can be read nor stands in the second copy is told, and the rest can be saved', async () => {
  const profile = freshFolder('unreadable')
  const before = await launchOn('sqlite', profile)
  const all = lines(await before.bare.evaluate(() => Date.now()))
  await putLocal(before, all)
  await before.open('options.html#history')
  await checkInsOnceThereAre(before, count)
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
  await page.sees(text('rescue_done_other', count - 1))
  await driver.close()
  expect(readFileSync(file ?? '').equals(damaged)).toBe(true)
  dropFolder(profile)
})

describe.each(databaseStores)('%s', store => {
  const filled = new Map<'close' | 'kill', string>()
  const mine = Object.entries(damages).filter(([, damage]) => damage.store === store)
  const endOf = ({ afterKill }: Damage) => (afterKill ? 'kill' : 'close')

  beforeAll(async () => {
    for (const ending of new Set(mine.map(([, damage]) => endOf(damage))))
      filled.set(ending, await fill(store, ending))
  })
  afterAll(() => {
    for (const profile of filled.values()) dropFolder(profile)
  })

  test.each(mine)('%s', async (_, damage) => {
    for (let time = 0; time < times; time += 1) {
      const profile = freshFolder('damaged')
      // A killed browser leaves its lock behind, which names the folder that it was in.
      const filter = (file: string) => !basename(file).startsWith('Singleton')
      cpSync(filled.get(endOf(damage)) ?? '', profile, { recursive: true, filter })
      damage.make(profile, chance.next)

      const driver = await launchOn(store, profile)
      const page = await driver.open('options.html#history')
      // One restoration puts back all that is missing, which the person is told.
      await waitFor('the word of it', async () => (await page.text()).includes('put back'))
      await page.sees(text('entry_felt', 5))
      expect(await page.text()).not.toContain(text('history_empty'))
      await page.close()

      // The next answer is kept, and the history opens the next time as any other.
      const popup = await driver.open('popup.html')
      await answerFelt(popup, 9)
      await popup.click('button', text('done'))
      await driver.close()
      const again = await launchOn(store, profile)
      const history = await again.open('options.html#history')
      await history.sees(text('entry_felt', 9))
      await again.close()
      dropFolder(profile)
    }
  })
})
