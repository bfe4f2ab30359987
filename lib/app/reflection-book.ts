/** Everything that a person wrote down, read a portion at a time and known from then on, newest first. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Reflection } from '../core/records.ts'
import type { Changes, Cursor, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

export type ReflectionBook = {
  /** null until they are read. One that has not changed stays the very same object. */
  readonly all: ReadonlySignal<readonly Reflection[] | null>
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

const portion = 200

export const createReflectionBook = ({ records, changes, rest }: Needs): ReflectionBook => {
  const all = signal<readonly Reflection[] | null>(null)
  const problem = signal<StoreProblem | null>(null)

  const load = createReread(async () => {
    const known = new Map(all.value?.map(one => [one.id, one]))
    const found: Reflection[] = []
    let before: Cursor | undefined
    do {
      const page = await records.page('reflections', { ...(before && { before }), limit: portion })
      if (!page.ok) {
        problem.value = page.problem
        return
      }
      for (const one of page.value) {
        const last = known.get(one.id)
        found.push(last?.updatedAt === one.updatedAt ? last : one)
      }
      before = page.value.length < portion ? undefined : page.value.at(-1)
      if (before) await rest()
    } while (before)
    problem.value = null
    const same = found.length === all.value?.length && found.every((one, place) => one === all.value?.[place])
    if (!same) all.value = found
  })

  changes.listen(topic => {
    if (topic === 'records' && all.value !== null) void load()
  })

  return { all, problem, load }
}
