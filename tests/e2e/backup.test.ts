/** A backup is saved from Data & privacy in a real browser: plain and under a passphrase, by keyboard, and stopped. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { backupKey } from '../../lib/core/backup-due.ts'
import { decrypted } from '../../lib/store/backup/encrypted.ts'
import { readBackup } from '../../lib/store/backup/read.ts'
import { downloadsFolder } from '../support/downloads.ts'
import { browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { answerFelt, checkInsOnceThereAre, localOf, putLocal, rowsOf, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** The day in the browser is the day here: both read one clock in one zone. */
const fileOf = (ending: string): string => `thaw-${Temporal.Now.plainDateISO().toString()}.${ending}`

const read = (json: string) => {
  const result = readBackup(json, Temporal.Now.instant().epochMilliseconds)
  if (!result.ok) throw new Error(`refused: ${result.problem}`)
  expect(result.value.unreadable).toEqual([])
  return result.value.rows
}

/** Presses Tab until the focus stands on a control of that name. */
const tabTo = async (view: View, name: string): Promise<void> => {
  for (let presses = 0; presses < 80; presses += 1) {
    await view.press('Tab')
    const isThere = await view.evaluate(called => {
      const focused = document.activeElement
      const label =
        focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : focused?.textContent
      return label?.includes(called) === true
    }, name)
    if (isThere) return
  }
  throw new Error(`No Tab leads to "${name}"`)
}

/** A field for a passphrase has no role, as ARIA has none for it; it is found by its label. */
const typeInto = async (view: View, label: string, what: string): Promise<void> => {
  await view.until(called => {
    const labels = [...document.querySelectorAll('label')]
    const field = labels.find(({ textContent }) => textContent === called)?.control
    field?.focus()
    return field !== undefined
  }, label)
  await view.page?.keyboard.type(what)
}

/** In a page: begins to wait until these words stand there, and presses the button in that very moment. */
const pressOnce = (words: string, called: string): void => {
  const watching = new MutationObserver(() => {
    if (!document.body.innerText.includes(words)) return
    watching.disconnect()
    const buttons = [...document.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent === called)?.click()
  })
  watching.observe(document.body, { subtree: true, childList: true, characterData: true })
}

describe.each(browserNames)('%s', name => {
  let driver: Driver
  const downloads = downloadsFolder()
  const openData = async (): Promise<View> => {
    const page = await driver.open('options.html#data')
    await page.toFront()
    await downloads.allow(page)
    await page.sees(text('backup_removing'))
    return page
  }
  const chooseLocked = (page: View) => page.click('radio', text('backup_locked'))

  beforeAll(async () => {
    driver = await launch(name, { preferences: downloads.preferences })
    const popup = await driver.open('popup.html')
    await answerFelt(popup, 4)
    await popup.close()
    await checkInsOnceThereAre(driver, 1)
  })
  afterAll(async () => {
    downloads.drop()
    await driver.close()
  })

  test('a plain file holds what was kept, and the page knows of it from then on', async () => {
    const page = await openData()
    await page.sees(text('backup_never'))
    await tabTo(page, text('backup_save'))
    await page.press('Enter')
    const file = fileOf('json')
    const bytes = await downloads.take(file)
    const rows = read(bytes.toString())
    expect(rows.filter(({ store }) => store === 'checkIns').map(({ row }) => row)).toEqual(
      await rowsOf(driver, 'checkIns'),
    )
    await page.sees(text('backup_holds_check_ins_one', 1))
    // The focus has stayed.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(text('backup_save'))
    expect(await localOf(driver)).toMatchObject({ [backupKey]: { records: 1 } })
    await page.close()
    const again = await openData()
    await again.sees(text('backup_last', '').split('.')[1]?.trim() ?? '')
    await again.close()
  })

  test('a file under a passphrase opens with it, and shows what is missing before it is made', async () => {
    const page = await openData()
    await chooseLocked(page)
    await page.click('button', text('backup_save'))
    await page.sees(text('backup_passphrase_none'))
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('password')
    await typeInto(page, text('backup_passphrase'), 'a slow thaw')
    await typeInto(page, text('backup_passphrase_again'), 'a slow thow')
    await page.press('Enter')
    await page.sees(text('backup_passphrase_unlike'))
    await page.click('checkbox', text('backup_passphrase_show'))
    await page.until(() => document.querySelectorAll('input[type="password"]').length === 0)
    await page.close()
  })

  test('what is encrypted leaves no trace of what it holds in the file', async () => {
    const page = await openData()
    await chooseLocked(page)
    await typeInto(page, text('backup_passphrase'), 'a slow thaw')
    await typeInto(page, text('backup_passphrase_again'), 'a slow thaw')
    await page.press('Enter')
    await page.sees(text('backup_locking'))
    const bytes = await downloads.take(fileOf('json.age'))
    await page.sees(text('backup_holds_check_ins_one', 1))
    // The page forgets what was typed.
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll<HTMLInputElement>('input[type="password"]')].map(({ value }) => value),
      ),
    ).toEqual(['', ''])
    expect(bytes.toString('latin1')).not.toContain('felt')
    const opened = await decrypted(new Blob([new Uint8Array(bytes)]), 'a slow thaw')
    if (!opened.ok) throw new Error(opened.problem)
    expect(read(await opened.value.text())).toContainEqual({
      store: 'checkIns',
      row: (await rowsOf(driver, 'checkIns'))[0],
    })
    await page.close()
  })

  test('one that is stopped is gone at once, and nothing was saved', async () => {
    const page = await openData()
    await chooseLocked(page)
    await typeInto(page, text('backup_passphrase'), 'a slow thaw')
    await typeInto(page, text('backup_passphrase_again'), 'a slow thaw')
    await page.evaluate(pressOnce, text('backup_locking'), text('backup_stop'))
    await page.press('Enter')
    await page.sees(text('backup_stopped'))
    expect(downloads.names()).toEqual([])
    await page.close()
  })

  test('the part passes axe, with and without a passphrase', async () => {
    const page = await openData()
    expect(await findings(page)).toEqual([])
    await chooseLocked(page)
    await page.click('button', text('backup_save'))
    await page.sees(text('backup_passphrase_none'))
    expect(await findings(page)).toEqual([])
    await page.close()
  })
})

/**
 * In a page: the browser's own window for folders picks this one at once, because nothing drives that window. An empty file lies in it,
 * as a first write that broke off leaves one.
 */
const pickInstead = (folder: string): void => {
  const pick = async () => {
    const root = await navigator.storage.getDirectory()
    const picked = await root.getDirectoryHandle(folder, { create: true })
    await picked.getFileHandle('thaw-backup.json', { create: true })
    return picked
  }
  Object.assign(globalThis, { showDirectoryPicker: pick })
}

/** In a page: the text of every file in that folder, by name. */
const filesIn = async (folder: string): Promise<{ [name: string]: string }> => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(folder)
  const found: { [name: string]: string } = {}
  for await (const entry of root.values())
    if (entry.kind === 'file')
      found[entry.name] = await (await (entry as FileSystemFileHandle).getFile()).text()
  return found
}

describe('a backup that stays current', () => {
  test('is written into the folder that was picked, at once and again the next day', async () => {
    const driver = await launch('chromium')
    const popup = await driver.open('popup.html')
    await answerFelt(popup, 4)
    await popup.close()
    await checkInsOnceThereAre(driver, 1)
    const page = await driver.open('options.html#data')
    await page.toFront()
    await page.evaluate(pickInstead, 'picked')
    await page.click('button', text('kept_choose'))
    await page.sees(text('kept_told'))
    await page.sees(text('kept_folder', 'picked'))
    const first = await driver.bare.evaluate(filesIn, 'picked')
    expect(Object.keys(first)).toEqual(['thaw-backup.json'])
    expect(read(first['thaw-backup.json'] ?? '').filter(({ store }) => store === 'checkIns')).toHaveLength(1)
    expect(await findings(page)).toEqual([])
    await page.close()

    // As if it were of an earlier day, and of an earlier state of the history.
    const { 'kept-file': mark } = await localOf(driver)
    await putLocal(driver, { 'kept-file': { ...(mark as object), day: '2020-01-01', stamp: '' } })
    // The page that is open for a while writes it by itself.
    const next = await driver.open('options.html')
    await next.toFront()
    await waitFor(
      'the file of the next day',
      async () => ((await localOf(driver))['kept-file'] as { day: string }).day !== '2020-01-01',
      60_000,
    )
    const second = await driver.bare.evaluate(filesIn, 'picked')
    expect(Object.keys(second)).toEqual(['thaw-backup.json'])
    expect(second).not.toEqual(first)
    await next.close()
    await driver.close()
  })

  test('is not offered where there are no folders to pick', async () => {
    const driver = await launch('firefox')
    const page = await driver.open('options.html#data')
    await page.sees(text('backup_removing'))
    expect(await page.text()).not.toContain(text('kept_title'))
    await driver.close()
  })
})

test('Today says in one line that a backup is worth it, and the line can be put away', async () => {
  const driver = await launch('chromium')
  const popup = await driver.open('popup.html')
  await answerFelt(popup, 4)
  await popup.close()
  await checkInsOnceThereAre(driver, 1)
  const { 'history/canary': canary } = await localOf(driver)
  await putLocal(driver, { 'history/canary': { ...(canary as object), counts: { checkIns: 64 } } })
  const page = await driver.open('options.html')
  await page.toFront()
  await page.sees(text('backup_due_first_other', 64))
  expect(await findings(page)).toEqual([])
  await page.click('button', text('not_now'))
  await page.until(line => !document.body.innerText.includes(line), text('backup_due_first_other', 64))
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(text('past_add'))
  await page.close()
  const again = await driver.open('options.html')
  await again.sees(text('past_add'))
  expect(await again.text()).not.toContain(text('backup_due_first_other', 64))
  await driver.close()
})
