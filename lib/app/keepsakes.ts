/** "Something of yours": the lines a person kept in clearer moments, read only when asked for, one at a time. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { isFar } from '../core/check-in.ts'
import { type Keepsake, keepsakesIn } from '../core/keepsake.ts'
import type { Far, Id } from '../core/records.ts'
import type { CheckInRecords, Cursor, StoreProblem } from './ports.ts'
import type { Removal, Removing } from './removal.ts'

export type Keepsakes = {
  /** May be asked for: not while things feel far away. */
  readonly offered: ReadonlySignal<boolean>
  /** What was asked for; null until then. `line` is null where nothing is kept. */
  readonly shown: ReadonlySignal<{ readonly line: Keepsake | null; readonly more: boolean } | null>
  readonly problem: ReadonlySignal<StoreProblem | null>
  readonly removal: ReadonlySignal<Removal | null>
  show(): Promise<void>
  /** Another one; after the last, the first again. */
  another(): void
  /** Deletes the line that is shown; it can be taken back for ten seconds. */
  remove(): Promise<void>
  undo(): Promise<void>
  /** Shows nothing until it is asked for again. */
  close(): void
}

type Needs = {
  readonly records: Pick<CheckInRecords, 'page'>
  readonly removing: Removing
  /** How far away things feel now; null where that is not known. */
  readonly far: ReadonlySignal<Far | null>
  readonly announce: () => void
  /** A line was deleted; a field in which it stands is told. */
  readonly onRemoved: (id: Id) => void
}

const atATime = 200

export const createKeepsakes = ({ records, removing, far, announce, onRemoved }: Needs): Keepsakes => {
  const offered = computed(() => !isFar(far.value))
  const lines = signal<readonly Keepsake[] | null>(null)
  const at = signal(0)
  const problem = signal<StoreProblem | null>(null)
  const shown = computed(() => {
    if (!offered.value || lines.value === null) return null
    return { line: lines.value[at.value] ?? null, more: lines.value.length > 1 }
  })

  const read = async () => {
    const found: Keepsake[] = []
    let before: Cursor | undefined
    do {
      const page = await records.page('reflections', { ...(before && { before }), limit: atATime })
      if (!page.ok) {
        problem.value = page.problem
        return
      }
      found.push(...keepsakesIn(page.value))
      before = page.value.length < atATime ? undefined : page.value.at(-1)
    } while (before)
    problem.value = null
    lines.value = found
    at.value = Math.max(0, Math.min(at.value, found.length - 1))
  }

  return {
    offered,
    shown,
    problem,
    removal: removing.removal,
    show: async () => {
      if (!offered.value) return
      await removing.resume()
      await read()
    },
    another: () => {
      const count = lines.value?.length ?? 0
      if (count > 0) at.value = (at.value + 1) % count
    },
    remove: async () => {
      const line = shown.value?.line
      if (!line) return
      const failed = await removing.remove([{ store: 'reflections', id: line.id }])
      if (!failed) onRemoved(line.id)
      announce()
      await read()
      if (failed) problem.value = failed
    },
    undo: async () => {
      const [back] = removing.removal.value?.items ?? []
      const failed = await removing.undo()
      announce()
      await read()
      if (failed) problem.value = failed
      else at.value = Math.max(0, lines.value?.findIndex(line => line.id === back?.id) ?? 0)
    },
    close: () => {
      lines.value = null
      at.value = 0
    },
  }
}
