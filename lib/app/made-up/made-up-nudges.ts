/** The reminders of a made-up day: those that a check-in answered, and what became of the others. */
import { instantOn } from '../../core/hours.ts'
import type { DropReason, Fields, Id } from '../../core/records.ts'
import type { Seeded } from '../../core/seeded.ts'
import { type Instant, minute, second } from '../../core/time.ts'
import type { MadeUpDay } from './made-up-days.ts'

export type MadeUpNudge = { readonly id: Id; readonly fields: Fields<'nudges'> }

const none: Fields<'nudges'> = {
  plannedAt: 0,
  shownAt: null,
  openedAt: null,
  answeredAt: null,
  outcome: null,
  heldBackBy: null,
  reason: null,
}

/** The reminder that a check-in at `at` answered. */
export const answeredNudge = (at: Instant, seeded: Seeded): MadeUpNudge => {
  const shownAt = at - seeded.whole(20, 600) * second
  const plannedAt = seeded.happens(0.15) ? shownAt - seeded.whole(1, 9) * minute : shownAt
  const openedAt = Math.max(shownAt, at - seeded.whole(2, 9) * second)
  return {
    id: seeded.id(shownAt),
    fields: { ...none, plannedAt, shownAt, openedAt, answeredAt: at, outcome: 'answered' },
  }
}

/** What became of one without an answer, with how often that is so. */
const ends = [
  ['expired', 30],
  ['not-now', 14],
  ['snoozed', 9],
  ['held-back', 17],
  ['dropped', 15],
] as const satisfies readonly (readonly [Fields<'nudges'>['outcome'], number])[]

const whyDropped: readonly (readonly [DropReason, number])[] = [
  ['person', 6],
  ['late', 4],
  ['gap', 3],
  ['bad-moment', 2],
  ['cap', 1],
]

const unanswered = (plannedAt: Instant, day: MadeUpDay, seeded: Seeded): Fields<'nudges'> => {
  const shownAt = plannedAt
  const answeredAt = shownAt + seeded.whole(3, 200) * second
  // After a few without an answer, fewer come.
  if (day.silent) return { ...none, plannedAt, outcome: 'dropped', reason: 'ignored' }
  const outcome = seeded.weighed(ends)
  switch (outcome) {
    case 'expired':
      return { ...none, plannedAt, shownAt, outcome, openedAt: seeded.happens(0.1) ? answeredAt : null }
    case 'snoozed':
      return { ...none, plannedAt, shownAt, answeredAt, outcome }
    case 'not-now':
      return {
        ...none,
        plannedAt,
        shownAt,
        answeredAt,
        outcome,
        reason: seeded.pick(['moment', 'today', null, null]),
      }
    case 'held-back':
      return {
        ...none,
        plannedAt,
        outcome,
        heldBackBy: seeded.pick(['idle', 'locked', 'full-screen', 'sound']),
      }
    case 'dropped':
      return { ...none, plannedAt, outcome, reason: seeded.weighed(whyDropped) }
  }
}

/** Three times of a day's hours, 9:00 to 21:00, in minutes after midnight. */
const buckets = [
  [540, 779],
  [780, 1_019],
  [1_020, 1_259],
] as const

/** Those of a day that had no answer: one at most in each part of the day in which none was answered. */
export const unansweredNudges = (
  day: MadeUpDay,
  answered: readonly Instant[],
  seeded: Seeded,
): readonly MadeUpNudge[] =>
  buckets.flatMap(([from, to]) => {
    const plannedAt = instantOn(day.date, seeded.whole(from, to), day.zone)
    const fields = unanswered(plannedAt, day, seeded)
    const [begin, end] = [instantOn(day.date, from, day.zone), instantOn(day.date, to, day.zone)]
    return answered.some(at => begin <= at && at <= end) ? [] : [{ id: seeded.id(plannedAt), fields }]
  })
