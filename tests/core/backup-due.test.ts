/** A backup is worth a word by age and amount together, and never because a clock went astray. */
import { describe, expect, test } from 'vitest'
import { isBackupDue, mayBeDue, mayBeSaid, recordsSince } from '../../lib/core/backup-due.ts'

const day = 86_400_000
const now = 20_000 * day

describe('a backup', () => {
  test('is worth a word from fifty records on where there is none', () => {
    expect([0, 49, 50, 5_000].map(records => isBackupDue(null, records, now))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(mayBeDue(null, now)).toBe(true)
  })

  test('is worth another once it is thirty days old and thirty records came since, not before', () => {
    const due = (age: number, since: number) => isBackupDue({ at: now - age, records: 100 }, 100 + since, now)
    expect(due(30 * day, 30)).toBe(true)
    expect(due(30 * day - 1, 1_000)).toBe(false)
    expect(due(1_000 * day, 29)).toBe(false)
    expect(due(1_000 * day, -50)).toBe(false)
    expect(mayBeDue({ at: now - day, records: 0 }, now)).toBe(false)
    expect(mayBeDue({ at: now - 30 * day, records: 0 }, now)).toBe(true)
  })

  test('of a time to come is of no known age', () => {
    expect(isBackupDue({ at: now + day, records: 0 }, 100, now)).toBe(false)
    expect(isBackupDue({ at: now + day + 1, records: 0 }, 100, now)).toBe(true)
    expect(isBackupDue({ at: now + day + 1, records: 90 }, 100, now)).toBe(false)
  })

  test('has records since that are never fewer than none', () => {
    expect(recordsSince(null, 7)).toBe(7)
    expect(recordsSince({ at: now, records: 5 }, 7)).toBe(2)
    expect(recordsSince({ at: now, records: 9 }, 7)).toBe(0)
  })
})

test('who puts the word away hears it again after thirty days', () => {
  expect(mayBeSaid(null, now)).toBe(true)
  expect(mayBeSaid(now - 30 * day + 1, now)).toBe(false)
  expect(mayBeSaid(now - 30 * day, now)).toBe(true)
  expect(mayBeSaid(now + 2 * day, now)).toBe(true)
})
