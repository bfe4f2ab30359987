/** A made-up year of records to look around in: as uneven as a real one, with no story in it and nothing that speaks for Thaw. */
import { pauses } from '../../content/pauses.ts'
import { feltAnswer } from '../../core/check-in.ts'
import { instantOn } from '../../core/hours.ts'
import { type Plan, plansIn } from '../../core/if-then.ts'
import { pauseList } from '../../core/pause-list.ts'
import type { CheckIn, Felt, Fields, Session } from '../../core/records.ts'
import { type Seeded, seeded as seededWith } from '../../core/seeded.ts'
import { type Instant, minute, momentOf, second, zonedAt } from '../../core/time.ts'
import { madeUpCheckIn } from './made-up-check-in.ts'
import { type MadeUpDay, madeUpDays } from './made-up-days.ts'
import { madeUpNotes } from './made-up-notes.ts'
import { answeredNudge, type MadeUpNudge, unansweredNudges } from './made-up-nudges.ts'
import { type MadeUp, madeUpOwn, type Say } from './made-up-own.ts'
import { occasions } from './made-up-reflections.ts'
import { madeUpSession, sessionOf } from './made-up-session.ts'

type MadeUpCheckIn = {
  readonly id: string
  readonly fields: Fields<'checkIns'>
  readonly nudge: MadeUpNudge | null
}

/** As far back as an offer looks here. */
const sessionsSeen = 60

/** Within the hours of reminders. */
const mayBeReminded = (minutes: number): boolean => minutes >= 545 && minutes < 1_260

/** The moment at which all of it was lived; nothing lies behind `now`. */
const isPast = (record: MadeUp, now: Instant, today: string): boolean => {
  switch (record.store) {
    case 'checkIns':
    case 'reflections':
      return record.fields.at <= now
    case 'sessions':
      return record.fields.at + record.fields.seconds * second <= now
    case 'nudges': {
      const { plannedAt, shownAt, answeredAt, openedAt } = record.fields
      return Math.max(plannedAt, shownAt ?? 0, answeredAt ?? 0, openedAt ?? 0) <= now
    }
    case 'markers':
      return record.fields.day <= today
    default:
      return true
  }
}

/** A check-in that says nothing is none. */
const saysSomething = (fields: Fields<'checkIns'>): boolean =>
  feltAnswer(fields) !== null || fields.words.length > 0 || fields.note !== ''

/**
 * The records of the 365 days up to `now`, day by day, oldest first. The same seed, day and zone give the same records; those
 * of today come up to `now`.
 */
export function* madeUpYear({
  now,
  seed,
  say,
}: {
  readonly now: Temporal.ZonedDateTime
  readonly seed: number
  readonly say: Say
}): Generator<MadeUp> {
  const seeded = seededWith(seed)
  const today = now.toPlainDate()
  const days = madeUpDays(today, now.timeZoneId, seeded)
  const start = today.subtract({ days: days.length }).toZonedDateTime(now.timeZoneId).epochMilliseconds
  const own = madeUpOwn(days, start, say, seeded)
  const list = pauseList(pauses, own.pauses)
  const note = madeUpNotes(say, seeded)
  const sessions: Pick<Session, 'pauseId' | 'ease'>[] = []
  const plans: Plan[] = []
  const waiting = [...occasions(say)]
  const past = (record: MadeUp) => isPast(record, now.epochMilliseconds, today.toString())

  yield* own.records.filter(past)
  for (const day of days) {
    const checkIns = day.minutes.flatMap(minutes => {
      const made = checkInOn(day, minutes, own.ids, felt => note(felt, day.ago), seeded)
      return saysSomething(made.fields) ? [made] : []
    })
    const records: MadeUp[] = []
    const put = (record: MadeUp) => void records.push(record)
    const run = (fields: Fields<'sessions'>) => {
      put({ store: 'sessions', id: seeded.id(fields.at), fields })
      sessions.unshift(fields)
      sessions.splice(sessionsSeen)
    }
    for (const { id, fields, nudge } of checkIns) {
      put({ store: 'checkIns', id, fields })
      if (nudge) put({ store: 'nudges', ...nudge })
      if (fields.precision === 'day') continue
      const session = madeUpSession({ checkIn: { ...fields, id }, day, list, sessions, plans }, seeded)
      if (session) run(session)
    }
    const last = checkIns.findLast(({ fields }) => fields.precision === 'minute')
    for (let next = waiting[0]; last && next && next.ago >= day.ago; next = waiting[0]) {
      waiting.shift()
      const at = last.fields.at + 4 * minute
      const moment = momentOf(zonedAt(at, day.zone))
      const listed = next.pauseId === null ? null : list.find(next.pauseId)
      if (listed) {
        const chosen = { pause: listed.pause, probability: null, reason: null }
        const fields = sessionOf(chosen, at, { checkIn: { ...last.fields, id: last.id }, day }, seeded)
        run({ ...fields, completed: true, seconds: listed.pause.seconds })
      }
      plans.unshift(...plansIn(next.written))
      for (const { type, fields } of next.written) {
        const doneAt = next.doneAfter === undefined ? {} : { doneAt: at + next.doneAfter }
        put({
          store: 'reflections',
          id: seeded.id(at),
          fields: { ...moment, type, fields: { ...fields, ...doneAt } },
        })
      }
    }
    const answered = checkIns.flatMap(({ nudge }) => nudge?.fields.plannedAt ?? [])
    for (const nudge of unansweredNudges(day, answered, seeded)) put({ store: 'nudges', ...nudge })
    yield* records.filter(past)
  }
}

const checkInOn = (
  day: MadeUpDay,
  minutes: number,
  own: Parameters<typeof madeUpCheckIn>[0]['own'],
  note: (felt: Felt | null) => string | null,
  seeded: Seeded,
): MadeUpCheckIn => {
  const at = instantOn(day.date, minutes, day.zone) + seeded.whole(0, 59) * second
  // Some are added a day later, when the time of day is not known any more or still is.
  const later = day.ago >= 2 && seeded.happens(0.03)
  const precision: CheckIn['precision'] = later && seeded.happens(0.6) ? 'day' : 'minute'
  const lived = precision === 'day' ? instantOn(day.date, 720, day.zone) : at
  const nudge = !later && mayBeReminded(minutes) && seeded.happens(0.5) ? answeredNudge(at, seeded) : null
  const fields = madeUpCheckIn(
    {
      moment: { ...momentOf(zonedAt(lived, day.zone)), day: day.date.toString() },
      day,
      minutes,
      source: later ? 'page' : nudge ? 'nudge' : 'popup',
      nudgeId: nudge?.id ?? null,
      precision,
      own,
      note,
    },
    seeded,
  )
  return { id: seeded.id(later ? at + 86_400 * second : at), fields, nudge }
}
