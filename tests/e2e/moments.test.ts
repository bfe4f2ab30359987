/** A due nudge waits for a natural moment, and where none comes it is dropped with its cause in the log. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Hindrance, heldFor } from '../../lib/core/nudge-state.ts'
import { type Bus, startBus } from '../support/bus.ts'
import { type BrowserName, browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { type Notifications, startNotifications } from '../support/notifications.ts'
import {
  askStatus,
  carefulSettings,
  inPhase,
  logOf,
  makeDue,
  putNudge,
  ring,
} from '../support/nudge-machine.ts'
import { type Presence, startPresence } from '../support/presence.ts'
import { makeSound } from '../support/sound.ts'
import { badgeOf, rowsOf } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'
import {
  audibleTabs,
  heardOfIdle,
  idleState,
  listenToIdle,
  muteTabs,
  setWindowState,
} from '../support/windows.ts'

const sound = makeSound()
afterAll(sound.drop)

type Scene = {
  begin(): Promise<void>
  end(): Promise<void>
  /** The browser itself says when it is over; otherwise the machine looks again after a minute. */
  readonly tells: boolean
}

describe.each(browserNames)('%s', name => {
  let bus: Bus
  let notifications: Notifications
  let presence: Presence
  let driver: Driver

  beforeAll(async () => {
    bus = await startBus()
    notifications = await startNotifications(bus)
    presence = await startPresence(bus)
    const { environment, ...options } = sound.options
    driver = await launch(name, { ...options, environment: { ...environment, ...bus.environment } })
    await listenToIdle(driver)
    // Chromium looks for a screen saver when it is first asked.
    expect(await idleState(driver)).toBe('active')
  })
  afterAll(async () => {
    await driver.close()
    bus.stop()
  })

  const fullScreen = (): Scene => ({
    begin: () => setWindowState(driver, 'fullscreen'),
    end: () => setWindowState(driver, 'normal'),
    tells: false,
  })

  const playing = (): Scene => {
    let close = async (): Promise<void> => undefined
    return {
      begin: async () => {
        const page = await driver.bare.page?.browser().newPage()
        await page?.goto(sound.address)
        close = async () => page?.close()
        await waitFor('a tab that is heard', async () => (await audibleTabs(driver)) === 1)
      },
      end: async () => {
        await close()
        await waitFor('silence', async () => (await audibleTabs(driver)) === 0)
      },
      tells: false,
    }
  }

  /** Chromium has a word for a locked screen; to Firefox nobody has touched anything for two minutes. */
  const nobody = (): Scene => ({
    begin: async () => {
      if (name === 'chromium') presence.lock()
      else await presence.leave(driver, 120_000)
      await waitFor('the browser to say so', async () => (await heardOfIdle(driver)) === away[name])
    },
    end: async () => {
      if (name === 'chromium') presence.unlock()
      else await presence.comeBack(driver)
    },
    tells: true,
  })

  const away: { readonly [Name in BrowserName]: Hindrance } = { chromium: 'locked', firefox: 'idle' }

  const scenes: readonly (readonly [Hindrance, () => Scene])[] = [
    ['full-screen', fullScreen],
    ['sound', playing],
    [away[name], nobody],
  ]

  let shownBefore = 0
  beforeEach(() => {
    shownBefore = notifications.shown.length
  })

  test.each(scenes)('holds a nudge back by %s, and shows it when that ends', async (by, makeScene) => {
    const scene = makeScene()
    await scene.begin()
    const dueAt = await makeDue(driver, carefulSettings)
    expect(await inPhase(driver, 'held')).toMatchObject({ plannedAt: dueAt, by })
    expect((await askStatus(driver)).next).toEqual({ kind: 'held', by })
    expect(await badgeOf(driver)).toBe('')
    expect(notifications.shown).toHaveLength(shownBefore)

    await scene.end()
    if (!scene.tells) await ring(driver)
    await notifications.next(shownBefore)
    const { id, shownAt } = await inPhase(driver, 'shown')
    expect(shownAt).toBeGreaterThan(dueAt)
    const shown = await waitFor('its record', async () =>
      (await rowsOf(driver, 'nudges')).find(row => row.id === id),
    )
    expect(shown).toMatchObject({ plannedAt: dueAt, shownAt, outcome: null, heldBackBy: null })
    expect(notifications.shown).toHaveLength(shownBefore + 1)
  })

  test('shows a nudge while a tab plays that was muted', async () => {
    const scene = playing()
    await scene.begin()
    await muteTabs(driver)
    await makeDue(driver, carefulSettings)
    await notifications.next(shownBefore)
    await inPhase(driver, 'shown')
    expect(await audibleTabs(driver)).toBe(1)
    await scene.end()
  })

  test.each(scenes)(
    'drops a nudge that is held back by %s for too long, and says why',
    async (by, makeScene) => {
      const scene = makeScene()
      await scene.begin()
      await makeDue(driver, carefulSettings)
      const held = await inPhase(driver, 'held')
      const since = held.since - heldFor
      await putNudge(driver, { ...held, since, plannedAt: since }, held.memory)
      await ring(driver)
      const dropped = await waitFor('its record', async () =>
        (await rowsOf(driver, 'nudges')).find(row => row.plannedAt === since),
      )
      expect(dropped).toMatchObject({ outcome: 'held-back', heldBackBy: by, shownAt: null, openedAt: null })
      const { dueAt } = await inPhase(driver, 'waiting')
      expect(dueAt).toBeGreaterThan(Date.now())

      await scene.end()
      await ring(driver)
      await askStatus(driver)
      expect(notifications.shown).toHaveLength(shownBefore)
      expect(await logOf(driver)).toEqual([])
    },
  )
})
