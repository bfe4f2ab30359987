/** What is stored of the nudge machine: anything can be read, and whether it had to be put right is known. */
import { describe, expect, test } from 'vitest'
import { isIntact, type NudgeState, readNudgeState } from '../../lib/core/nudge-state.ts'
import { calm, machineAt, nudgeSettings } from '../support/nudges.ts'

/** As storage gives it back, which may sort the names. */
const stored = (state: NudgeState): unknown => {
  const { memory, ...phase } = JSON.parse(JSON.stringify(state))
  return { memory: Object.fromEntries(Object.entries(memory).reverse()), ...phase }
}

const states = (): readonly NudgeState[] => {
  const machine = machineAt('2027-05-04T08:00[Europe/Berlin]', nudgeSettings())
  const seen: NudgeState[] = [machine.state]
  const see = () => seen.push(machine.state)
  machine.wake()
  see()
  machine.surroundings = { ...calm, sound: true }
  machine.toNextWake()
  see()
  machine.surroundings = calm
  machine.wake()
  see()
  machine.tell({ kind: 'not-now', reason: 'moment' })
  machine.tell({ kind: 'away', until: 'hour' })
  see()
  machine.tell({ kind: 'away', until: 'tomorrow' })
  see()
  return seen
}

describe('a stored state', () => {
  test('of every phase is read as it was, and is intact', () => {
    const all = states()
    expect(new Set(all.map(({ phase }) => phase))).toEqual(new Set(['off', 'waiting', 'held', 'shown']))
    for (const state of all) {
      expect(readNudgeState(stored(state))).toEqual(state)
      expect(isIntact(stored(state))).toBe(true)
    }
  })

  test('from an older Thaw lacks some fields, and is intact', () => {
    expect(isIntact({ phase: 'waiting', dueAt: 5, asked: false, memory: { tickAt: 5, zone: 'UTC' } })).toBe(
      true,
    )
  })

  test.each([
    null,
    7,
    'waiting',
    [],
    { phase: 'dreaming' },
    { phase: 'waiting', dueAt: 'soon' },
    { phase: 'waiting', dueAt: 5, memory: { recent: [1, 'x'] } },
    { phase: 'waiting', dueAt: 5, memory: { ignored: -1 } },
    { phase: 'waiting', dueAt: 5, memory: { away: { day: '2027-02-30' } } },
    { phase: 'waiting', dueAt: 5, memory: { badMoments: [{ minute: 1440, day: '2027-05-04' }] } },
    { phase: 'waiting', dueAt: 5, memory: { days: {} } },
    { phase: 'shown', id: 'x' },
    { phase: 'held', since: 5 },
  ])('%j is put right', found => {
    expect(isIntact(found)).toBe(false)
    expect(isIntact(JSON.parse(JSON.stringify(readNudgeState(found))))).toBe(true)
  })
})
