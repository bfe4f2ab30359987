/** What of a day still speaks for now, and when the clock changes it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newCheckIn } from '../../lib/core/check-in.ts'
import type { CheckIn } from '../../lib/core/records.ts'
import { hour, momentOf, zonedAt } from '../../lib/core/time.ts'
import { latestSpeaking, nextTurn, speakingSince, speaksFor } from '../../lib/core/today.ts'
import { lawRuns, lawSeed } from '../support/law-runs.ts'

const seed = lawSeed('today')

const at = (iso: string) => Temporal.ZonedDateTime.from(iso)
const berlin = (time: string) => at(`2026-11-22T${time}[Europe/Berlin]`)

const checkIn = (reading: Temporal.ZonedDateTime, change: Partial<CheckIn> = {}): CheckIn => ({
  ...newCheckIn(momentOf(reading), { source: 'popup', nudgeId: null }),
  id: reading.toString(),
  updatedAt: reading.epochMilliseconds,
  origin: 'own',
  ...change,
})

describe('the latest check-in', () => {
  const early = checkIn(berlin('11:00'))
  const late = checkIn(berlin('11:30'))

  test('speaks for two hours', () => {
    expect(latestSpeaking([early, late], berlin('12:00'))).toBe(late)
    expect(latestSpeaking([late, early], berlin('13:29:59.999'))).toBe(late)
    expect(latestSpeaking([early, late], berlin('13:30'))).toBeNull()
  })

  test('speaks alone: an earlier one says nothing any more', () => {
    expect(latestSpeaking([early], berlin('12:00'))).toBe(early)
    expect(latestSpeaking([early, late], berlin('11:15'))).toBe(early)
  })

  test('does not speak for the next day', () => {
    const night = checkIn(at('2026-11-21T23:59[Europe/Berlin]'))
    expect(latestSpeaking([night], berlin('00:00'))).toBeNull()
  })

  test('says nothing of now where its time is not known or still to come', () => {
    expect(latestSpeaking([checkIn(berlin('12:00'), { precision: 'day' })], berlin('12:30'))).toBeNull()
    expect(latestSpeaking([checkIn(berlin('12:31'))], berlin('12:30'))).toBeNull()
  })

  test('of a day that no calendar has does not speak', () => {
    expect(latestSpeaking([checkIn(berlin('12:00'), { day: '2026-02-30' })], berlin('12:30'))).toBeNull()
  })
})

describe('the clock next changes something', () => {
  const turn = (iso: string, logged: readonly { at: number }[] = []) => {
    const now = at(iso)
    return zonedAt(nextTurn(now, logged), now.timeZoneId).toString()
  }

  test('at the next hour', () => {
    expect(turn('2026-11-22T12:20[Europe/Berlin]')).toBe('2026-11-22T13:00:00+01:00[Europe/Berlin]')
    expect(turn('2026-11-22T12:00[Europe/Berlin]')).toBe('2026-11-22T13:00:00+01:00[Europe/Berlin]')
  })

  test('when what was logged speaks no longer', () => {
    const logged = [checkIn(berlin('11:30')), checkIn(berlin('11:10')), checkIn(berlin('09:00'))]
    expect(turn('2026-11-22T13:05[Europe/Berlin]', logged)).toBe('2026-11-22T13:10:00+01:00[Europe/Berlin]')
  })

  test('when what is still to come is there', () => {
    expect(turn('2026-11-22T13:05[Europe/Berlin]', [checkIn(berlin('13:20'))])).toBe(
      '2026-11-22T13:20:00+01:00[Europe/Berlin]',
    )
  })

  test('where a day begins at one, or an hour is half an hour long', () => {
    expect(turn('2026-09-05T23:30[America/Santiago]')).toBe('2026-09-06T01:00:00-03:00[America/Santiago]')
    expect(turn('2026-10-04T01:45[Australia/Lord_Howe]')).toBe(
      '2026-10-04T02:30:00+11:00[Australia/Lord_Howe]',
    )
  })
})

test('until the clock changes something, it changes nothing', () => {
  const zone = fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/Santiago', 'Asia/Kathmandu')
  const year = fc.integer({ min: 1_767_225_600_000, max: 1_798_761_600_000 })
  const ago = fc.array(fc.integer({ min: 0, max: 3 * hour }), { maxLength: 4 })
  fc.assert(
    fc.property(year, zone, ago, fc.double({ min: 0, max: 1, noNaN: true }), (instant, zone, ago, share) => {
      const now = zonedAt(instant, zone)
      const logged = ago.map(back => checkIn(zonedAt(instant - back, zone)))
      const end = nextTurn(now, logged)
      expect(end).toBeGreaterThan(instant)
      expect(end - instant).toBeLessThanOrEqual(speaksFor)
      const between = zonedAt(instant + Math.floor((end - 1 - instant) * share), zone)
      expect(between.hour).toBe(now.hour)
      expect(momentOf(between).day).toBe(momentOf(now).day)
      expect(latestSpeaking(logged, between)).toBe(latestSpeaking(logged, now))
      const speaking = (reading: Temporal.ZonedDateTime) =>
        logged.filter(one => one.at >= speakingSince(reading)).length
      expect(speaking(between)).toBe(speaking(now))
    }),
    { seed, numRuns: lawRuns(0.1) },
  )
})
