/** One life of the background worker: the real desk, on ports any touch of which may be its last. */
import { createNudgeDesk } from '../../lib/app/nudge.ts'
import type { Locks } from '../../lib/app/ports.ts'
import type { NudgeState } from '../../lib/core/nudge-state.ts'
import { decide, firstState, type NudgeEvent, type Surroundings } from '../../lib/core/schedule.ts'
import type { Settings } from '../../lib/core/settings.ts'
import type { Instant } from '../../lib/core/time.ts'
import type { Step } from '../support/nudge-laws-ledger.ts'
import type { Dice } from './chance.ts'

export type Touch = <Value>(deed: () => Value) => Promise<Value>

/** What survives the worker. */
export type Device = {
  readonly dice: Dice
  now(): Temporal.ZonedDateTime
  settings(): Settings
  surroundings(): Surroundings
  read(): NudgeState | null
  write(state: NudgeState): void
  show(id: string): void
  /** Takes every other notification away. */
  keep(id: string | null): void
  setBadge(on: boolean): void
  newId(): string
  /** Brings the one alarm to `at`; each of its calls to the browser goes through `touch`. */
  wakeAt(at: Instant | null, touch: Touch): Promise<void>
  /** Sets it where there is none. */
  wakeBy(at: Instant, touch: Touch): Promise<void>
  /** Turns at the state, across workers. */
  readonly turns: { last: Promise<void> }
  /** A step that was kept, or that had nothing to keep. */
  kept(step: Step): void
  /** Something was refused, as storage and browsers do now and then. */
  refused(): boolean
}

export type Worker = {
  /** Resolves when the event is dealt with, or the worker is dead. */
  handle(event: NudgeEvent): Promise<void>
  /** Dies at one of the next deeds, just before it or just after. */
  dieAfter(deeds: number): void
  readonly dead: () => boolean
}

const forever = (): Promise<never> => new Promise(() => {})

export const startWorker = (device: Device): Worker => {
  let left = Infinity
  let before = false
  let dead = false
  const atDeath: (() => void)[] = []
  const { promise: died, resolve: goes } = Promise.withResolvers<void>()
  atDeath.push(goes)

  const die = (): Promise<never> => {
    dead = true
    for (const deed of atDeath) deed()
    return forever()
  }
  const touch: Touch = async deed => {
    if (dead) return forever()
    left -= 1
    if (left <= 0 && before) return die()
    const value = deed()
    if (left <= 0) return die()
    await null
    return dead ? forever() : value
  }
  const mayFail: Touch = deed =>
    touch(() => {
      if (device.refused()) throw new Error('refused')
      return deed()
    })

  /** The event that is just handed in, and the one whose turn it is. */
  let handed = { kind: 'wake' } as NudgeEvent
  let event: NudgeEvent = handed
  let stored: NudgeState = firstState
  let settings: Settings | null = null
  let now: Temporal.ZonedDateTime | null = null
  let seed = 0
  let id: string | null = null
  let writes = 0

  const step = (from: NudgeState, taken: NudgeEvent): Step => {
    if (settings === null || now === null || id === null) throw new Error('a step without its context')
    const context = { now, settings: settings.nudges, surroundings: device.surroundings(), seed, id }
    const { state: after, effects } = decide(from, taken, context)
    return { before: from, event: taken, context, after, effects }
  }

  const locks: Locks = {
    exclusive: async (_, work) => {
      const mine = handed
      const { last } = device.turns
      const { promise: over, resolve: leave } = Promise.withResolvers<void>()
      device.turns.last = last.then(() => over)
      atDeath.push(leave)
      await last
      if (dead) return forever()
      event = mine
      writes = 0
      id = null
      try {
        const value = await work()
        if (writes === 0 && id !== null) device.kept(step(stored, event))
        return value
      } finally {
        leave()
      }
    },
  }

  const desk = createNudgeDesk({
    state: {
      read: () =>
        mayFail(() => {
          const found = device.read()
          stored = found ?? firstState
          return found
        }),
      write: state => {
        writes += 1
        const taken: NudgeEvent =
          writes === 1 ? event : { kind: 'delivered', id: state?.phase === 'shown' ? state.id : '' }
        return mayFail(() => {
          if (state === null) throw new Error('the state is never taken away')
          device.write(state)
          const seen = step(stored, taken)
          device.kept({ ...seen, after: state })
          stored = state
        })
      },
    },
    settings: {
      read: () =>
        mayFail(() => {
          settings = device.settings()
          return settings
        }),
      change: async change => change(device.settings()),
    },
    records: { save: async () => touch(() => ({ ok: true, value: null })) },
    screen: {
      show: shown =>
        mayFail(() => {
          device.show(shown)
          return true
        }),
      keep: kept => mayFail(() => device.keep(kept)),
      setBadge: on => mayFail(() => device.setBadge(on)),
      openCheckIn: async () => {},
      openEvening: async () => {},
    },
    surroundings: () => touch(device.surroundings),
    eveningFits: async () => false,
    wakeAt: at => device.wakeAt(at, mayFail),
    wakeBy: at => device.wakeBy(at, mayFail),
    clock: {
      now: () => {
        now = device.now()
        return now
      },
    },
    chance: {
      next: () => {
        const drawn = device.dice.next()
        seed = Math.floor(drawn * 2 ** 32)
        return drawn
      },
      id: () => {
        const made = device.newId()
        // Later ones of a turn name what never began.
        id ??= made
        return made
      },
    },
    changes: { announce: () => {} },
    locks,
    log: { note: () => {} },
  })

  return {
    handle: async given => {
      if (dead) return
      handed = given
      await Promise.race([desk.handle(given), died])
    },
    dieAfter: deeds => {
      left = deeds
      before = device.dice.oneIn(2)
    },
    dead: () => dead,
  }
}
