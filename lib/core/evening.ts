/** The evening invitation to a high and a low of the day: when a nudge that begins is one, in place of the question it would ask. */
import type { Memory } from './nudge-state.ts'
import { channelsOf, type Hours, type NudgeSettings } from './settings.ts'
import { momentOf } from './time.ts'

/** Minutes of the person's day; the later one is no longer in it. */
export const eveningHours: Hours = { from: 18 * 60, to: 22 * 60 }

export const isEvening = ({ hour, minute }: Pick<Temporal.ZonedDateTime, 'hour' | 'minute'>): boolean => {
  const at = hour * 60 + minute
  return at >= eveningHours.from && at < eveningHours.to
}

/**
 * Once a day at most, where it is switched on and `fits`. A dot alone says nothing of what it leads to, so it stays a dot for a
 * check-in.
 */
export const invitesToEvening = (
  { eveningDay }: Pick<Memory, 'eveningDay'>,
  settings: NudgeSettings,
  now: Temporal.ZonedDateTime,
  fits: boolean,
): boolean =>
  fits &&
  settings.evening &&
  channelsOf(settings).notification &&
  isEvening(now) &&
  eveningDay !== momentOf(now).day
