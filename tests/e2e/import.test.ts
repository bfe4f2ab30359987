/** Files are brought in as a person does it, in real browsers: looked at first, whole or not at all, and taken back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle } from 'puppeteer-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CheckIn } from '../../lib/core/records.ts'
import { encrypted } from '../../lib/store/backup/encrypted.ts'
import { root } from '../support/build-extension.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { zipOf } from '../support/foreign-files.ts'
import { historyRows } from '../support/history-rows.ts'
import { backedUp } from '../support/import-world.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, checkInsOnceThereAre, localOf, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const folder = mkdtempSync(join(tmpdir(), 'thaw-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const backupOf = (checkIns: readonly object[], settings: object | null = null): string =>
  JSON.stringify({ format: 'thaw', version: 1, exportedAt: 0, records: { checkIns }, settings })

const manyRows = (count: number) => Array.from({ length: count }, (_, at) => backedUp(at + 1).row)

const golden = (name: string): string => join(root, 'tests/fixtures/foreign', name)

/** Chooses files as the browser's dialog does, which no protocol reaches. */
const give = async (view: View, ...paths: readonly string[]): Promise<void> => {
  const input = (await view.page?.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(...paths)
}

const openPart = async (driver: Driver): Promise<View> => {
  const view = await driver.open('options.html#data')
  await view.toFront()
  await view.page?.waitForSelector('input[type=file]')
  return view
}

/** In the page: does something as soon as a text comes into sight, within the same task. */
const onceThere = (view: View, shown: string, act: 'reload' | 'stop'): Promise<void> =>
  view.evaluate(
    (wanted, what, stop) => {
      const look = () => {
        if (!document.body.innerText.includes(wanted)) return
        observer.disconnect()
        if (what === 'reload') location.reload()
        else {
          const begun = performance.now()
          const button = [...document.querySelectorAll('button')].find(one => one.textContent === stop)
          button?.click()
          const wait = () => {
            if (document.body.innerText.includes(wanted)) requestAnimationFrame(wait)
            else performance.measure('stopped', { start: begun })
          }
          wait()
        }
      }
      const observer = new MutationObserver(look)
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    },
    shown,
    act,
    text('import_stop'),
  )

/** Presses Tab until what has the focus is called so. */
const tabTo = async (view: View, name: string): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    const found = await view.evaluate(called => {
      const at = document.activeElement
      const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : null
      return (label ?? at)?.textContent?.trim() === called
    }, name)
    if (found) return
    await view.press('Tab')
  }
  throw new Error(`No Tab leads to "${name}"`)
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  let own: CheckIn
  beforeAll(async () => {
    driver = await launch(name)
    const popup = await driver.open('popup.html')
    await answerFelt(popup, 4)
    await popup.close()
    const [first] = await checkInsOnceThereAre(driver, 1)
    if (first === undefined) throw new Error('There is no check-in')
    own = first
  })
  afterAll(() => driver.close())
  beforeEach(async () => {
    // Each test leaves the history as it found it.
    expect(await rowsOf(driver, 'checkIns')).toHaveLength(1)
  })

  test('a Thaw backup is met with what is here, and taken back to the very rows', async () => {
    const before = await historyRows(driver)
    const newer = { ...own, felt: 9, note: 'from the other device', updatedAt: own.updatedAt + 1 }
    const path = put('backup.json', backupOf([newer, ...manyRows(12)]))
    const history = await driver.open('options.html#history')
    const view = await openPart(driver)
    await give(view, path)
    await view.sees(text('import_found_title', 'backup.json'))
    expect(await historyRows(driver)).toEqual(before)
    const shown = await view.text()
    expect(shown).toContain(text('import_count_checkins_other', 13))
    expect(shown).toMatch(new RegExp(`${text('import_new')}\\s+12`))
    expect(shown).toMatch(new RegExp(`${text('import_changed')}\\s+1`))
    await view.click('button', text('import_bring'))
    await view.sees(text('import_done_added_other', 12))
    await view.sees(text('import_done_changed_one', 1))
    const after = await rowsOf(driver, 'checkIns')
    expect(after).toHaveLength(13)
    expect(after.find(({ id }) => id === own.id)).toMatchObject({ felt: 9, note: 'from the other device' })
    // Another page that is open shows it by itself.
    await history.toFront()
    await history.sees('from the other device')
    await history.close()

    // The same file once more holds nothing new.
    await view.toFront()
    await view.click('button', text('done'))
    await give(view, path)
    await view.sees(text('import_nothing_new'))
    expect(await view.has('button', text('import_bring'))).toBe(false)
    await view.click('button', text('import_other_file'))

    await view.page?.locator(`button[aria-label^="${text('import_take_back')}"]`).click()
    await view.sees(text('import_taken_back'))
    expect(await historyRows(driver)).toEqual(before)
    await view.close()
  })

  test('a table of another app by keyboard alone: moods, time zone, and every step in focus', async () => {
    const before = await historyRows(driver)
    const view = await openPart(driver)
    await tabTo(view, text('import_choose'))
    await give(view, golden('daylio-now.csv'))
    await view.sees(text('import_felt_hint'))
    // The focus went along to the step that came.
    expect(await view.evaluate(() => document.activeElement?.tagName)).toBe('H3')
    await tabTo(view, text('import_mood_one', 1, 'meh').replace('$1', '1'))
    // The first letters of a choice choose it.
    await view.press('P', 'l', 'e')
    await tabTo(view, text('import_choices_go'))
    await view.press('Enter')
    await view.sees(text('import_found_title', 'daylio-now.csv'))
    expect(await view.evaluate(() => document.activeElement?.tagName)).toBe('H3')
    await tabTo(view, text('import_bring'))
    await view.press('Enter')
    await view.sees(text('import_done_title'))
    const brought = (await rowsOf(driver, 'checkIns')).filter(({ origin }) => origin !== 'own')
    expect(brought.length).toBeGreaterThan(3)
    expect(new Set(brought.map(({ felt }) => felt))).toEqual(new Set([null]))
    expect(brought.find(({ note }) => note.includes('a second line'))).toMatchObject({ pleasant: 2 })
    await tabTo(view, text('import_take_back'))
    await view.press('Enter')
    await view.sees(text('import_taken_back'))
    expect(await historyRows(driver)).toEqual(before)
    await view.close()
  })

  test('an encrypted backup asks for its passphrase, and takes a second one kindly', async () => {
    const content = await encrypted(new Blob([backupOf(manyRows(2))]), 'a quiet window', () => {}, 12)
    const path = put('backup.json.age', new Uint8Array(await content.arrayBuffer()))
    const view = await openPart(driver)
    await view.evaluate(() => document.querySelector<HTMLElement>('input[type=file]')?.focus())
    await give(view, path)
    await view.sees(text('import_passphrase_hint'))
    await view.until(() => document.activeElement?.getAttribute('type') === 'password')
    await view.page?.keyboard.type('a quiet windo')
    await view.press('Enter')
    await view.sees(text('import_passphrase_wrong'))
    await view.until(() => document.activeElement?.getAttribute('type') === 'password')
    await view.press('End')
    await view.page?.keyboard.type('w')
    await view.press('Enter')
    await view.sees(text('import_found_title', 'backup.json.age'))
    await view.click('button', text('import_other_file'))
    await view.close()
  })

  test('an encrypted backup that lies in a zip is opened there', async () => {
    const content = await encrypted(new Blob([backupOf(manyRows(2))]), 'a quiet window', () => {}, 12)
    const zip = zipOf({ 'backup.json.age': new Uint8Array(await content.arrayBuffer()) })
    const view = await openPart(driver)
    await view.evaluate(() => document.querySelector<HTMLElement>('input[type=file]')?.focus())
    await give(view, put('from-the-cloud.zip', zip))
    await view.sees(text('import_passphrase_hint'))
    await view.until(() => document.activeElement?.getAttribute('type') === 'password')
    await view.page?.keyboard.type('a quiet window')
    await view.press('Enter')
    await view.sees(text('import_found_title', 'from-the-cloud.zip'))
    await view.click('button', text('import_other_file'))
    await view.close()
  })

  test('a table brought in again by other choices stands as it was chosen last, and each can be taken back', async () => {
    const before = await historyRows(driver)
    const view = await openPart(driver)
    const chosen = async (letters: readonly string[]): Promise<void> => {
      await give(view, golden('daylio-now.csv'))
      await view.sees(text('import_felt_hint'))
      await tabTo(view, text('import_mood_one', 1, 'meh').replace('$1', '1'))
      await view.press(...letters)
      await view.click('button', text('import_choices_go'))
      await view.sees(text('import_found_title', 'daylio-now.csv'))
      await view.click('button', text('import_bring'))
      await view.sees(text('import_done_title'))
    }
    const pleasant = async () =>
      (await rowsOf(driver, 'checkIns')).find(({ note }) => note.includes('a second line'))?.pleasant
    await chosen(['P', 'l', 'e'])
    expect(await pleasant()).toBe(2)
    await view.click('button', text('done'))
    await chosen(['U', 'n', 'p'])
    expect(await view.text()).toContain(text('import_done_changed_one', 1))
    expect(await pleasant()).toBe(-2)
    await view.close()

    const list = await openPart(driver)
    for (const was of [2, undefined]) {
      await list.page?.locator(`button[aria-label^="${text('import_take_back')}"]`).click()
      await waitFor('what was there before', async () => (await pleasant()) === was)
    }
    await list.sees(text('import_taken_back'))
    expect(await historyRows(driver)).toEqual(before)
    await list.close()
  })

  test('several files come one after the other, and one that is damaged says so and changes nothing', async () => {
    const before = await historyRows(driver)
    const view = await openPart(driver)
    const cut = backupOf(manyRows(5)).slice(0, 900)
    await give(view, put('cut.json', cut), put('empty.csv', ''), put('late.json', backupOf(manyRows(1))))
    await view.sees(text('import_no_change'))
    await view.click('button', text('import_next', 'empty.csv'))
    await view.sees(text('import_file_empty'))
    await view.click('button', text('import_next', 'late.json'))
    await view.sees(text('import_found_title', 'late.json'))
    await view.click('button', text('import_other_file'))
    await view.page?.waitForSelector('input[type=file]')
    expect(await historyRows(driver)).toEqual(before)
    await view.close()
  })

  test('files can be dropped anywhere on the part', async () => {
    const view = await openPart(driver)
    await view.evaluate(
      content => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([content], 'dropped.json'))
        const part = document.querySelector('input[type=file]')?.closest('section')
        for (const type of ['dragover', 'drop'])
          part?.dispatchEvent(
            new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
          )
      },
      backupOf(manyRows(1)),
    )
    await view.sees(text('import_found_title', 'dropped.json'))
    await view.click('button', text('import_other_file'))
    await view.close()
  })

  test('stopped while it is read and while it is written, it leaves nothing, and at once', async () => {
    const before = await historyRows(driver)
    const view = await openPart(driver)
    const path = put('large.json', backupOf(manyRows(20_000)))
    await onceThere(view, text('import_reading', 'large.json'), 'stop')
    await give(view, path)
    await view.sees(text('import_stopped'))
    await give(view, path)
    await view.sees(text('import_found_title', 'large.json'))
    await onceThere(view, text('import_writing_hint'), 'stop')
    await view.click('button', text('import_bring'))
    await view.sees(text('import_stopped'))
    expect(await historyRows(driver)).toEqual(before)
    const waits = await view.until(() => {
      const measured = performance.getEntriesByName('stopped').map(({ duration }) => duration)
      return measured.length === 2 && measured
    })
    console.info(`${name}: stopped after ${waits.map(Math.round).join(' and ')} ms`)
    await view.click('button', text('import_other_file'))
    await view.close()
  })

  test('a page that is reloaded in the middle leaves nothing half there', async () => {
    const before = await historyRows(driver)
    const view = await openPart(driver)
    view.page?.on('dialog', dialog => void dialog.accept())
    await give(view, put('large.json', backupOf(manyRows(20_000))))
    await view.sees(text('import_found_title', 'large.json'))
    await onceThere(view, text('import_writing_hint'), 'reload')
    await view.click('button', text('import_bring'))
    await view.until(() => document.querySelector('input[type=file]') !== null)
    await view.close()
    const rest = await openPart(driver)
    // Either all of it is there, and can be taken back, or nothing is.
    const rows = await rowsOf(driver, 'checkIns')
    expect([1, 20_001]).toContain(rows.length)
    if (rows.length > 1) {
      await rest.page?.locator(`button[aria-label^="${text('import_take_back')}"]`).click()
      await rest.sees(text('import_taken_back'))
    }
    expect(await historyRows(driver)).toEqual(before)
    await rest.close()
  })

  test('settings of a backup come along when asked for', async () => {
    const view = await openPart(driver)
    await give(view, put('settings.json', backupOf([own], { firstAlone: true, welcomed: false })))
    await view.sees(text('import_settings_hint'))
    expect(await view.has('button', text('import_bring'))).toBe(false)
    await view.click('checkbox', text('import_settings'))
    await view.click('button', text('import_bring_settings'))
    await view.sees(text('import_done_settings'))
    expect((await localOf(driver))['settings']).toMatchObject({ firstAlone: true })
    await view.close()
  })

  test('every step passes axe', async () => {
    const view = await openPart(driver)
    const seen: { [step: string]: readonly string[] } = {}
    const check = async (step: string, shows: string) => {
      await view.sees(shows)
      seen[step] = await findings(view)
    }
    await check('start', text('import_apps'))
    await give(view, put('picture.png', new Uint8Array([137, 80, 78, 71, 0, 0, 0, 1])))
    await check('refused', text('import_no_change'))
    const content = await encrypted(new Blob([backupOf([])]), 'x', () => {}, 10)
    await give(view, put('secret.age', new Uint8Array(await content.arrayBuffer())))
    await check('passphrase', text('import_passphrase_hint'))
    await view.click('button', text('import_other_file'))
    const table = `${readFileSync(golden('daylio-now.csv'), 'utf8')}\r\nnever,,,,meh,,,,\r\n`
    await give(view, put('moods.csv', table))
    await check('choices', text('import_felt_hint'))
    await view.click('button', text('import_choices_go'))
    await view.sees(text('import_found_title', 'moods.csv'))
    await view.page?.locator('button[aria-expanded="false"]').click()
    await check('found', text('import_unread_save'))
    await view.click('button', text('import_bring'))
    await check('done', text('import_done_hint'))
    await view.click('button', text('import_take_back'))
    await check('taken back', text('import_taken_back'))
    await give(view, put('picture.png', new Uint8Array([137, 80, 78, 71, 0, 0, 0, 1])))
    await view.sees(text('import_no_change'))
    expect(await view.text()).not.toContain(text('import_taken_back'))
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(step => [step, []])))
    await view.close()
  })
})

test('where nothing was written yet, a backup is what the part asks for first', async () => {
  const driver = await launch('chromium')
  const view = await openPart(driver)
  await view.sees(text('import_title_restore'))
  await give(view, put('all.json', backupOf(manyRows(3), { firstAlone: true })))
  await view.sees(text('import_settings_hint'))
  await view.click('button', text('import_bring'))
  await view.sees(text('import_done_added_other', 3))
  await view.sees(text('import_done_settings'))
  await view.sees(text('import_title'))
  await waitFor('the settings', async () => {
    const { settings } = (await localOf(driver)) as { settings?: { firstAlone?: boolean } }
    return settings?.firstAlone === true
  })
  await driver.close()
})
