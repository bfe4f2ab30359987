/** The page model of the search in History: what is asked for, what was found so far, and how much of it is shown. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Filter, filtersOn, isFiltering, noFilter, readFilter, sameFilter } from '../core/filter.ts'
import { createMatcher, type TextsOf } from '../core/filter-match.ts'
import type { Found } from '../core/found-list.ts'
import { type HistoryEntry, type HistoryMonth, historyMonths, keepSame, placeOf } from '../core/history.ts'
import { type QuickPeriod, quickPeriods } from '../core/quick-periods.ts'
import type { Id, Marker } from '../core/records.ts'
import { ok } from '../core/result.ts'
import type { Day } from '../core/time.ts'
import type { FoundList } from './entry-list.ts'
import { entriesOf } from './found-entries.ts'
import type { Changes, Clock, Records, Slot, StoreProblem } from './ports.ts'
import type { Later } from './removal.ts'
import { createReread } from './reread.ts'
import { createFindings, type Findings, scanHistory } from './search-scan.ts'
import type { ShownDays } from './shown-days.ts'

/** How many entries "show older" brings. */
const pageSize = 50

/** So many rows are drawn before anything else, and so many at once afterwards: drawing must not hold up the page. */
const drawnFirst = 12
const drawnAtOnce = 60

/** Larger batches are read no faster, and hold up the page while they are worked on. */
const batchSize = 500

/** So many batches without anything found leave what was found before in sight; then it no longer fits what is asked for. */
const batchesUntilEmpty = 8

/** After so many batches the count that is seen grows. */
const countedEvery = 20

/** A change of the history is followed by others, in milliseconds, and what was found is sought again after the last. */
const changesRest = 300

/** How long a result stands before it is told to screen readers, in milliseconds: not at every letter that is typed. */
const tellingRests = 700

/** How much was found so far; of the pauses, those that came with no check-in. */
export type FoundCount = {
  readonly checkIns: number
  readonly pauses: number
  readonly markers: number
  readonly days: number
  /** Everything was looked at. */
  readonly complete: boolean
}

export type Search = {
  readonly filter: ReadonlySignal<Filter>
  /** Whether anything is left out, so that `list` stands in place of the whole history. */
  readonly active: ReadonlySignal<boolean>
  /** How many kinds of filters are in use besides the text. */
  readonly filtersOn: ReadonlySignal<number>
  /** True once what was asked for before a reload is known. */
  readonly ready: ReadonlySignal<boolean>
  readonly list: FoundList
  /** Counts up when what is in sight belongs to what is asked for now, and no longer to what was asked for before. */
  readonly turn: ReadonlySignal<number>
  /** null while nothing is sought. */
  readonly count: ReadonlySignal<FoundCount | null>
  /** The same once it stands still, to be told; null before. */
  readonly told: ReadonlySignal<FoundCount | null>
  /** The days of what is shown: of what was found, or all of them while nothing is sought. */
  readonly shownDays: ShownDays
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Periods that are often asked for, as of today. */
  periods(): readonly QuickPeriod[]
  /** Takes up what was asked for before a reload; resolves once it is looked for, not once it is found. */
  load(): Promise<void>
  change(part: Partial<Filter>): void
  clear(): void
  /** Looks again from the start; what was found stays in sight until then. */
  tryAgain(): void
}

type Needs = {
  readonly records: Pick<Records, 'made' | 'page' | 'get' | 'between' | 'all'>
  readonly allDays: ShownDays
  readonly kept: Slot<Filter>
  readonly changes: Pick<Changes, 'listen'>
  readonly clock: Clock
  readonly later: Later
  readonly textsOf: TextsOf
  /** Reads what the texts come from, where that was not done yet. */
  readonly loadTexts: () => Promise<void>
  /** Pauses that Thaw has or had; asked for when something is sought, because the list is long. */
  readonly pauseIds: () => Promise<readonly Id[]>
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
  /** How many records are read at once, in tests that have few. */
  readonly batchSize?: number
}

/** One filter's way through the history. */
type Scan = {
  readonly findings: Findings
  markers: readonly Marker[]
  batches: number
  complete: boolean
  stopped: boolean
  /** Records changed since it began. */
  outdated: boolean
  readonly entries: Map<Id, HistoryEntry>
  /** Found, and deleted since. */
  readonly gone: Set<Id>
  /** Draws all that is certain, as far as it is to be shown. */
  draw(): Promise<void>
}

export const createSearch = (needs: Needs): Search => {
  const { records, allDays, kept, later, pause } = needs
  const filter = signal(noFilter)
  const ready = signal(false)
  const months = signal<readonly HistoryMonth[] | null>(null)
  const hasOlder = signal(false)
  const count = signal<FoundCount | null>(null)
  const told = signal<FoundCount | null>(null)
  const problem = signal<StoreProblem | null>(null)
  /** Counts up with what `shownDays` may give of what was found. */
  const version = signal(0)
  const turn = signal(0)
  let limit = pageSize
  /** What is being gathered, and what is in sight: another one until something of the first can be shown. */
  let running: Scan | null = null
  let shown: Scan | null = null
  let knownMarkers = new Map<Id, Marker>()
  let stopWaiting = () => {}
  let stopTelling = () => {}
  let reading: Promise<void> | null = null

  const inSight = (scan: Scan): readonly Found[] =>
    scan.findings.list.certain.slice(0, limit).filter(({ id }) => !scan.gone.has(id))

  /** The markers that stand among the entries in sight, or where nothing else can come between. */
  const markersAmong = (scan: Scan, entries: readonly HistoryEntry[]): readonly Marker[] => {
    const { certain, reached } = scan.findings.list
    const last = entries.length < certain.length - scan.gone.size ? entries.at(-1)?.place : null
    return scan.markers.filter(({ day }) => {
      const place = placeOf(day, Number.NaN)
      if (last !== null) return last !== undefined && place >= last
      return scan.complete || (reached !== null && place > reached)
    })
  }

  const publish = (scan: Scan) => {
    if (scan !== shown) return
    const entries: HistoryEntry[] = []
    for (const { id } of inSight(scan)) {
      const entry = scan.entries.get(id)
      if (entry === undefined) break
      entries.push(entry)
    }
    const next = historyMonths(entries, markersAmong(scan, entries))
    batch(() => {
      // Nothing was found only when everything was looked at.
      if (next.length === 0 && !scan.complete) months.value = null
      else {
        const before = months.value ?? []
        const same = keepSame(before, next)
        // Nothing is drawn again where nothing has changed, which most batches leave so.
        const isSame = same.length === before.length && same.every((month, place) => month === before[place])
        if (months.value === null || !isSame) months.value = same
      }
      hasOlder.value = scan.findings.list.certain.length - scan.gone.size > entries.length
    })
  }

  const reveal = (scan: Scan) => {
    if (shown === scan) return publish(scan)
    shown = scan
    batch(() => {
      version.value += 1
      turn.value += 1
      publish(scan)
    })
  }

  const tell = () => {
    stopTelling()
    told.value = null
    stopTelling = later(tellingRests, () => {
      told.value = count.value
    })
  }

  const countOf = ({ findings, markers, complete }: Scan): FoundCount => ({
    checkIns: findings.counts.checkIns,
    pauses: findings.counts.sessions,
    markers: markers.length,
    days: findings.days.size(),
    complete,
  })

  /** Puts entries of what was found in their places; what is gone by now is left out from then on. */
  const read = async (scan: Scan, found: readonly Found[], again: boolean): Promise<boolean> => {
    const before = new Map([...(shown?.entries ?? []), ...scan.entries])
    const entries = await entriesOf(records, found, before, again)
    if (scan.stopped) return false
    if (!entries.ok) {
      problem.value = entries.problem
      return false
    }
    for (const { id } of found) {
      scan.entries.delete(id)
      scan.gone.add(id)
    }
    for (const entry of entries.value) {
      scan.entries.set(entry.id, entry)
      scan.gone.delete(entry.id)
    }
    return true
  }

  const newScan = (inBackground: boolean): Scan => {
    const scan: Scan = {
      findings: createFindings(),
      markers: [],
      batches: 0,
      complete: false,
      stopped: false,
      outdated: false,
      entries: new Map(),
      gone: new Set(),
      draw: createReread(async () => {
        for (;;) {
          const missing = inSight(scan).filter(({ id }) => !scan.entries.has(id))
          if (missing.length > 0) {
            const step = scan.entries.size === 0 ? drawnFirst : drawnAtOnce
            if (!(await read(scan, missing.slice(0, step), false))) return
          }
          const isEmpty = scan.complete || scan.batches >= batchesUntilEmpty
          if (!inBackground && (scan.entries.size > 0 || isEmpty)) reveal(scan)
          else publish(scan)
          if (missing.length === 0) return
          await pause()
          if (scan.stopped) return
        }
      }),
    }
    return scan
  }

  const readMarkers = async (): Promise<readonly Marker[]> => {
    const found = await records.all('markers')
    // Where they cannot be read, nothing else can, and that is said.
    if (!found.ok) return [...knownMarkers.values()]
    const markers = found.value.map(marker => {
      const before = knownMarkers.get(marker.id)
      return before?.updatedAt === marker.updatedAt ? before : marker
    })
    knownMarkers = new Map(markers.map(marker => [marker.id, marker]))
    return markers
  }

  const run = async (scan: Scan, inBackground: boolean) => {
    const asked = filter.value
    const [own, markers, known] = await Promise.all([
      records.all('pauses'),
      readMarkers(),
      needs.pauseIds(),
      needs.loadTexts(),
    ])
    if (scan.stopped) return
    const matcher = createMatcher(asked, needs.textsOf, needs.locale())
    const pauses = [...known, ...(own.ok ? own.value.map(({ id }) => id) : [])]
    scan.markers = markers.filter(matcher.marker)
    const failed = await scanHistory(
      {
        records,
        filter: asked,
        matcher,
        batchSize: needs.batchSize ?? batchSize,
        readsPauses: matcher.asksPauses(pauses),
        pause,
        isStopped: () => scan.stopped,
        onBatch: () => {
          scan.batches += 1
          if (inBackground) return
          // What was found so far is drawn anew each time: at first it grows soon, and later on seldom.
          const isTime = Number.isInteger(Math.log2(scan.batches))
          if (isTime || scan.batches % countedEvery === 0) count.value = countOf(scan)
          if (isTime && scan === shown) version.value += 1
          if (scan.entries.size < limit || !hasOlder.value || scan.markers.length > 0) void scan.draw()
        },
      },
      scan.findings,
    )
    if (scan.stopped) return
    if (failed !== null) {
      running = null
      problem.value = failed
      return
    }
    scan.complete = true
    await scan.draw()
    if (scan.stopped) return
    running = null
    const next = countOf(scan)
    const isNews = JSON.stringify(next) !== JSON.stringify(told.value)
    batch(() => {
      problem.value = null
      if (shown && shown !== scan) shown.stopped = true
      shown = scan
      version.value += 1
      publish(scan)
      count.value = next
    })
    if (isNews) tell()
    if (scan.outdated) start(true)
  }

  const start = (inBackground: boolean) => {
    stopWaiting()
    if (running) running.stopped = true
    const scan = newScan(inBackground)
    running = scan
    if (!inBackground) {
      stopTelling()
      batch(() => {
        told.value = null
        problem.value = null
        count.value = { checkIns: 0, pauses: 0, markers: 0, days: 0, complete: false }
      })
    }
    void run(scan, inBackground)
  }

  const stop = () => {
    stopWaiting()
    stopTelling()
    for (const scan of [running, shown]) if (scan) scan.stopped = true
    running = null
    shown = null
    batch(() => {
      months.value = null
      hasOlder.value = false
      count.value = null
      told.value = null
      problem.value = null
      version.value += 1
    })
  }

  const ask = (next: Filter) => {
    limit = pageSize
    filter.value = next
    if (isFiltering(next)) start(false)
    else stop()
  }

  const put = (next: Filter) => {
    if (sameFilter(next, filter.value)) return
    // What a browser does not keep is in sight all the same.
    kept.write(sameFilter(next, noFilter) ? null : next).catch(() => {})
    ask(next)
  }

  /** What is in sight follows its records at once. */
  const refresh = createReread(async () => {
    const scan = shown
    if (scan === null) return
    const entries = inSight(scan).filter(({ id }) => scan.entries.has(id))
    if (await read(scan, entries, true)) publish(scan)
  })

  const lookAgain = () => {
    if (running && !running.stopped && count.value?.complete === false) running.outdated = true
    else start(true)
  }

  needs.changes.listen(topic => {
    if (topic !== 'records' || !isFiltering(filter.value)) return
    void refresh()
    stopWaiting()
    stopWaiting = later(changesRest, lookAgain)
  })

  const active = computed(() => isFiltering(filter.value))
  const clear = () => put(noFilter)

  return {
    filter,
    active,
    filtersOn: computed(() => filtersOn(filter.value)),
    ready,
    list: {
      active,
      clear,
      months,
      hasOlder,
      older: () => {
        reading ??= (async () => {
          // What is still being drawn comes first.
          if (shown && inSight(shown).every(({ id }) => shown?.entries.has(id))) limit += pageSize
          await shown?.draw()
        })().finally(() => {
          reading = null
        })
        return reading
      },
    },
    turn,
    count,
    told,
    shownDays: {
      version: computed(() => version.value + allDays.version.value),
      days: async (from: Day, to: Day) =>
        active.peek() && shown ? ok(shown.findings.days.rows(from, to)) : allDays.days(from, to),
      span: async () => (active.peek() && shown ? ok(shown.findings.days.span()) : allDays.span()),
    },
    problem,
    periods: () => quickPeriods(needs.clock.now().toPlainDate()),
    load: async () => {
      const before = filter.value
      const stored = await kept.read().catch(() => null)
      // What the person typed meanwhile counts.
      if (stored !== null && filter.value === before) ask(stored)
      ready.value = true
    },
    // What is typed into a field for a day may be none.
    change: part => put(readFilter({ ...filter.value, ...part })),
    clear,
    tryAgain: () => start(false),
  }
}
