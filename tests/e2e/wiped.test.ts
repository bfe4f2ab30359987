/** A browser that loses the database loses nothing of the person's: the next start puts everything back and says so. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type BrowserName, browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { answerFelt, checkInsOnceThereAre, finish, rowsOf, text } from '../support/thaw.ts'

/** The folders of the database alone: what `storage.local` keeps lies elsewhere, in Firefox in an origin of its own. */
const databaseFolders = (name: BrowserName, profile: string): readonly string[] => {
  const parent = join(profile, name === 'chromium' ? 'Default/IndexedDB' : 'storage/default')
  const isOurs = (folder: string): boolean =>
    name === 'chromium'
      ? folder.startsWith('chrome-extension_')
      : folder.startsWith('moz-extension+++') && !folder.includes('userContextId')
  return readdirSync(parent)
    .filter(isOurs)
    .map(folder => join(parent, folder, name === 'chromium' ? '' : 'idb'))
    .filter(existsSync)
}

const checkIn = async (driver: Driver, felt: number): Promise<void> => {
  const popup = await driver.open('popup.html')
  await answerFelt(popup, felt)
  await finish(driver, popup)
}

const loss = (page: string): boolean => /lost/.test(page)

describe.each(browserNames)('%s', name => {
  test('puts every record back after its database was deleted, and says so once', async () => {
    const profile = freshFolder('wiped')
    const before = await launch(name, { profile })
    for (const felt of [3, 6, 8]) await checkIn(before, felt)
    const kept = await checkInsOnceThereAre(before, 3)
    const sessions = await rowsOf(before, 'sessions')
    await before.close()

    const folders = databaseFolders(name, profile)
    expect(folders).not.toEqual([])
    for (const folder of folders) rmSync(folder, { recursive: true })

    const after = await launch(name, { profile })
    const page = await after.open('options.html#history')
    await page.sees(text('err_restored_other', 3))
    await page.sees(text('entry_felt', 8))
    expect(await checkInsOnceThereAre(after, 3)).toEqual(kept)
    expect(await rowsOf(after, 'sessions')).toEqual(sessions)
    await page.click('button', text('close'))
    await page.close()
    await after.close()

    const again = await launch(name, { profile })
    const quiet = await again.open('options.html#history')
    await quiet.sees(text('entry_felt', 8))
    expect(await quiet.text()).not.toSatisfy(loss)
    await again.close()
    dropFolder(profile)
  })

  test('says nothing of the kind at a true first run', async () => {
    const driver = await launch(name)
    const page = await driver.open('options.html#history')
    await page.sees(text('history_empty'))
    expect(await page.text()).not.toSatisfy(loss)
    await driver.close()
  })
})
