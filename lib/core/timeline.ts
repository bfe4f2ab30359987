/** The pages of a history that were read so far, put together into one list. */
import {
  checkInEntry,
  type HistoryEntry,
  type HistoryMonth,
  isApart,
  placeOf,
  sameEntry,
  sessionEntry,
  withMore,
  without,
} from './history.ts'
import type { CheckIn, Id, Session } from './records.ts'
import type { Day } from './time.ts'

/** Check-ins newest first, and the sessions of the time that they span. */
export type HistoryPage = { readonly checkIns: readonly CheckIn[]; readonly sessions: readonly Session[] }

/** What was read from the newest record on, down to `end`. */
export type ReadSoFar = {
  readonly months: readonly HistoryMonth[]
  readonly byId: ReadonlyMap<Id, HistoryEntry>
  /** Sessions whose check-in is older than all that was read. */
  readonly waiting: readonly Session[]
  /** The oldest check-in that was read; null before the first page, and where there is none. */
  readonly end: CheckIn | null
  /** Nothing older is left to read. */
  readonly complete: boolean
}

export const nothingRead: ReadSoFar = {
  months: [],
  byId: new Map(),
  waiting: [],
  end: null,
  complete: false,
}

/** The check-ins that sessions ask for and that stand neither in the page nor in what was read: they are older, or gone. */
export const missingCheckIns = (read: ReadSoFar, page: HistoryPage): readonly Id[] => {
  const here = new Set(page.checkIns.map(({ id }) => id))
  const asked = page.sessions.flatMap(({ checkInId }) =>
    checkInId === null || here.has(checkInId) || read.byId.has(checkInId) ? [] : [checkInId],
  )
  return [...new Set(asked)]
}

/**
 * What was read, with the next page. A session of a check-in in `gone` stands alone; one whose check-in is not known waits
 * for it as long as something older is left to read. Entries that say the same as those in `before` are the very same objects.
 */
export const withPage = (
  read: ReadSoFar,
  page: HistoryPage,
  complete: boolean,
  gone: ReadonlySet<Id>,
  before: ReadonlyMap<Id, HistoryEntry> = new Map(),
): ReadSoFar => {
  const here = new Set(page.checkIns.map(({ id }) => id))
  const groups = Map.groupBy([...read.waiting, ...page.sessions], ({ checkInId }) => {
    if (checkInId === null) return null
    if (here.has(checkInId) || read.byId.has(checkInId)) return checkInId
    return complete || gone.has(checkInId) ? null : 'waiting'
  })
  const fresh = [
    ...page.checkIns.map(checkIn => checkInEntry(checkIn, groups.get(checkIn.id) ?? [])),
    ...(groups.get(null) ?? []).map(sessionEntry),
    // Pauses that lie before their check-in in time: it was read on an earlier page.
    ...[...groups].flatMap(([id, sessions]) => {
      const known = id === null || here.has(id) ? undefined : read.byId.get(id)
      return known?.kind === 'check-in' ? [checkInEntry(known.checkIn, [...known.sessions, ...sessions])] : []
    }),
  ].map(entry => sameEntry(before.get(entry.id), entry))
  return {
    ...withEntries(read, fresh),
    waiting: groups.get('waiting') ?? [],
    end: page.checkIns.at(-1) ?? read.end,
    complete,
  }
}

/** What was read, with these entries, each in place of the one with its id. */
export const withEntries = (read: ReadSoFar, fresh: readonly HistoryEntry[]): ReadSoFar => {
  const replaced = new Set(fresh.filter(({ id }) => read.byId.has(id)).map(({ id }) => id))
  const months = replaced.size > 0 ? without(read.months, replaced) : read.months
  const byId = new Map(read.byId)
  for (const entry of fresh) byId.set(entry.id, entry)
  return { ...read, months: withMore(months, fresh), byId }
}

/** What was read, without these. */
export const withoutEntries = (read: ReadSoFar, ids: ReadonlySet<Id>): ReadSoFar => {
  const byId = new Map(read.byId)
  for (const id of ids) byId.delete(id)
  return { ...read, months: without(read.months, ids), byId }
}

/** The oldest day of which everything was read or may be shown; before every day where nothing is left to read. */
export const reachedDay = ({ end, complete }: Pick<ReadSoFar, 'end' | 'complete'>): Day => {
  if (complete || end === null) return ''
  const place = placeOf(end.day, end.at)
  return isApart(place, end.at) ? placeOf('', end.at) : place
}

/** How many of a page's check-ins stand at `end` or after it. */
export const downTo = (checkIns: readonly CheckIn[], end: Pick<CheckIn, 'at' | 'id'>): number =>
  checkIns.filter(({ at, id }) => at > end.at || (at === end.at && id >= end.id)).length
