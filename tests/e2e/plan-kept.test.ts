/** What is planned outlives the worker and the browser: no start of either moves it, and what was missed does not pile up. */
import { expect, test } from 'vitest'
import { minute } from '../../lib/core/time.ts'
import { type BrowserName, browserNames, type Driver } from '../support/driver.ts'
import { launch } from '../support/launch.ts'
import { type Notifications, startNotifications } from '../support/notifications.ts'
import {
  alarmsOf,
  askStatus,
  inPhase,
  logOf,
  nudgeOf,
  planAhead,
  putNudge,
  ring,
  storeNudge,
} from '../support/nudge-machine.ts'
import { dropFolder, freshFolder } from '../support/process.ts'
import { eagerSettings, putLocal, rowsOf } from '../support/thaw.ts'
import { waitFor } from '../support/wait.ts'

/** Firefox ends its background script by itself, here after half a second, which may be too short for a history to be written. */
const shortLived = { 'extensions.background.idle.timeout': 500 }
const workerStarts: { readonly [Name in BrowserName]: number } = { chromium: 25, firefox: 4 }
const killedWorkers: { readonly [Name in BrowserName]: number } = { chromium: 8, firefox: 3 }

type World = {
  readonly notifications: Notifications
  readonly start: () => Promise<Driver>
}

/** A profile and a message bus that outlast the browser. */
const inOneProfile = async (
  name: BrowserName,
  run: (world: World) => Promise<void>,
  preferences = {},
): Promise<void> => {
  const profile = freshFolder('plan')
  const notifications = await startNotifications()
  const { environment } = notifications
  await run({ notifications, start: () => launch(name, { profile, environment, preferences }) })
  notifications.stop()
  dropFolder(profile)
}

const oneAlarmAt = (driver: Driver, at: number): Promise<true> =>
  waitFor('the one alarm at the planned time', async () => {
    const alarms = await alarmsOf(driver)
    return alarms.length === 1 && Math.abs((alarms[0]?.scheduledTime ?? 0) - at) < 1 && true
  })

test.each(browserNames)(
  '%s moves neither plan nor alarm when the worker starts again, and wakes it when it is due',
  name =>
    inOneProfile(
      name,
      async ({ start, notifications }) => {
        const driver = await start()
        const dueAt = await planAhead(driver)
        const [alarm] = await alarmsOf(driver)
        expect(alarm?.scheduledTime).toBeCloseTo(dueAt, -1)
        for (let starts = 0; starts < workerStarts[name]; starts++) {
          await driver.stopWorker()
          expect((await askStatus(driver)).next.kind).toBe('between')
          expect(await nudgeOf(driver)).toMatchObject({ phase: 'waiting', dueAt })
          expect(await alarmsOf(driver)).toEqual([alarm])
        }

        await putLocal(driver, { settings: eagerSettings })
        for (let turn = 0; turn < killedWorkers[name]; turn++) {
          await driver.stopWorker()
          const soon = Date.now() + 200
          await putNudge(driver, { phase: 'waiting', dueAt: soon, asked: true })
          expect(await driver.workerRuns()).toBe(false)
          await notifications.next(turn)
          const { shownAt } = await inPhase(driver, 'shown')
          expect(shownAt).toBeGreaterThanOrEqual(soon)
          expect(shownAt - soon).toBeLessThan(2_000)
        }
        expect(notifications.shown).toHaveLength(killedWorkers[name])
        await driver.close()
      },
      shortLived,
    ),
)

test.each(browserNames)('%s starts with the plan it had, killed or closed', name =>
  inOneProfile(name, async ({ start, notifications }) => {
    const first = await start()
    const dueAt = await planAhead(first)
    const { days } = (await nudgeOf(first)).memory
    await first.kill()
    for (const end of ['close', 'kill'] as const) {
      const driver = await start()
      await oneAlarmAt(driver, dueAt)
      expect(await nudgeOf(driver)).toMatchObject({ phase: 'waiting', dueAt, memory: { days } })
      await driver[end]()
    }
    expect(notifications.shown).toEqual([])
  }),
)

test.each(browserNames)('%s shows one nudge for all that fell due while it was closed', name =>
  inOneProfile(name, async ({ start, notifications }) => {
    const before = await start()
    await putLocal(before, { settings: eagerSettings })
    const dueAt = Date.now()
    const times = [dueAt, dueAt + 1, dueAt + 2]
    const day = Temporal.Now.plainDateISO().toString()
    await storeNudge(
      before,
      { phase: 'waiting', dueAt, asked: false },
      { days: [{ day, times, buckets: 3 }] },
    )
    await before.kill()
    expect(notifications.shown).toEqual([])

    const driver = await start()
    await notifications.next()
    const { shownAt, expiresAt } = await inPhase(driver, 'shown')
    for (let wakes = 0; wakes < 3; wakes++) {
      await ring(driver)
      await oneAlarmAt(driver, expiresAt)
    }
    expect(notifications.shown).toHaveLength(1)
    // The history is written behind the nudge, which does not wait for it.
    const recorded = async () => (await rowsOf(driver, 'nudges')).filter(row => row.shownAt !== null)
    await waitFor('its record', async () => (await recorded()).length > 0)
    expect(await recorded()).toMatchObject([{ shownAt, outcome: null }])

    // It ends; what follows keeps the gap.
    const shown = await inPhase(driver, 'shown')
    await putNudge(driver, { ...shown, expiresAt: Date.now() }, shown.memory)
    const next = await inPhase(driver, 'waiting')
    expect(next.dueAt).toBeGreaterThanOrEqual(shownAt + eagerSettings.nudges.gap * minute)
    await waitFor('its record as it ended', async () => (await recorded())[0]?.outcome === 'expired')
    expect(await recorded()).toMatchObject([{ shownAt, outcome: 'expired' }])
    expect(await logOf(driver)).toEqual([])
    await driver.close()
  }),
)

test.each(browserNames)('%s lets the person settle before one that is hours late, and shows it once', name =>
  inOneProfile(name, async ({ start, notifications }) => {
    const before = await start()
    await putLocal(before, { settings: eagerSettings })
    const dueAt = Date.now() - 180 * minute
    await storeNudge(before, { phase: 'waiting', dueAt, asked: false })
    await before.close()

    const started = Date.now()
    const driver = await start()
    const settling = await waitFor('a later time', async () => {
      const state = await nudgeOf(driver)
      return state.phase === 'waiting' && state.dueAt !== null && state.dueAt > started && state
    })
    const now = Date.now()
    expect(settling.dueAt).toBeGreaterThanOrEqual(started + 2 * minute)
    expect(settling.dueAt).toBeLessThanOrEqual(now + 2 * minute)
    await oneAlarmAt(driver, settling.dueAt ?? 0)
    expect(notifications.shown).toEqual([])

    await putNudge(driver, { phase: 'waiting', dueAt: Date.now(), asked: false }, settling.memory)
    await notifications.next()
    const { expiresAt } = await inPhase(driver, 'shown')
    await ring(driver)
    await oneAlarmAt(driver, expiresAt)
    expect(notifications.shown).toHaveLength(1)
    await driver.close()
  }),
)
