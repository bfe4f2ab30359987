/** Finds what is asked for in the whole history: newest first while the rest is still being read, and anew when it changes. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { DayTally } from '../core/day-tally.ts'
import { type Filter, isFiltering, noFilter } from '../core/filter.ts'
import { createMatcher, type TextsOf } from '../core/filter-match.ts'
import type { Id, Marker } from '../core/records.ts'
import type { EntryList } from './entry-list.ts'
import { createFoundView, keepGone, newScan, type Scan } from './found-view.ts'
import type { Changes, Later, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'
import { scanHistory } from './search-scan.ts'

/** Larger batches are read no faster, and hold up the page while they are worked on. */
const batchSize = 500

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

export type Finder = {
  readonly list: EntryList
  /** Counts up when what is in sight belongs to what is asked for now, and no longer to what was asked for before. */
  readonly turn: ReadonlySignal<number>
  /** null while nothing is sought. */
  readonly count: ReadonlySignal<FoundCount | null>
  /** `count` once it has settled, for screen readers; null before. */
  readonly told: ReadonlySignal<FoundCount | null>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Counts up with what `days` may give. */
  readonly version: ReadonlySignal<number>
  /** The days of what is in sight; null while that is nothing. */
  days(): DayTally | null
  /** Seeks this from now on, and nothing any more where it leaves nothing out. */
  ask(filter: Filter): void
  /** Looks again from the start; what was found stays in sight until then. */
  tryAgain(): void
}

export type FinderNeeds = {
  readonly records: Pick<Records, 'made' | 'page' | 'get' | 'between' | 'all' | 'days'>
  readonly changes: Pick<Changes, 'listen'>
  readonly later: Later
  readonly textsOf: TextsOf
  /** Reads what the texts come from, where that was not done yet. */
  readonly loadTexts: () => Promise<void>
  /** Pauses that Thaw has or had. */
  readonly pauseIds: readonly Id[]
  /** The language shown, a BCP 47 tag. */
  readonly locale: () => string
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
  /** How many records are read at once, in tests that have few. */
  readonly batchSize?: number
}

export const createFinder = (needs: FinderNeeds): Finder => {
  const { records, later, pause } = needs
  const count = signal<FoundCount | null>(null)
  const told = signal<FoundCount | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const version = signal(0)
  let filter = noFilter
  /** What is being gathered; in sight may be what was found before. */
  let running: Scan | null = null
  /** How many changes of the history were heard of. */
  let changesHeard = 0
  let knownMarkers = new Map<Id, Marker>()
  let stopWaiting = () => {}
  let stopTelling = () => {}

  const view = createFoundView({
    records,
    pause,
    failed: found => {
      problem.value = found
    },
  })

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

  /** A marker is deleted, changed and brought back while the whole history is sought anew, which takes a while. */
  const followMarkers = async (scan: Scan) => {
    const markers = await readMarkers()
    scan.markers = markers.filter(scan.isFound)
  }

  const refresh = createReread(async () => {
    const scan = view.shown()
    if (scan) await followMarkers(scan)
    await view.refresh()
  })

  const run = async (scan: Scan) => {
    const asked = filter
    let followed = changesHeard
    const [own, markers] = await Promise.all([records.all('pauses'), readMarkers(), needs.loadTexts()])
    if (scan.stopped) return
    const matcher = createMatcher(asked, needs.textsOf, needs.locale())
    const pauses = [...needs.pauseIds, ...(own.ok ? own.value.map(({ id }) => id) : [])]
    scan.isFound = matcher.marker
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
          if (scan.inBackground) return
          // What was found so far is drawn anew each time: at first it grows soon, and later on seldom.
          const isTime = Number.isInteger(Math.log2(scan.batches))
          if (isTime || scan.batches % countedEvery === 0) count.value = countOf(scan)
          if (isTime && scan === view.shown()) version.value += 1
          if (view.canShowMore(scan)) void view.draw(scan)
        },
      },
      scan.findings,
    )
    if (scan.stopped) return
    if (failed !== null) {
      running = null
      batch(() => {
        problem.value = failed
        // Where nothing is in sight, no days are those of what was found.
        if (view.shown() === null) version.value += 1
      })
      return
    }
    scan.complete = true
    problem.value = null
    await view.draw(scan)
    if (scan.stopped) return
    // What was deleted while it was sought must not come into sight again.
    while (followed !== changesHeard) {
      followed = changesHeard
      await followMarkers(scan)
      await view.follow(scan)
      if (scan.stopped) return
    }
    running = null
    const next = countOf(scan)
    const isNews = JSON.stringify(next) !== JSON.stringify(told.value)
    batch(() => {
      const before = view.shown()
      if (before && before !== scan) before.stopped = true
      if (scan.inBackground && before) keepGone(before, scan)
      view.show(scan)
      version.value += 1
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
    void run(scan)
  }

  const stop = () => {
    stopWaiting()
    stopTelling()
    for (const scan of [running, view.shown()]) if (scan) scan.stopped = true
    running = null
    batch(() => {
      view.clear()
      count.value = null
      told.value = null
      problem.value = null
      version.value += 1
    })
  }

  /** A long history is read for longer than the next change takes to come: begun anew at each, it would never end. */
  const lookAgain = () => {
    if (running) running.outdated = true
    else start(true)
  }

  needs.changes.listen(topic => {
    if (topic !== 'records' || !isFiltering(filter)) return
    changesHeard += 1
    void refresh()
    stopWaiting()
    stopWaiting = later(changesRest, lookAgain)
  })

  return {
    list: { months: view.months, hasOlder: view.hasOlder, older: view.older },
    turn: view.turn,
    count,
    told,
    problem,
    version: computed(() => version.value + view.turn.value),
    days: () => view.shown()?.findings.days ?? null,
    ask: next => {
      view.startOver()
      filter = next
      if (isFiltering(next)) start(false)
      else stop()
    },
    tryAgain: () => start(false),
  }
}
