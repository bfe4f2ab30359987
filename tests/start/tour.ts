/** The way of a person through Thaw in a browser without a display; everything it prints was read back from that browser. */
import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../support/build-extension.ts'
import type { BrowserName, Driver, View } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { type Notifications, startNotifications } from '../support/notifications.ts'
import { pickPause } from '../support/pauses.ts'
import {
  answerFelt,
  badgeOf,
  checkInsOnceThereAre,
  localOf,
  place,
  planNudge,
  rowsOf,
  text,
} from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

const folder = join(root, 'test-results/tour')

export const takeTour = async (name: BrowserName): Promise<void> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  console.log('There is no display, so this is the headless tour.')
  const notifications = await startNotifications()
  const driver = await launch(name, { environment: notifications.environment })
  try {
    await welcome(driver)
    const checkIn = await reminder(driver, notifications)
    await answers(driver, checkIn)
    await pause(driver, checkIn)
    await history(driver)
  } finally {
    await driver.close()
    notifications.stop()
  }
  console.log(`\nThe tour is complete. Screenshots: ${relative(root, folder)}/*.png`)
}

let steps = 0
const step = (title: string): void => console.log(`\n${++steps}. ${title}`)
const read = (what: string, value: unknown): void =>
  console.log(`   ${what}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)

const picture = async (view: View, name: string): Promise<void> => {
  // Firefox lets nobody look into its popup panel.
  if (view.page === null) return
  await view.until(() => document.getAnimations().every(one => one.playState === 'finished'))
  await view.screenshot(join(folder, `${steps}-${name}.png`))
}

const welcome = async (driver: Driver): Promise<void> => {
  step('The welcome screen')
  const view = await driver.open('welcome.html')
  await view.sees(text('welcome_title'))
  read('title on the page', await view.evaluate(() => document.querySelector('h1')?.innerText))
  await view.click('button', text('welcome_yes'))
  const settings = await waitFor('the answer in the settings', async () => {
    const { settings } = (await localOf(driver)) as { settings?: { nudges?: { mode?: { kind?: string } } } }
    return settings?.nudges?.mode?.kind === 'random' && settings
  })
  read('reminders in the settings', settings.nudges?.mode)
  await picture(view, 'welcome')
  await view.close()
}

const reminder = async (driver: Driver, notifications: Notifications): Promise<View> => {
  step('A reminder falls due and becomes a notification of the system')
  await planNudge(driver)
  const shown = await notifications.next()
  read('title', shown.title)
  read('text', shown.body)
  read('buttons', shown.actions)
  read('dot on the toolbar button', await waitFor('the dot', async () => (await badgeOf(driver)) || false))
  step('A click on the notification opens the check-in')
  notifications.click(shown)
  const view = await driver.opened()
  await view.sees(text('felt_question'))
  read('where', view.page?.url() ?? 'the popup of the toolbar button')
  read('first words', (await view.text()).split(/\n+/).slice(0, 4).join(' · '))
  await picture(view, 'check-in')
  return view
}

const answers = async (driver: Driver, view: View): Promise<void> => {
  step('Felt and a word are answered')
  await answerFelt(view, 3)
  await view.click('button', text('far_2'))
  await view.sees(text('words_question'))
  await view.click('button', text('word_numb'))
  await view.sees(text('words_guess'))
  await picture(view, 'words')
  const kept = await waitFor('the word in the history', async () => {
    const [row] = await checkInsOnceThereAre(driver, 1)
    return row?.words.length === 1 && row
  })
  read('record in IndexedDB', kept)
}

const pause = async (driver: Driver, view: View): Promise<void> => {
  step('A pause runs to its end')
  await view.click('button', text('next'))
  await view.sees(text('offer_title'))
  await picture(view, 'offer')
  await view.click('button', text('offer_all'))
  await picture(view, 'all-pauses')
  await pickPause(view, 'look-up')
  await picture(view, 'pause')
  await view.sees(text('after_question'), 120_000)
  await view.click('button', place(5))
  await view.click('button', text('ease_eased'))
  const kept = await waitFor('the marks after the pause', async () =>
    (await rowsOf(driver, 'sessions')).find(row => row.completed && row.after === 5 && row.ease === 'eased'),
  )
  await picture(view, 'after')
  read('session in IndexedDB', kept)
  await view.click('button', text('done'))
}

const history = async (driver: Driver): Promise<void> => {
  step('The history shows it')
  const view = await driver.open('options.html#history')
  await view.sees(text('entry_felt', 3))
  const row = await view.evaluate(
    felt =>
      [...document.querySelectorAll<HTMLElement>('li, article')].find(one => one.innerText.includes(felt))
        ?.innerText,
    text('entry_felt', 3),
  )
  read('line on the page', (row ?? '').replaceAll(/\s*\n\s*/g, ' · '))
  await picture(view, 'history')
}
