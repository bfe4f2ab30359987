/** The page model of the year of days: which year and which scale, read from the days that History shows. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { type MapScale, type YearMap, yearMap, yearOf, yearSpan } from '../core/heat-map.ts'
import type { DayRow } from '../core/records.ts'
import type { Day } from '../core/time.ts'
import type { Clock, Later, Slot, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'
import type { ShownDays } from './shown-days.ts'

export type HeatMap = {
  /** The year that was read last; before the first is, the current one with every day empty. */
  readonly map: ReadonlySignal<YearMap>
  /** False until the first year is read. */
  readonly complete: ReadonlySignal<boolean>
  /** Nothing was there to show from the start; a map that stands is not taken away. */
  readonly empty: ReadonlySignal<boolean>
  /** The years there are, oldest first; the current one and the one that is shown are always among them. */
  readonly years: ReadonlySignal<readonly number[]>
  /** How many check-ins lie on days of no year at all, such as `+012026-01-01`. */
  readonly beyond: ReadonlySignal<number>
  readonly scale: ReadonlySignal<MapScale>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Reads what is not read yet, and what day it is; what changes later is read again by itself, and midnight is noticed. */
  load(): Promise<void>
  /** The map changes to `year` once that is read. */
  go(year: number): Promise<void>
  earlier(): Promise<void>
  later(): Promise<void>
  choose(scale: MapScale): Promise<void>
  tryAgain(): Promise<void>
}

type Needs = {
  readonly shown: ShownDays
  readonly clock: Clock
  readonly later: Later
  /** Outlives the page, not the browser. */
  readonly scale: Slot<MapScale>
  /** The ISO weekday, 1 (Monday) to 7, with which a week begins. */
  readonly firstWeekday: number
  /** Lets the page do what waits: what was found comes into sight before its days. */
  readonly pause: () => Promise<void>
}

/** Days further apart than a life are not all listed: one mistyped year would bring hundreds of empty ones. */
const farApart = 150

/** Before and after every day in the order of days. */
const beforeAll: Day = ''
const afterAll: Day = '\uffff'

type Span = { readonly years: readonly number[]; readonly beyond: number }

export const createHeatMap = ({ shown, clock, later, scale: slot, firstWeekday, pause }: Needs): HeatMap => {
  const today = signal<Day>(clock.now().toPlainDate().toString())
  const thisYear = computed(() => yearOf(today.value) ?? 0)
  const asked = signal(thisYear.value)
  const read = signal<{ readonly year: number; readonly rows: readonly DayRow[] } | null>(null)
  const span = signal<Span>({ years: [], beyond: 0 })
  const empty = signal(false)
  const scale = signal<MapScale>('felt')
  const problem = signal<StoreProblem | null>(null)
  let rowsOf = new Map<number, readonly DayRow[]>()
  let spanIsRead = false
  let scaleIsRead: Promise<null> | null = null
  let loaded = false
  let callOff = () => {}

  /** One timer, for the next midnight. */
  const turnToday = () => {
    const at = clock.now()
    today.value = at.toPlainDate().toString()
    const midnight = at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId)
    callOff()
    callOff = later(midnight.epochMilliseconds - at.epochMilliseconds, turnToday)
  }

  const year = computed(() => read.value?.year ?? asked.value)

  const forget = () => {
    rowsOf = new Map()
    spanIsRead = false
  }

  /** Every year from the first day to the last and to the current one; null where those lie far apart, or are no days. */
  const yearsBetween = (first: Day, last: Day): readonly number[] | null => {
    const ends = [yearOf(first), yearOf(last), thisYear.value].filter(found => found !== null)
    const from = Math.min(...ends)
    const length = Math.max(...ends) - from + 1
    return ends.length < 3 || length > farApart ? null : Array.from({ length }, (_, index) => from + index)
  }

  /** What years there are; answers with the problem, if there was one. */
  const readSpan = async (): Promise<StoreProblem | null> => {
    const ends = await shown.span()
    if (!ends.ok) return ends.problem
    // A map that vanished when a search finds nothing would take the focus and the place of all below with it.
    empty.value = ends.value === null && read.value === null
    const near = ends.value ? yearsBetween(ends.value.first, ends.value.last) : []
    if (near) span.value = { years: near, beyond: 0 }
    else {
      const all = await shown.days(beforeAll, afterAll)
      if (!all.ok) return all.problem
      const beyond = all.value.filter(row => yearOf(row.day) === null)
      span.value = {
        years: all.value.map(row => yearOf(row.day)).filter(found => found !== null),
        beyond: beyond.reduce((sum, row) => sum + row.checkIns, 0),
      }
    }
    return null
  }

  const readRows = async (of: number): Promise<StoreProblem | null> => {
    const { from, to } = yearSpan(of)
    const rows = await shown.days(from, to)
    if (!rows.ok) return rows.problem
    rowsOf.set(of, rows.value)
    return null
  }

  /** Where the browser refuses, the map begins with felt. */
  const readScale = async (): Promise<null> => {
    const kept = await slot.read().catch(() => null)
    if (kept !== null) scale.value = kept
    return null
  }

  const show = (of: number) => {
    const rows = rowsOf.get(of)
    if (rows) read.value = { year: of, rows }
  }

  const reread = createReread(async () => {
    const version = shown.version.peek()
    const of = asked.peek()
    turnToday()
    scaleIsRead ??= readScale()
    const troubles = await Promise.all([
      spanIsRead ? null : readSpan(),
      rowsOf.has(of) ? null : readRows(of),
      scaleIsRead,
    ])
    // What was read belongs to what was shown before; it is read once more after this.
    if (version !== shown.version.peek()) return forget()
    const trouble = troubles.find(found => found !== null) ?? null
    batch(() => {
      problem.value = trouble
      if (trouble !== null) return
      spanIsRead = true
      // Another year may have been asked for meanwhile.
      if (!empty.value) show(asked.value)
    })
  })

  shown.version.subscribe(() => {
    forget()
    if (loaded) void pause().then(reread)
  })

  const years = computed(() =>
    [...new Set([...span.value.years, year.value, thisYear.value])].sort((one, other) => one - other),
  )

  const go = async (to: number) => {
    asked.value = to
    if (!rowsOf.has(to)) return reread()
    batch(() => {
      problem.value = null
      show(to)
    })
  }

  /** Steps go on from the year that was asked for last, also while it is read. */
  const step = async (by: 1 | -1) => {
    const to = years.value[years.value.indexOf(asked.value) + by]
    if (to !== undefined) await go(to)
  }

  return {
    map: computed(() =>
      yearMap(read.value?.rows ?? [], {
        year: year.value,
        scale: scale.value,
        firstWeekday,
        today: today.value,
      }),
    ),
    complete: computed(() => read.value !== null),
    empty,
    years,
    beyond: computed(() => span.value.beyond),
    scale,
    problem,
    load: () => {
      loaded = true
      return reread()
    },
    go,
    earlier: () => step(-1),
    later: () => step(1),
    choose: async chosen => {
      // What was kept before must not come after it.
      await scaleIsRead
      scale.value = chosen
      await slot.write(chosen).catch(() => undefined)
    },
    tryAgain: reread,
  }
}
