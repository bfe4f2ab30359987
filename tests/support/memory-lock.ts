/** A lock in memory: it opens, closes and remembers as a real one does, encrypts nothing, and can be made to fail or to stop half-way. */
import type { LongWork } from '../../lib/app/data-ports.ts'
import type { Lock, LockFacts, LockProblem, WayIn } from '../../lib/app/lock-ports.ts'
import type { LockMinutes } from '../../lib/core/lock.ts'
import { typedCode } from '../../lib/core/lock.ts'
import { fail, ok } from '../../lib/core/result.ts'

/** What every lock that is turned on with a code is given. */
export const memoryCode = 'K7QM-3V0T-9XWD-52HR-AB8N-PZ6E-4G'

/** What it is given in its place. */
export const memoryNewCode = 'W2ME-6T8C-0FQJ-71NS-D4XG-K9VB-3A'

/** So many rows are there to be rewritten. */
const rows = 4

export const memoryLock = () => {
  let kept: { passphrase: string; code: string | null; minutes: LockMinutes } | null = null
  let locked = false
  let unfinished: LockFacts['unfinished'] = null
  const listeners = new Set<() => void>()
  const state: {
    /** Every call that changes something comes to this. */
    problem: LockProblem | null
    /** Rewriting is cut off after so many rows, as if the page had been closed. */
    stopsAfter: number
    /** So many rows can be opened no more. */
    unopened: number
    wasChanged: boolean
    /** Every call rejects with it. */
    throws: Error | null
    /** Every call waits for it first. */
    wait: Promise<void>
  } = {
    problem: null,
    stopsAfter: rows,
    unopened: 0,
    wasChanged: false,
    throws: null,
    wait: Promise.resolve(),
  }
  /** What was asked, by name. */
  const calls: string[] = []

  const tell = () => {
    for (const heard of [...listeners]) heard()
  }
  const opens = ({ kind, text }: WayIn) =>
    kept !== null && (kind === 'passphrase' ? text === kept.passphrase : typedCode(text) === kept.code)

  /** True where every row was rewritten. */
  const rewrite = async ({ onProgress, pause }: LongWork = {}) => {
    for (let done = 0; done < rows; done += 1) {
      if (done === state.stopsAfter) return false
      onProgress?.(done + 1, rows)
      await pause?.()
    }
    unfinished = null
    return true
  }

  const deed = async (name: string): Promise<LockProblem | null> => {
    calls.push(name)
    await state.wait
    if (state.throws) throw state.throws
    return state.problem
  }

  const lock: Lock = {
    facts: async () => {
      if (state.throws) throw state.throws
      return {
        state: kept === null ? 'none' : locked ? 'locked' : 'unlocked',
        unfinished,
        hasCode: (kept?.code ?? null) !== null,
        minutes: kept?.minutes ?? null,
        wasChanged: state.wasChanged,
      }
    },
    listen: heard => {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    unlock: async way => {
      const problem = await deed('unlock')
      if (problem) return fail(problem)
      if (!opens(way)) return fail({ kind: 'wrong' })
      locked = false
      tell()
      return ok(undefined)
    },
    lock: async () => {
      await deed('lock')
      locked = kept !== null
      tell()
    },
    touch: () => void calls.push('touch'),
    turnOn: async ({ passphrase, withCode, minutes }) => {
      const problem = await deed('turnOn')
      if (problem) return fail(problem)
      kept = { passphrase, code: withCode ? typedCode(memoryCode) : null, minutes }
      unfinished = 'on'
      tell()
      return ok({ code: withCode ? memoryCode : null })
    },
    finish: async work => {
      const problem = await deed('finish')
      if (problem) return fail(problem)
      const turnsOff = unfinished === 'off'
      const done = await rewrite(work)
      if (done && turnsOff) kept = null
      tell()
      return ok({ isDone: done, unopened: turnsOff ? state.unopened : 0 })
    },
    turnOff: async (way, work) => {
      const problem = await deed('turnOff')
      if (problem) return fail(problem)
      if (!opens(way)) return fail({ kind: 'wrong' })
      unfinished = 'off'
      if (!(await rewrite(work))) return fail({ kind: 'failed', name: 'AbortError', perhapsDone: true })
      kept = null
      tell()
      return ok({ isDone: true, unopened: state.unopened })
    },
    readChanged: async () => {
      await deed('readChanged')
      state.wasChanged = false
      tell()
      return ok(undefined)
    },
    changePassphrase: async (way, passphrase) => {
      const problem = await deed('changePassphrase')
      if (problem) return fail(problem)
      if (kept === null || !opens(way)) return fail({ kind: 'wrong' })
      kept = { ...kept, passphrase }
      return ok(undefined)
    },
    renewCode: async way => {
      const problem = await deed('renewCode')
      if (problem) return fail(problem)
      if (kept === null || !opens(way)) return fail({ kind: 'wrong' })
      kept = { ...kept, code: typedCode(memoryNewCode) }
      return ok(memoryNewCode)
    },
    setMinutes: async minutes => {
      const problem = await deed('setMinutes')
      if (problem) return fail(problem)
      if (kept) kept = { ...kept, minutes }
      tell()
      return ok(undefined)
    },
  }
  return { lock, state, calls, listeners }
}
