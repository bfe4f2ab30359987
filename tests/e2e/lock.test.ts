/** The lock: what is written under it can be read nowhere in the profile, check-ins go on while it is closed, and nothing is lost on the way. */
import { describe, expect, test } from 'vitest'
import { passphraseAtLeast } from '../../lib/core/passphrase.ts'
import { databaseStores } from '../support/damage.ts'
import { type BrowserName, browserNames, type Driver, type View } from '../support/driver.ts'
import { findings } from '../support/findings.ts'
import { launch } from '../support/launch.ts'
import { launchOn } from '../support/launch-on.ts'
import {
  codeShown,
  lockStateOf,
  passphrase,
  sessionOf,
  setUpLock,
  turnLockOn,
  typeSecret,
  unlock,
} from '../support/lock.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { filesWith, marker } from '../support/residue.ts'
import {
  answerFelt,
  checkInsOnceThereAre,
  finish,
  localOf,
  planNudge,
  putLocal,
  rowsOf,
  text,
} from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** A check-in with a note, as the small window makes it. */
const checkInWith = async (driver: Driver, felt: number, note: string): Promise<View> => {
  const view = await driver.open('window.html')
  await answerFelt(view, felt)
  await view.sees(text('words_question'))
  await view.click('button', text('next'))
  await view.click('button', text('more_title'))
  await view.type('textbox', text('note_label'), note)
  await view.press('Tab')
  return view
}

const lockOn = async (driver: Driver): Promise<string> => {
  const page = await driver.open('options.html#data')
  const code = await setUpLock(page)
  await waitFor('everything to be sealed', async () => (await lockStateOf(driver)) === 'on')
  await page.close()
  return code
}

/** Whether the words stand anywhere in the history, its second copy or what is stored beside them. */
const isInClear = async (driver: Driver, words: string): Promise<boolean> =>
  JSON.stringify([await rowsOf(driver, 'checkIns'), await localOf(driver)]).includes(words)

test.each(browserNames)(
  '%s: what was there is sealed, shown while it is open, and hidden while it is locked',
  async name => {
    const driver = await launch(name)
    const before = marker('before')
    const view = await checkInWith(driver, 7, before)
    await waitFor('the note in the history', () => isInClear(driver, before))
    await finish(driver, view)
    await lockOn(driver)
    expect(await isInClear(driver, before)).toBe(false)

    const page = await driver.open('options.html#history')
    await page.sees(before)
    const during = marker('during')
    const second = await checkInWith(driver, 9, during)
    await page.sees(during)
    await finish(driver, second)
    expect(await isInClear(driver, during)).toBe(false)

    await page.click('button', text('lock_now'))
    await page.sees(text('locked'))
    expect(await page.text()).not.toContain(before)
    expect(Object.keys(await sessionOf(driver))).not.toContain('lock-key')

    const after = marker('after')
    const third = await checkInWith(driver, 8, after)
    await third.sees(text('locked'))
    await waitFor('the answers that were given while it is locked', async () => {
      const rows = await rowsOf(driver, 'checkIns')
      return rows.length === 3 && rows.every(row => 'sealed' in row)
    })
    await finish(driver, third)

    await unlock(page, 'not these words')
    await page.sees(text('lock_wrong'))
    expect(await page.text()).not.toContain(before)
    await unlock(page)
    for (const note of [before, during, after]) await page.sees(note)
    expect(await isInClear(driver, after)).toBe(false)
    await driver.close()
  },
)

/** In a page: a public key of nobody's lock. */
const anyKey = async (): Promise<string> => {
  const curve = { name: 'ECDH', namedCurve: 'P-256' }
  const { publicKey } = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))))
}

/** In a page: the check-in opens in neither copy any more, as where files of the browser were damaged. */
const spoil = async (id: string): Promise<void> => {
  const { local } = (typeof browser === 'undefined' ? chrome : browser).storage
  const spoilt = (row: object) => ({ ...row, sealed: '1.AAAA' })
  const lines = Object.entries(await local.get(null)).filter(([key]) => key.endsWith(`/checkIns/${id}`))
  await local.set(Object.fromEntries(lines.map(([key, row]) => [key, spoilt(row as object)])))
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('thaw')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const writing = database.transaction('checkIns', 'readwrite')
      const rows = writing.objectStore('checkIns')
      const reading = rows.get(id)
      reading.onsuccess = () => rows.put(spoilt(reading.result))
      writing.oncomplete = () => {
        database.close()
        resolve()
      }
      writing.onabort = () => reject(writing.error)
    }
  })
}

test.each(browserNames)('%s: by the recovery code, with another passphrase, and off again', async name => {
  const driver = await launch(name)
  const note = marker('note')
  const view = await checkInWith(driver, 8, note)
  await waitFor('the note in the history', () => isInClear(driver, note))
  await finish(driver, view)
  const code = await lockOn(driver)
  const page = await driver.open('options.html#history')
  await page.click('button', text('lock_now'))
  await page.sees(text('locked'))
  // Somebody who has the files, but no key, would read what is written from now on.
  await putLocal(driver, {
    lock: { ...((await localOf(driver))['lock'] as object), publicKey: await driver.bare.evaluate(anyKey) },
  })
  await page.click('button', text('lock_by_code'))
  await typeSecret(page, text('lock_code_field'), ` ${code.toLowerCase().replaceAll('-', ' ')}`)
  await page.click('button', text('lock_unlock'))
  await page.sees(note)
  await page.sees(text('lock_changed'))
  if (name === 'chromium') expect(await findings(page)).toEqual([])
  await page.click('button', text('close'))
  await page.until(said => !document.body.innerText.includes(said), text('lock_changed'))
  await page.until(() => document.activeElement?.tagName === 'H1')

  const data = await driver.open('options.html#data')
  await data.click('button', text('lock_new_code'))
  await typeSecret(data, text('backup_passphrase'), passphrase)
  await data.click('button', text('lock_new_code'))
  const renewed = await codeShown(data)
  expect(renewed).not.toBe(code)
  await data.toFront()
  await data.click('button', text('lock_now'))
  const unlockBy = async (typed: string) => {
    await typeSecret(data, text('lock_code_field'), typed)
    await data.click('button', text('lock_unlock'))
  }
  await data.click('button', text('lock_by_code'))
  await unlockBy(code)
  await data.sees(text('lock_wrong_code'))
  await unlockBy(renewed)

  await data.find('button', text('lock_off'))
  const lost = marker('lost')
  const another = await checkInWith(driver, 9, lost)
  await page.sees(lost)
  await finish(driver, another)
  const [damaged] = (await rowsOf(driver, 'checkIns')).filter(({ felt }) => felt === 9)
  await driver.bare.evaluate(spoil, damaged?.id ?? '')
  const shut = await driver.open('options.html#history')
  await shut.sees(text('entry_shut'))
  expect(await shut.text()).toContain(note)
  if (name === 'chromium') expect(await findings(shut)).toEqual([])
  await shut.close()
  await data.toFront()
  await data.click('button', text('check_now'))
  await data.sees(text('check_unopened_one', 1))
  await data.sees(text('stored_unopened'))

  await data.click('button', text('lock_off'))
  await typeSecret(data, text('backup_passphrase'), passphrase)
  await data.click('button', text('lock_off'))
  await data.sees(text('lock_told_off'))
  await data.sees(text('lock_left', 1))
  await waitFor('the note in the clear', () => isInClear(driver, note))
  expect(await lockStateOf(driver)).toBe(null)
  expect((await rowsOf(driver, 'checkIns')).some(row => 'sealed' in row)).toBe(false)
  await page.sees(note)
  await driver.close()
})

test.each(databaseStores)(
  '%s: what was written under the lock is found nowhere in the profile',
  async store => {
    const profile = freshFolder('locked')
    const driver = await launchOn(store, profile)
    const before = marker('before')
    const first = await checkInWith(driver, 7, before)
    await waitFor('the note in the history', () => isInClear(driver, before))
    await finish(driver, first)
    await lockOn(driver)
    const [open, closed, line] = [marker('open'), marker('closed'), marker('line')]
    const second = await checkInWith(driver, 9, open)
    await checkInsOnceThereAre(driver, 2)
    await second.type('textbox', text('note_label'), line)
    const key = (await sessionOf(driver))['lock-key'] as { readonly key: string }
    const page = await driver.open('options.html#today')
    await page.click('button', text('lock_now'))
    await page.sees(text('locked'))
    await checkInWith(driver, 8, closed)
    await waitFor('three sealed check-ins', async () => (await rowsOf(driver, 'checkIns')).length === 3)
    await driver.close()

    const nowhere = () => false
    for (const secret of [open, closed, line, passphrase, key.key])
      expect(filesWith(profile, secret, nowhere)).toEqual([])
    // Of what was written before, the browser may keep what it has not yet cleaned up, as the page says.
    console.info(`${store}: text from before the lock is still in`, filesWith(profile, before, nowhere))
    dropFolder(profile)
  },
)

type Api = {
  readonly storage: {
    readonly session: { set(values: object): Promise<void> }
    readonly local: {
      get(keys: null): Promise<{ readonly [key: string]: unknown }>
      set(values: object): Promise<void>
    }
  }
  readonly alarms: { create(name: string, when: { when: number }): Promise<void> }
}
declare const browser: Api
declare const chrome: Api

test.each(browserNames)('%s: locks by itself after the time that was chosen', async name => {
  const driver = await launch(name)
  const note = marker('note')
  const view = await checkInWith(driver, 8, note)
  await waitFor('the note in the history', () => isInClear(driver, note))
  await finish(driver, view)
  await lockOn(driver)
  const page = await driver.open('options.html#history')
  await page.sees(note)
  await driver.bare.evaluate(async () => {
    const { storage, alarms } = typeof browser === 'undefined' ? chrome : browser
    await storage.session.set({ 'lock-used': Date.now() - 16 * 60_000 })
    await alarms.create('wake', { when: Date.now() })
  })
  await page.sees(text('locked'), 90_000)
  expect(await page.text()).not.toContain(note)
  await driver.close()
})

describe('a locked page', () => {
  test.each(browserNames)('%s: is without findings, and leads to help', async (name: BrowserName) => {
    const driver = await launch(name)
    await lockOn(driver)
    const page = await driver.open('options.html#today')
    await page.click('button', text('lock_now'))
    await page.sees(text('locked'))
    expect(await findings(page)).toEqual([])
    await page.click('link', text('help_link'))
    await page.sees(text('help_title'))
    const report = await driver.open('report.html')
    await report.sees(text('locked'))
    await unlock(report)
    await report.sees(text('report_title'))
    await driver.close()
  })
})

test.each(browserNames)(
  '%s: where it is forgotten, everything can be deleted, and one begins anew',
  async name => {
    const driver = await launch(name)
    const view = await checkInWith(driver, 8, marker('note'))
    await checkInsOnceThereAre(driver, 1)
    await finish(driver, view)
    await lockOn(driver)
    const page = await driver.open('options.html#today')
    await page.click('button', text('lock_now'))
    await page.click('button', text('lock_forgot'))
    await page.sees(text('lock_forgot_final'))
    await page.click('button', text('erase_ask'))
    await page.click('button', text('erase_deed'))
    await page.sees(text('erased_done'), 60_000)
    expect(await localOf(driver)).toEqual({})
    const anew = await checkInWith(driver, 7, 'a new one')
    await anew.sees(text('saved_spoken'))
    expect(await anew.text()).not.toContain(text('locked'))
    await waitFor('the new check-in', () => isInClear(driver, 'a new one'))
    await driver.close()
  },
)

test.each(browserNames)(
  '%s: while it is locked a check-in goes all its ways, and shows nothing that another one kept',
  async name => {
    const driver = await launch(name)
    await lockOn(driver)
    const page = await driver.open('options.html#today')
    await page.click('button', text('lock_now'))
    await page.sees(text('locked'))

    const popup = await driver.open('popup.html')
    await answerFelt(popup, 2)
    await popup.click('button', text('far_0'))
    await popup.sees(text('words_question'))
    // The window could not go on with it.
    expect(await popup.text()).not.toContain(text('window_open'))
    const other = await driver.open('popup.html')
    await other.sees(text('felt_question'))
    expect(await other.text()).not.toContain(text('change'))
    await other.close()
    await popup.click('button', text('next'))
    await popup.click('button', text('offer_start'))
    await popup.press('Escape')
    await popup.sees(text('after_question'))
    await answerFelt(popup, 4)
    await popup.click('button', text('ease_eased'))
    await finish(driver, popup)

    const stuck = await driver.open('popup.html')
    await answerFelt(stuck, 8)
    await stuck.click('button', text('next'))
    await stuck.click('button', text('stuck_open'))
    await stuck.click('button', text('stuck_too_much'))
    await stuck.sees(text('too_much_title'))
    await stuck.close()
    await waitFor('two check-ins and a session', async () => {
      const rows = [...(await rowsOf(driver, 'checkIns')), ...(await rowsOf(driver, 'sessions'))]
      return rows.length === 3 && rows.every(row => 'sealed' in row)
    })
    expect((await localOf(driver))['draft']).toBe(undefined)

    // A reminder is answered with "not now" and put off, as ever; neither is a secret.
    await planNudge(driver)
    const nudge = async () => (await localOf(driver))['nudge'] as { phase: string; dueAt?: number }
    await waitFor('the reminder', async () => (await nudge()).phase === 'shown')
    const asked = await driver.open('popup.html')
    await asked.click('button', text('not_now'))
    await asked.sees(text('end_not_now'))
    await waitFor('the stored "not now"', async () => {
      const latest = (await rowsOf(driver, 'nudges')).findLast(row => row.shownAt !== null)
      return latest?.outcome === 'not-now'
    })
    const before = Date.now()
    await asked.click('button', text('snooze_minutes_other', 15))
    await waitFor('the snooze', async () => {
      const { phase, dueAt = 0 } = await nudge()
      return phase === 'waiting' && dueAt - before > 14 * 60_000
    })

    await page.toFront()
    await unlock(page)
    await page.click('link', text('place_history'))
    await page.sees(text('ease_eased'))
    await driver.close()
  },
)

test.each(browserNames)('%s: a report from before the lock is locked with all else', async name => {
  const driver = await launch(name)
  const report = await driver.open('report.html')
  await report.sees(text('report_title'))
  await lockOn(driver)
  const page = await driver.open('options.html#today')
  await page.click('button', text('lock_now'))
  await page.sees(text('locked'))
  await report.sees(text('locked'))
  await unlock(report)
  await report.sees(text('report_title'))
  await driver.close()
})

test.each(browserNames)(
  '%s: a page that holds the recovery code is locked, and sent away by a deletion, without being asked',
  async name => {
    // Driven, Firefox never asks whether to leave a page, unless it is told to.
    const driver = await launch(name, { preferences: { 'dom.disable_beforeunload': false } })
    const page = await driver.open('options.html#data')
    const asked: string[] = []
    // Somebody who presses "Cancel".
    page.page?.on('dialog', dialog => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await turnLockOn(page)
    const other = await driver.open('options.html#data')
    await other.toFront()
    await other.click('button', text('lock_now'))
    await page.sees(text('locked'))
    expect(await page.text()).not.toContain(text('lock_code_title'))

    await page.toFront()
    await unlock(page)
    await page.click('button', text('lock_new_code'))
    await typeSecret(page, text('backup_passphrase'), passphrase)
    await page.click('button', text('lock_new_code'))
    await page.sees(text('lock_code_title'), 60_000)
    await other.toFront()
    await other.click('button', text('erase_ask'))
    await other.click('button', text('erase_deed'))
    await other.sees(text('erased_done'), 60_000)
    await page.sees(text('erased_done'))
    expect(asked).toEqual([])
    await driver.close()
  },
)

/** What has the focus, as its text or its label. */
const focuses = (view: View, name: string) =>
  view.until(wanted => {
    const here = document.activeElement
    return (here instanceof HTMLInputElement ? here.labels?.[0]?.innerText : here?.textContent) === wanted
  }, name)

test('every state of the lock is without findings, and the focus is where one goes on', async () => {
  const driver = await launch('chromium')
  const seen: { [state: string]: readonly string[] } = {}
  const view = await driver.open('options.html#data')
  const check = async (state: string, shows: string) => {
    await view.sees(shows, 60_000)
    seen[state] = await findings(view)
  }
  await check('off', text('lock_hint'))
  await view.click('button', text('lock_set_up'))
  await check('about', text('lock_about_title'))
  await focuses(view, text('lock_about_title'))
  await view.click('button', text('lock_go_on'))
  await check('backup first', text('lock_backup_title'))
  await view.click('button', text('lock_go_on'))
  await view.click('button', text('lock_go_on'))
  await check('too short', text('lock_passphrase_short', passphraseAtLeast))
  await typeSecret(view, text('backup_passphrase'), passphrase)
  await typeSecret(view, text('backup_passphrase_again'), passphrase)
  await view.press('Enter')
  await check('choices', text('lock_choices_title'))
  await view.click('button', text('lock_turn_on'))
  await check('code', text('lock_code_title'))
  await view.click('button', text('lock_code_kept'))
  await check('on', text('lock_on_code'))

  await view.click('link', text('place_today'))
  await view.click('button', text('lock_now'))
  await check('locked', text('locked'))
  await focuses(view, text('backup_passphrase'))
  await unlock(view, 'nothing like it')
  await check('wrong', text('lock_wrong'))
  await view.click('button', text('lock_forgot'))
  await check('forgot', text('erase_title'))
  await unlock(view)
  await view.find('button', text('lock_now'))

  await view.click('link', text('place_settings'))
  await view.click('link', text('section_data'))
  await view.click('button', text('lock_change'))
  await check('change', text('lock_passphrase_now'))
  await view.click('button', text('cancel'))
  await view.click('button', text('lock_new_code'))
  await check('new code', text('lock_new_code_hint'))
  await focuses(view, text('lock_new_code'))
  await view.click('button', text('cancel'))
  await view.click('button', text('lock_off'))
  await check('turn off', text('lock_off_hint'))
  await typeSecret(view, text('backup_passphrase'), passphrase)
  await view.press('Enter')
  await check('told off', text('lock_told_off'))
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map(state => [state, []])))
  await driver.close()
})
