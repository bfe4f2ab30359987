/** Makes entries of the list out of what a search has found: each record as it stands now, each check-in with its pauses. */
import type { Found } from '../core/found-list.ts'
import { checkInEntry, type HistoryEntry, pausesWithin, sameEntry, sessionEntry } from '../core/history.ts'
import type { CheckIn, Id, Session } from '../core/records.ts'
import { ok, type Result } from '../core/result.ts'
import { hour, type Instant } from '../core/time.ts'
import type { Records, StoreProblem } from './ports.ts'

type Reads = Pick<Records, 'get' | 'between'>
type Stretch = { readonly from: Instant; readonly to: Instant }

/** Clocks are set back now and then, so that a pause may lie before its check-in. */
const pauseBefore = hour

/** When the pauses of these can have been, as few stretches of time as possible. */
const stretchesOf = (checkIns: readonly CheckIn[]): readonly Stretch[] => {
  const stretches: Stretch[] = []
  for (const { at } of checkIns.toSorted((one, other) => one.at - other.at)) {
    const stretch = { from: at - pauseBefore, to: at + pausesWithin }
    const before = stretches.at(-1)
    if (before === undefined || before.to < stretch.from) stretches.push(stretch)
    else stretches[stretches.length - 1] = { from: before.from, to: stretch.to }
  }
  return stretches
}

const readRecord = async <Store extends 'checkIns' | 'sessions'>(
  records: Reads,
  store: Store,
  { id, record }: Found,
) => {
  if (record !== null) return ok(record)
  return records.get(store, id)
}

/**
 * In the order of `found`, without what is gone by now. Entries that say the same as those in `before` are the very same
 * objects. `again` reads every record, also those at hand.
 */
export const entriesOf = async (
  records: Reads,
  found: readonly Found[],
  before: ReadonlyMap<Id, HistoryEntry>,
  again = false,
): Promise<Result<readonly HistoryEntry[], StoreProblem>> => {
  const read = await Promise.all(
    found.map(one =>
      readRecord(
        records,
        one.kind === 'check-in' ? 'checkIns' : 'sessions',
        again ? { ...one, record: null } : one,
      ),
    ),
  )
  const stands: (CheckIn | Session)[] = []
  for (const answer of read) {
    if (!answer.ok) return answer
    if (answer.value !== null) stands.push(answer.value)
  }
  const checkIns = stands.filter(record => 'precision' in record)
  const sessions = await Promise.all(
    stretchesOf(checkIns).map(({ from, to }) => records.between('sessions', from, to)),
  )
  const byCheckIn = new Map<Id, Session[]>(checkIns.map(({ id }) => [id, []]))
  for (const answer of sessions) {
    if (!answer.ok) return answer
    for (const session of answer.value) {
      if (session.checkInId !== null) byCheckIn.get(session.checkInId)?.push(session)
    }
  }
  return ok(
    stands.map(record => {
      const entry =
        'precision' in record ? checkInEntry(record, byCheckIn.get(record.id) ?? []) : sessionEntry(record)
      return sameEntry(before.get(entry.id), entry)
    }),
  )
}
