/** A clock that is set by hand, chance that repeats, and keys and values that live in memory. */
import type { Chance, Clock, KeyValue } from '../../lib/app/ports.ts'
import type { Id } from '../../lib/core/records.ts'
import type { Instant } from '../../lib/core/time.ts'

export type TestClock = Clock & { set(at: Instant): void; forward(milliseconds: number): void }

/** Starts on 2026-11-22 at noon in Berlin. */
export const testClock = (zone = 'Europe/Berlin'): TestClock => {
  let at = Temporal.ZonedDateTime.from(`2026-11-22T12:00[${zone}]`).epochMilliseconds
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone),
    set: to => {
      at = to
    },
    forward: milliseconds => {
      at += milliseconds
    },
  }
}

/** A UUIDv7 made of its time and a number. */
export const testId = (at: Instant, number: number): Id => {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

export const testChance = (): Chance => {
  let made = 0
  return {
    next: () => 0.5,
    id: at => {
      made += 1
      return testId(at, made)
    },
  }
}

export type MemoryKeyValue = KeyValue & {
  /** What is kept, as JSON by key. */
  readonly kept: Map<string, string>
  /** What `set` and `remove` reject with from now on; null lets them work again. */
  refuse(error: Error | null): void
}

/** Keeps values as JSON, like `storage.local`. */
export const memoryKeyValue = (from: Iterable<readonly [string, string]> = []): MemoryKeyValue => {
  const kept = new Map(from)
  let refusal: Error | null = null
  const guard = () => {
    if (refusal !== null) throw refusal
  }
  return {
    kept,
    refuse: error => {
      refusal = error
    },
    get: async keys =>
      Object.fromEntries(
        keys.flatMap(key => {
          const value = kept.get(key)
          return value === undefined ? [] : [[key, JSON.parse(value)]]
        }),
      ),
    set: async items => {
      guard()
      for (const [key, value] of Object.entries(items)) kept.set(key, JSON.stringify(value))
    },
    remove: async keys => {
      guard()
      for (const key of keys) kept.delete(key)
    },
    keys: async () => [...kept.keys()],
  }
}
