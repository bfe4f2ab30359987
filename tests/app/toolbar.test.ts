/** The toolbar button follows settings and state. */
import { describe, expect, test } from 'vitest'
import { createToolbar } from '../../lib/app/toolbar.ts'
import type { NudgeState } from '../../lib/core/nudge-state.ts'
import { decide, firstState, type NudgeEvent } from '../../lib/core/schedule.ts'
import { defaultSettings, type Settings } from '../../lib/core/settings.ts'
import { hour, type Instant } from '../../lib/core/time.ts'
import { fixedClock, memoryLog } from '../support/fakes.ts'
import { calm, everyDay, nudgeSettings } from '../support/nudges.ts'

const background = () => {
  const clock = fixedClock('2027-05-04T12:00[Europe/Berlin]')
  const log = memoryLog()
  const world = {
    state: null as NudgeState | null,
    settings: {
      ...defaultSettings,
      nudges: nudgeSettings({ hours: everyDay({ from: 0, to: 0 }) }),
    } as Settings,
    covers: [] as boolean[],
    quiet: [] as (Instant | null)[],
    menus: [] as boolean[],
    /** Awaited by the next reader of the state, who then gives what stood there before. */
    hold: null as Promise<void> | null,
    broken: false,
  }
  const follow = createToolbar({
    state: {
      read: async () => {
        const { state, hold } = world
        world.hold = null
        await hold
        return state
      },
      write: async () => {},
    },
    settings: {
      read: async () => {
        if (world.broken) throw new Error('refused')
        return world.settings
      },
      change: async () => world.settings,
    },
    clock,
    cover: async on => void world.covers.push(on),
    sayQuiet: async until => void world.quiet.push(until),
    drawMenu: async reminders => void world.menus.push(reminders),
    log,
  })
  const tell = (event: NudgeEvent) => {
    const context = {
      now: clock.now(),
      settings: world.settings.nudges,
      surroundings: calm,
      seed: 1,
      id: 'nudge-1',
    }
    world.state = decide(world.state ?? firstState, event, context).state
  }
  return { world, clock, log, follow, tell }
}

/** Resolves once all has been done that waits for nothing from outside. */
const settled = () => new Promise(resolve => setImmediate(resolve))

describe('the toolbar button', () => {
  test('opens the cover while the screen is often shared', async () => {
    const { world, follow } = background()
    await follow()
    world.settings = { ...world.settings, nudges: { ...world.settings.nudges, sharing: true } }
    await follow()
    expect(world.covers).toEqual([false, true])
  })

  test('says until when the person is away, and not longer', async () => {
    const { world, clock, follow, tell } = background()
    await follow()
    tell({ kind: 'away', until: 'hour' })
    await follow()
    clock.advance(hour)
    await follow()
    expect(world.quiet).toEqual([null, clock.now().epochMilliseconds, null])
  })

  test('has the lines of reminders in its menu while reminders can come', async () => {
    const { world, follow } = background()
    await follow()
    const { nudges } = world.settings
    world.settings = { ...world.settings, nudges: { ...nudges, mode: { kind: 'off' } } }
    await follow()
    const channels = { notification: false, badge: false }
    world.settings = { ...world.settings, nudges: { ...nudges, sharing: false, channels } }
    await follow()
    expect(world.menus).toEqual([true, false, false])
  })

  test('ends with the latest word, whichever question was slower', async () => {
    const { world, follow, tell } = background()
    let go = () => {}
    world.hold = new Promise(resolve => {
      go = resolve
    })
    tell({ kind: 'away', until: 'hour' })
    const slow = follow()
    await settled()
    tell({ kind: 'back' })
    const quick = follow()
    await settled()
    go()
    await Promise.all([slow, quick])
    expect(world.quiet).toEqual([expect.any(Number), null])
  })

  test('notes what fails, and follows again', async () => {
    const { world, log, follow } = background()
    world.broken = true
    await follow()
    world.broken = false
    await follow()
    expect(log.noted).toEqual(['toolbar'])
    expect(world.covers).toEqual([false])
    expect(world.menus).toEqual([true])
  })
})
