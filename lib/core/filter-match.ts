/** Which records a filter lets through: its labels are sought through once, so that a record costs next to nothing. */
import { createDayFacts } from './day-facts.ts'
import { asksCheckIns, type Filter, filtersFelt, type Source } from './filter.ts'
import { plain } from './find-words.ts'
import type { CheckIn, Id, Marker, Session } from './records.ts'
import { type Day, hour, type Instant, type Moment, zoneSpread } from './time.ts'
import { createZoneClock } from './zone-clock.ts'

/** Everything that a word, tag, pause or type of marker may be called, as its search knows it. */
export type TextsOf = (kind: 'word' | 'tag' | 'pause' | 'marker', id: Id) => readonly string[]

export type Matcher = {
  /** Whether a check-in is let through that came with these pauses. */
  checkIn(checkIn: CheckIn, pauses: readonly Id[]): boolean
  /** Whether a pause is let through that came with no check-in: it has a name and a time, and nothing else that can be asked for. */
  session(session: Session): boolean
  /** Markers have a text and a day. */
  marker(marker: Marker): boolean
  /** Whether pauses have to be read at all; `known` are the pauses that may have been run. */
  asksPauses(known: readonly Id[]): boolean
}

/** When records of a period were, both included, but for those that stand apart from their days; null is open. */
export const periodSpan = ({
  from,
  to,
}: Filter['period']): { readonly from: Instant | null; readonly to: Instant | null } => {
  const start = (day: Day): Instant => Temporal.PlainDate.from(day).toZonedDateTime('UTC').epochMilliseconds
  return {
    from: from === null ? null : start(from) - zoneSpread,
    to: to === null ? null : start(to) + 24 * hour + zoneSpread,
  }
}

const kindOf = (source: CheckIn['source']): Source =>
  source === 'popup' || source === 'nudge' || source === 'page' ? source : 'import'

/** A note as `plain` makes it, as far as a part of a text without blanks and hyphens can tell. */
const plainNote = (note: string, locale: string): string => {
  if (!/^[\t\n\r -~]*$/.test(note)) return plain(note, locale)
  const small = note.toLocaleLowerCase(locale)
  return small.includes("'") || small.includes('`') ? small.replace(/['`]/g, '') : small
}

/** One part of the text: where it is found is remembered by id. */
const createPart = (part: string, textsOf: TextsOf, locale: string) => {
  const none = () => new Map<Id, boolean>()
  const known = { word: none(), tag: none(), pause: none(), marker: none() }
  return {
    part,
    isIn: (kind: Parameters<TextsOf>[0], id: Id): boolean => {
      const before = known[kind].get(id)
      if (before !== undefined) return before
      const found = textsOf(kind, id).some(text => plain(text, locale).includes(part))
      known[kind].set(id, found)
      return found
    },
  }
}

/** `locale` is the language shown, a BCP 47 tag. */
export const createMatcher = (filter: Filter, textsOf: TextsOf, locale: string): Matcher => {
  const facts = createDayFacts()
  const clock = createZoneClock()
  const typed = new Set(plain(filter.text, locale).split(' '))
  const parts = [...typed].filter(part => part !== '').map(part => createPart(part, textsOf, locale))
  const [words, tags, pauses] = [new Set(filter.words), new Set(filter.tags), new Set(filter.pauses)]
  const [sources, weekdays] = [new Set(filter.sources), new Set(filter.weekdays)]
  const { felt, hours, period } = filter
  const checkInsAlone = asksCheckIns(filter)
  const timeIsAsked = weekdays.size > 0 || hours.from !== null || hours.to !== null

  const isInPeriod = (day: Day, at: Instant | null): boolean => {
    if (period.from === null && period.to === null) return true
    const place = facts.place(day, at ?? Number.NaN)
    if (place === '') return false
    if (period.from !== null && place < period.from) return false
    return period.to === null || place <= period.to
  }

  const isInHours = ({ at, zone }: Moment): boolean => {
    if (hours.from === null && hours.to === null) return true
    const now = clock(at, zone)
    if (now === null) return false
    const from = hours.from ?? 0
    const to = hours.to ?? Infinity
    if (from === to) return true
    return from < to ? from <= now && now < to : from <= now || now < to
  }

  const isAtTime = (moment: Moment): boolean => {
    if (!isInPeriod(moment.day, moment.at)) return false
    if (weekdays.size > 0) {
      const weekday = facts.weekday(moment.day)
      if (weekday === null || !weekdays.has(weekday)) return false
    }
    return isInHours(moment)
  }

  const isFelt = ({ felt: value, cantTell }: CheckIn): boolean => {
    if (!filtersFelt(felt)) return true
    if (cantTell.includes('felt')) return felt.cantTell
    if (value === null) return felt.noAnswer
    return felt.range !== null && felt.range.from <= value && value <= felt.range.to
  }

  const says = (checkIn: CheckIn, own: readonly Id[]): boolean => {
    let note: string | null = null
    return parts.every(({ part, isIn }) => {
      if (checkIn.words.some(({ id }) => isIn('word', id))) return true
      if (checkIn.tags.some(id => isIn('tag', id))) return true
      if (own.some(id => isIn('pause', id))) return true
      if (checkIn.note === '') return false
      note ??= plainNote(checkIn.note, locale)
      return note.includes(part)
    })
  }

  return {
    checkIn: (checkIn, own) =>
      isFelt(checkIn) &&
      (!filter.noted || checkIn.note.trim() !== '') &&
      (sources.size === 0 || sources.has(kindOf(checkIn.source))) &&
      (words.size === 0 || checkIn.words.some(({ id }) => words.has(id))) &&
      (tags.size === 0 || checkIn.tags.some(id => tags.has(id))) &&
      (pauses.size === 0 || own.some(id => pauses.has(id))) &&
      ((hours.from === null && hours.to === null) || checkIn.precision !== 'day') &&
      isAtTime(checkIn) &&
      says(checkIn, own),
    session: session =>
      !checkInsAlone &&
      (pauses.size === 0 || pauses.has(session.pauseId)) &&
      isAtTime(session) &&
      parts.every(({ isIn }) => isIn('pause', session.pauseId)),
    marker: marker =>
      !checkInsAlone &&
      !timeIsAsked &&
      pauses.size === 0 &&
      isInPeriod(marker.day, null) &&
      parts.every(
        ({ part, isIn }) => isIn('marker', marker.type) || plainNote(marker.text, locale).includes(part),
      ),
    asksPauses: known => {
      if (pauses.size > 0) return true
      if (parts.length > 0) return parts.some(({ isIn }) => known.some(id => isIn('pause', id)))
      return !checkInsAlone
    },
  }
}
