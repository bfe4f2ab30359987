/** The page model of the daily copies: which there are, whether each is whole, and bringing one back by choice. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { BackupRead, Unreadable } from '../core/foreign.ts'
import type { StoredRow } from '../core/merge.ts'
import type { Id } from '../core/records.ts'
import type { LongWork, Snapshot, Snapshots, WholeHistory } from './data-ports.ts'
import type { Chance, Changes, Clock, Hold, StoreProblem } from './ports.ts'
import { planRestore, type RestorePlan } from './restore-plan.ts'
import type { TakeSettings } from './take-settings.ts'
import { thrownProblem } from './thrown-problem.ts'

export type RestoreStep =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reading'; readonly name: string; readonly done: number; readonly of: number }
  /** What it would come to; nothing has changed. */
  | {
      readonly kind: 'found'
      readonly snapshot: Snapshot
      readonly plan: Omit<RestorePlan, 'rows'>
      /** What of it cannot be read, and so cannot be brought back. */
      readonly unreadable: readonly Unreadable[]
      /** Whether its settings were taken over, null where they were not asked for; not there where it holds none. */
      readonly settings?: boolean | null
    }
  | { readonly kind: 'writing'; readonly done: number; readonly of: number }
  /** So many records are back; what was written since it was looked at stands. */
  | { readonly kind: 'done'; readonly id: Id; readonly brought: number }
  | { readonly kind: 'taking-back'; readonly done: number; readonly of: number }
  | { readonly kind: 'taken-back' }
  /** All that was to come back, or something of what was brought back, has changed since; it stays. */
  | { readonly kind: 'changed-since' }
  /** As if it had never begun. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'renewing' }
  /** There is one copy now, of what is here. */
  | { readonly kind: 'renewed' }
  /** The copy cannot be brought back; the list says why. */
  | { readonly kind: 'unusable' }
  | { readonly kind: 'failed'; readonly problem: StoreProblem }

export type SnapshotList = {
  /** Newest first; null until they are read. */
  readonly list: ReadonlySignal<readonly Snapshot[] | null>
  /** The list could not be read. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  readonly step: ReadonlySignal<RestoreStep>
  /** Reads the list, and then every copy in it back. */
  load(): Promise<void>
  /** Finds out what bringing it back would come to. */
  look(name: string): Promise<void>
  /** Brings back what was found. */
  restore(): Promise<void>
  /** Takes over the settings of what was found; what it holds is still to be brought back, or not. */
  takeSettings(): Promise<void>
  /** Takes a copy in place of all that there are, which may hold what was deleted since. */
  renew(): Promise<void>
  /** Takes back what was just brought back. */
  takeBack(): Promise<void>
  /** Stops what runs, or lets go of what was found. */
  stop(): void
}

type Needs = {
  readonly snapshots: Pick<Snapshots, 'list' | 'check' | 'content' | 'takeAlone'>
  readonly whole: Pick<WholeHistory, 'rows' | 'bring' | 'takeBack'>
  /** What a Thaw backup holds; null where it was stopped or is none. */
  readonly readCopy: (
    content: Blob,
    work: LongWork,
  ) => Promise<Pick<BackupRead, 'rows' | 'unreadable' | 'settings'> | null>
  readonly takeSettings: TakeSettings
  readonly changes: Pick<Changes, 'announce'>
  readonly clock: Clock
  readonly chance: Chance
  /** Waited for between two slices of the work. */
  readonly pause: () => Promise<void>
  /** Keeps page and browser from ending the work; what it gives back lets go. */
  readonly hold: Hold
}

export const createSnapshotList = (needs: Needs): SnapshotList => {
  const { snapshots, whole, changes, clock, chance, pause, hold } = needs
  const list = signal<readonly Snapshot[] | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const step = signal<RestoreStep>({ kind: 'ready' })
  let stopping = new AbortController()
  let rows: readonly StoredRow[] = []
  let foundSettings: unknown = null

  const put = (name: string, state: Snapshot['state']) => {
    list.value = list.value?.map(each => (each.name === name ? { ...each, state } : each)) ?? null
  }

  const check = async (name: string, work: LongWork): Promise<Snapshot['state'] | null> => {
    const checked = await snapshots.check(name, work)
    if (!checked.ok || checked.value === null) return null
    put(name, checked.value)
    return checked.value
  }

  const failed = (problem: StoreProblem): RestoreStep => {
    if (problem.perhapsDone) changes.announce('records')
    return { kind: 'failed', problem }
  }

  const running = () => ['reading', 'writing', 'taking-back', 'renewing'].includes(step.value.kind)

  /** One at a time; a second press does nothing. */
  const run = async (
    begin: (done: number, of: number) => RestoreStep,
    work: (work: LongWork) => Promise<RestoreStep>,
  ) => {
    if (running()) return
    stopping = new AbortController()
    step.value = begin(0, 0)
    const letGo = hold()
    try {
      step.value = await work({
        pause,
        signal: stopping.signal,
        onProgress: (done, of) => {
          step.value = begin(done, of)
        },
      })
    } catch (error) {
      step.value = { kind: 'failed', problem: thrownProblem(error) }
    } finally {
      letGo()
    }
  }

  const found = async (snapshot: Snapshot, work: LongWork): Promise<RestoreStep> => {
    const state = await check(snapshot.name, work)
    if (work.signal?.aborted) return { kind: 'stopped' }
    const content = state === 'whole' ? await snapshots.content(snapshot.name) : null
    if (!content?.ok || content.value === null) return { kind: 'unusable' }
    const read = await needs.readCopy(content.value, work)
    if (work.signal?.aborted) return { kind: 'stopped' }
    if (read === null) return { kind: 'unusable' }
    const planned = await planRestore({ whole, clock }, read, work)
    if (!planned.ok) return { kind: 'failed', problem: planned.problem }
    if (planned.value === null) return { kind: 'stopped' }
    const { rows: planRows, ...plan } = planned.value
    rows = planRows
    foundSettings = read.settings
    const settings = read.settings === null ? {} : { settings: null }
    return { kind: 'found', snapshot, plan, unreadable: read.unreadable, ...settings }
  }

  const readList = async (): Promise<readonly Snapshot[]> => {
    const read = await snapshots.list()
    problem.value = read.ok ? null : read.problem
    if (read.ok) list.value = read.value
    return read.ok ? read.value : []
  }

  return {
    list,
    problem,
    step,
    load: async () => {
      for (const { name, state } of await readList()) if (state === 'whole') await check(name, { pause })
    },
    look: async name => {
      const snapshot = list.value?.find(each => each.name === name)
      if (snapshot === undefined) return
      await run(
        (done, of) => ({ kind: 'reading', name, done, of }),
        work => found(snapshot, work),
      )
    },
    restore: async () => {
      if (step.value.kind !== 'found') return
      await run(
        (done, of) => ({ kind: 'writing', done, of }),
        async work => {
          const id = chance.id(clock.now().epochMilliseconds)
          const brought = await whole.bring({ id, format: 'snapshot' }, rows, work)
          if (!brought.ok) return failed(brought.problem)
          if (brought.value === null) return { kind: 'stopped' }
          changes.announce('records')
          rows = []
          const { added, changed } = brought.value
          return added + changed > 0
            ? { kind: 'done', id, brought: added + changed }
            : { kind: 'changed-since' }
        },
      )
    },
    takeSettings: async () => {
      const from = step.value
      if (from.kind !== 'found' || from.settings === undefined) return
      const settings = await needs.takeSettings(foundSettings)
      if (step.value === from) step.value = { ...from, settings }
    },
    renew: () =>
      run(
        () => ({ kind: 'renewing' }),
        async () => {
          const renewed = await snapshots.takeAlone()
          await readList()
          return renewed.ok ? { kind: 'renewed' } : failed(renewed.problem)
        },
      ),
    takeBack: async () => {
      const from = step.value
      if (from.kind !== 'done') return
      await run(
        (done, of) => ({ kind: 'taking-back', done, of }),
        async work => {
          const taken = await whole.takeBack(from.id, work)
          if (!taken.ok) return failed(taken.problem)
          // Stopped, what was brought back is still there to be taken back.
          if (taken.value === null) return from
          if (!taken.value) return { kind: 'changed-since' }
          changes.announce('records')
          return { kind: 'taken-back' }
        },
      )
    },
    stop: () => {
      if (running()) stopping.abort()
      else step.value = { kind: 'ready' }
      rows = []
    },
  }
}
