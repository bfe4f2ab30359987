/** How far away things feel now: as today's latest check-in said; an older one says nothing about now. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Far } from '../core/records.ts'
import { readLatestToday } from './latest-today.ts'
import type { Changes, Clock, Records } from './ports.ts'

export type FarToday = {
  /** null where that is not known. */
  readonly far: ReadonlySignal<Far | null>
  load(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'between'>
  readonly changes: Pick<Changes, 'listen'>
  readonly clock: Clock
}

export const createFarToday = ({ records, changes, clock }: Needs): FarToday => {
  const far = signal<Far | null>(null)
  const load = async () => {
    const latest = await readLatestToday(records, clock.now())
    far.value = latest.ok ? (latest.value?.far ?? null) : null
  }
  changes.listen(topic => {
    if (topic === 'records') void load()
  })
  return { far, load }
}
