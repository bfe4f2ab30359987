/** A backup is worth a word by age and amount together, and never because a clock went astray. */
import { describe, expect, test } from 'vitest'
import {
  isBackupDue,
  loweredMark,
  mayBeSaid,
  readBackupMark,
  recordsSince,
  worth,
} from '../../lib/core/backup-due.ts'

const day = 86_400_000
const now = 20_000 * day
const mark = (at: number, records: number) => ({ at, day: '2024-10-04', records })

describe('a backup', () => {
  test('is worth a word from fifty records on where there is none', () => {
    expect([0, 49, 50, 5_000].map(records => isBackupDue(null, records, now))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test('is worth another once it is thirty days old and thirty records came since, not before', () => {
    const due = (age: number, since: number) => isBackupDue(mark(now - age, 100), 100 + since, now)
    expect(due(30 * day, 30)).toBe(true)
    expect(due(30 * day - 1, 1_000)).toBe(false)
    expect(due(1_000 * day, 29)).toBe(false)
    expect(due(1_000 * day, -50)).toBe(false)
  })

  test('of a time to come is of no known age', () => {
    expect(isBackupDue(mark(now + day, 0), 100, now)).toBe(false)
    expect(isBackupDue(mark(now + day + 1, 0), 100, now)).toBe(true)
    expect(isBackupDue(mark(now + day + 1, 90), 100, now)).toBe(false)
  })

  test('has records since that are never fewer than none', () => {
    expect(recordsSince(null, 7)).toBe(7)
    expect(recordsSince(mark(now, 5), 7)).toBe(2)
    expect(recordsSince(mark(now, 9), 7)).toBe(0)
  })
})

test('what is deleted since a backup hides nothing that comes afterwards', () => {
  const last = mark(now, 3_000)
  expect(loweredMark(last, 4_000)).toBe(last)
  const lowered = loweredMark(last, 7)
  expect(lowered).toEqual({ ...last, records: 7 })
  expect(recordsSince(lowered, 407)).toBe(400)
})

test('who puts the word away hears it again after thirty days', () => {
  expect(mayBeSaid(null, now)).toBe(true)
  expect(mayBeSaid(now - 30 * day + 1, now)).toBe(false)
  expect(mayBeSaid(now - 30 * day, now)).toBe(true)
  expect(mayBeSaid(now + 2 * day, now)).toBe(true)
})

test('the mark is read as it was kept, and nothing else is one', () => {
  const one = mark(now, 7)
  expect(readBackupMark({ ...one, more: 1 })).toEqual(one)
  for (const stored of [null, 7, 'mark', [], {}, { ...one, at: 'now' }, { ...one, day: '2024-13-01' }])
    expect(readBackupMark(stored)).toBeNull()
})

test('what became of reminders is not what a person would miss', () => {
  const none = {
    checkIns: 0,
    sessions: 0,
    reflections: 0,
    markers: 0,
    nudges: 0,
    words: 0,
    tags: 0,
    pauses: 0,
  }
  expect(worth({ ...none, nudges: 900 })).toBe(0)
  expect(worth({ ...none, nudges: 900, checkIns: 3, tags: 1 })).toBe(4)
})
