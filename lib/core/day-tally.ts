/** What days add up to while records are still being found: the same rows as in `days.ts`, counted in place because there are many. */
import { scales } from './days.ts'
import type { CheckIn, DayRow, Scale, ScaleSums, Session } from './records.ts'
import type { Day } from './time.ts'

type Counts = Map<string, number>

type Tally = {
  checkIns: number
  sessions: number
  readonly scales: {
    readonly [Name in Scale]: { readonly counts: { [value: number]: number }; cantTell: number }
  }
  // Maps, because an id from an import may be called `__proto__`.
  readonly words: Counts
  readonly tags: Counts
}

export type DayTally = {
  checkIn(checkIn: CheckIn): void
  session(session: Session): void
  /** How many days have a row. */
  size(): number
  /** Rows from day to day, both included, oldest first. */
  rows(from: Day, to: Day): readonly DayRow[]
  span(): { readonly first: Day; readonly last: Day } | null
}

const noScale = () => ({ counts: {}, cantTell: 0 })

const newTally = (): Tally => ({
  checkIns: 0,
  sessions: 0,
  scales: { felt: noScale(), far: noScale(), pleasant: noScale(), energy: noScale() },
  words: new Map(),
  tags: new Map(),
})

/** Twice the same counts once. */
const add = (counts: Counts, ids: readonly string[]) => {
  for (const id of ids.length > 1 ? new Set(ids) : ids) counts.set(id, (counts.get(id) ?? 0) + 1)
}

const sumsOf = ({ counts, cantTell }: Tally['scales'][Scale]): ScaleSums => ({
  counts: { ...counts },
  cantTell,
})

const rowOf = (day: Day, { checkIns, sessions, scales, words, tags }: Tally): DayRow => ({
  day,
  checkIns,
  sessions,
  scales: {
    felt: sumsOf(scales.felt),
    far: sumsOf(scales.far),
    pleasant: sumsOf(scales.pleasant),
    energy: sumsOf(scales.energy),
  },
  words: Object.fromEntries(words),
  tags: Object.fromEntries(tags),
})

export const createDayTally = (): DayTally => {
  const tallies = new Map<Day, Tally>()
  let sorted: readonly Day[] = []
  const tallyOf = (day: Day): Tally => {
    const known = tallies.get(day)
    if (known) return known
    const made = newTally()
    tallies.set(day, made)
    return made
  }
  const days = (): readonly Day[] => {
    if (sorted.length !== tallies.size) sorted = [...tallies.keys()].sort()
    return sorted
  }
  return {
    checkIn: checkIn => {
      const tally = tallyOf(checkIn.day)
      tally.checkIns += 1
      for (const scale of scales) {
        const value = checkIn[scale]
        const { counts } = tally.scales[scale]
        if (value !== null) counts[value] = (counts[value] ?? 0) + 1
      }
      for (const scale of checkIn.cantTell.length > 0 ? scales : [])
        if (checkIn.cantTell.includes(scale)) tally.scales[scale].cantTell += 1
      add(
        tally.words,
        checkIn.words.map(({ id }) => id),
      )
      add(tally.tags, checkIn.tags)
    },
    session: ({ day }) => {
      tallyOf(day).sessions += 1
    },
    size: () => tallies.size,
    rows: (from, to) =>
      days().flatMap(day => {
        const tally = from <= day && day <= to ? tallies.get(day) : undefined
        return tally ? [rowOf(day, tally)] : []
      }),
    span: () => {
      const [first, last] = [days()[0], days().at(-1)]
      return first === undefined || last === undefined ? null : { first, last }
    },
  }
}
