/** Data & privacy in real browsers: everything is deleted and nothing of it comes back, copies are brought back, checks find damage. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DayRow } from '../../lib/core/records.ts'
import { downloadsFolder } from '../support/downloads.ts'
import { browserNames, type Driver, patience, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { everythingIn, fillEverything, nothing, wakeBackground } from '../support/kept-everywhere.ts'
import { launch } from '../support/launch.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { filesWith } from '../support/residue.ts'
import { answerFelt, checkInsOnceThereAre, finish, localOf, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const checkIn = async (driver: Driver, felt: number, note = ''): Promise<void> => {
  const view = await driver.open('window.html')
  await answerFelt(view, felt)
  if (note !== '') {
    await view.click('button', text('next'))
    await view.click('button', text('more_title'))
    await view.type('textbox', text('note_label'), note)
    await waitFor('the note in the history', async () =>
      (await rowsOf(driver, 'checkIns')).some(row => row.note === note),
    )
  }
  // Otherwise the next one goes on with it.
  await finish(driver, view)
  await view.close().catch(() => undefined)
}

const focused = (view: View): Promise<string> =>
  view.evaluate(() => document.activeElement?.textContent ?? '')

/** By keyboard from the question on. */
const deleteEverything = async (view: View): Promise<void> => {
  await view.click('button', text('erase_ask'))
  await view.find('dialog', text('erase_sure'))
  await view.press('Tab')
  expect(await focused(view)).toBe(text('erase_deed'))
  await view.press('Enter')
}

const snapshotsOf = async (driver: Driver): Promise<readonly { day: string; name: string }[]> =>
  ((await localOf(driver))['snapshots'] ?? []) as readonly { day: string; name: string }[]

describe.each(browserNames)('%s deletes everything', name => {
  test('in every place, with another page open, and keeps nothing by itself afterwards', async () => {
    const profile = freshFolder('erased')
    const preferences = { 'extensions.background.idle.timeout': 500 }
    const driver = await launch(name, { profile, preferences })
    const marker = `note${BigInt(`0x${randomBytes(10).toString('hex')}`).toString(36)}`
    await checkIn(driver, 7, marker)
    await fillEverything(driver, marker)
    const other = await driver.open('options.html#history')
    await other.sees(text('entry_felt', 7))

    const page = await driver.open('options.html#data')
    await page.toFront()
    await page.click('button', text('erase_ask'))
    await page.find('dialog', text('erase_sure'))
    expect(await focused(page)).toBe(text('erase_keep'))
    await page.press('Escape')
    await waitFor('the end of the question', async () => (await focused(page)) === text('erase_ask'))
    expect((await everythingIn(driver)).databases).toEqual(expect.arrayContaining(['folder', 'thaw']))

    await deleteEverything(page)
    await page.sees(text('erased_done'))
    expect(await everythingIn(driver)).toEqual(nothing)
    await other.sees(text('erased_done'))

    // Whatever wakes it, the background behaves as after a first installation; Firefox ends it once no other page is open.
    await wakeBackground(driver)
    await other.close()
    expect(await everythingIn(driver)).toEqual(nothing)
    await page.evaluate(() => location.reload())
    await page.sees(text('erased_done'))
    expect(await everythingIn(driver)).toEqual(nothing)

    await page.close()
    await driver.stopWorker()
    await wakeBackground(driver)
    expect(await everythingIn(driver)).toEqual(nothing)
    const again = await driver.open('erased.html')
    await again.click('link', text('erased_anew'))
    await again.sees(text('welcome_start'))
    await driver.close()
    const left = filesWith(profile, marker, () => false)
    console.info(
      `${name}: after deleting everything and closing, the note stands in ${left.join(', ') || 'no file'}`,
    )
    dropFolder(profile)
  })

  test('and a deletion that was killed is ended by the next start, and restores nothing', async () => {
    const profile = freshFolder('erasing')
    const before = await launch(name, { profile })
    await checkIn(before, 6)
    await checkInsOnceThereAre(before, 1)
    await putLocal(before, { erasing: true })
    await before.kill()

    const after = await launch(name, { profile })
    await wakeBackground(after)
    // A page that came up meanwhile may have an empty database again.
    await expect
      .poll(() => everythingIn(after), { timeout: patience })
      .toMatchObject({ local: [], session: [], files: [] })
    expect(await rowsOf(after, 'checkIns')).toEqual([])
    const page = await after.open('options.html#history')
    await page.sees(text('history_empty'))
    await page.close()
    await after.close()
    dropFolder(profile)
  })

  test('and says so where somebody holds on to the database, until it is let go of', async () => {
    const driver = await launch(name)
    await checkIn(driver, 2)
    await checkInsOnceThereAre(driver, 1)
    await driver.bare.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('thaw')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            Object.assign(globalThis, { held: opening.result })
            resolve()
          }
        }),
    )
    const page = await driver.open('options.html#data')
    await page.toFront()
    await deleteEverything(page)
    await page.sees(text('erased_blocked_hint'))
    expect(await findings(page)).toEqual([])
    const rows = await driver.bare.evaluate(
      () =>
        new Promise<number>(resolve => {
          const { held } = globalThis as unknown as { held: IDBDatabase }
          const counting = held.transaction('checkIns').objectStore('checkIns').count()
          counting.onsuccess = () => {
            held.close()
            resolve(counting.result)
          }
        }),
    )
    expect(rows).toBe(0)
    await page.sees(text('erased_done'))
    expect(await findings(page)).toEqual([])
    expect(await everythingIn(driver)).toEqual(nothing)
    await driver.close()
  })
})

/** In a page: puts rows of `days` past Thaw's code. */
const putDays = (rows: readonly object[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('days', 'readwrite')
      for (const row of rows) transaction.objectStore('days').put(row)
      transaction.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })

/** As JSON: Firefox sends an object that stands in two places once. */
const readDays = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('days').objectStore('days').getAll()
      reading.onsuccess = () => {
        opening.result.close()
        resolve(JSON.stringify(reading.result))
      }
    }
  })

const daysOf = async (driver: Driver): Promise<readonly DayRow[]> =>
  JSON.parse(await driver.bare.evaluate(readDays))

describe.each(browserNames)('%s', name => {
  let driver: Driver
  let page: View
  let backup: Uint8Array
  const downloads = downloadsFolder()
  beforeAll(async () => {
    const preferences = { ...downloads.preferences, 'extensions.background.idle.timeout': 500 }
    driver = await launch(name, { preferences })
    for (const felt of [3, 7]) await checkIn(driver, felt)
    await checkInsOnceThereAre(driver, 2)
  })
  afterAll(async () => {
    downloads.drop()
    await driver.close()
  })

  test('takes a daily copy at a start of the background, and brings back what was deleted since', async () => {
    // Firefox may have ended and started it before there were two.
    await putLocal(driver, { snapshots: [] })
    await driver.stopWorker()
    await wakeBackground(driver)
    await waitFor('a daily copy', async () => (await snapshotsOf(driver)).length === 1)
    await driver.stopWorker()
    await wakeBackground(driver)
    expect(await snapshotsOf(driver)).toHaveLength(1)

    const history = await driver.open('options.html#history')
    await history.toFront()
    await history.sees(text('delete'))
    // Each is called after its check-in.
    await history.evaluate(called => {
      for (const button of document.querySelectorAll('button'))
        if (button.textContent === called) return button.click()
    }, text('delete'))
    await history.sees(text('undo'))
    await history.close()

    page = await driver.open('options.html#data')
    await page.toFront()
    await downloads.allow(page)
    await page.sees(text('snapshot_size', text('snapshot_records_other', 2), '').trim())
    await page.click('button', text('snapshot_look'))
    await page.sees(text('snapshot_returned_one', 1))
    await page.sees(text('snapshot_same_one', 1))
    expect(await findings(page)).toEqual([])
    await page.click('button', text('snapshot_restore'))
    await page.sees(text('snapshot_done'))
    const shown = async () =>
      (await rowsOf(driver, 'checkIns')).filter(row => !('deletedAt' in row) && !('undoUntil' in row)).length
    expect(await shown()).toBe(2)
    await page.click('button', text('snapshot_take_back'))
    await page.sees(text('snapshot_taken_back'))
    expect(await shown()).toBe(1)
  })

  test('finds a day that was damaged, and leads to where it is put right', async () => {
    await page.click('button', text('check_now'))
    await page.sees(text('check_right_other', 2))
    const days = await daysOf(driver)
    await driver.bare.evaluate(
      putDays,
      days.map(day => ({ ...day, checkIns: 40 })),
    )
    await page.click('button', text('check_now'))
    await page.sees(text('check_days_one', 1))
    await page.click('button', text('check_to_days'))
    await waitFor(
      'the focus at the part that counts again',
      async () => (await focused(page)) === text('rebuild_start'),
    )
    await page.press('Enter')
    await page.sees(text('rebuild_repaired_one', 1))
    expect(await daysOf(driver)).toEqual(days)
  })

  test('deletes a period once it was asked, and its copies with it', async () => {
    const [copy] = await snapshotsOf(driver)
    const today = (await daysOf(driver))[0]?.day ?? ''
    const [year = '', month = '', date = ''] = today.split('-')
    for (const label of [text('over_from'), text('over_to')]) {
      await page.evaluate(called => {
        const labels = [...document.querySelectorAll('label')].filter(each => each.textContent === called)
        const field = document.getElementById(labels.at(-1)?.htmlFor ?? '')
        field?.scrollIntoView()
        field?.focus()
      }, label)
      await page.page?.keyboard.type(`${month}${date}${year}`)
    }
    await page.click('button', text('erase_backup'))
    await page.click('button', text('backup_save'))
    backup = await downloads.take(`thaw-${today}.json`)
    await page.click('button', text('period_ask'))
    await page.find('dialog', text('period_sure_one', 1))
    expect(await focused(page)).toBe(text('period_keep'))
    expect(await findings(page)).toEqual([])
    await page.press('Enter')
    expect(await daysOf(driver)).toHaveLength(1)
    await page.click('button', text('period_ask'))
    await page.click('button', text('period_deed'))
    await page.sees(text('period_done_one', 1))
    expect(await daysOf(driver)).toEqual([])
    const [anew, ...more] = await snapshotsOf(driver)
    expect([anew?.name === copy?.name, more]).toEqual([false, []])
  })

  test('brings a deleted period back from the backup that was saved before, and takes that back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'thaw-backup-'))
    const path = join(folder, 'before.json')
    writeFileSync(path, backup)
    const input = (await page.page?.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
    await input.uploadFile(path)
    await page.sees(text('import_nothing_left'))
    expect(await page.has('button', text('import_bring'))).toBe(false)
    await page.click('checkbox', text('import_with_deleted'))
    await page.sees(text('snapshot_returned_one', 1))
    expect(await findings(page)).toEqual([])
    await page.click('button', text('import_bring'))
    await page.sees(text('import_done_returned_one', 1))
    expect(await daysOf(driver)).toHaveLength(1)
    const history = await driver.open('options.html#history')
    await history.toFront()
    await history.sees(text('delete'))
    await history.close()
    await page.toFront()
    await page.click('button', text('import_take_back'))
    await page.sees(text('import_taken_back'))
    expect(await daysOf(driver)).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })

  test('every part passes axe in every look', async () => {
    expect(await findings(page)).toEqual([])
  })
})
