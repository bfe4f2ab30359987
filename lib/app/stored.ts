/** The page model of what is stored: how much of everything, how safe it is, and whether it is as it should be. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Row } from '../core/merge.ts'
import { type StoreName, storeNames } from '../core/records.ts'
import { stateReport } from '../core/state-report.ts'
import type { Instant } from '../core/time.ts'
import type { Counts, Integrity, Snapshot, Snapshots, StorageFacts, WholeHistory } from './data-ports.ts'
import type { Changes, Clock, StoreProblem, System } from './ports.ts'
import { createReread } from './reread.ts'

/** What is not known is null. */
export type StoredFacts = {
  readonly counts: Counts
  /** Bytes, reckoned from the first rows of each store. */
  readonly sizes: { readonly [Store in StoreName]: number }
  /** Bytes of the database and the files, as the browser estimates it. */
  readonly usage: number | null
  /** Bytes of the second copy and the settings. */
  readonly localBytes: number | null
  readonly persisted: boolean | null
  readonly lastBackup: Instant | null
  readonly settingsChanged: Instant | null
  readonly lastSnapshot: Snapshot | null
  readonly snapshots: readonly Snapshot[]
  readonly databaseVersion: number
  readonly version: string
}

export type CheckStep =
  | { readonly kind: 'ready' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  /** `mended` where the two copies differed and were put right from each other. */
  | { readonly kind: 'done'; readonly found: Integrity; readonly mended: boolean }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly problem: StoreProblem }

export type StoredModel = {
  /** null until they are read. */
  readonly facts: ReadonlySignal<StoredFacts | null>
  /** They could not be read. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  readonly check: ReadonlySignal<CheckStep>
  /** Whether the report was copied; null until it was tried. */
  readonly copied: ReadonlySignal<boolean | null>
  /** What the browser answered when it was asked to keep the storage; null until it was asked. */
  readonly asked: ReadonlySignal<'yes' | 'no' | null>
  load(): Promise<void>
  /** Asks the browser to keep the storage when the disk runs full. */
  persist(): Promise<void>
  startCheck(): Promise<void>
  stopCheck(): void
  copyReport(): Promise<void>
}

type Needs = {
  readonly whole: Pick<WholeHistory, 'counts' | 'check' | 'putRight'>
  /** Rows as they lie: sealed ones take more room. */
  readonly rows: WholeHistory['rows']
  readonly snapshots: Pick<Snapshots, 'list'>
  readonly storage: StorageFacts
  readonly databaseVersion: number
  readonly lastBackup: () => Promise<Instant | null>
  readonly settingsChanged: () => Promise<Instant | null>
  readonly system: () => Promise<System>
  readonly readLog: () => Promise<
    readonly { readonly at: Instant; readonly where: string; readonly name: string }[]
  >
  readonly copyText: (text: string) => Promise<boolean>
  readonly changes: Pick<Changes, 'listen'>
  readonly clock: Clock
  readonly pause: () => Promise<void>
}

/** So many rows tell what a row of their store takes. */
const sample = 100

const encoder = new TextEncoder()

/** In bytes: most letters outside of English take two or three. */
const sizeOfRow = (row: Row): number => encoder.encode(JSON.stringify(row)).length

/** What the check found, each kind by its name, without a word of what was found. */
const namedFindings = ({ rows, invalid, days, orphans, uncopied, unopened }: Integrity) => ({
  rows,
  invalid: Object.values(invalid).reduce((sum, count) => sum + count, 0),
  days,
  orphans,
  uncopied,
  unopened,
})

export const createStored = (needs: Needs): StoredModel => {
  const { whole, rows: rowsOf, snapshots, storage, changes, pause } = needs
  const facts = signal<StoredFacts | null>(null)
  const problem = signal<StoreProblem | null>(null)
  const check = signal<CheckStep>({ kind: 'ready' })
  const copied = signal<boolean | null>(null)
  const asked = signal<'yes' | 'no' | null>(null)
  let stopping = new AbortController()

  const sizeOf = async (store: StoreName, rows: number): Promise<number> => {
    const read = await rowsOf(store, { limit: sample })
    if (!read.ok || read.value.length === 0) return 0
    const taken = read.value.reduce((sum, { row }) => sum + sizeOfRow(row), 0)
    return Math.round((taken / read.value.length) * rows)
  }

  const load = createReread(async () => {
    const counts = await whole.counts()
    problem.value = counts.ok ? null : counts.problem
    if (!counts.ok) return
    const sizes: { [store: string]: number } = {}
    for (const store of storeNames) {
      const { shown, hidden, deleted } = counts.value[store]
      sizes[store] = await sizeOf(store, shown + hidden + deleted)
    }
    const [listed, usage, localBytes, persisted, lastBackup, settingsChanged] = await Promise.all([
      snapshots.list(),
      storage.usage(),
      storage.localBytes(),
      storage.isPersisted(),
      needs.lastBackup().catch(() => null),
      needs.settingsChanged().catch(() => null),
    ])
    const copies = listed.ok ? listed.value : []
    facts.value = {
      counts: counts.value,
      sizes: sizes as StoredFacts['sizes'],
      usage,
      localBytes,
      persisted,
      lastBackup,
      settingsChanged,
      lastSnapshot: copies[0] ?? null,
      snapshots: copies,
      databaseVersion: needs.databaseVersion,
      version: storage.version,
    }
  })

  changes.listen(topic => {
    if ((topic === 'records' || topic === 'settings') && facts.value !== null) void load()
  })

  return {
    facts,
    problem,
    check,
    copied,
    asked,
    load,
    persist: async () => {
      const answer = await storage.persist()
      asked.value = answer === true ? 'yes' : 'no'
      await load()
    },
    startCheck: async () => {
      if (check.value.kind === 'running') return
      stopping = new AbortController()
      check.value = { kind: 'running', done: 0, of: 0 }
      const { signal: stop } = stopping
      const look = () =>
        whole.check({
          pause,
          signal: stop,
          onProgress: (done, of) => {
            check.value = { kind: 'running', done, of }
          },
        })
      const first = await look()
      let found = first.ok ? first.value : null
      let mended = false
      // Where that cannot be done now, what was found is still true.
      if (found !== null && found.uncopied > 0 && !stop.aborted && (await whole.putRight()).ok) {
        const second = await look()
        mended = second.ok && second.value !== null && second.value.uncopied < found.uncopied
        if (second.ok && second.value !== null) found = second.value
      }
      if (!first.ok) check.value = { kind: 'failed', problem: first.problem }
      else check.value = found ? { kind: 'done', found, mended } : { kind: 'stopped' }
    },
    stopCheck: () => stopping.abort(),
    copyReport: async () => {
      if (facts.value === null) return
      const { counts, version, databaseVersion, ...rest } = facts.value
      const system = await needs.system()
      const text = stateReport({
        ...rest,
        thaw: version,
        database: databaseVersion,
        browser: `${system.name} (${system.family})`,
        system: system.os,
        stores: storeNames.map(store => ({ store, ...counts[store] })),
        now: needs.clock.now().epochMilliseconds,
        check: check.value.kind === 'done' ? namedFindings(check.value.found) : null,
        log: await needs.readLog().catch(() => []),
      })
      copied.value = null
      copied.value = await needs.copyText(text)
    },
  }
}
