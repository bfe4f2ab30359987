/** One walk through the history, newest first, that gathers what a filter lets through and can be stopped at any batch. */
import { createDayFacts } from '../core/day-facts.ts'
import { createDayTally, type DayTally } from '../core/day-tally.ts'
import type { Filter } from '../core/filter.ts'
import type { Matcher } from '../core/filter-match.ts'
import { createFoundList, type FoundList } from '../core/found-list.ts'
import { pausesWithin } from '../core/history.ts'
import type { CheckIn, Id, Session } from '../core/records.ts'
import type { Instant } from '../core/time.ts'
import type { Records, StoreProblem } from './ports.ts'
import { type Batch, streamOf } from './record-streams.ts'

export type Findings = {
  readonly list: FoundList
  readonly days: DayTally
  /** So many check-ins, and pauses that came with none. */
  readonly counts: { checkIns: number; sessions: number }
}

export type ScanNeeds = {
  readonly records: Pick<Records, 'made' | 'page' | 'get' | 'days'>
  readonly filter: Filter
  readonly matcher: Matcher
  /** Whether pauses are read: where they change nothing, they are not. */
  readonly readsPauses: boolean
  /** How many records are read at once. */
  readonly batchSize: number
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
  readonly isStopped: () => boolean
  /** After every batch. */
  readonly onBatch: () => void
}

/** Of so many that are found first the records are kept, because the first page is made of them. */
const keptWhole = 200

/** Letters searched in one slice: about 10 ms where every letter has an accent. */
const lettersAtOnce = 50_000

export const createFindings = (): Findings => ({
  list: createFoundList(),
  days: createDayTally(),
  counts: { checkIns: 0, sessions: 0 },
})

const addTo = ({ list, days, counts }: Findings) => {
  const kept = <Kept>(record: Kept): Kept | null =>
    counts.checkIns + counts.sessions <= keptWhole ? record : null
  const { place } = createDayFacts()
  const placed = ({ id, at, day }: CheckIn | Session) => ({ id, at, day, place: place(day, at) })
  return {
    checkIn: (checkIn: CheckIn) => {
      counts.checkIns += 1
      days.checkIn(checkIn)
      const timeless = checkIn.precision === 'day'
      list.add({ kind: 'check-in', ...placed(checkIn), timeless, record: kept(checkIn) })
    },
    session: (session: Session) => {
      counts.sessions += 1
      days.session(session)
      list.add({ kind: 'session', ...placed(session), timeless: false, record: kept(session) })
    },
  }
}

/** The pauses of a history, each of which waits for its check-in. */
const createPauses = (needs: ScanNeeds, found: ReturnType<typeof addTo>) => {
  const { records, filter, matcher } = needs
  const stream = streamOf(records, 'sessions', filter.period, needs.batchSize)
  const waiting = new Map<Id, Session[]>()
  /** Check-ins that were found together with their pauses: more of those may still come. */
  const added = new Set<Id>()
  let reached: Instant = Infinity
  let over = false

  const alone = (session: Session) => {
    if (matcher.session(session)) found.session(session)
  }

  /** Those whose check-in has not come by now: it is gone, or it lies elsewhere than where it was looked for. */
  const settle = async (ids: readonly Id[]): Promise<StoreProblem | null> => {
    for (const id of ids) {
      const checkIn = await records.get('checkIns', id)
      if (!checkIn.ok) return checkIn.problem
      if (needs.isStopped()) return null
      const own = waiting.get(id) ?? []
      waiting.delete(id)
      if (checkIn.value === null) own.forEach(alone)
      else if (isFoundByPauses(checkIn.value, own) && !added.has(id)) {
        added.add(id)
        found.checkIn(checkIn.value)
      }
    }
    return null
  }

  const isFoundByPauses = (checkIn: CheckIn, own: readonly Session[]): boolean =>
    !matcher.checkIn(checkIn, []) &&
    matcher.checkIn(
      checkIn,
      own.map(({ pauseId }) => pauseId),
    )

  return {
    /** Reads all that may belong to check-ins down to `at`. */
    readTo: async (at: Instant): Promise<StoreProblem | null> => {
      while (!over && reached >= at) {
        const batch = await stream.next()
        if (!batch.ok) return batch.problem
        if (needs.isStopped()) return null
        for (const session of batch.value.records) {
          if (session.checkInId === null) alone(session)
          else waiting.set(session.checkInId, [...(waiting.get(session.checkInId) ?? []), session])
        }
        over = batch.value.last
        reached = batch.value.reached
      }
      return null
    },
    take: (id: Id): readonly Id[] => {
      const own = waiting.get(id)
      if (own === undefined) return []
      waiting.delete(id)
      return own.map(({ pauseId }) => pauseId)
    },
    foundWith: (id: Id) => added.add(id),
    /** Nothing waits any longer for a check-in that would have come by `at`. */
    settleTo: (at: Instant): Promise<StoreProblem | null> =>
      settle(
        [...waiting].flatMap(([id, own]) =>
          own.some(session => session.at > at + pausesWithin) ? [id] : [],
        ),
      ),
  }
}

/** Fills `findings`; resolves with the problem that ended it before its time, or with null. */
export const scanHistory = async (needs: ScanNeeds, findings: Findings): Promise<StoreProblem | null> => {
  const { records, filter, matcher, isStopped } = needs
  const found = addTo(findings)
  const checkIns = streamOf(records, 'checkIns', filter.period, needs.batchSize)
  const pauses = needs.readsPauses ? createPauses(needs, found) : null

  const matchAll = async (batch: Batch<'checkIns'>): Promise<void> => {
    let letters = 0
    for (const checkIn of batch.records) {
      letters += checkIn.note.length
      if (letters > lettersAtOnce) {
        letters = 0
        await needs.pause()
        if (isStopped()) return
      }
      const own = pauses?.take(checkIn.id) ?? []
      if (!matcher.checkIn(checkIn, own)) continue
      found.checkIn(checkIn)
      if (own.length > 0) pauses?.foundWith(checkIn.id)
    }
  }

  for (;;) {
    const batch = await checkIns.next()
    if (!batch.ok) return batch.problem
    const { reached, last } = batch.value
    const unread = (await pauses?.readTo(reached)) ?? null
    if (unread !== null) return unread
    if (isStopped()) return null
    await matchAll(batch.value)
    if (isStopped()) return null
    const unsettled = (await pauses?.settleTo(reached)) ?? null
    if (unsettled !== null) return unsettled
    if (isStopped()) return null
    if (last) break
    findings.list.readTo(pauses ? reached + pausesWithin : reached)
    needs.onBatch()
  }
  findings.list.end()
  needs.onBatch()
  return null
}
