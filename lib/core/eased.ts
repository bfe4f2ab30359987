/** What was marked after pauses, in counts: never that a pause did it. */
import type { Session } from './records.ts'

/** How often "eased" was marked after a pause, of all the times something was marked after it. */
export type Eased = { readonly pauseId: string; readonly eased: number; readonly of: number }

type Marked = Pick<Session, 'pauseId' | 'ease'>

/** The counts of every pause after which anything was marked, in the order given. */
export const marksIn = (sessions: readonly Marked[]): ReadonlyMap<string, Eased> => {
  const counts = new Map<string, Eased>()
  for (const { pauseId, ease } of sessions) {
    if (ease === null) continue
    const { eased, of } = counts.get(pauseId) ?? { eased: 0, of: 0 }
    counts.set(pauseId, { pauseId, eased: eased + Number(ease === 'eased'), of: of + 1 })
  }
  return counts
}

/** The pauses after which "eased" was marked at least once, the most often marked first, else in the order given. */
export const easedIn = (sessions: readonly Marked[]): readonly Eased[] =>
  [...marksIn(sessions).values()]
    .filter(({ eased }) => eased > 0)
    .sort((one, other) => other.eased - one.eased)
