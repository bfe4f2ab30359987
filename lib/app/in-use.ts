/** The words, tags and pauses that stand in the history, the ones used most first: what can be filtered by. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { DayRow, Id } from '../core/records.ts'
import { readByYear } from './day-slices.ts'
import type { Records } from './ports.ts'
import { createReread } from './reread.ts'
import type { ShownDays } from './shown-days.ts'

/** How many pauses are read at once. */
const batchSize = 500

type InUse = {
  readonly words: readonly Id[]
  readonly tags: readonly Id[]
  /** null until they are read: each is looked at, and words and tags do not wait for them. */
  readonly pauses: readonly Id[] | null
}

export type UsedIds = {
  /** null until they are read. */
  readonly inUse: ReadonlySignal<InUse | null>
  load(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'made'>
  readonly allDays: Pick<ShownDays, 'days' | 'span'>
}

type Counts = Map<Id, number>

const add = (counts: Counts, id: Id, count: number) => counts.set(id, (counts.get(id) ?? 0) + count)

const mostFirst = (counts: Counts): readonly Id[] =>
  [...counts]
    .sort(([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1))
    .map(([id]) => id)

export const createUsedIds = ({ records, allDays }: Needs): UsedIds => {
  const inUse = signal<InUse | null>(null)

  const countPauses = async (pauses: Counts): Promise<void> => {
    for (let before: Id | undefined; ; ) {
      const page = await records.made('sessions', { limit: batchSize, ...(before && { before }) })
      // What cannot be read is missing among what can be chosen, and nothing else.
      if (!page.ok) return
      for (const { pauseId } of page.value) add(pauses, pauseId, 1)
      before = page.value.at(-1)?.id
      if (page.value.length < batchSize) return
    }
  }

  return {
    inUse,
    load: createReread(async () => {
      const [words, tags, pauses]: [Counts, Counts, Counts] = [new Map(), new Map(), new Map()]
      const count = (rows: readonly DayRow[]) => {
        for (const row of rows) {
          for (const [id, count] of Object.entries(row.words)) add(words, id, count)
          for (const [id, count] of Object.entries(row.tags)) add(tags, id, count)
        }
      }
      await readByYear(allDays, count, { words: true })
      const byDays = { words: mostFirst(words), tags: mostFirst(tags) }
      inUse.value = { ...byDays, pauses: inUse.value?.pauses ?? null }
      await countPauses(pauses)
      inUse.value = { ...byDays, pauses: mostFirst(pauses) }
    }),
  }
}
