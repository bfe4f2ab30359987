/** The whole history as a list: its pages are read one after the other and appended, and read again when records change. */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import {
  checkInEntry,
  entriesIn,
  type HistoryEntry,
  type HistoryMonth,
  historyMonths,
  keepSame,
  pausesWithin,
  placeOf,
  sameEntry,
  withMore,
  without,
} from '../core/history.ts'
import { createQueue } from '../core/queue.ts'
import type { CheckIn, Id, Marker } from '../core/records.ts'
import { ok, type Result } from '../core/result.ts'
import type { Instant } from '../core/time.ts'
import {
  downTo,
  type HistoryPage,
  missingCheckIns,
  nothingRead,
  type ReadSoFar,
  reachedDay,
  withEntries,
  withoutEntries,
  withPage,
} from '../core/timeline.ts'
import type { EntryList } from './entry-list.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

/** How many check-ins a page has. */
const pageSize = 50

/** How many are read at once where a long list is read again. */
const readAtOnce = 200

/** So many rows are drawn before anything else, and so many at once afterwards: drawing must not hold up the page. */
const drawnFirst = 12
const drawnAtOnce = 25

/** Taking down takes a tenth of that. */
const takenAtOnce = 240

/** The entries from `count` on. */
const after = (months: readonly HistoryMonth[], count: number): ReadonlySet<Id> =>
  new Set(
    entriesIn(months)
      .slice(count)
      .map(({ id }) => id),
  )

/** Past every instant that a calendar can hold. */
const endOfTime: Instant = 8_640_000_000_000_000

export type Timeline = EntryList & {
  /** What was added on this page and is older than all that is read: it stands after what `older` would bring. */
  readonly apart: ReadonlySignal<readonly HistoryMonth[]>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Reads what is shown again; at first the newest page. */
  load(): Promise<void>
  /** Takes out at once what was just deleted. */
  forget(ids: readonly Id[]): void
  /** Shows a record that was added on this page, wherever it belongs. */
  keepInSight(id: Id): void
  /** Nothing but its beginning is drawn: something else can take its place in one stroke, and give it back. */
  readonly isAside: ReadonlySignal<boolean>
  /** Takes it down from the end, so much at once, to its beginning. */
  setAside(): Promise<void>
  /** It is drawn from the top down as it was at first. */
  bringBack(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'get' | 'page' | 'between'>
  readonly markers: ReadonlySignal<readonly Marker[]>
  /** Lets the page do what waits, between two slices of work. */
  readonly pause: () => Promise<void>
}

type Found = HistoryPage & { readonly complete: boolean; readonly gone: ReadonlySet<Id> }

export const createTimeline = ({ records, markers, pause }: Needs): Timeline => {
  let read: ReadSoFar = nothingRead
  /** The months of `read` as far as they are drawn; null until the first page is there. */
  const drawn = signal<readonly HistoryMonth[] | null>(null)
  const end = signal<Pick<ReadSoFar, 'end' | 'complete'>>(nothingRead)
  const hasOlder = signal(false)
  const apartEntries = signal<readonly HistoryEntry[]>([])
  const problem = signal<StoreProblem | null>(null)
  const addedHere = new Set<Id>()
  /** What was deleted since the reading that runs began. */
  const forgotten = new Set<Id>()
  let first: Promise<void> | null = null
  /** True while the list is being cut down to its first rows. */
  let goesAside = false
  const isAside = signal(false)
  let returning: Promise<void> | null = null

  /** One reading after the other. */
  const inTurn = createQueue()

  /** The check-ins before `so.end`, at most `limit` of them, and not past `last` where so many are there without that. */
  const findPage = async (
    so: ReadSoFar,
    limit: number,
    last: CheckIn | null,
  ): Promise<Result<Found, StoreProblem>> => {
    const before = so.end ?? undefined
    const rows = await records.page('checkIns', {
      limit: limit + 1,
      ...(before && { before: { at: before.at, id: before.id } }),
    })
    if (!rows.ok) return rows
    const atLeast = pageSize - so.byId.size
    const wanted = last === null ? limit : Math.max(downTo(rows.value, last), atLeast)
    const checkIns = rows.value.slice(0, Math.min(limit, wanted))
    const complete = checkIns.length === rows.value.length
    const from = complete ? -endOfTime : (checkIns.at(-1)?.at ?? endOfTime)
    const sessions = await records.between('sessions', from, before?.at ?? endOfTime)
    if (!sessions.ok) return sessions
    const page = { checkIns, sessions: sessions.value }
    const missing = complete ? [] : missingCheckIns(so, page)
    const found = await Promise.all(missing.map(id => records.get('checkIns', id)))
    const gone = new Set(missing.filter((_, place) => found[place]?.ok && found[place].value === null))
    return ok({ ...page, complete, gone })
  }

  /** Everything down to `last`, or to the end; entries that did not change stay the very same objects. */
  const findAll = async (last: CheckIn | null, limit: number): Promise<Result<ReadSoFar, StoreProblem>> => {
    let so = nothingRead
    for (;;) {
      const page = await findPage(so, limit, last)
      if (!page.ok) return page
      const { complete, gone, checkIns } = page.value
      so = withPage(so, page.value, complete, gone, read.byId)
      if (complete || checkIns.length < limit) return ok(so)
      if (last === null && !read.complete) return ok(so)
    }
  }

  const pausesOf = async ({ id, at }: CheckIn) => {
    const found = await records.between('sessions', at, at + pausesWithin)
    return found.ok ? found.value.filter(({ checkInId }) => checkInId === id) : []
  }

  /** What was added on this page: with the rest where its day was reached, apart from it where not. */
  const placeAdded = async (so: ReadSoFar): Promise<ReadSoFar> => {
    const missing = [...addedHere].filter(id => !so.byId.has(id))
    const found = await Promise.all(missing.map(id => records.get('checkIns', id)))
    const added = await Promise.all(
      found
        .flatMap(answer => (answer.ok && answer.value) || [])
        .map(async checkIn => {
          const entry = checkInEntry(checkIn, await pausesOf(checkIn))
          return sameEntry(
            apartEntries.value.find(({ id }) => id === entry.id) ?? read.byId.get(entry.id),
            entry,
          )
        }),
    )
    const reached = reachedDay(so)
    const isReached = ({ place }: HistoryEntry) => place >= reached
    // The oldest day that is read shows all that was added to it.
    const within = added.filter(isReached)
    const apart = added.filter(entry => !isReached(entry))
    const known = apartEntries.value
    if (apart.length !== known.length || apart.some((entry, place) => entry !== known[place]))
      apartEntries.value = apart
    return within.length > 0 ? withEntries(so, within) : so
  }

  /** Draws what is new from the top down, so much at once, and everything else at the first stroke. */
  const show = async (next: ReadSoFar) => {
    const known = new Set(entriesIn(drawn.value ?? []).map(({ id }) => id))
    const fresh = entriesIn(next.months).flatMap(({ id }) => (known.has(id) ? [] : [id]))
    const start = drawn.value === null ? drawnFirst : drawnAtOnce
    for (let so = start; so < fresh.length && !goesAside; so += drawnAtOnce) {
      batch(() => {
        hasOlder.value = true
        drawn.value = keepSame(drawn.value ?? [], without(next.months, new Set(fresh.slice(so))))
      })
      await pause()
    }
    const left = forgotten.size > 0 ? withoutEntries(next, forgotten) : next
    batch(() => {
      read = { ...left, months: keepSame(drawn.value ?? [], left.months) }
      drawn.value = goesAside ? without(read.months, after(read.months, drawnFirst)) : read.months
      end.value = read
      hasOlder.value = !read.complete
      problem.value = null
    })
  }

  const readAgain = createReread(() =>
    inTurn(async () => {
      forgotten.clear()
      const last = read.complete ? null : read.end
      const long = read.byId.size > pageSize + 1
      const found = await findAll(last, long ? readAtOnce : pageSize)
      if (!found.ok) {
        problem.value = found.problem
        return
      }
      await show(await placeAdded(found.value))
    }),
  )

  const readOlder = oneAtATime(() =>
    inTurn(async () => {
      if (read.complete) return
      forgotten.clear()
      const page = await findPage(read, pageSize, null)
      if (!page.ok) {
        problem.value = page.problem
        return
      }
      await show(await placeAdded(withPage(read, page.value, page.value.complete, page.value.gone)))
    }),
  )

  let shown: readonly HistoryMonth[] = []
  const months = computed(() => {
    if (drawn.value === null) return null
    const reached = reachedDay(end.value)
    const own = markers.value.filter(({ day }) => placeOf(day, Number.NaN) >= reached)
    shown = own.length > 0 ? keepSame(shown, withMore(drawn.value, [], own)) : drawn.value
    return shown
  })

  return {
    months,
    hasOlder,
    apart: computed(() => {
      const reached = reachedDay(end.value)
      const own = markers.value.filter(
        ({ id, day }) => addedHere.has(id) && placeOf(day, Number.NaN) < reached,
      )
      return historyMonths(apartEntries.value, own)
    }),
    problem,
    load: () => {
      const loading = readAgain()
      if (drawn.value === null)
        first ??= loading.finally(() => {
          first = null
        })
      return loading
    },
    older: () => {
      // The first page is still on its way: nothing is older than what is not known.
      if (first !== null) return first
      // What was read stands there in part alone: nothing is missed at its end.
      if (goesAside || returning !== null) return returning ?? Promise.resolve()
      return readOlder()
    },
    forget: ids => {
      const gone = new Set(ids)
      for (const id of gone) forgotten.add(id)
      read = withoutEntries(read, gone)
      if (drawn.value !== null) drawn.value = without(drawn.value, gone)
      apartEntries.value = apartEntries.value.filter(({ id }) => !gone.has(id))
    },
    keepInSight: id => {
      addedHere.add(id)
    },
    isAside,
    setAside: async () => {
      goesAside = true
      for (;;) {
        const all = drawn.value ?? []
        const left = Math.max(drawnFirst, entriesIn(all).length - takenAtOnce)
        drawn.value &&= without(all, after(all, left))
        if (left === drawnFirst) break
        await pause()
        if (!goesAside) return
      }
      isAside.value = true
    },
    bringBack: () => {
      if (!goesAside) return returning ?? Promise.resolve()
      goesAside = false
      isAside.value = false
      returning ??= inTurn(async () => {
        // Its beginning takes its place first.
        await pause()
        if (drawn.value !== null) await show(read)
      }).finally(() => {
        returning = null
      })
      return returning
    },
  }
}
