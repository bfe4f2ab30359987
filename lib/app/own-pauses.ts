/** The pauses there are for this person, as they stand now. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { pauses } from '../content/pauses.ts'
import { type PauseList, pauseList } from '../core/pause-list.ts'
import type { OwnPause } from '../core/records.ts'
import type { Changes, Records, StoreProblem } from './ports.ts'
import { createReread } from './reread.ts'

export type OwnPauses = {
  /** Those of the catalogue until own ones are read. */
  readonly list: ReadonlySignal<PauseList>
  /** True once they were read. */
  readonly ready: ReadonlySignal<boolean>
  /** Why they could not be read. */
  readonly problem: ReadonlySignal<StoreProblem | null>
  load(): Promise<void>
}

export type OwnPausesNeeds = {
  readonly records: Pick<Records, 'all'>
  readonly changes: Pick<Changes, 'listen'>
}

export const createOwnPauses = ({ records, changes }: OwnPausesNeeds): OwnPauses => {
  const rows = signal<readonly OwnPause[]>([])
  const ready = signal(false)
  const problem = signal<StoreProblem | null>(null)

  const load = createReread(async () => {
    const found = await records.all('pauses')
    problem.value = found.ok ? null : found.problem
    if (!found.ok) return
    rows.value = found.value
    ready.value = true
  })

  changes.listen(topic => {
    if (ready.value && topic === 'records') void load()
  })

  return { list: computed(() => pauseList(pauses, rows.value)), ready, problem, load }
}
