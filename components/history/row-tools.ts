/** What every row of the list is given: the same object for all of them, so that passing it never draws a row again. */
import type { History } from '../../lib/app/history.ts'
import type { Id } from '../../lib/core/records.ts'

export type RowTools = {
  readonly model: History
  /** The form that stood open in this row's place is done with. */
  readonly onDone: (id: Id) => void
  /** Everything of the month is picked, or nothing of it any more. */
  readonly onMonth: (month: string) => void
}
