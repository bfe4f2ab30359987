/** A pause after a made-up check-in: picked or offered by Thaw's own rules, and nothing about it says that one pause does more than another. */
import { wordTraits } from '../../content/words.ts'
import { feltAnswer } from '../../core/check-in.ts'
import { type Plan, plansNow } from '../../core/if-then.ts'
import type { Pause } from '../../core/pause.ts'
import type { PauseList } from '../../core/pause-list.ts'
import { recommend } from '../../core/recommend.ts'
import type { CheckIn, Ease, Felt, Fields, Session } from '../../core/records.ts'
import type { Seeded } from '../../core/seeded.ts'
import { defaultSettings } from '../../core/settings.ts'
import { type Instant, momentOf, second, zonedAt } from '../../core/time.ts'
import type { MadeUpDay } from './made-up-days.ts'

export type SessionAfter = {
  readonly checkIn: Pick<CheckIn, 'id' | 'at' | 'zone' | 'felt' | 'far' | 'cantTell' | 'words' | 'tags'>
  readonly day: MadeUpDay
  readonly list: PauseList
  /** Newest first. */
  readonly sessions: readonly Pick<Session, 'pauseId' | 'ease'>[]
  /** Newest first. */
  readonly plans: readonly Plan[]
}

type Chosen = Pick<Session, 'probability' | 'reason' | 'comparable'> & { readonly pause: Pause }

const picked = (list: PauseList, id: string): Chosen | null => {
  const listed = list.find(id)
  return listed && { pause: listed.pause, probability: null, reason: null }
}

const dayNumber = (date: Temporal.PlainDate): number => date.since(Temporal.PlainDate.from('1970-01-01')).days

const chosen = (after: SessionAfter, seeded: Seeded): Chosen | null => {
  const { checkIn, day, list, sessions, plans } = after
  if (seeded.happens(0.07)) return picked(list, 'quiet-pause')
  if (seeded.happens(0.12)) {
    const looking = list.all.filter(({ pause, favourite, own }) => favourite || own || pause.kind === 'out')
    return picked(list, looking[Math.floor(seeded.next() * looking.length)]?.pause.id ?? 'look-up')
  }
  const { hour } = zonedAt(checkIn.at, checkIn.zone)
  const words = checkIn.words.map(({ id }) => id)
  const planned = plansNow(plans, { tags: checkIn.tags, words, thoughts: [], hour })
  const offer = recommend(
    checkIn,
    {
      pauses: list.all,
      sessions,
      past: sessions.length < 60 ? 'whole' : 'latest',
      settings: defaultSettings.pauses,
      plans: planned.flatMap(({ cue, aim }) =>
        'pauseId' in aim ? [{ pauseId: aim.pauseId, label: cue }] : [],
      ),
      hour,
      day: dayNumber(day.date),
      hardWord: words.some(id => wordTraits(id).hard),
      passedOver: [],
      compare: true,
    },
    seeded.next(),
  )
  const listed = offer && list.find(offer.pauseId)
  if (!listed) return null
  const { probability, reason, comparable } = offer
  return { pause: listed.pause, probability, reason, ...(comparable && { comparable }) }
}

/** As likely to be more as to be less, whatever the pause. */
const feltAfter = (before: Felt | null, level: number, seeded: Seeded): Felt => {
  const from = before ?? Math.round(level)
  return Math.max(0, Math.min(10, Math.round(from + 1.2 * seeded.normal()))) as Felt
}

const easeAfter = (change: number, seeded: Seeded): Ease =>
  seeded.weighed([
    ['eased', change > 0 ? 5 : change === 0 ? 3 : 2],
    ['same', 6],
    ['worse', change < 0 ? 3 : 0.5],
  ])

/** The session of one pause that begins at `at`; one in five is left before its end. */
export const sessionOf = (
  { pause, probability, reason, comparable }: Chosen,
  at: Instant,
  { checkIn, day }: Pick<SessionAfter, 'checkIn' | 'day'>,
  seeded: Seeded,
): Fields<'sessions'> => {
  const completed = seeded.happens(0.8)
  const answer = feltAnswer(checkIn)
  const before = answer === 'cant-tell' ? null : answer
  const asked = completed ? 0.8 : 0.2
  const felt = feltAfter(before, day.level, seeded)
  return {
    ...momentOf(zonedAt(at, checkIn.zone)),
    pauseId: pause.id,
    checkInId: checkIn.id,
    before,
    after: seeded.happens(asked) ? felt : null,
    ease: seeded.happens(completed ? 0.7 : 0.1)
      ? easeAfter(before === null ? 0 : felt - before, seeded)
      : null,
    completed,
    seconds: completed ? pause.seconds : Math.max(2, Math.floor(pause.seconds * seeded.next() * 0.9)),
    probability,
    reason,
    ...(comparable && { comparable }),
  }
}

/** The pause after a check-in; null where there was none. */
export const madeUpSession = (after: SessionAfter, seeded: Seeded): Fields<'sessions'> | null => {
  if (!seeded.happens(0.36)) return null
  const pause = chosen(after, seeded)
  return pause && sessionOf(pause, after.checkIn.at + seeded.whole(35, 140) * second, after, seeded)
}
