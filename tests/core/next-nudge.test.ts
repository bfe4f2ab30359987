/** What is said of the next nudge: what will really be, and a random time never exactly. */
import { describe, expect, test } from 'vitest'
import { type NextNudge, nextNudge } from '../../lib/core/next-nudge.ts'
import { nextWake } from '../../lib/core/schedule.ts'
import { minute } from '../../lib/core/time.ts'
import { atMinute, calm, everyDay, type Machine, machineAt, nudgeSettings } from '../support/nudges.ts'

const next = (machine: Machine): NextNudge =>
  nextNudge(machine.state, { now: machine.clock.now(), settings: machine.settings })

const started = (iso: string, change = {}): Machine => {
  const machine = machineAt(iso, nudgeSettings(change))
  machine.wake()
  return machine
}

const at = (iso: string): number => Temporal.ZonedDateTime.from(iso).epochMilliseconds

describe('at random', () => {
  test('its part of the day is named, never its time', () => {
    const machine = started('2027-05-04T08:00[UTC]')
    expect(next(machine)).toEqual({
      kind: 'between',
      from: at('2027-05-04T09:00[UTC]'),
      to: at('2027-05-04T13:00[UTC]'),
    })
  })

  test('every time that is planned lies between what is named, also across windows and clock changes', () => {
    const hours = everyDay(
      { from: atMinute(22), to: atMinute(3) },
      { from: atMinute(9), to: atMinute(10, 7) },
    )
    const machine = started('2027-03-26T08:00[Europe/Berlin]', { hours, gap: 0 })
    for (let nudges = 0; nudges < 20; nudges += 1) {
      const said = next(machine)
      const dueAt = nextWake(machine.state) ?? 0
      if (said.kind !== 'between') throw new Error(`${said.kind} is no span`)
      expect(said.from).toBeLessThanOrEqual(dueAt)
      expect(said.to).toBeGreaterThan(dueAt)
      expect(said.to - said.from).toBeGreaterThan(30 * minute)
      machine.until('shown')
      machine.tell({ kind: 'not-now', reason: null })
    }
  })

  test('not before the gap allows it', () => {
    const machine = started('2027-05-04T13:05[UTC]', { mode: { kind: 'random', perDay: 1 } })
    machine.tell({ kind: 'opened' })
    const said = next(machine)
    const gapEnds = at('2027-05-04T14:35[UTC]')
    if (said.kind !== 'between') throw new Error(`${said.kind} is no span`)
    expect(said.from).toBeGreaterThanOrEqual(Math.min(gapEnds, nextWake(machine.state) ?? 0))
  })
})

test('fixed times and snoozes are named exactly', () => {
  const machine = started('2027-05-04T08:00[UTC]', { mode: { kind: 'fixed', times: [atMinute(12)] } })
  expect(next(machine)).toEqual({ kind: 'at', at: at('2027-05-04T12:00[UTC]') })
  machine.tell({ kind: 'snooze', minutes: 15 })
  expect(next(machine)).toEqual({ kind: 'at', at: at('2027-05-04T08:15[UTC]') })
})

test('minutes of use that are left, while someone is there', () => {
  const machine = started('2027-05-04T12:00[UTC]', { mode: { kind: 'every', minutes: 50 }, gap: 0 })
  machine.clock.advance(16.5 * minute)
  expect(next(machine)).toEqual({ kind: 'use', minutes: 34 })
  machine.surroundings = { ...calm, presence: 'idle' }
  machine.wake()
  expect(next(machine)).toEqual({ kind: 'use', minutes: null })
})

test('one that stands there, one that waits, and nobody to wait for', () => {
  const machine = started('2027-05-04T08:00[UTC]')
  machine.surroundings = { ...calm, fullScreen: true }
  machine.toNextWake()
  expect(next(machine)).toEqual({ kind: 'held', by: 'full-screen' })
  machine.surroundings = calm
  machine.wake()
  expect(next(machine)).toEqual({ kind: 'shown' })
  expect(next(started('2027-05-04T08:00[UTC]', { mode: { kind: 'off' } }))).toEqual({ kind: 'off' })
  expect(next(started('2027-05-04T08:00[UTC]', { hours: everyDay() }))).toEqual({ kind: 'none' })
})

test('away, and quiet after seven were ignored', () => {
  const machine = started('2027-05-04T12:00[UTC]')
  machine.tell({ kind: 'away', until: 'hour' })
  expect(next(machine)).toEqual({ kind: 'away', until: at('2027-05-04T13:00[UTC]') })
  machine.tell({ kind: 'away', until: 'tomorrow' })
  expect(next(machine)).toEqual({ kind: 'away', until: at('2027-05-05T00:00[UTC]') })
  machine.tell({ kind: 'back' })
  machine.state = { ...machine.state, memory: { ...machine.state.memory, ignored: 7 } }
  machine.until('waiting')
  machine.state = { phase: 'waiting', dueAt: null, asked: false, memory: machine.state.memory }
  machine.wake()
  expect(next(machine)).toEqual({ kind: 'quiet' })
})
