/** What the button may say of a quiet that was asked for. */
import { expect, test } from 'vitest'
import { quietUntil } from '../../lib/core/quiet-until.ts'
import { hour, minute } from '../../lib/core/time.ts'
import { everyDay, type Machine, machineAt, nudgeSettings } from '../support/nudges.ts'

const settings = nudgeSettings({ hours: everyDay({ from: 0, to: 0 }) })
const start = '2027-05-04T12:00[Europe/Berlin]'
const quietOf = ({ state, clock, settings: now }: Machine) =>
  quietUntil(state, { now: clock.now(), settings: now })

test('names the end of a snooze and of an absence, until it is there', () => {
  const machine = machineAt(start, settings)
  machine.wake()
  const now = machine.clock.now().epochMilliseconds
  expect(quietOf(machine)).toBeNull()
  machine.tell({ kind: 'snooze', minutes: 15 })
  expect(quietOf(machine)).toBe(now + 15 * minute)
  machine.clock.advance(15 * minute)
  expect(quietOf(machine)).toBeNull()
  machine.clock.set(now)
  machine.tell({ kind: 'away', until: 'hour' })
  expect(quietOf(machine)).toBe(now + hour)
  machine.clock.advance(hour)
  expect(quietOf(machine)).toBeNull()
})

test('a planned time is nobody’s wish, and where reminders are off there is nothing to say', () => {
  const fixed = machineAt(start, { ...settings, mode: { kind: 'fixed', times: [13 * 60] } })
  fixed.wake()
  expect(quietOf(fixed)).toBeNull()
  const off = machineAt(start, { ...settings, mode: { kind: 'off' } })
  off.tell({ kind: 'away', until: 'hour' })
  expect(quietOf(off)).toBeNull()
})
