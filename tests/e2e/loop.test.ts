/** The whole loop: a due reminder, its notification, a click on it, a check-in, a pause, the history. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { type Notifications, startNotifications } from '../support/notifications.ts'
import {
  answerFelt,
  badgeOf,
  checkInsOnceThereAre,
  eagerSettings,
  finish,
  place,
  planNudge,
  rowsOf,
  text,
} from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

describe.each(browserNames)('%s', name => {
  let notifications: Notifications
  let driver: Driver

  beforeAll(async () => {
    notifications = await startNotifications()
    driver = await launch(name, { environment: notifications.environment })
  })
  afterAll(async () => {
    await driver.close()
    notifications.stop()
  })

  test('a reminder leads to a check-in, a pause and a line in the history', async () => {
    // Offers are short, so that a pause can be waited for.
    await planNudge(driver, { ...eagerSettings, pauses: { atMost: 30 } })
    const reminder = await notifications.next()
    expect(reminder).toMatchObject({ title: text('nudge_title'), body: text('nudge_body'), hasIcon: true })
    await waitFor('the dot on the button', async () => (await badgeOf(driver)) !== '')

    notifications.click(reminder)
    const checkIn = await driver.opened()
    await checkIn.sees(text('felt_question'))
    await waitFor('the end of the dot', async () => (await badgeOf(driver)) === '')

    await answerFelt(checkIn, 2)
    await checkIn.sees(text('far_question'))
    await checkIn.click('button', text('far_2'))
    await checkIn.sees(text('words_question'))
    await checkIn.click('button', text('word_numb'))
    await checkIn.click('button', text('next'))
    await checkIn.sees(text('offer_title'))
    await checkIn.sees(text('reason_far'))
    await checkIn.click('button', text('offer_start'))
    await checkIn.sees(text('after_question'), 90_000)
    await checkIn.click('button', place(4))
    await checkIn.click('button', text('ease_eased'))
    await waitFor('the marks after the pause', async () =>
      (await rowsOf(driver, 'sessions')).some(session => session.after === 4 && session.ease === 'eased'),
    )
    await finish(driver, checkIn)

    const [kept] = await checkInsOnceThereAre(driver, 1)
    const [nudge] = await waitFor('the answered nudge', async () => {
      const rows = await rowsOf(driver, 'nudges')
      return rows.some(row => row.outcome === 'answered') && rows
    })
    const [session] = await rowsOf(driver, 'sessions')
    expect(kept).toMatchObject({
      felt: 2,
      far: 2,
      words: [{ id: 'numb', guess: false }],
      source: 'nudge',
      nudgeId: nudge?.id,
      pleasant: null,
      energy: null,
    })
    expect(nudge).toMatchObject({ outcome: 'answered', heldBackBy: null })
    expect(session).toMatchObject({
      before: 2,
      after: 4,
      ease: 'eased',
      completed: true,
      checkInId: kept?.id,
    })

    const history = await driver.open('options.html#history')
    await history.sees(text('entry_felt', 2))
    await history.sees(text('word_numb'))
    expect(notifications.shown).toHaveLength(1)
  })
})
