/** The rotation: the few pauses among which the choice is made, the same for a day, and others as days go by. */
import { marksIn } from './eased.ts'
import type { EffectOf } from './pause-effects.ts'
import type { ListedPause } from './pause-list.ts'
import type { Session } from './records.ts'

const rotationAtMost = 5

export type RotationContext = {
  /** Newest first. */
  readonly sessions: readonly Pick<Session, 'pauseId' | 'ease'>[]
  /** The number of the day in the person's calendar; the next day has the next number. */
  readonly day: number
  /** What was learnt from this person. */
  readonly learnt?: { readonly effectOf: EffectOf }
}

/**
 * A number in [0, 1) that follows from a pause and a day, so that each day has an order of its own and a pause keeps its place in
 * it whatever else comes or goes. FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv, mixed as MurmurHash3 ends.
 */
const lot = (id: string, day: number): number => {
  let hash = 0x811c9dc5
  for (const character of `${day} ${id}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296
}

/** Infinity as often as it comes is the same. */
const higher = (one: number, other: number): number => (one === other ? 0 : other - one)

/** Sorted by `rank`, the greatest first; what ranks the same stands in the order of the day. */
const ranked = (
  pauses: readonly ListedPause[],
  day: number,
  rank: (listed: ListedPause) => number,
): readonly ListedPause[] =>
  pauses.toSorted(
    (one, other) => higher(rank(one), rank(other)) || lot(one.pause.id, day) - lot(other.pause.id, day),
  )

/**
 * At most five of `pauses`: favourites, then the likely best of what was done and of the eight that every offer starts from, and one
 * place for something that was never done, where there is such, from the eight as long as they have one.
 * It follows from its arguments alone. On one day it changes with them alone; another day orders anew what is equally likely.
 */
export const rotationOf = (
  pauses: readonly ListedPause[],
  { sessions, day, learnt }: RotationContext,
): readonly ListedPause[] => {
  const done = new Set(sessions.map(({ pauseId }) => pauseId))
  const marks = marksIn(sessions)
  const isDone = ({ pause }: ListedPause) => done.has(pause.id)
  const isFirst = ({ pause }: ListedPause) => pause.rules.includes('first')
  /** What was learnt; before that the share of "eased" among what was marked, drawn towards a half where little was (Laplace's rule of succession). */
  const likely = ({ pause }: ListedPause) => {
    if (learnt) return learnt.effectOf(pause.id).mean
    const { eased, of } = marks.get(pause.id) ?? { eased: 0, of: 0 }
    return (eased + 1) / (of + 2)
  }
  const best = ranked(
    pauses.filter(listed => listed.favourite || isFirst(listed) || isDone(listed)),
    day,
    listed => (listed.favourite ? Infinity : likely(listed)),
  )
  const kept = best.slice(0, rotationAtMost - 1)
  const never = pauses.filter(listed => !isDone(listed) && !listed.favourite && !kept.includes(listed))
  const newcomer = ranked(never, day, listed => Number(isFirst(listed)))[0]
  return newcomer ? [...kept, newcomer] : best.slice(0, rotationAtMost)
}
