/** The page model of felt over time: which period is shown, what it says, and how it is copied and saved. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import {
  type FeltDay,
  type FeltDays,
  type FeltView,
  feltCsv,
  feltDays,
  feltOverTime,
} from '../core/felt-over-time.ts'
import { around, between, moved, namedPeriod, type Period, type PeriodName, zoomed } from '../core/period.ts'
import type { Marker } from '../core/records.ts'
import { type Day, isDay } from '../core/time.ts'
import type { Clock, StoreProblem, Taken, TakeOut } from './ports.ts'
import { createReread } from './reread.ts'
import type { ShownDays } from './shown-days.ts'

/** What became of the last thing that was copied or saved. */
type CopyOutcome = 'copied' | 'saved' | 'refused'

export type FeltOverTime = {
  /** Nothing is read before it is opened. */
  readonly open: ReadonlySignal<boolean>
  /** The name of the period, or `own`. */
  readonly name: ReadonlySignal<PeriodName | 'own'>
  /** null until the days are read. */
  readonly view: ReadonlySignal<FeltView | null>
  /** Whether there is an answer on any day, be it in the period or not. */
  readonly answered: ReadonlySignal<boolean>
  /** Check-ins with a day that no calendar has. */
  readonly impossible: ReadonlySignal<number>
  /** Markers within the period, oldest first. */
  readonly markers: ReadonlySignal<readonly Marker[]>
  readonly problem: ReadonlySignal<StoreProblem | null>
  readonly outcome: ReadonlySignal<CopyOutcome | null>
  setOpen(open: boolean): void
  choose(name: PeriodName): void
  /** Shows an own period; false where the last day lies before the first, and then nothing changes. */
  show(period: Period): boolean
  /** Shows what lies between two places, in days since 1970-01-01. */
  showBetween(one: number, other: number): void
  /** Closer around `middle`, in days since 1970-01-01, or around the middle of the period. */
  closer(middle?: number): void
  wider(): void
  earlier(): void
  later(): void
  tryAgain(): Promise<void>
  copyNumbers(): Promise<void>
  saveNumbers(): void
  /** `draw` makes a PNG. */
  copyPicture(draw: () => Promise<Blob>): Promise<void>
  savePicture(draw: () => Promise<Blob>): Promise<void>
}

type Needs = {
  readonly days: ShownDays
  readonly clock: Clock
  /** The ISO weekday that weeks begin with, 1 (Monday) to 7. */
  readonly weekStart: () => number
  /** In any order, and of any day. */
  readonly markers?: ReadonlySignal<readonly Marker[]>
  readonly takeOut: TakeOut
}

/** Spreadsheets take a file for UTF-8 by its first character. */
const byteOrderMark = '\uFEFF'

/** How many years are read at once: ten of them would hold up the page. */
const yearsAtOnce = 3

/** Beyond a life there are few days and many years. */
const mostYears = 120

/** The year that a day begins with, which no calendar need have; null where it begins with none. */
const yearIn = (day: Day): number | null => (/^\d{4}/.test(day) ? Number(day.slice(0, 4)) : null)

/** The span in pieces of a few years, with every day in one of them, be it on a calendar or not. */
const readingsOf = ({ first, last }: { readonly first: Day; readonly last: Day }): readonly Period[] => {
  const from = yearIn(first)
  const to = yearIn(last)
  if (from === null || to === null || to - from > mostYears) return [{ from: first, to: last }]
  const readings: Period[] = []
  for (let year = from; year <= to; year += yearsAtOnce) {
    const end = year + yearsAtOnce - 1
    readings.push({
      from: year === from ? first : `${year}`.padStart(4, '0'),
      // After every day that begins with this year.
      to: end >= to ? last : `${`${end}`.padStart(4, '0')}\uffff`,
    })
  }
  return readings
}

export const createFeltOverTime = (needs: Needs): FeltOverTime => {
  const { days: shown, clock, weekStart, takeOut } = needs
  const open = signal(false)
  const read = signal<FeltDays | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const name = signal<PeriodName | 'own'>('whole')
  const own = signal<Period | null>(null)
  const outcome = signal<CopyOutcome | null>(null)
  const today = () => clock.now().toPlainDate().toString()

  const readDays = createReread(async () => {
    const span = await shown.span()
    if (!span.ok) {
      problem.value = span.problem
      return
    }
    const days: FeltDay[] = []
    let impossible = 0
    for (const { from, to } of span.value ? readingsOf(span.value) : []) {
      const rows = await shown.days(from, to)
      if (!rows.ok) {
        problem.value = rows.problem
        return
      }
      const part = feltDays(rows.value)
      days.push(...part.days)
      impossible += part.impossible
    }
    problem.value = null
    read.value = { days, impossible }
  })

  effect(() => {
    shown.version.value
    if (open.value) void readDays()
  })

  /** From the first to the last day with a check-in; today alone where there is none. */
  const whole = (): Period => {
    const days = read.value?.days ?? []
    return { from: days[0]?.day ?? today(), to: days.at(-1)?.day ?? today() }
  }

  const period = (): Period =>
    name.value === 'own' ? (own.value ?? whole()) : namedPeriod(name.value, today(), whole())

  /** As far as one can go: the whole history, up to today. */
  const bounds = (): Period => around(whole(), { from: today(), to: today() })

  const showOwn = (next: Period) => {
    const all = whole()
    own.value = next
    name.value = next.from === all.from && next.to === all.to ? 'whole' : 'own'
  }

  const view = computed(() => read.value && feltOverTime(read.value.days, period(), weekStart()))

  const fileName = (ending: string) => `thaw-${today()}.${ending}`
  const csv = () => (view.value ? feltCsv(view.value) : '')

  const tell = (taken: Taken, done: CopyOutcome) => {
    outcome.value = { done, refused: 'refused' as const, told: null }[taken]
  }

  const copying = async (copied: Promise<Taken>) => {
    // The same word said twice is heard twice only if it was gone in between.
    outcome.value = null
    tell(await copied, 'copied')
  }

  const save = (ending: string, content: Blob) => tell(takeOut.saveFile(fileName(ending), content), 'saved')

  return {
    open,
    name,
    view,
    answered: computed(() => read.value?.days.some(({ counts }) => counts.some(count => count > 0)) ?? false),
    impossible: computed(() => read.value?.impossible ?? 0),
    markers: computed(() => {
      const { from, to } = view.value ?? { from: '', to: '' }
      return (needs.markers?.value ?? [])
        .filter(({ day }) => isDay(day) && day >= from && day <= to)
        .toSorted((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)))
    }),
    problem,
    outcome,
    setOpen: next => {
      open.value = next
    },
    choose: next => {
      name.value = next
    },
    show: next => {
      if (next.from > next.to) return false
      showOwn(next)
      return true
    },
    showBetween: (one, other) => showOwn(between(one, other)),
    closer: middle => showOwn(zoomed(period(), 'closer', bounds(), middle)),
    wider: () => showOwn(zoomed(period(), 'wider', bounds())),
    earlier: () => showOwn(moved(period(), 'earlier', bounds())),
    later: () => showOwn(moved(period(), 'later', bounds())),
    tryAgain: readDays,
    copyNumbers: () => copying(takeOut.copyText(csv())),
    saveNumbers: () => {
      outcome.value = null
      save('csv', new Blob([byteOrderMark, csv()], { type: 'text/csv;charset=utf-8' }))
    },
    copyPicture: draw => copying(takeOut.copyPicture(draw())),
    savePicture: async draw => {
      outcome.value = null
      const picture = await draw().catch(() => null)
      if (picture) save('png', picture)
      else outcome.value = 'refused'
    },
  }
}
