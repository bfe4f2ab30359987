/** The one alarm as two browsers keep it: Chromium by the clock on the wall and over restarts, Firefox by a timer that dies with the browser. */
import { type Instant, minute, second } from '../../lib/core/time.ts'

export type BrowserName = 'chromium' | 'firefox'

type Alarm = { name: string; scheduledTime: Instant; periodInMinutes?: number }
type Create = { readonly when?: Instant }

/** What the platform adapter uses of `browser.alarms`. */
export type AlarmsApi = {
  get(name: string): Promise<Alarm | undefined>
  create(name: string, info: Create): Promise<void>
  clear(name: string): Promise<boolean>
}

export type Alarms = {
  readonly api: AlarmsApi
  /** When it goes off, in real time; null where there is none. */
  firesAt(): number | null
  /** It goes off: a one-shot alarm is gone before the worker hears of it. */
  fire(): void
  exists(): boolean
  /** When it is meant to go off, by the clock on the wall, and whether again and again. */
  meant(): { readonly at: Instant; readonly periodic: boolean } | null
  /** How often it was written. */
  writes(): number
  /** False where the clock was set and the browser has not noticed: it goes off when it would have without that. */
  followsClock(): boolean
  /** The machine slept for so long. */
  resumed(slept: number): void
  clockSet(noticed: boolean): void
  restarted(): void
  /** An update; `stale` leaves a periodic alarm of an older version behind. */
  updated(stale: boolean): void
}

/** Chromium lets no alarm go off more often than this. */
const atLeast = 30 * second

export const createAlarms = (
  browser: BrowserName,
  /** Firefox's timers stand still in sleep on macOS and Linux, and run on under Windows. */
  pausesInSleep: boolean,
  real: () => number,
  wall: () => Instant,
  /** Every step of the adapter may be its last. */
  touch: <Value>(deed: () => Value) => Promise<Value>,
): Alarms => {
  let alarm: Alarm | null = null
  let firesAt = 0
  let lastFired = -Infinity
  let follows = true
  let writes = 0

  const arm = () => {
    if (alarm === null) return
    follows = browser === 'chromium'
    const wait = Math.max(0, alarm.scheduledTime - wall())
    firesAt = browser === 'chromium' ? Math.max(real() + wait, lastFired + atLeast) : real() + wait
  }

  return {
    api: {
      get: name => touch(() => (alarm?.name === name ? { ...alarm } : undefined)),
      create: (name, { when = wall() }) =>
        touch(() => {
          writes += 1
          alarm = { name, scheduledTime: when }
          arm()
        }),
      clear: name =>
        touch(() => {
          const had = alarm?.name === name
          if (had) alarm = null
          return had
        }),
    },
    firesAt: () => (alarm === null ? null : firesAt),
    fire: () => {
      lastFired = real()
      if (alarm?.periodInMinutes === undefined) alarm = null
      else {
        // Stays on its old grid, whatever was missed.
        const period = alarm.periodInMinutes * minute
        const missed = Math.max(0, Math.floor((wall() - alarm.scheduledTime) / period))
        alarm = { ...alarm, scheduledTime: alarm.scheduledTime + (missed + 1) * period }
        arm()
      }
    },
    exists: () => alarm !== null,
    meant: () => alarm && { at: alarm.scheduledTime, periodic: alarm.periodInMinutes !== undefined },
    writes: () => writes,
    followsClock: () => follows,
    resumed: slept => {
      if (browser === 'chromium') arm()
      else if (pausesInSleep) firesAt += slept
    },
    clockSet: noticed => {
      if (browser === 'chromium' && noticed) arm()
      else follows = false
    },
    restarted: () => {
      if (browser === 'firefox') alarm = null
      else arm()
    },
    updated: stale => {
      alarm = stale ? { name: 'wake', scheduledTime: wall() + 7 * minute, periodInMinutes: 30 } : null
      arm()
    },
  }
}
