/** A Chromium with windows, on a display where nobody has touched anything for a minute: the nudge waits until somebody does. */
import { expect, inject, test } from 'vitest'
import { launch } from '../support/launch.ts'
import { startNotifications } from '../support/notifications.ts'
import { carefulSettings, inPhase, logOf, makeDue, ring } from '../support/nudge-machine.ts'
import { waitFor } from '../support/wait.ts'
import { idleState } from '../support/windows.ts'
import { touchPointer } from '../support/x-server.ts'

const display = inject('display')

test.skipIf(display === '')(
  'chromium holds a nudge back while nobody is there, and shows it once somebody is',
  async () => {
    const notifications = await startNotifications()
    const driver = await launch('chromium', {
      headless: false,
      environment: { ...notifications.environment, DISPLAY: display },
    })
    // The minute began with the first of these tests.
    await waitFor('an idle Chromium', async () => (await idleState(driver)) === 'idle', 90_000)
    const dueAt = await makeDue(driver, carefulSettings)
    expect(await inPhase(driver, 'held')).toMatchObject({ plannedAt: dueAt, by: 'idle' })
    expect(notifications.shown).toEqual([])

    await touchPointer(display)
    await waitFor('somebody', async () => (await idleState(driver)) === 'active')
    // To a Chromium that was idle from its start this is no change, and it says nothing; the machine looks again after a minute.
    await ring(driver)
    await notifications.next()
    expect((await inPhase(driver, 'shown')).shownAt).toBeGreaterThan(dueAt)
    expect(await logOf(driver)).toEqual([])
    await driver.close()
    notifications.stop()
  },
)
