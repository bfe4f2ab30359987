/** What went wrong without being expected: the latest few, without anything of the person's, for them to copy. */
import type { Clock, KeyValue, Locks, Log } from '../app/ports.ts'
import type { Instant } from '../core/time.ts'

export type LogEntry = { readonly at: Instant; readonly where: string; readonly name: string }

export const logKey = 'log'
const kept = 50

const isEntry = (stored: unknown): stored is LogEntry => {
  if (typeof stored !== 'object' || stored === null) return false
  const { at, where, name } = stored as { readonly [field: string]: unknown }
  return typeof at === 'number' && typeof where === 'string' && typeof name === 'string'
}

/** Messages of errors may hold what was typed; their names never do. */
const nameOf = (problem: unknown): string =>
  problem instanceof Error ? problem.name.slice(0, 60) : typeof problem

/** The entries, oldest first, from whatever is stored. */
export const readLog = (stored: unknown): readonly LogEntry[] =>
  (Array.isArray(stored) ? stored : [])
    .filter(isEntry)
    .map(({ at, where, name }) => ({ at, where, name }))
    .slice(-kept)

export const createLog = (local: KeyValue, locks: Locks, clock: Clock): Log => ({
  note: (where, problem) => {
    const entry: LogEntry = { at: clock.now().epochMilliseconds, where, name: nameOf(problem) }
    const add = async () => {
      const before = readLog((await local.get([logKey]))[logKey])
      await local.set({ [logKey]: [...before, entry].slice(-kept) })
    }
    // A log that cannot be written has nowhere to say so.
    void locks.exclusive(logKey, add).catch(() => {})
  },
})
