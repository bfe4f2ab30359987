/**
 * The database climbs to a newer version whole or not at all: killed at any moment of it, with older pages open, and never back down.
 * The step is made up, since what was released has one version. `THAW_KILLS=10` sets how often each browser is killed.
 */
import { cpSync } from 'node:fs'
import { env } from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seeded } from '../../lib/core/seeded.ts'
import type { Opened, Raw, UpgradePage } from '../in-page/upgrade.ts'
import { databaseStores } from '../support/damage.ts'
import type { Driver, View } from '../support/driver.ts'
import { extensionWithPage } from '../support/extension-with-page.ts'
import { browserOf, launchOn } from '../support/launch-on.ts'
import { lawSeed } from '../support/law-runs.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { text } from '../support/thaw.ts'

const kills = Number(env['THAW_KILLS'] ?? 3)
const count = 3_000

type Global = { readonly upgradePage: UpgradePage }

const openPage = async (driver: Driver, steps: 1 | 2, patience?: number): Promise<View> => {
  const view = await driver.open(`upgrade.html?steps=${steps}${patience ? `&patience=${patience}` : ''}`)
  await view.until(() => 'upgradePage' in globalThis)
  return view
}
const opened = (view: View): Promise<Opened> =>
  view.evaluate(() => (globalThis as unknown as Global).upgradePage.open())
const rawOf = (view: View): Promise<Raw | null> =>
  view.evaluate(() => (globalThis as unknown as Global).upgradePage.raw())
const save = (view: View, id: string): Promise<string | null> =>
  view.evaluate(given => (globalThis as unknown as Global).upgradePage.save(given), id)

const whole = (version: 1 | 2, rows = count) =>
  version === 1
    ? { version, rows, rewritten: 0, echoes: null, indexed: false }
    : { version, rows, rewritten: rows, echoes: rows, indexed: true }

describe.each(databaseStores)('%s', store => {
  let extension: string
  /** A profile with a history of version 1, which each test gets a copy of. */
  let filled: string
  const profiles: string[] = []
  const start = async (): Promise<{ readonly profile: string; readonly driver: Driver }> => {
    const profile = freshFolder('upgrade')
    profiles.push(profile)
    cpSync(filled, profile, { recursive: true, verbatimSymlinks: true })
    return { profile, driver: await launchOn(store, profile, extension) }
  }

  beforeAll(async () => {
    extension = await extensionWithPage(browserOf(store), 'upgrade', 'tests/in-page/upgrade.ts')
    filled = freshFolder('filled')
    const driver = await launchOn(store, filled, extension)
    const view = await openPage(driver, 1)
    await view.evaluate(many => (globalThis as unknown as Global).upgradePage.fill(many), count)
    expect(await rawOf(view)).toMatchObject(whole(1))
    await driver.close()
  })
  afterAll(() => {
    for (const folder of [extension, filled, ...profiles]) dropFolder(folder)
  })

  test('killed at any moment of the climb, it is one version or the other, with every row', {
    timeout: 600_000,
  }, async () => {
    const chance = seeded(lawSeed(`killed while climbing on ${store}`))
    const undisturbed = await start()
    const took = (await opened(await openPage(undisturbed.driver, 2))).took
    await undisturbed.driver.close()
    const found = { one: 0, two: 0, wiped: 0 }
    for (let kill = 0; kill < kills; kill += 1) {
      const { profile, driver } = await start()
      const view = await openPage(driver, 2)
      await view.evaluate(() => {
        void (globalThis as unknown as Global).upgradePage.open()
      })
      await view.until(() => (globalThis as unknown as Global).upgradePage.climbs)
      await pause(took * 1.4 * chance.next())
      await driver.kill()

      const again = await launchOn(store, profile, extension)
      const old = await openPage(again, 1)
      const before = await rawOf(old)
      if (before === null || before.rows === 0) found.wiped += 1
      else {
        expect(before).toMatchObject(whole(before.version === 2 ? 2 : 1))
        if (before.version === 1) found.one += 1
        else found.two += 1
      }
      const byOld = await opened(old)
      if (before?.version === 2) {
        expect(byOld).toMatchObject({ ok: false, problem: 'newer' })
        expect(await rawOf(old)).toEqual(before)
      } else expect(byOld).toMatchObject({ ok: true, checkIns: count })
      expect(await opened(await openPage(again, 2))).toMatchObject({ ok: true, checkIns: count })
      expect(await rawOf(old)).toMatchObject(whole(2))
      await again.close()
    }
    console.log(
      `${store}: ${count} check-ins climb in ${took.toFixed(0)} ms; of ${kills} killed meanwhile ${found.one} stood at version 1, ` +
        `${found.two} at version 2, ${found.wiped} wiped by the browser and put back; none half, all rows there`,
    )
  })

  test('pages that hold the older version give way at once, and say that Thaw is newer', async () => {
    const { driver } = await start()
    const history = await driver.open('options.html#history')
    await history.sees(text('entry_felt', 1))
    const idle = await openPage(driver, 1)
    expect(await opened(idle)).toMatchObject({ ok: true, checkIns: count })
    const busy = await openPage(driver, 1)
    const newer = await openPage(driver, 2)
    expect(await save(busy, 'first')).toBeNull()
    const writing = busy.evaluate(() => (globalThis as unknown as Global).upgradePage.saveOn('busy'))
    writing.catch(() => {})
    await busy.until(() => (globalThis as unknown as Global).upgradePage.saved >= 20)
    const climbed = await opened(newer)
    const wrote = await writing
    if (!climbed.ok) throw new Error(climbed.problem)
    expect(climbed.took).toBeLessThan(10_000)
    expect(wrote.problem).toBe('newer')
    console.log(
      `${store}: three older pages open, one of them writing (${wrote.saved} acknowledged), climbed in ${climbed.took.toFixed(0)} ms`,
    )
    // What the older page wrote until then went along.
    const rows = count + 1 + wrote.saved
    expect(climbed).toMatchObject({ checkIns: rows, restored: 0 })
    expect(await rawOf(newer)).toMatchObject(whole(2, rows))

    // An older page is refused, and changes nothing.
    const before = await rawOf(newer)
    expect(await opened(idle)).toMatchObject({ ok: false, problem: 'newer' })
    expect(await save(idle, 'late')).toBe('newer')
    for (const path of ['options.html#today', 'options.html#history', 'options.html#data', 'popup.html']) {
      const page = await driver.open(path)
      await page.sees(text('err_newer_title'))
      await page.close()
    }
    expect(await rawOf(newer)).toEqual(before)
    await driver.close()
  })

  test('a page that cannot be asked holds nobody up for ever, and nothing is lost', async () => {
    const { driver } = await start()
    const deaf = await openPage(driver, 1)
    await deaf.evaluate(() => (globalThis as unknown as Global).upgradePage.holdOn())
    const newer = await openPage(driver, 2, 1_000)
    const waited = await opened(newer)
    expect(waited).toMatchObject({ ok: false, problem: 'failed TimeoutError' })
    expect(waited.took).toBeLessThan(10_000)
    await deaf.close()
    const climbed = await newer.until(async () => {
      const tried = await (globalThis as unknown as Global).upgradePage.open()
      return tried.ok && tried
    })
    expect(climbed).toMatchObject({ checkIns: count })
    expect(await rawOf(newer)).toMatchObject(whole(2))
    await driver.close()
  })
})
