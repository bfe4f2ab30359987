/** What a person typed, looked for or felt stays in Thaw's own stores and goes nowhere else in the profile. */
import { expect, test } from 'vitest'
import { type BrowserName, browserNames } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { filesIn, filesWith, marker, unpackLz4 } from '../support/residue.ts'
import { answerFelt, checkInsOnceThereAre, text } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Thaw's own database and its own copy of it. */
const ownStores: { readonly [Name in BrowserName]: RegExp } = {
  chromium: /^Default\/(IndexedDB\/chrome-extension_|Local Extension Settings\/)/,
  firefox: /^storage\/default\/moz-extension\+\+\+/,
}

/** What the browser remembers of pages: addresses, titles, sessions, forms, searches. */
const memories: { readonly [Name in BrowserName]: RegExp } = {
  chromium:
    /^Default\/(History|Sessions\/|Session Storage\/|Local Storage\/|Top Sites|Visited Links|Web Data|Shortcuts|Preferences|Secure Preferences|Favicons|Network Action Predictor)/,
  firefox:
    /^(places\.sqlite|favicons\.sqlite|formhistory\.sqlite|sessionstore|webappsstore|prefs\.js|storage\/default\/(?!moz-extension))/,
}

test.each(browserNames)('%s keeps nothing of a check-in outside of Thaw', async name => {
  const profile = freshFolder('residue')
  const driver = await launch(name, {
    profile,
    preferences: { 'browser.sessionstore.resume_from_crash': true, 'browser.sessionstore.interval': 200 },
  })
  const note = marker('note')
  const search = marker('find')
  const address = marker('here')

  const view = await driver.open('window.html')
  await answerFelt(view, 7)
  await view.type('searchbox', text('words_find'), search)
  await view.sees(text('words_none_found'))
  await view.click('button', text('next'))
  await view.click('button', text('more_title'))
  await view.type('textbox', text('note_label'), note)
  await waitFor('the note in the history', async () =>
    (await checkInsOnceThereAre(driver, 1)).some(checkIn => checkIn.note === note),
  )
  // The browser does write addresses down: this one shows that the search below would find them.
  await driver.open(`options.html#${address}`)
  const leaveOut = (file: string): boolean => ownStores[name].test(file)
  await waitFor('the address in the profile', () => filesWith(profile, address, leaveOut).length > 0)
  await driver.close()

  expect(filesWith(profile, note, leaveOut)).toEqual([])
  expect(filesWith(profile, search, leaveOut)).toEqual([])
  expect(filesWith(profile, address, leaveOut)).not.toEqual([])

  const elsewhere = (file: string): boolean => leaveOut(file) || !memories[name].test(file)
  expect(filesIn(profile).some(file => !elsewhere(file))).toBe(true)
  for (const said of [text('change', 7), text('felt_spoken', 7), text('felt_question'), text('felt_10')]) {
    expect(filesWith(profile, said, elsewhere)).toEqual([])
  }
  dropFolder(profile)
})

test('session files of Firefox are unpacked before they are searched', () => {
  // Five letters, then a match of eight that reaches into itself, as the format's own description has it.
  const packed = Buffer.from([0x54, ...Buffer.from('abcde'), 5, 0, 0x10, ...Buffer.from('!')])
  expect(unpackLz4(packed, 14).toString()).toBe('abcdeabcdeabc!')
})
