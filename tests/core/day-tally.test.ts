import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDayTally } from '../../lib/core/day-tally.ts'
import { type Counted, dayRows } from '../../lib/core/days.ts'
import { record } from '../store/arbitraries.ts'

const counted: fc.Arbitrary<Counted> = fc.oneof(
  record('checkIns').map((one): Counted => ({ store: 'checkIns', record: one })),
  record('sessions').map((one): Counted => ({ store: 'sessions', record: one })),
)

test('days that are counted in place are the days that a rebuild makes', () => {
  fc.assert(
    fc.property(fc.array(counted, { maxLength: 30 }), all => {
      const tally = createDayTally()
      for (const { store, record } of all) {
        if (store === 'checkIns') tally.checkIn(record)
        else tally.session(record)
      }
      const expected = dayRows(all)
      expect(tally.rows('', '\uffff')).toEqual(expected)
      expect(tally.size()).toBe(expected.length)
      const [first, last] = [expected[0]?.day, expected.at(-1)?.day]
      expect(tally.span()).toEqual(first && last ? { first, last } : null)
      if (first) expect(tally.rows(first, first)).toEqual(expected.slice(0, 1))
    }),
    { numRuns: 500 },
  )
})
