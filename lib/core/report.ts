/** What a period adds up to, for the page that a person takes to a therapist: it counts and describes, and claims nothing. */
import { scales } from './days.ts'
import { type FeltDay, type FeltView, feltDays, feltOverTime, spreadOf } from './felt-over-time.ts'
import { scaleValues } from './heat-map.ts'
import { type DaySum, type MeanInterval, meanInterval } from './mean-interval.ts'
import { lengthOf, type Period } from './period.ts'
import type { CheckIn, DayRow, Ease, Id, NudgeRecord, Scale, Session } from './records.ts'
import { type Day, isDay, zonedAt } from './time.ts'

/** Below so many answers a scale has its counts and nothing that would look like a measure. */
export const fewestAnswers = 5

export type ScaleReport = {
  /** Check-ins with an answer on the scale. */
  readonly answers: number
  /** How often each of its values was answered, from low to high. */
  readonly values: readonly { readonly value: number; readonly count: number }[]
  /** Check-ins that say "can't tell": an answer, and never a number. */
  readonly cantTell: number
  readonly noAnswer: number
  /** Values that an import brought and the scale does not have; they count in nothing else. */
  readonly offScale: number
  /** The middle of the answers, where their middle half lies, and their mean; null below `fewestAnswers`. */
  readonly spread: {
    readonly middle: number
    readonly lower: number
    readonly upper: number
    readonly mean: MeanInterval
  } | null
}

export type PauseReport = {
  readonly id: Id
  /** How often it was begun, and how often it went on to its end. */
  readonly begun: number
  readonly completed: number
  readonly ease: { readonly [Name in Ease | 'unsaid']: number }
  /** How felt stood afterwards beside before, where both were answered. */
  readonly felt: { readonly more: number; readonly same: number; readonly less: number }
}

export type Report = {
  readonly period: Period
  /** The part of the period in which the history had begun and that is not still to come; null where none is. */
  readonly kept: Period | null
  readonly checkIns: number
  /** Days with a check-in, and days of `kept` without one. */
  readonly days: number
  readonly daysWithout: number
  /** Check-ins of days that no calendar has: they are in no sum. */
  readonly impossible: number
  readonly scales: { readonly [Name in Scale]: ScaleReport }
  readonly felt: FeltView | null
  /** By how many check-ins have them; of equally many by id. `guesses` of them were marked as best guesses. */
  readonly words: readonly { readonly id: Id; readonly count: number; readonly guesses: number }[]
  readonly tags: readonly { readonly id: Id; readonly count: number }[]
  readonly pauses: readonly PauseReport[]
  readonly nudges: { readonly shown: number; readonly answered: number }
}

/** Rows and records may lie outside the period: those are left out. */
export type ReportSoFar = {
  /** Oldest first, also from one call to the next. */
  addDays(rows: readonly DayRow[]): void
  addCheckIns(checkIns: readonly CheckIn[]): void
  addSessions(sessions: readonly Session[]): void
  addNudges(nudges: readonly NudgeRecord[]): void
  report(): Report
}

type Ask = {
  readonly period: Period
  readonly today: Day
  /** The zone in which reminders have their day. */
  readonly zone: string
  /** The first day of the whole history; null where it is not known. */
  readonly first: Day | null
  /** The ISO weekday that weeks begin with, 1 (Monday) to 7. */
  readonly weekStart: number
}

const createScale = (scale: Scale) => {
  const values = scaleValues[scale]
  const [low, high] = [values[0] ?? 0, values.at(-1) ?? 0]
  // A place for each whole number from the one end to the other, so that the middle of two steps is halfway between them.
  const counts = new Array<number>(high - low + 1).fill(0)
  const days: DaySum[] = []
  let [cantTell, offScale] = [0, 0]
  return {
    add: (sums: DayRow['scales'][Scale]) => {
      let [sum, answers, others] = [0, 0, 0]
      for (const value of values) {
        const count = sums.counts[value] ?? 0
        counts[value - low] = (counts[value - low] ?? 0) + count
        sum += value * count
        answers += count
      }
      for (const count of Object.values(sums.counts)) others += count
      offScale += others - answers
      cantTell += sums.cantTell
      days.push({ sum, answers })
    },
    report: (checkIns: number): ScaleReport => {
      const { answers, middle, lower, upper } = spreadOf(counts)
      const mean = meanInterval(days, low, high)
      const says = answers >= fewestAnswers && middle !== null && lower !== null && upper !== null && mean
      return {
        answers,
        values: values.map(value => ({ value, count: counts[value - low] ?? 0 })),
        cantTell,
        offScale,
        noAnswer: Math.max(0, checkIns - answers - cantTell - offScale),
        spread: says ? { middle: middle + low, lower: lower + low, upper: upper + low, mean } : null,
      }
    },
  }
}

type PauseCounts = {
  begun: number
  completed: number
  ease: { [Name in Ease | 'unsaid']: number }
  felt: { more: number; same: number; less: number }
}

const noRuns = (): PauseCounts => ({
  begun: 0,
  completed: 0,
  ease: { eased: 0, same: 0, worse: 0, unsaid: 0 },
  felt: { more: 0, same: 0, less: 0 },
})

const countRun = (counts: PauseCounts, { completed, ease, before, after }: Session) => {
  counts.begun += 1
  if (completed) counts.completed += 1
  counts.ease[ease ?? 'unsaid'] += 1
  if (before === null || after === null) return
  counts.felt[after > before ? 'more' : after < before ? 'less' : 'same'] += 1
}

const most = <Item extends { readonly id: Id }>(items: readonly Item[], count: (item: Item) => number) =>
  items.toSorted((one, other) => count(other) - count(one) || (one.id < other.id ? -1 : 1))

const add = (counts: Map<Id, number>, id: Id, count: number) => counts.set(id, (counts.get(id) ?? 0) + count)

export const createReport = ({ period, today, zone, first, weekStart }: Ask): ReportSoFar => {
  const isIn = (day: Day) => day >= period.from && day <= period.to && isDay(day)
  const sums = {
    felt: createScale('felt'),
    far: createScale('far'),
    pleasant: createScale('pleasant'),
    energy: createScale('energy'),
  }
  // Maps, because an id from an import may be called `__proto__`.
  const [words, guesses, tags] = [new Map<Id, number>(), new Map<Id, number>(), new Map<Id, number>()]
  const pauses = new Map<Id, PauseCounts>()
  const felt: FeltDay[] = []
  let [checkIns, impossible, shown, answered] = [0, 0, 0, 0]

  /** Empty where `at` is no time. */
  const dayOf = (at: number): Day => {
    try {
      return zonedAt(at, zone).toPlainDate().toString()
    } catch {
      return ''
    }
  }

  /** Nobody can have checked in before there was a history, nor on a day to come. */
  const keptPeriod = (): Period | null => {
    const [begin] = [first, felt[0]?.day ?? null].filter(day => day !== null).toSorted()
    if (begin === undefined) return null
    const from = begin > period.from ? begin : period.from
    const last = felt.at(-1)?.day ?? today
    const end = last > today ? last : today
    const to = end < period.to ? end : period.to
    return from <= to ? { from, to } : null
  }

  return {
    addDays: rows => {
      const within = rows.filter(({ day }) => day >= period.from && day <= period.to)
      const found = feltDays(within)
      impossible += found.impossible
      felt.push(...found.days)
      const possible = new Set(found.days.map(({ day }) => day))
      for (const row of within) {
        if (!possible.has(row.day)) continue
        checkIns += row.checkIns
        for (const scale of scales) sums[scale].add(row.scales[scale])
        for (const [id, count] of Object.entries(row.words)) add(words, id, count)
        for (const [id, count] of Object.entries(row.tags)) add(tags, id, count)
      }
    },
    addCheckIns: records => {
      for (const { day, words: picked } of records) {
        const guessed = picked.flatMap(({ id, guess }) => (guess ? [id] : []))
        if (guessed.length > 0 && isIn(day)) for (const id of new Set(guessed)) add(guesses, id, 1)
      }
    },
    addSessions: records => {
      for (const session of records) {
        if (!isIn(session.day)) continue
        const counts = pauses.get(session.pauseId) ?? noRuns()
        pauses.set(session.pauseId, counts)
        countRun(counts, session)
      }
    },
    addNudges: records => {
      for (const { shownAt, outcome } of records) {
        if (shownAt === null || !isIn(dayOf(shownAt))) continue
        shown += 1
        if (outcome === 'answered') answered += 1
      }
    },
    report: () => {
      const kept = keptPeriod()
      const scale = (name: Scale) => sums[name].report(checkIns)
      return {
        period,
        kept,
        checkIns,
        days: felt.length,
        daysWithout: kept === null ? 0 : Math.max(0, lengthOf(kept) - felt.length),
        impossible,
        scales: {
          felt: scale('felt'),
          far: scale('far'),
          pleasant: scale('pleasant'),
          energy: scale('energy'),
        },
        felt: kept && checkIns > 0 ? feltOverTime(felt, kept, weekStart) : null,
        words: most(
          [...words].map(([id, count]) => ({ id, count, guesses: Math.min(count, guesses.get(id) ?? 0) })),
          ({ count }) => count,
        ),
        tags: most(
          [...tags].map(([id, count]) => ({ id, count })),
          ({ count }) => count,
        ),
        pauses: most(
          [...pauses].map(([id, counts]) => ({ id, ...counts })),
          ({ begun }) => begun,
        ),
        nudges: { shown, answered },
      }
    },
  }
}
