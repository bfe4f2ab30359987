/** How check-ins, sessions and markers stand together in the history: each session with its check-in, all of it by month and day. */
import { type FeltAnswer, feltAnswer } from './check-in.ts'
import type { CheckIn, Id, Marker, Session } from './records.ts'
import { type Day, hour, type Instant, isDay, zonedAt, zoneSpread } from './time.ts'

/** A pause that comes with a check-in begins at most so long after it, in milliseconds. */
export const pausesWithin = 24 * hour

/** A check-in with the pauses that came with it, oldest first, or a pause that stands alone. */
export type HistoryEntry = {
  readonly id: Id
  readonly at: Instant
  readonly zone: string
  /** As the record says it; it may be on no calendar. */
  readonly day: Day
  /** The day among which it is listed: its own, or the date of `at` where its own is on no calendar. */
  readonly place: Day
  /** Its time is known, and not its day alone. */
  readonly timed: boolean
  /** See `isApart`. */
  readonly apart: boolean
} & (
  | {
      readonly kind: 'check-in'
      readonly checkIn: CheckIn
      readonly felt: FeltAnswer
      readonly sessions: readonly Session[]
    }
  | { readonly kind: 'session'; readonly session: Session }
)

export type HistoryDay = {
  readonly day: Day
  readonly place: Day
  /** They stand before the entries. */
  readonly markers: readonly Marker[]
  readonly entries: readonly HistoryEntry[]
}

/** One month of the person's calendar, `YYYY-MM`, with its days newest first. */
export type HistoryMonth = { readonly month: string; readonly days: readonly HistoryDay[] }

/** The day among which something of `day` is listed; empty where neither the day nor the time is any. */
export const placeOf = (day: Day, at: Instant): Day => {
  if (isDay(day)) return day
  try {
    return zonedAt(at, 'UTC').toPlainDate().toString()
  } catch {
    return ''
  }
}

/** Whether nobody in any zone can have lived that day at `at`: the record is of its day all the same, in whatever it is sought. */
export const isApart = (place: Day, at: Instant): boolean =>
  place < placeOf('', at - zoneSpread) || place > placeOf('', at + zoneSpread)

/** Days decide over instants, so that a journey across zones leaves no day in two pieces. */
const newestFirst = (one: HistoryEntry, other: HistoryEntry): number => {
  if (one.place !== other.place) return one.place < other.place ? 1 : -1
  if (one.timed !== other.timed) return one.timed ? -1 : 1
  return other.at - one.at || (one.id < other.id ? 1 : -1)
}

const oldestFirst = (one: Session, other: Session): number => one.at - other.at

/** When either was, and where it is listed. */
const placed = ({ id, at, zone, day }: CheckIn | Session) => {
  const place = placeOf(day, at)
  return { id, at, zone, day, place, apart: isApart(place, at) }
}

/** A check-in as an entry, with the sessions that came with it. */
export const checkInEntry = (checkIn: CheckIn, sessions: readonly Session[]): HistoryEntry => ({
  kind: 'check-in',
  ...placed(checkIn),
  timed: checkIn.precision !== 'day',
  checkIn,
  felt: feltAnswer(checkIn),
  sessions: sessions.toSorted(oldestFirst),
})

/** A pause that stands alone. */
export const sessionEntry = (session: Session): HistoryEntry => ({
  kind: 'session',
  ...placed(session),
  timed: true,
  session,
})

/**
 * The entries newest first, those without a time after the timed ones of their day. Until `complete` says that nothing older is
 * left to read, a session whose check-in was not read yet waits for it; afterwards it stands alone.
 */
export const historyEntries = (
  checkIns: readonly CheckIn[],
  sessions: readonly Session[],
  complete: boolean,
): readonly HistoryEntry[] => {
  const known = new Set(checkIns.map(checkIn => checkIn.id))
  const byCheckIn = Map.groupBy(sessions, session => session.checkInId)
  const alone = sessions.filter(({ checkInId }) => checkInId === null || (complete && !known.has(checkInId)))
  return [
    ...checkIns.map(checkIn => checkInEntry(checkIn, byCheckIn.get(checkIn.id) ?? [])),
    ...alone.map(sessionEntry),
  ].sort(newestFirst)
}

/** One list out of two: what has the same key is joined, what has none beside it stays the very same object. */
const merged = <Item>(
  old: readonly Item[],
  fresh: readonly Item[],
  keyOf: (item: Item) => string,
  join: (old: Item, fresh: Item) => Item,
): readonly Item[] => {
  const added = new Map(fresh.map(item => [keyOf(item), item]))
  const kept = old.map(item => {
    const key = keyOf(item)
    const more = added.get(key)
    if (more === undefined) return item
    added.delete(key)
    return join(item, more)
  })
  if (added.size === 0) return kept
  return [...kept, ...added.values()].sort((one, other) => (keyOf(one) < keyOf(other) ? 1 : -1))
}

/** Sorts by the place first, and tells two impossible days of one place apart. */
const dayKey = ({ place, day }: Pick<HistoryDay, 'place' | 'day'>): string => `${place} ${day}`

const joinDays = (one: HistoryDay, other: HistoryDay): HistoryDay => ({
  ...one,
  markers: [...one.markers, ...other.markers].sort(byId),
  entries: [...one.entries, ...other.entries].sort(newestFirst),
})

const byId = (one: Marker, other: Marker): number => (one.id < other.id ? -1 : 1)

const joinMonths = (one: HistoryMonth, other: HistoryMonth): HistoryMonth => ({
  month: one.month,
  days: merged(one.days, other.days, dayKey, joinDays),
})

const monthOf = (place: Day): string => place.slice(0, 7)

/** Puts entries, and markers at their days, into months and days, newest first. */
export const historyMonths = (
  entries: readonly HistoryEntry[],
  markers: readonly Marker[] = [],
): readonly HistoryMonth[] => {
  const days = new Map<string, { day: Day; place: Day; markers: Marker[]; entries: HistoryEntry[] }>()
  const dayOf = (day: Day, place: Day) => {
    const key = dayKey({ day, place })
    const known = days.get(key) ?? { day, place, markers: [], entries: [] }
    days.set(key, known)
    return known
  }
  for (const entry of entries) dayOf(entry.day, entry.place).entries.push(entry)
  for (const marker of markers) dayOf(marker.day, placeOf(marker.day, Number.NaN)).markers.push(marker)
  for (const day of days.values()) {
    day.entries.sort(newestFirst)
    day.markers.sort(byId)
  }
  const sorted = [...days.values()].sort((one, other) => (dayKey(one) < dayKey(other) ? 1 : -1))
  return [...Map.groupBy(sorted, ({ place }) => monthOf(place))].map(([month, own]) => ({ month, days: own }))
}

/** The months with more in them; every month and day that gets nothing stays the very same object. */
export const withMore = (
  months: readonly HistoryMonth[],
  entries: readonly HistoryEntry[],
  markers: readonly Marker[] = [],
): readonly HistoryMonth[] =>
  merged(months, historyMonths(entries, markers), ({ month }) => month, joinMonths)

/** The same items where `keep` changes nothing, and none where nothing is left. */
const narrowed = <Item>(items: readonly Item[], narrow: (item: Item) => Item | null): readonly Item[] => {
  const kept = items.flatMap(item => narrow(item) ?? [])
  return kept.length === items.length && kept.every((item, place) => item === items[place]) ? items : kept
}

/** The months without the entries and markers of those ids; what holds none of them stays the very same object. */
export const without = (months: readonly HistoryMonth[], ids: ReadonlySet<Id>): readonly HistoryMonth[] => {
  const kept = <Item extends { readonly id: Id }>(items: readonly Item[]) =>
    narrowed(items, item => (ids.has(item.id) ? null : item))
  return narrowed(months, month => {
    const days = narrowed(month.days, day => {
      const [entries, markers] = [kept(day.entries), kept(day.markers)]
      if (entries === day.entries && markers === day.markers) return day
      return entries.length + markers.length === 0 ? null : { ...day, entries, markers }
    })
    if (days === month.days) return month
    return days.length === 0 ? null : { ...month, days }
  })
}

const sameItems = <Item>(one: readonly Item[], other: readonly Item[]): boolean =>
  one.length === other.length && one.every((item, place) => item === other[place])

/** `after`, with every month and day of `before` that holds the very same entries and markers in its place; `before` itself where nothing is new. */
export const keepSame = (
  before: readonly HistoryMonth[],
  after: readonly HistoryMonth[],
): readonly HistoryMonth[] => {
  const oldMonths = new Map(before.map(month => [month.month, month]))
  const months = after.map(month => {
    const old = oldMonths.get(month.month)
    if (old === undefined || old === month) return month
    const oldDays = new Map(old.days.map(day => [dayKey(day), day]))
    const days = month.days.map(day => {
      const oldDay = oldDays.get(dayKey(day))
      const same = oldDay && sameItems(oldDay.entries, day.entries) && sameItems(oldDay.markers, day.markers)
      return same ? oldDay : day
    })
    return sameItems(old.days, days) ? old : { ...month, days }
  })
  return sameItems(before, months) ? before : months
}

const isSame = (one: { readonly id: Id; readonly updatedAt: number }, other: typeof one): boolean =>
  one.id === other.id && one.updatedAt === other.updatedAt

/** `before`, where `after` says nothing else. */
export const sameEntry = (before: HistoryEntry | undefined, after: HistoryEntry): HistoryEntry => {
  if (before?.kind === 'session' && after.kind === 'session')
    return isSame(before.session, after.session) ? before : after
  if (before?.kind !== 'check-in' || after.kind !== 'check-in') return after
  const same =
    isSame(before.checkIn, after.checkIn) &&
    before.sessions.length === after.sessions.length &&
    before.sessions.every((session, place) => {
      const other = after.sessions[place]
      return other !== undefined && isSame(session, other)
    })
  return same ? before : after
}

/** All entries of the months, in the order of the list. */
export const entriesIn = (months: readonly HistoryMonth[]): readonly HistoryEntry[] =>
  months.flatMap(month => month.days.flatMap(day => day.entries))
