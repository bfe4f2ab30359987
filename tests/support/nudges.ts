/** The nudge machine run by hand: settings that allow everything, and a desk whose state, effects and clock can be read. */

import type { NudgeState } from '../../lib/core/nudge-state.ts'
import {
  decide,
  firstState,
  type NudgeEffect,
  type NudgeEvent,
  nextWake,
  type Surroundings,
} from '../../lib/core/schedule.ts'
import { defaultSettings, type Hours, type NudgeSettings, type WeekHours } from '../../lib/core/settings.ts'
import { type FixedClock, fixedClock, seededChance } from './fakes.ts'

export const everyDay = (...hours: Hours[]): WeekHours => [hours, hours, hours, hours, hours, hours, hours]

export const atMinute = (hour: number, minute = 0): number => hour * 60 + minute

export const nudgeSettings = (change: Partial<NudgeSettings> = {}): NudgeSettings => ({
  ...defaultSettings.nudges,
  mode: { kind: 'random', perDay: 3 },
  ...change,
})

export const calm: Surroundings = { presence: 'active', fullScreen: false, sound: false }

export type Machine = {
  state: NudgeState
  settings: NudgeSettings
  surroundings: Surroundings
  readonly clock: FixedClock
  /** One event at the clock's time; gives back its effects. Notifications are delivered. */
  tell(event: NudgeEvent): readonly NudgeEffect[]
  wake(): readonly NudgeEffect[]
  /** Lets time pass to the next wake, and wakes. */
  toNextWake(): readonly NudgeEffect[]
  /** Goes from wake to wake until `phase`, at most so many times. */
  until(phase: NudgeState['phase'], wakes?: number): void
  time(): string
}

export const machineAt = (iso: string, settings: NudgeSettings, seed = 1): Machine => {
  const clock = fixedClock(iso)
  const chance = seededChance(seed)
  const machine: Machine = {
    state: firstState,
    settings,
    surroundings: calm,
    clock,
    tell: event => {
      const now = clock.now()
      const context = {
        now,
        settings: machine.settings,
        surroundings: machine.surroundings,
        seed: Math.floor(chance.next() * 2 ** 32),
        id: chance.id(now.epochMilliseconds),
      }
      const { state, effects } = decide(machine.state, event, context)
      machine.state = state
      for (const effect of effects) {
        if (effect.kind === 'show') {
          machine.state = decide(machine.state, { kind: 'delivered', id: effect.id }, context).state
        }
      }
      return effects
    },
    wake: () => machine.tell({ kind: 'wake' }),
    toNextWake: () => {
      const at = nextWake(machine.state)
      if (at === null) throw new Error('Nothing is due.')
      clock.set(at)
      return machine.wake()
    },
    until: (phase, wakes = 100) => {
      for (let wake = 0; machine.state.phase !== phase; wake += 1) {
        if (wake === wakes) throw new Error(`Not ${phase} after ${wakes} wakes.`)
        machine.toNextWake()
      }
    },
    time: () => clock.now().toPlainTime().toString({ smallestUnit: 'minute' }),
  }
  return machine
}
