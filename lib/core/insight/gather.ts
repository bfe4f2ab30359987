/** Takes out of records what Patterns look at, a batch at a time: nothing of what somebody wrote goes on. */
import type { PauseKind } from '../pause-kinds.ts'
import type { CheckIn, Far, Id, Marker, Reflection, Session } from '../records.ts'
import { createZoneClock } from '../zone-clock.ts'
import {
  type CheckInFact,
  type DayNumber,
  dayNumberOf,
  type Facts,
  type HighLowFact,
  type MarkerFact,
  type SessionFact,
} from './facts.ts'

/** Parts of all facts, in any order. */
export type FactPart = {
  readonly checkIns?: readonly CheckInFact[]
  readonly sessions?: readonly SessionFact[]
  readonly markers?: readonly MarkerFact[]
  readonly highLows?: readonly HighLowFact[]
}

export type Gatherer = {
  /** Before the sessions: how far away things felt in a check-in stands with its pauses too. */
  checkIns(records: readonly CheckIn[]): FactPart
  sessions(records: readonly Session[]): FactPart
  markers(records: readonly Marker[]): FactPart
  reflections(records: readonly Reflection[]): FactPart
  /** Where winter was on most of the days with check-ins that it was given; null where on as many it was elsewhere. */
  hemisphere(): Facts['hemisphere'] | null
}

type Needs = {
  /** The kind of a pause, whether Thaw still has it or not. */
  readonly kindOf: (pause: Id) => PauseKind
  readonly isQuiet: (pause: Id) => boolean
  /** Whether what was picked among the words says that there was none. */
  readonly isNoWord: (word: Id) => boolean
  /** Where winter is in a time zone. */
  readonly hemisphereOf: (zone: string) => Facts['hemisphere']
  /** Whether the quiet pause could have been drawn in its place. */
  readonly isCompared: (session: Session) => boolean
}

const minutesAnHour = 60

/** One of the four answers. */
const reachIn = (value: unknown): number | null => [0, 1, 2, 3].find(answer => answer === value) ?? null

/** Records of a day that no calendar has say nothing of when they were, and are left out. */
export const createGatherer = ({ kindOf, isQuiet, isNoWord, hemisphereOf, isCompared }: Needs): Gatherer => {
  const clock = createZoneClock()
  const days = new Map<string, DayNumber | null>()
  const far = new Map<Id, Far>()
  const untold = new Set<Id>()
  const lived = { north: new Set<DayNumber>(), south: new Set<DayNumber>() }

  const dayOf = (day: string): DayNumber | null => {
    const known = days.get(day)
    if (known !== undefined) return known
    const found = dayNumberOf(day)
    days.set(day, found)
    return found
  }

  const hourOf = (at: number, zone: string): number | null => {
    const minutes = clock(at, zone)
    return minutes === null ? null : minutes / minutesAnHour
  }

  return {
    checkIns: records => ({
      checkIns: records.flatMap(record => {
        const day = dayOf(record.day)
        if (day === null) return []
        lived[hemisphereOf(record.zone)].add(day)
        if (record.far !== null) far.set(record.id, record.far)
        if (record.cantTell.includes('felt')) untold.add(record.id)
        const { at, felt, cantTell, tags, meaning } = record
        const hour = record.precision === 'day' ? null : hourOf(at, record.zone)
        const picked = record.words.map(({ id }) => id)
        const words = picked.filter(id => !isNoWord(id))
        return [{ at, day, hour, felt, cantTell, tags, words, noWord: words.length < picked.length, meaning }]
      }),
    }),
    sessions: records => ({
      sessions: records.flatMap(record => {
        const day = dayOf(record.day)
        if (day === null) return []
        const { at, pauseId, before, after, ease, probability } = record
        return [
          {
            ...{ at, day, pauseId, kind: kindOf(pauseId), before, after, ease, probability },
            cantTell: before === null && record.checkInId !== null && untold.has(record.checkInId),
            far: (record.checkInId === null ? undefined : far.get(record.checkInId)) ?? null,
            quiet: isQuiet(pauseId),
            compared: isCompared(record),
          },
        ]
      }),
    }),
    markers: records => ({
      markers: records.flatMap(({ id, day }) => {
        const number = dayOf(day)
        return number === null ? [] : [{ id, day: number }]
      }),
    }),
    reflections: records => ({
      highLows: records.flatMap(({ at, day, type, fields }) => {
        const number = type === 'high-low' ? dayOf(day) : null
        if (number === null) return []
        return [{ at, day: number, high: reachIn(fields['highReach']), low: reachIn(fields['lowReach']) }]
      }),
    }),
    hemisphere: () => {
      const more = Math.sign(lived.south.size - lived.north.size)
      return more === 0 ? null : more > 0 ? 'south' : 'north'
    },
  }
}

type Mutable = { -readonly [Name in keyof FactPart]-?: NonNullable<FactPart[Name]>[number][] }

/** All parts together up to `today`, each list oldest first: what a clock that went wrong put after it says nothing of when it was. */
export const joined = (parts: Iterable<FactPart>, today: DayNumber): Required<FactPart> => {
  const put = <Fact extends { readonly day: DayNumber }>(facts: readonly Fact[], into: Fact[]) => {
    for (const fact of facts) if (fact.day <= today) into.push(fact)
  }
  const all: Mutable = { checkIns: [], sessions: [], markers: [], highLows: [] }
  for (const { checkIns = [], sessions = [], markers = [], highLows = [] } of parts) {
    put(checkIns, all.checkIns)
    put(sessions, all.sessions)
    put(markers, all.markers)
    put(highLows, all.highLows)
  }
  const byTime = (one: { readonly at: number }, other: { readonly at: number }) => one.at - other.at
  all.checkIns.sort(byTime)
  all.sessions.sort(byTime)
  all.highLows.sort(byTime)
  all.markers.sort((one, other) => one.day - other.day)
  return all
}
