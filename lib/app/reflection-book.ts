/** Everything that a person wrote down, read a portion at a time and known from then on, newest first. */
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Id, Reflection } from '../core/records.ts'
import { countInto, type KindCounts, type ReflectKind } from '../core/reflect-kinds.ts'
import type { Changes, Cursor, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

export type ReflectionBook = {
  /** null until they are read. One that has not changed stays the very same object. */
  readonly all: ReadonlySignal<readonly Reflection[] | null>
  /** null until they are read. */
  readonly counts: ReadonlySignal<KindCounts | null>
  readonly problem: ReadonlySignal<StoreProblem | null>
  /** Resolves once all of it is there; from then on it follows every change. */
  load(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'page'>
  readonly changes: Pick<Changes, 'listen'>
  /** Waited for between two portions, so that nothing else waits for all of them. */
  readonly rest: () => Promise<void>
}

/** So many are read at once: some milliseconds, where the rest between two takes four. */
const portion = 400

export const createReflectionBook = ({ records, changes, rest }: Needs): ReflectionBook => {
  const all = signal<readonly Reflection[] | null>(null)
  const counts = signal<KindCounts | null>(null)
  const problem = signal<StoreProblem | null>(null)
  let known: ReadonlyMap<Id, Reflection> = new Map()

  const load = createReread(async () => {
    // What is made of all of them is made along the way: afterwards it would take long at once.
    const found: Reflection[] = []
    const next = new Map<Id, Reflection>()
    const counted = new Map<ReflectKind, number>()
    let same = true
    let before: Cursor | undefined
    do {
      const page = await records.page('reflections', { ...(before && { before }), limit: portion })
      if (!page.ok) {
        problem.value = page.problem
        return
      }
      for (const read of page.value) {
        const last = known.get(read.id)
        const one = last?.updatedAt === read.updatedAt ? last : read
        same &&= one === all.value?.[found.length]
        found.push(one)
        next.set(one.id, one)
      }
      countInto(counted, page.value)
      before = page.value.length < portion ? undefined : page.value.at(-1)
      if (before) await rest()
    } while (before)
    problem.value = null
    known = next
    if (same && found.length === all.value?.length) return
    batch(() => {
      all.value = found
      counts.value = counted
    })
  })

  changes.listen(topic => {
    if (topic === 'records' && all.value !== null) void load()
  })

  return { all, counts, problem, load }
}
