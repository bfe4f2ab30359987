/** "Your words lately": which words a person has picked most in the last 30 days. */
import type { CheckIn, Id } from './records.ts'
import { hour, type Instant } from './time.ts'

/** How many of the latest check-ins it is worth reading for `wordsLately`. */
export const latelyAtMost = 60

const lately = 30 * 24 * hour
const shownAtMost = 4

/**
 * Up to four words of the last 30 days before `now`, most used first, then latest. `checkIns` are some of the latest ones in any order,
 * such as one page of 60: more may count, and none needs to. `canPick` leaves out what is hidden, and answers in place of a word.
 */
export const wordsLately = (
  checkIns: readonly Pick<CheckIn, 'at' | 'words'>[],
  now: Instant,
  canPick: (id: Id) => boolean,
): readonly Id[] => {
  const uses = checkIns
    // What a clock that was ahead has written is lately too.
    .filter(({ at }) => at > now - lately)
    .toSorted((one, other) => other.at - one.at)
    .flatMap(({ words }) => [...new Set(words.map(({ id }) => id))])
    .filter(canPick)
  // Latest first, and sorting leaves equals in their order.
  return [...Map.groupBy(uses, id => id)]
    .sort(([, one], [, other]) => other.length - one.length)
    .slice(0, shownAtMost)
    .map(([id]) => id)
}
