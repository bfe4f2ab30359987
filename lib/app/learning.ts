/** What an offer learns from: the latest sessions, and what was around each, read only where that can have a say. */
import type { TagId } from '../content/tags.ts'
import { type EffectOf, type Heard, pauseEffects } from '../core/pause-effects.ts'
import { outcomeFor, type PauseGoal } from '../core/pause-goal.ts'
import type { CheckIn, Id, Session } from '../core/records.ts'
import { type Situation, situationOf } from '../core/situation.ts'
import { zonedAt } from '../core/time.ts'
import type { CheckInRecords } from './ports.ts'

type Around = Pick<CheckIn, 'far' | 'tags'>

/** What is known of each pause in the situation of those answers, at that hour of the day. */
export type Learning = (answers: Around, hour: number) => EffectOf

/** With fewer sessions that count, no situation can have a say. */
const situationsFrom = 40
/** As many of the latest check-ins as hold most of those whose sessions are looked at. */
const checkInsRead = 400

const peopleTags: readonly (readonly [TagId, Situation['people']])[] = [
  ['alone', 'alone'],
  ['with-one-person', 'with'],
  ['group', 'with'],
]

const peopleIn = (tags: readonly Id[]): Situation['people'] =>
  peopleTags.find(([tag]) => tags.includes(tag))?.[1] ?? null

const situationIn = ({ far, tags }: Around, hour: number): Situation => situationOf(hour, far, peopleIn(tags))

/** `sessions` come newest first. Null where nothing is to be learnt; where check-ins cannot be read, situations have no say. */
export const readLearning = async (
  records: Pick<CheckInRecords, 'page'>,
  goal: PauseGoal | null,
  sessions: readonly Session[],
): Promise<Learning | null> => {
  if (goal === null || goal === 'rest') return null
  const counted = sessions.filter(session => outcomeFor(goal, session) !== null)
  const found =
    counted.length < situationsFrom ? null : await records.page('checkIns', { limit: checkInsRead })
  const byId = new Map(found?.ok ? found.value.map(checkIn => [checkIn.id, checkIn]) : [])
  const heard = sessions.map((session): Heard => {
    const around = session.checkInId === null ? undefined : byId.get(session.checkInId)
    return {
      ...session,
      situation: around ? situationIn(around, zonedAt(session.at, session.zone).hour) : null,
    }
  })
  return (answers, hour) => pauseEffects(goal, heard, situationIn(answers, hour))
}
