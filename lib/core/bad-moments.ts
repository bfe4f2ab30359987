/** "Bad moment": around the times of day at which it was said, fewer nudges come. */
import { type BadMoment, momentsAtMost } from './nudge-state.ts'

/** Minutes on either side. */
const reach = 30
const rememberedDays = 56
const minutesPerDay = 24 * 60

const minuteOf = (at: Temporal.ZonedDateTime): number => at.hour * 60 + at.minute

/** Minutes between two times of day, the short way round midnight. */
const apart = (one: number, other: number): number => {
  const distance = Math.abs(one - other)
  return Math.min(distance, minutesPerDay - distance)
}

const near = (minute: number) => (moment: BadMoment) => apart(moment.minute, minute) <= reach

const remembered = (moments: readonly BadMoment[], now: Temporal.ZonedDateTime): readonly BadMoment[] => {
  const oldest = now.toPlainDate().subtract({ days: rememberedDays }).toString()
  return moments.filter(({ day }) => day >= oldest)
}

/** Saying it twice on the same day about the same time counts once. */
export const withBadMoment = (
  moments: readonly BadMoment[],
  now: Temporal.ZonedDateTime,
): readonly BadMoment[] => {
  const said = { minute: minuteOf(now), day: now.toPlainDate().toString() }
  const isNear = near(said.minute)
  const others = remembered(moments, now).filter(moment => moment.day !== said.day || !isNear(moment))
  return [...others, said].slice(-momentsAtMost)
}

export const withoutBadMoments = (moments: readonly BadMoment[], minute: number): readonly BadMoment[] => {
  const isNear = near(minute)
  return moments.filter(moment => !isNear(moment))
}

/** The share of nudges that still come at `now`: halved by each time that "bad moment" was said around this time of day. */
export const shareAt = (moments: readonly BadMoment[], now: Temporal.ZonedDateTime): number =>
  0.5 ** remembered(moments, now).filter(near(minuteOf(now))).length

/** The times of day around which fewer come, each once, as minutes after midnight. */
export const badMinutes = (moments: readonly BadMoment[], now: Temporal.ZonedDateTime): readonly number[] => {
  const minutes: number[] = []
  for (const { minute } of remembered(moments, now)) {
    if (minutes.every(other => apart(other, minute) > reach)) minutes.push(minute)
  }
  return minutes.sort((one, other) => one - other)
}
