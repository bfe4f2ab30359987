/** Random times of a day: the spans cut into equal buckets, one uniform time in each, never closer than the gap. */
import type { Span } from './hours.ts'
import type { Instant } from './time.ts'

/**
 * Uniform numbers in [0, 1) that follow from one 32-bit seed, so that the same input gives the same plan.
 * Mulberry32 by Tommy Ettinger (public domain), https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
 */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const tries = 1_000

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, span) => sum + span.to - span.from, 0)

/** The instant that lies `offset` ms into the spans laid end to end. */
const instantAt = (spans: readonly Span[], offset: number): Instant => {
  let left = Math.floor(offset)
  for (const span of spans) {
    if (left < span.to - span.from) return span.from + left
    left -= span.to - span.from
  }
  return (spans.at(-1)?.to ?? 1) - 1
}

/** The one of `count` equal parts of the spans in which `time` lies; null where it lies in none. */
export const bucketAt = (spans: readonly Span[], count: number, time: Instant): Span | null => {
  const length = lengthOf(spans)
  let before = 0
  for (const { from, to } of spans) {
    if (from <= time && time < to && count > 0) {
      const bucket = Math.floor(((before + time - from) * count) / length)
      // The end of a part is not the beginning of the next window.
      const end = instantAt(spans, ((bucket + 1) * length) / count - 1) + 1
      return { from: instantAt(spans, (bucket * length) / count), to: end }
    }
    before += to - from
  }
  return null
}

/**
 * `count` times within `spans`, oldest first, each two at least `gap` ms apart and the first at least `gap` after `before`.
 * The day is drawn again until every gap holds; after 1,000 tries the times stand in the middle of their buckets, and where
 * even that does not fit, there is one time fewer.
 */
export const drawTimes = (
  spans: readonly Span[],
  count: number,
  gap: number,
  before: Instant | null,
  next: () => number,
): readonly Instant[] => {
  const length = lengthOf(spans)
  if (length <= 0) return []
  const fits = (times: readonly Instant[]) =>
    times.every((time, index) => {
      const previous = times[index - 1] ?? (index === 0 ? before : null)
      return previous === null || time - previous >= gap
    })
  const timesAt = (buckets: number, place: () => number) =>
    Array.from({ length: buckets }, (_, bucket) => instantAt(spans, ((bucket + place()) * length) / buckets))
  const most = gap > 0 ? Math.floor(length / gap) + spans.length : count
  for (let buckets = Math.min(count, most); buckets > 0; buckets -= 1) {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const times = timesAt(buckets, next)
      if (fits(times)) return times
    }
    const even = timesAt(buckets, () => 0.5)
    if (fits(even)) return even
  }
  return []
}
