/** What was found, in the order of the list: on the way and in the end. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFoundList, type Found } from '../../lib/core/found-list.ts'
import { hour } from '../../lib/core/time.ts'
import { noon } from '../contract/samples.ts'

const dayLong = 24 * hour

const foundAt = (at: number, id = String(at)): Found => {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate().toString()
  return { kind: 'check-in', id, at, day, place: day, timeless: false, record: null }
}

test('whatever was moved to a later time, all stand in order in the end', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 25 })
  fc.assert(
    fc.property(times, fc.infiniteStream(fc.boolean()), (days, isRead) => {
      const list = createFoundList()
      for (const number of days) {
        list.add(foundAt(noon - number * dayLong))
        if (isRead.next().value) list.readTo(noon - number * dayLong)
      }
      list.end()
      expect(list.certain.map(({ at }) => at)).toEqual(
        days.toSorted((one, other) => one - other).map(number => noon - number * dayLong),
      )
    }),
  )
})

test('the few that come late are put among the others without a look at each of those', () => {
  let looks = 0
  const watched = (found: Found): Found =>
    Object.defineProperty({ ...found }, 'place', {
      get: () => {
        looks += 1
        return found.place
      },
    })
  const list = createFoundList()
  for (let number = 0; number < 1000; number += 1) list.add(watched(foundAt(noon - number * dayLong)))
  list.readTo(noon - 2000 * dayLong)
  list.add(watched(foundAt(noon - 10.25 * dayLong, 'moved')))
  list.readTo(noon - 3000 * dayLong)
  looks = 0
  list.end()
  expect(looks).toBeLessThan(200)
  expect(list.certain.findIndex(({ id }) => id === 'moved')).toBe(11)
})
