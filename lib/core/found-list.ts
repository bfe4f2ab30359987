/** What a search has found, in the order of the list as far as that is certain: what is still unread may come before the rest. */
import { placeOf } from './history.ts'
import type { CheckIn, Id, Session } from './records.ts'
import { type Day, type Instant, zoneSpread } from './time.ts'

/** Little enough to be kept of everything that is found. */
export type Found = {
  readonly kind: 'check-in' | 'session'
  readonly id: Id
  readonly at: Instant
  readonly day: Day
  /** The day among which it is listed. */
  readonly place: Day
  /** Its day is known, and its time is not. */
  readonly timeless: boolean
  /** The whole record where it may soon be shown; null where it is read again when it is. */
  record: CheckIn | Session | null
}

/** The order of `historyMonths`, newest first. */
const listed = (one: Found, other: Found): number => {
  if (one.place !== other.place) return one.place < other.place ? 1 : -1
  if (one.day !== other.day) return one.day < other.day ? 1 : -1
  if (one.timeless !== other.timeless) return one.timeless ? 1 : -1
  return other.at - one.at || (one.id < other.id ? 1 : -1)
}

/** Where `found` belongs among the first `end` of what is in order. */
const indexIn = (ordered: readonly Found[], found: Found, end = ordered.length): number => {
  let [from, to] = [0, end]
  // Most come after all the others.
  for (let middle = to - 1; from < to; middle = (from + to) >> 1) {
    const other = ordered[middle]
    if (other !== undefined && listed(found, other) < 0) to = middle
    else from = middle + 1
  }
  return from
}

/** Puts each of `late` in its place; the rest, which may be a long history, is moved and not looked at. */
const merge = (ordered: Found[], late: readonly Found[]) => {
  let end = ordered.length
  for (const found of late) ordered.push(found)
  for (const [before, found] of [...late.toSorted(listed).entries()].reverse()) {
    const index = indexIn(ordered, found, end)
    ordered.copyWithin(index + before + 1, index, end)
    ordered[index + before] = found
    end = index
  }
}

/** A heap: the first in the list lies on top, whatever the order in which they came. */
const createHeap = () => {
  const items: Found[] = []
  const first = (one: number, other: number): boolean => {
    const [a, b] = [items[one], items[other]]
    return a !== undefined && b !== undefined && listed(a, b) < 0
  }
  const swap = (one: number, other: number) => {
    const [a, b] = [items[one], items[other]]
    if (a === undefined || b === undefined) return
    items[one] = b
    items[other] = a
  }
  return {
    top: (): Found | undefined => items[0],
    put: (item: Found) => {
      items.push(item)
      for (let at = items.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1
        if (!first(at, parent)) break
        swap(at, parent)
        at = parent
      }
    },
    take: (): Found | undefined => {
      const top = items[0]
      const last = items.pop()
      if (last === undefined || items.length === 0) return top
      items[0] = last
      for (let at = 0; ; ) {
        const left = 2 * at + 1
        const least = first(left + 1, left) ? left + 1 : left
        if (!first(least, at)) break
        swap(at, least)
        at = least
      }
      return top
    },
  }
}

export type FoundList = {
  add(found: Found): void
  /** In order, and never with anything before what was in it already until `end` and `insert`. */
  readonly certain: readonly Found[]
  /** The days after this one are certain; null before anything is, empty once all is read. */
  readonly reached: Day | null
  /** Nothing that is still unread is later than `at`, but what was moved to a later time: that comes in at the end. */
  readTo(at: Instant): void
  /** Nothing is left to read. */
  end(): void
  /** Puts one more among them after the end. */
  insert(found: Found): void
}

export const createFoundList = (): FoundList => {
  const certain: Found[] = []
  const heap = createHeap()
  /**
   * Found after all that comes after it in the list was certain: a record whose day contradicts its time, or one that was
   * moved to a time after its making.
   */
  const late: Found[] = []
  let reached: Day | null = null

  const settle = (day: Day) => {
    for (let next = heap.top(); next !== undefined && next.place > day; next = heap.top()) {
      heap.take()
      const before = certain.at(-1)
      if (before !== undefined && listed(next, before) < 0) late.push(next)
      else certain.push(next)
    }
  }

  return {
    add: heap.put,
    certain,
    get reached() {
      return reached
    },
    readTo: at => {
      const day = placeOf('', at + zoneSpread)
      if (day === '') return
      reached = day
      settle(day)
    },
    end: () => {
      for (let next = heap.take(); next !== undefined; next = heap.take()) late.push(next)
      merge(certain, late)
      late.length = 0
      reached = ''
    },
    insert: found => merge(certain, [found]),
  }
}
