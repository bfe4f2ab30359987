/** Several entries of the history that are picked to be deleted at once. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Id } from '../core/records.ts'

export type Selection = {
  /** Entries can be picked. */
  readonly active: ReadonlySignal<boolean>
  readonly picked: ReadonlySignal<ReadonlySet<Id>>
  readonly count: ReadonlySignal<number>
  start(): void
  /** Picks nothing any more. */
  stop(): void
  /** Picks those, or none of them. */
  pick(ids: readonly Id[], on: boolean): void
}

const nothing: ReadonlySet<Id> = new Set()

export const createSelection = (): Selection => {
  const active = signal(false)
  const picked = signal(nothing)
  return {
    active,
    picked,
    count: computed(() => picked.value.size),
    start: () => {
      active.value = true
    },
    stop: () => {
      active.value = false
      picked.value = nothing
    },
    pick: (ids, on) => {
      const next = new Set(picked.value)
      for (const id of ids)
        if (on) next.add(id)
        else next.delete(id)
      picked.value = next
    },
  }
}
