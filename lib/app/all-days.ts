/** All days of the history, for the pictures that show it whole. */
import { signal } from '@preact/signals'
import type { Changes, Records } from './ports.ts'
import type { ShownDays } from './shown-days.ts'

type Needs = {
  readonly records: Pick<Records, 'days' | 'daySpan'>
  readonly changes: Pick<Changes, 'listen'>
}

export const createAllDays = ({ records, changes }: Needs): ShownDays => {
  const version = signal(0)
  changes.listen(topic => {
    if (topic === 'records') version.value += 1
  })
  return { version, days: records.days, span: records.daySpan }
}
