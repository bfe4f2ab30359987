/** What the days that History shows add up to, kept in step with them. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { createSums, type Sums } from '../core/sums.ts'
import { readByYear } from './day-slices.ts'
import { createReread } from './reread.ts'
import type { ShownDays } from './shown-days.ts'

export type DaySums = {
  /** null until they are read; what was read last stays until the next is there. */
  readonly sums: ReadonlySignal<Sums | null>
  /** How many there are is said elsewhere: with what was found. */
  readonly counted: ReadonlySignal<boolean>
  /** From then on they are read: nothing else should wait for them. */
  load(): void
}

export const createDaySums = (days: ShownDays, counted: ReadonlySignal<boolean>): DaySums => {
  const sums = signal<Sums | null>(null)
  const loading = signal(false)
  const read = createReread(async () => {
    const version = days.version.peek()
    const soFar = createSums()
    const done = await readByYear(days, soFar.add, { words: true })
    // Half of one and half of the other would be neither; where reading failed, the list says so.
    if (done.ok && days.version.peek() === version) sums.value = soFar.sums()
  })
  effect(() => {
    days.version.value
    if (loading.value) void read()
  })
  return {
    sums,
    counted,
    load: () => {
      loading.value = true
    },
  }
}
