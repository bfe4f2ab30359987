/** The page model of earlier imports: each can be taken back while nothing of it was changed. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Id } from '../core/records.ts'
import type { Import, WholeHistory } from './data-ports.ts'
import type { Changes, Hold, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

export type ListedImport = Import & { readonly untouched: boolean }

/** What came of the last press. */
export type TakeBackStep =
  | { readonly kind: 'running'; readonly id: Id; readonly done: number; readonly of: number }
  | { readonly kind: 'done' }
  /** Something of it was changed since, or all of it written anew with a lock; it stays. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: StoreProblem }

export type ImportList = {
  /** Newest first; null until they are read. */
  readonly imports: ReadonlySignal<readonly ListedImport[] | null>
  /** The list could not be read. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  readonly step: ReadonlySignal<TakeBackStep | null>
  load(): Promise<void>
  /** Resolves true once the history is as it was before that import. */
  takeBack(id: Id): Promise<boolean>
  /** Stops it as if it had never begun. */
  stop(): void
  /** What came of the last press is said no longer: something else was begun. */
  forget(): void
}

type Needs = {
  readonly whole: Pick<WholeHistory, 'imports' | 'takeBack'>
  readonly changes: Changes
  /** Lets the page answer between two slices of the work. */
  readonly rest: () => Promise<void>
  readonly holdPage: Hold
  readonly holdBusy: Hold
}

export const createImportList = ({ whole, changes, rest, holdPage, holdBusy }: Needs): ImportList => {
  const imports = signal<readonly ListedImport[] | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const step = signal<TakeBackStep | null>(null)
  let stopping = new AbortController()

  const load = createReread(async () => {
    const read = await whole.imports()
    problem.value = read.ok ? null : read.problem
    if (read.ok) imports.value = read.value
  })

  // What was changed elsewhere can no longer be taken back.
  changes.listen(topic => {
    if (topic === 'records' && imports.value !== null) void load()
  })

  const run = async (id: Id): Promise<TakeBackStep> => {
    const taken = await whole.takeBack(id, {
      signal: stopping.signal,
      onProgress: (done, of) => {
        step.value = { kind: 'running', id, done, of }
      },
      pause: rest,
    })
    if (!taken.ok) return { kind: 'failed', problem: taken.problem }
    if (taken.value === null) return { kind: 'stopped' }
    return { kind: taken.value ? 'done' : 'changed' }
  }

  return {
    imports,
    problem,
    step,
    load,
    takeBack: async id => {
      if (step.value?.kind === 'running') return false
      stopping = new AbortController()
      step.value = { kind: 'running', id, done: 0, of: 0 }
      const letGo = [holdPage(), holdBusy()]
      const end = await run(id)
      for (const free of letGo) free()
      if (end.kind === 'done' || (end.kind === 'failed' && end.problem.perhapsDone))
        changes.announce('records')
      await load()
      // One that is listed no more was taken back by a press before, which could not say so.
      const isGone = problem.value === null && imports.value?.every(one => one.id !== id) === true
      step.value = end.kind === 'changed' && isGone ? { kind: 'done' } : end
      return step.value.kind === 'done'
    },
    stop: () => stopping.abort(),
    forget: () => {
      if (step.value?.kind !== 'running') step.value = null
    },
  }
}
