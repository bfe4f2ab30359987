/** What the list says of an entry whose time is strange, and where its name says it was. */
import { beforeEach, describe, expect, test } from 'vitest'
import { moreLine, oddLines, whenLine } from '../../../components/history/entry-texts.ts'
import { checkInEntry, sessionEntry } from '../../../lib/core/history.ts'
import type { CheckIn } from '../../../lib/core/records.ts'
import { hour, minute, momentOf, zonedAt } from '../../../lib/core/time.ts'
import { checkInFields, noon, sessionFields } from '../../contract/samples.ts'
import { speak } from '../../support/speak.ts'

beforeEach(() => speak())

const now = momentOf(zonedAt(noon, 'Europe/Berlin'))
const kept = { id: 'a', updatedAt: noon, origin: 'own' } as const
const said = (at: number, more: Partial<CheckIn> = {}) =>
  oddLines(checkInEntry({ ...kept, ...checkInFields(at, more) }, []), now)

describe('what is still to come', () => {
  const toCome = ['This is still to come.']

  test('is marked, be it in days or later on the same day', () => {
    expect(said(noon)).toEqual([])
    expect(said(noon + 48 * hour)).toEqual(toCome)
    expect(said(noon + minute)).toEqual(toCome)
    expect(oddLines(sessionEntry({ ...kept, ...sessionFields(noon + hour) }), now)).toEqual(toCome)
  })

  test('is told by the day alone where no time is known', () => {
    expect(said(noon + hour, { precision: 'day' })).toEqual([])
    expect(said(noon + 24 * hour, { precision: 'day' })).toEqual(toCome)
  })

  test('is not what was lived where the next day had begun already', () => {
    const { day, zone } = momentOf(zonedAt(noon - hour, 'Pacific/Kiritimati'))
    expect(day > now.day).toBe(true)
    expect(said(noon - hour, { day, zone })).toEqual([])
  })
})

describe('a day at which its time cannot have been', () => {
  const apart = { ...kept, ...checkInFields(noon - 400 * 24 * hour, { day: '2026-05-03' }) }

  test('is marked, and the entry is of that day', () => {
    const entry = checkInEntry(apart, [])
    expect(oddLines(entry, now)).toEqual([
      'The time that was kept with this lies far from this day. You can choose another day.',
    ])
    expect(whenLine(entry)).toBe('May 3, 2026')
  })

  test('is still to come where the day is, whatever the time', () => {
    const lines = (day: string, at: number) => oddLines(checkInEntry({ ...apart, day, at }, []), now).length
    expect([lines('2027-05-03', noon), lines('2026-05-03', noon + 400 * 24 * hour)]).toEqual([2, 1])
  })

  test.for(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin'])('is none in %s', zone => {
    expect(said(noon - hour, momentOf(zonedAt(noon - hour, zone)))).toEqual([])
  })
})

test('"can’t tell" is an answer to each scale, and no answer is none', () => {
  const line = (more: Partial<CheckIn>) => moreLine({ ...kept, ...checkInFields(noon), ...more })
  expect(line({ far: null, cantTell: ['far', 'pleasant'] })).toBe(
    'Far away: Can’t tell\u00a0· How pleasant: Can’t tell',
  )
  expect(line({ far: 0 })).toBe('Far away: No')
  expect(line({ far: null })).toBe('')
})
