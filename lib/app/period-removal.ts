/** The page model of deleting a period: how many records it holds, and, once the person has said so, their deletion. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Period } from '../core/period.ts'
import { isDay } from '../core/time.ts'
import type { LongWork, Snapshots, WholeHistory } from './data-ports.ts'
import type { Changes, Hold, StoreProblem } from './ports.ts'

export type PeriodRemovalStep =
  | { readonly kind: 'ready' }
  /** A day is missing, or the last one lies before the first. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'counting' }
  /** So many records would go; the person is asked. */
  | { readonly kind: 'asked'; readonly period: Period; readonly records: number }
  /** Nothing stands in that period. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'deleting'; readonly done: number; readonly of: number }
  /** `copied`: a daily copy may still hold them, because it could not be made anew. */
  | { readonly kind: 'done'; readonly records: number; readonly copied: boolean }
  /** As if it had never begun. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: StoreProblem }

export type PeriodRemoval = {
  readonly step: ReadonlySignal<PeriodRemovalStep>
  /** The days as they are typed, both included; null is not typed in full yet. */
  readonly from: ReadonlySignal<string | null>
  readonly to: ReadonlySignal<string | null>
  type(change: { readonly from?: string; readonly to?: string }): void
  /** Counts what would go, and asks. */
  ask(): Promise<void>
  /** The person keeps it all. */
  keep(): void
  /** The person has said so. */
  remove(): Promise<void>
  stop(): void
}

type Asked = PeriodRemovalStep & { readonly kind: 'asked' }

type Needs = {
  readonly whole: Pick<WholeHistory, 'inPeriod' | 'removePeriod'>
  readonly snapshots: Pick<Snapshots, 'renew'>
  readonly changes: Pick<Changes, 'announce'>
  readonly pause: () => Promise<void>
  /** Keeps page and browser from ending the work; what it gives back lets go. */
  readonly hold: Hold
}

export const createPeriodRemoval = ({ whole, snapshots, changes, pause, hold }: Needs): PeriodRemoval => {
  const step = signal<PeriodRemovalStep>({ kind: 'ready' })
  const from = signal<string | null>(null)
  const to = signal<string | null>(null)
  let stopping = new AbortController()
  /** What the person said is to go and may be gone, though nobody was told so. */
  let unended: Asked | null = null

  const busy = () => step.value.kind === 'counting' || step.value.kind === 'deleting'

  const count = async ({ from: first, to: last }: Period): Promise<PeriodRemovalStep> => {
    const found = await whole.inPeriod(first, last)
    if (!found.ok) return { kind: 'failed', problem: found.problem }
    if (found.value === 0) return { kind: 'nothing' }
    return { kind: 'asked', period: { from: first, to: last }, records: found.value }
  }

  const deletion = async (asked: Asked): Promise<PeriodRemovalStep> => {
    const { from: first, to: last } = asked.period
    const work: LongWork = {
      pause,
      signal: stopping.signal,
      onProgress: (done, of) => {
        step.value = { kind: 'deleting', done, of }
      },
    }
    const removed = await whole.removePeriod(first, last, work)
    if (!removed.ok) {
      if (removed.problem.perhapsDone) {
        unended = asked
        changes.announce('records')
      }
      return { kind: 'failed', problem: removed.problem }
    }
    if (removed.value === null) return { kind: 'stopped' }
    changes.announce('records')
    // They hold what was deleted, and would bring it back.
    const renewed = await snapshots.renew()
    const before = asked === unended ? asked.records : 0
    unended = null
    return { kind: 'done', records: before + removed.value, copied: !renewed.ok }
  }

  const run = async (asked: Asked) => {
    stopping = new AbortController()
    step.value = { kind: 'deleting', done: 0, of: 0 }
    const letGo = hold()
    step.value = await deletion(asked)
    letGo()
  }

  /** What is gone already, and is to be brought to its end. */
  const unendedIn = (period: Period): Asked | null =>
    unended?.period.from === period.from && unended.period.to === period.to ? unended : null

  return {
    step,
    from,
    to,
    type: change => {
      if (busy()) return
      if (change.from !== undefined) from.value = change.from
      if (change.to !== undefined) to.value = change.to
      step.value = { kind: 'ready' }
    },
    ask: async () => {
      if (busy()) return
      const [first, last] = [from.value, to.value]
      if (!isDay(first) || !isDay(last) || first > last) {
        step.value = { kind: 'wrong' }
        return
      }
      step.value = { kind: 'counting' }
      const period = { from: first, to: last }
      const counted = await count(period)
      const unended = counted.kind === 'nothing' ? unendedIn(period) : null
      if (unended === null) step.value = counted
      else await run(unended)
    },
    keep: () => {
      if (step.value.kind === 'asked') step.value = { kind: 'ready' }
    },
    remove: async () => {
      const asked = step.value
      if (asked.kind === 'asked') await run(asked)
    },
    stop: () => stopping.abort(),
  }
}
