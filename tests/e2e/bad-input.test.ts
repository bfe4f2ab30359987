/** Odd settings, a database of a newer Thaw, and a full disk: the person sees what holds, and nothing is lost. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { mayMount, mountSmallDisk } from '../support/small-disk.ts'
import { answerFelt, checkInsOnceThereAre, putLocal, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const oddSettings: readonly unknown[] = [
  null,
  0,
  'settings',
  [],
  { nudges: null },
  { nudges: { mode: 'random' } },
  {
    nudges: {
      mode: { kind: 'random', perDay: -4 },
      hours: [[{ from: 'nine', to: {} }]],
      cap: 1e300,
      gap: -1,
    },
  },
  {
    nudges: { mode: { kind: 'every', minutes: 0 }, channels: 'all', holdBack: 7 },
    country: 12,
    welcomed: 'yes',
  },
]

describe.each(browserNames)('%s', name => {
  let driver: Driver
  beforeAll(async () => {
    driver = await launch(name)
  })
  afterAll(() => driver.close())

  test('settings of any shape leave every page in order', async () => {
    for (const settings of oddSettings) {
      await putLocal(driver, { settings, nudge: settings, draft: settings })
      const page = await driver.open('options.html#nudges')
      await page.sees(text('nudges_mode'))
      await page.close()
      const popup = await driver.open('popup.html')
      await popup.sees(text('felt_question'))
      await popup.close()
    }
  })
})

test.each(browserNames)(
  '%s leaves a database of a newer Thaw as it is, and every page says so',
  async name => {
    // In a browser of its own, before any page of Thaw's was closed: now and then Firefox keeps the connection of a tab that was closed
    // while it was being used, and then lets no other version in until it is started anew.
    const driver = await launch(name)
    await driver.bare.evaluate(makeNewerDatabase)
    for (const path of ['options.html#today', 'options.html#history', 'popup.html']) {
      const page = await driver.open(path)
      await page.sees(text('err_newer_title'))
      await page.close()
    }
    const popup = await driver.open('popup.html')
    await popup.press('6')
    await popup.sees(text('err_newer_title'))
    expect(await popup.text()).not.toContain(text('saved_spoken'))
    await popup.close()
    expect(await driver.bare.evaluate(readNewerDatabase)).toEqual({ version: 999, rows: ['from the future'] })
    await driver.close()
  },
)

const makeNewerDatabase = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw', 999)
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('later')
      store.put('from the future', 1)
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })

const readNewerDatabase = (): Promise<{ version: number; rows: unknown[] }> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const reading = database.transaction('later').objectStore('later').getAll()
      reading.onsuccess = () => {
        resolve({ version: database.version, rows: reading.result })
        database.close()
      }
    }
  })

// A disk that can be filled has to be mounted, which needs root.
test.runIf(mayMount()).each(browserNames)(
  '%s on a full disk says that it did not save, keeps the text, and saves once there is room',
  async name => {
    const disk = mountSmallDisk(160)
    const driver = await launch(name, { profile: disk.folder })
    const popup = await driver.open('window.html')
    await answerFelt(popup, 7)
    await popup.click('button', text('next'))
    await popup.click('button', text('more_title'))
    disk.fill()

    // Too long for room that a browser set aside for itself, and nothing that it could pack small.
    const note = randomBytes(9_500).toString('hex')
    await popup.evaluate(text => {
      const field = document.querySelector('textarea')
      if (field === null) throw new Error('There is no field for a note')
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }, note)
    await popup.sees(text('err_full'))
    expect(await popup.evaluate(() => document.querySelector('textarea')?.value)).toBe(note)
    expect(await popup.text()).not.toContain(text('saved_spoken'))

    disk.free()
    await popup.click('button', text('try_again'))
    await waitFor('the note in the history', async () =>
      (await checkInsOnceThereAre(driver, 1)).some(checkIn => checkIn.note === note),
    )
    await driver.close()
    disk.unmount()
  },
)
