/** What of a search is in sight: its entries a page at a time, the markers among them, and another search's until it has some. */
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Found } from '../core/found-list.ts'
import { type HistoryEntry, type HistoryMonth, historyMonths, keepSame, placeOf } from '../core/history.ts'
import type { Id, Marker } from '../core/records.ts'
import { entriesOf } from './found-entries.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'
import { createFindings, type Findings } from './search-scan.ts'

/** How many entries "show older" brings. */
const pageSize = 50

/** So many rows are drawn before anything else, and so many at once afterwards: drawing must not hold up the page. */
const drawnFirst = 12
const drawnAtOnce = 30

/** So many batches without anything found leave what was found before in sight; then it no longer fits what is asked for. */
const batchesUntilEmpty = 8

/** One filter's way through the history. */
export type Scan = {
  /** It comes into sight only as a whole. */
  readonly inBackground: boolean
  readonly findings: Findings
  readonly entries: Map<Id, HistoryEntry>
  /** Found, and deleted since. */
  readonly gone: Set<Id>
  /** Those in `gone`, and what came back since: a search that went by meanwhile has missed it. */
  readonly onceGone: Set<Id>
  markers: readonly Marker[]
  /** Whether a marker is among what is sought; none is before it is known what is. */
  isFound: (marker: Marker) => boolean
  batches: number
  complete: boolean
  stopped: boolean
  /** Records changed since it began. */
  outdated: boolean
}

export const newScan = (inBackground: boolean): Scan => ({
  inBackground,
  findings: createFindings(),
  entries: new Map(),
  gone: new Set(),
  onceGone: new Set(),
  markers: [],
  isFound: () => false,
  batches: 0,
  complete: false,
  stopped: false,
  outdated: false,
})

/** The next scan no longer finds what was deleted. This keeps its place there all the same: it may be brought back, or has been. */
export const keepGone = (before: Scan, next: Scan) => {
  const { gone, onceGone, entries } = before
  if (onceGone.size === 0) return
  const again = new Set(next.findings.list.certain.flatMap(({ id }) => (onceGone.has(id) ? id : [])))
  for (const found of before.findings.list.certain) {
    const { id } = found
    if (!onceGone.has(id) || again.has(id)) continue
    const entry = entries.get(id)
    next.findings.list.insert(found)
    if (gone.has(id)) {
      next.gone.add(id)
      next.onceGone.add(id)
    } else if (entry) next.entries.set(id, entry)
  }
}

export type FoundView = {
  /** null while nothing is in sight. */
  readonly months: ReadonlySignal<readonly HistoryMonth[] | null>
  readonly hasOlder: ReadonlySignal<boolean>
  /** Counts up when what is in sight belongs to another search than before. */
  readonly turn: ReadonlySignal<number>
  /** The search in sight. */
  shown(): Scan | null
  /** Draws all that is certain, as far as it is to be shown, and the scan comes into sight with it. */
  draw(scan: Scan): Promise<void>
  /** Whether drawing it now would show more. */
  canShowMore(scan: Scan): boolean
  /** Puts it in the place of another, whatever it has. */
  show(scan: Scan): void
  older(): Promise<void>
  /** What is in sight follows its records; what was deleted and is there again comes back to its place. */
  refresh(): Promise<void>
  /** As `refresh`, for a scan that is not in sight yet. */
  follow(scan: Scan): Promise<void>
  /** The next search begins with its first page. */
  startOver(): void
  clear(): void
}

type Needs = {
  readonly records: Pick<Records, 'get' | 'between'>
  readonly pause: () => Promise<void>
  readonly failed: (problem: StoreProblem) => void
}

export const createFoundView = ({ records, pause, failed }: Needs): FoundView => {
  const months = signal<readonly HistoryMonth[] | null>(null)
  const hasOlder = signal(false)
  const turn = signal(0)
  let limit = pageSize
  let shown: Scan | null = null
  const drawing = new WeakMap<Scan, () => Promise<void>>()

  const inSight = (scan: Scan): readonly Found[] =>
    scan.findings.list.certain.slice(0, limit).filter(({ id }) => !scan.gone.has(id))

  const isOlderThan = (scan: Scan, entries: readonly HistoryEntry[]): boolean =>
    scan.findings.list.certain.length - scan.gone.size > entries.length

  /** The markers that stand among the entries in sight, or where nothing else can come between. */
  const markersAmong = (scan: Scan, entries: readonly HistoryEntry[]): readonly Marker[] => {
    const { reached } = scan.findings.list
    const last = isOlderThan(scan, entries) ? entries.at(-1)?.place : null
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
      hasOlder.value = isOlderThan(scan, entries)
      // Nothing was found only when everything was looked at.
      if (next.length === 0 && !scan.complete) {
        months.value = null
        return
      }
      const before = months.value ?? []
      const same = keepSame(before, next)
      // Nothing is drawn again where nothing has changed, which most batches leave so.
      const isSame = same.length === before.length && same.every((month, place) => month === before[place])
      if (months.value === null || !isSame) months.value = same
    })
  }

  const show = (scan: Scan) =>
    batch(() => {
      if (shown !== scan) turn.value += 1
      shown = scan
      publish(scan)
    })

  /** Puts entries of what was found in their places; what is gone by now is left out from then on. */
  const read = async (scan: Scan, found: readonly Found[], again: boolean): Promise<boolean> => {
    const before = new Map([...(shown?.entries ?? []), ...scan.entries])
    const entries = await entriesOf(records, found, before, again)
    if (scan.stopped) return false
    if (!entries.ok) {
      failed(entries.problem)
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
    for (const id of scan.gone) scan.onceGone.add(id)
    return true
  }

  const follow = async (scan: Scan): Promise<void> => {
    const known = scan.findings.list.certain
      .slice(0, limit)
      .filter(({ id }) => scan.entries.has(id) || scan.gone.has(id))
    if (await read(scan, known, true)) publish(scan)
  }

  const drawAll = async (scan: Scan): Promise<void> => {
    for (;;) {
      const missing = inSight(scan).filter(({ id }) => !scan.entries.has(id))
      const step = scan.entries.size === 0 ? drawnFirst : drawnAtOnce
      if (missing.length > 0 && !(await read(scan, missing.slice(0, step), false))) return
      const hasSome = scan.entries.size > 0 || scan.complete || scan.batches >= batchesUntilEmpty
      if (!scan.inBackground && hasSome) show(scan)
      else publish(scan)
      if (missing.length === 0) return
      await pause()
      if (scan.stopped) return
    }
  }

  const draw = (scan: Scan): Promise<void> => {
    const again = drawing.get(scan) ?? createReread(() => drawAll(scan))
    drawing.set(scan, again)
    return again()
  }

  return {
    months,
    hasOlder,
    turn,
    shown: () => shown,
    draw,
    canShowMore: scan => scan.entries.size < limit || !hasOlder.peek() || scan.markers.length > 0,
    show,
    older: oneAtATime(async () => {
      const scan = shown
      if (scan === null) return
      // What is still being drawn comes first.
      if (inSight(scan).every(({ id }) => scan.entries.has(id))) limit += pageSize
      await draw(scan)
    }),
    refresh: createReread(async () => {
      if (shown !== null) await follow(shown)
    }),
    follow,
    startOver: () => {
      limit = pageSize
    },
    clear: () =>
      batch(() => {
        shown = null
        months.value = null
        hasOlder.value = false
      }),
  }
}
