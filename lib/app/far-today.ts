/** How far away things feel now: as today's latest check-in said; an older one says nothing about now. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Far } from '../core/records.ts'
import { momentOf } from '../core/time.ts'
import type { Changes, Clock, Records } from './ports.ts'

export type FarToday = {
  /** null where that is not known. */
  readonly far: ReadonlySignal<Far | null>
  load(): Promise<void>
}

type Needs = {
  readonly records: Pick<Records, 'page'>
  readonly changes: Pick<Changes, 'listen'>
  readonly clock: Clock
}

export const createFarToday = ({ records, changes, clock }: Needs): FarToday => {
  const far = signal<Far | null>(null)
  const load = async () => {
    const found = await records.page('checkIns', { limit: 1 })
    const latest = found.ok ? found.value[0] : undefined
    far.value = latest?.day === momentOf(clock.now()).day ? latest.far : null
  }
  changes.listen(topic => {
    if (topic === 'records') void load()
  })
  return { far, load }
}
