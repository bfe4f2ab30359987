/** What was left unlocked is locked after a time without use, and with the system. */
import { describe, expect, test } from 'vitest'
import { createLockCare } from '../../lib/app/lock-care.ts'
import type { LockFacts } from '../../lib/app/lock-ports.ts'
import { minute } from '../../lib/core/time.ts'
import { testClock } from '../contract/fakes.ts'
import { noon } from '../contract/samples.ts'
import { memoryLog } from '../support/fakes.ts'

const careOf = (facts: Partial<LockFacts>, usedAt: number | null = noon, system = false) => {
  const clock = testClock()
  clock.set(noon)
  const log = memoryLog()
  let state = facts.state ?? 'unlocked'
  const care = createLockCare({
    lock: {
      facts: async () => ({
        unfinished: null,
        hasCode: false,
        wasChanged: false,
        minutes: 15,
        ...facts,
        state,
      }),
      lock: async () => {
        state = 'locked'
      },
    },
    usedAt: async () => usedAt,
    isSystemLocked: async () => system,
    clock,
    log,
  })
  return { care, clock, log, state: () => state }
}

describe('the care of the lock', () => {
  test('locks once the minutes have passed since the last use, and not before', async () => {
    const { care, clock, state } = careOf({ minutes: 5 })
    expect(await care.due()).toBe(noon + 5 * minute)
    clock.forward(5 * minute - 1)
    await care.look()
    expect(state()).toBe('unlocked')
    clock.forward(1)
    await care.look()
    expect(state()).toBe('locked')
    expect(await care.due()).toBe(null)
  })

  test('locks with the system, also where no time does', async () => {
    const alone = careOf({ minutes: null })
    await alone.care.look()
    expect(alone.state()).toBe('unlocked')
    expect(await alone.care.due()).toBe(null)
    const { care, state } = careOf({ minutes: null }, noon, true)
    await care.look()
    expect(state()).toBe('locked')
  })

  test('a clock that was set back keeps it open no longer than from now on', async () => {
    const { care } = careOf({ minutes: 15 }, noon + 1_000 * minute)
    expect(await care.due()).toBe(noon + 15 * minute)
    expect(await careOf({}, null).care.due()).toBe(noon + 15 * minute)
  })

  test('does nothing where there is no lock or it is locked, and notes what it cannot read', async () => {
    for (const state of ['none', 'locked'] as const) {
      const { care, clock } = careOf({ state })
      clock.forward(1_000 * minute)
      await care.look()
      expect(await care.due()).toBe(null)
    }
  })
})
