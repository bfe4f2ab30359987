/** The markers of the history: there are few, so all of them are known. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Marker } from '../core/records.ts'
import type { Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

export type Markers = {
  /** A marker that has not changed stays the very same object. */
  readonly all: ReadonlySignal<readonly Marker[]>
  readonly problem: ReadonlySignal<StoreProblem | null>
  load(): Promise<void>
}

export const createMarkers = ({ records }: { readonly records: Pick<Records, 'all'> }): Markers => {
  const all = signal<readonly Marker[]>([])
  const problem = signal<StoreProblem | null>(null)
  return {
    all,
    problem,
    load: createReread(async () => {
      const found = await records.all('markers')
      problem.value = found.ok ? null : found.problem
      if (!found.ok) return
      const known = new Map(all.value.map(marker => [marker.id, marker]))
      const next = found.value.map(marker => {
        const before = known.get(marker.id)
        return before?.updatedAt === marker.updatedAt ? before : marker
      })
      const same = next.length === all.value.length && next.every((one, place) => one === all.value[place])
      if (!same) all.value = next
    }),
  }
}
