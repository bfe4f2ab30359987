import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Counted } from '../../lib/core/days.ts'
import { dayRows, emptyDay, recount, touchedDays } from '../../lib/core/days.ts'
import type { DayRow } from '../../lib/core/records.ts'
import type { Day } from '../../lib/core/time.ts'
import { record } from '../store/arbitraries.ts'

const counted: fc.Arbitrary<Counted> = fc.oneof(
  record('checkIns').map((one): Counted => ({ store: 'checkIns', record: one })),
  record('sessions').map((one): Counted => ({ store: 'sessions', record: one })),
)

/** Each step puts a record in a place, replacing what stood there, or empties the place. */
const steps = fc.array(fc.tuple(fc.nat({ max: 5 }), fc.option(counted, { nil: null })), { maxLength: 40 })

describe('days', () => {
  test('counted one change at a time they are what a rebuild makes of the records', () => {
    fc.assert(
      fc.property(steps, changes => {
        const places = new Map<number, Counted>()
        const rows = new Map<Day, DayRow>()
        for (const [place, after] of changes) {
          const before = places.get(place) ?? null
          for (const day of touchedDays(before, after)) {
            const next = recount(rows.get(day) ?? null, day, before, after)
            if (next === null) rows.delete(day)
            else rows.set(day, next)
          }
          if (after === null) places.delete(place)
          else places.set(place, after)
        }
        const kept = [...rows.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1))
        expect(kept).toEqual(dayRows(places.values()))
      }),
      { numRuns: 500 },
    )
  })

  test('a row never falls below nothing, even where it had lost a record', () => {
    fc.assert(
      fc.property(counted, one => {
        const { day } = one.record
        expect(recount(null, day, one, null)).toBeNull()
        const again = recount(emptyDay(day), day, one, one)
        expect(again).toEqual(dayRows([one])[0])
      }),
    )
  })

  test('a word picked twice in one check-in counts once', () => {
    const [checkIn] = fc.sample(record('checkIns'), { numRuns: 1, seed: 1 })
    if (checkIn === undefined) throw new Error('No sample')
    const words = [
      { id: 'heavy', guess: false },
      { id: 'heavy', guess: true },
      { id: '__proto__', guess: false },
    ]
    const [row] = dayRows([{ store: 'checkIns', record: { ...checkIn, words } }])
    expect(Object.entries(row?.words ?? {}).toSorted()).toEqual([
      ['__proto__', 1],
      ['heavy', 1],
    ])
  })
})
