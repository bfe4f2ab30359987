/** What was around a pause, coarse enough that there is something to learn from: the block of the day, far, and people. */
import type { Far } from './records.ts'

export type Situation = {
  /** Morning from 5, day from 11, evening from 17, night from 22. */
  readonly block: 'morning' | 'day' | 'evening' | 'night'
  /** Null where it was not answered. */
  readonly far: 'near' | 'away' | null
  /** Null where no tag says so. */
  readonly people: 'alone' | 'with' | null
}

const blockAt = (hour: number): Situation['block'] => {
  if (hour < 5 || hour >= 22) return 'night'
  if (hour < 11) return 'morning'
  return hour < 17 ? 'day' : 'evening'
}

/** `hour` is that of the person's day, 0 to 23; `people` what the tags say. */
export const situationOf = (hour: number, far: Far | null, people: Situation['people']): Situation => ({
  block: blockAt(hour),
  far: far === null ? null : far === 0 ? 'near' : 'away',
  people,
})
