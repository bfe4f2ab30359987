/** Stand-ins for what comes from outside: a clock that moves when told, chance with a seed, and a browser in memory. */
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Chance, Changes, Clock, Log, Slot, Topic } from '../../lib/app/ports.ts'
import { numbersFrom } from '../../lib/core/draw.ts'
import { type Instant, zonedAt } from '../../lib/core/time.ts'

export type FixedClock = Clock & {
  /** Lets so many milliseconds pass; negative sets the clock back. */
  advance(milliseconds: number): void
  /** Sets the time: a reading such as `2027-03-28T01:30+01:00[Europe/Berlin]`, or an instant in the same zone. */
  set(to: string | Instant): void
}

/** Stands at `iso`, a reading with its zone in brackets, until it is moved. */
export const fixedClock = (iso: string): FixedClock => {
  let now = Temporal.ZonedDateTime.from(iso)
  return {
    now: () => now,
    advance: milliseconds => {
      now = zonedAt(now.epochMilliseconds + milliseconds, now.timeZoneId)
    },
    set: to => {
      now = typeof to === 'string' ? Temporal.ZonedDateTime.from(to) : zonedAt(to, now.timeZoneId)
    },
  }
}

/** The same numbers and ids for the same seed. */
export const seededChance = (seed: number): Chance => {
  const next = numbersFrom(seed)
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join('')
  return {
    next,
    id: at => {
      const time = at.toString(16).padStart(12, '0').slice(-12)
      return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
    },
  }
}

/** Holds what was written, as JSON keeps it. */
export const memorySlot = <Value>(): Slot<Value> => {
  let held: Value | null = null
  return {
    read: async () => structuredClone(held),
    write: async value => {
      held = structuredClone(value)
    },
  }
}

/** Remembers what was announced, and tells its listeners at once. */
export const memoryChanges = (): Changes & { readonly announced: Topic[] } => {
  const announced: Topic[] = []
  const listeners = new Set<(topic: Topic) => void>()
  return {
    announced,
    announce: topic => {
      announced.push(topic)
      for (const heard of [...listeners]) heard(topic)
    },
    listen: heard => {
      listeners.add(heard)
      return () => {
        listeners.delete(heard)
      }
    },
  }
}

/** Remembers where something went wrong, and the names of the errors. */
export const memoryLog = (): Log & { readonly noted: string[]; readonly names: string[] } => {
  const noted: string[] = []
  const names: string[] = []
  return {
    noted,
    names,
    note: (where, problem) => {
      noted.push(where)
      names.push(problem instanceof Error ? problem.name : typeof problem)
    },
  }
}

type Listener = (...given: never[]) => unknown

const fakeEvent = () => {
  const listeners = new Set<Listener>()
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    trigger: (...given: unknown[]) => {
      for (const listener of [...listeners]) listener(...(given as never[]))
    },
  }
}

export type BrowserFakes = {
  readonly idle: { state: 'active' | 'idle' | 'locked'; change(to: 'active' | 'idle' | 'locked'): void }
  /** What openPopup does; `refuse` makes it reject. */
  readonly popup: { opened: number; refuse: boolean }
}

/** Gives WXT's fake browser what it lacks: `idle`, `i18n` that answers with the key, and a popup. Call it before each test. */
export const completeFakeBrowser = (): BrowserFakes => {
  fakeBrowser.reset()
  const idleChanged = fakeEvent()
  const idle: BrowserFakes['idle'] = {
    state: 'active',
    change: to => {
      idle.state = to
      idleChanged.trigger(to)
    },
  }
  const popup: BrowserFakes['popup'] = { opened: 0, refuse: false }
  Object.assign(fakeBrowser, {
    idle: { queryState: async () => idle.state, onStateChanged: idleChanged },
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
  })
  Object.assign(fakeBrowser.action, {
    openPopup: async () => {
      if (popup.refuse) throw new Error('Could not find an active browser window.')
      popup.opened += 1
    },
  })
  return { idle, popup }
}
