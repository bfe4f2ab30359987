/** The background script may be gone when the person clicks: the click still leads to a check-in. */
import { expect, test } from 'vitest'
import { browserNames } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { startNotifications } from '../support/notifications.ts'
import { planNudge, text } from '../support/thaw.ts'

test.each(browserNames)(
  '%s opens the check-in though its background script was ended before the click',
  async name => {
    const notifications = await startNotifications()
    const driver = await launch(name, {
      environment: notifications.environment,
      preferences: { 'extensions.background.idle.timeout': 500 },
    })
    await planNudge(driver)
    const reminder = await notifications.next()
    await driver.stopWorker()
    expect(await driver.workerRuns()).toBe(false)

    notifications.click(reminder)
    const checkIn = await driver.opened()
    await checkIn.sees(text('felt_question'))
    expect(await driver.workerRuns()).toBe(true)
    await driver.close()
    notifications.stop()
  },
)
