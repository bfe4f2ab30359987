/** The page model of the report for a therapist: which period, what of it is on the page, and what it adds up to. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { privateTagGroups, tagGroups } from '../content/tags.ts'
import type { Id } from '../core/records.ts'
import type { Report } from '../core/report.ts'
import type { Result } from '../core/result.ts'
import type { Day } from '../core/time.ts'
import { type ChosenPeriod, createChosenPeriod } from './chosen-period.ts'
import type { Records, StoreProblem } from './ports.ts'
import { type ReadingNeeds, readReport, wholePeriod } from './report-reading.ts'
import { nothingWritten, readWritten, type Written, type WrittenKind } from './report-written.ts'

/** What stands on the page only when it is ticked; asked anew each time the page is opened. */
export type ReportTick = WrittenKind | 'privateTags'

export type ReportPage = Omit<ChosenPeriod, 'setWhole'> & {
  /** What a printed file is called: `thaw-` and the day, which says nothing of anybody. */
  readonly fileName: string
  /** The day on which it is made. */
  readonly madeOn: Day
  /** What is read last stays until the next is there; null before that. */
  readonly report: ReadonlySignal<Report | null>
  readonly written: ReadonlySignal<Written>
  readonly reading: ReadonlySignal<boolean>
  readonly problem: ReadonlySignal<StoreProblem | null>
  readonly ticks: ReadonlySignal<ReadonlySet<ReportTick>>
  /** Whether the period has tags of the private groups. */
  readonly hasPrivateTags: ReadonlySignal<boolean>
  /** The tags that stand on the page. */
  readonly tags: ReadonlySignal<Report['tags']>
  load(): Promise<void>
  tick(what: ReportTick, on: boolean): void
}

type Needs = ReadingNeeds & { readonly records: Pick<Records, 'all'> }

const ownPrivateTags: readonly Id[] = tagGroups.filter(({ optIn }) => optIn).flatMap(({ tags }) => tags)

export const createReportPage = (needs: Needs): ReportPage => {
  const today = needs.clock.now().toPlainDate().toString()
  const { name, period, ...chosen } = createChosenPeriod('days-30', today)
  const report = signal<Report | null>(null)
  const written = signal<Written>(nothingWritten)
  const problem = signal<StoreProblem | null>(null)
  const ticks = signal<ReadonlySet<ReportTick>>(new Set())
  const privateTags = signal<ReadonlySet<Id>>(new Set(ownPrivateTags))
  /** How many readings are under way. */
  const readings = signal(0)

  /** Runs one reading at a time: one that begins stops the one before, whose answer nobody waits for any more. */
  const inTurn = <Value>(take: (value: Value) => void) => {
    let latest = 0
    return async (read: (isStopped: () => boolean) => Promise<Result<Value | null, StoreProblem>>) => {
      latest += 1
      const mine = latest
      readings.value += 1
      const found = await read(() => mine !== latest)
      batch(() => {
        readings.value -= 1
        if (mine !== latest) return
        problem.value = found.ok ? null : found.problem
        if (found.ok && found.value !== null) take(found.value)
      })
    }
  }

  const inTurnReport = inTurn<Report>(found => {
    report.value = found
  })
  const inTurnWritten = inTurn<Written>(found => {
    written.value = found
  })

  const readNumbers = () =>
    inTurnReport(async isStopped => {
      const found = await wholePeriod(needs.records)
      if (!found.ok) return found
      chosen.setWhole(found.value)
      const tags = await needs.records.all('tags')
      if (!tags.ok) return tags
      const added = tags.value.filter(({ group }) => group !== null && privateTagGroups.has(group))
      privateTags.value = new Set([...ownPrivateTags, ...added.map(({ id }) => id)])
      return readReport(needs, period.value, found.value, isStopped)
    })

  const readTexts = () => {
    const kinds = new Set<WrittenKind>()
    for (const tick of ticks.value) if (tick !== 'privateTags') kinds.add(tick)
    return inTurnWritten(isStopped => readWritten(needs, period.value, kinds, isStopped))
  }

  /** What was written in another period goes at once. */
  const load = async () => {
    written.value = nothingWritten
    await Promise.all([readNumbers(), readTexts()])
  }

  return {
    fileName: `thaw-${today}`,
    madeOn: today,
    name,
    period,
    report,
    written,
    reading: computed(() => readings.value > 0),
    problem,
    ticks,
    hasPrivateTags: computed(() => report.value?.tags.some(({ id }) => privateTags.value.has(id)) ?? false),
    tags: computed(() =>
      (report.value?.tags ?? []).filter(
        ({ id }) => ticks.value.has('privateTags') || !privateTags.value.has(id),
      ),
    ),
    load,
    choose: next => {
      chosen.choose(next)
      void load()
    },
    show: next => {
      const isShown = chosen.show(next)
      if (isShown) void load()
      return isShown
    },
    tick: (what, on) => {
      const next = new Set(ticks.value)
      if (on) next.add(what)
      else next.delete(what)
      ticks.value = next
      if (what !== 'privateTags') void readTexts()
    },
  }
}
