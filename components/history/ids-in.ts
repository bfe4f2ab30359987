/** The ids of all rows in a list, in its order. */
import type { HistoryMonth } from '../../lib/core/history.ts'
import type { Id } from '../../lib/core/records.ts'

export const idsIn = (months: readonly HistoryMonth[]): readonly Id[] =>
  months.flatMap(({ days }) =>
    days.flatMap(({ entries, markers }) => [...markers, ...entries].map(({ id }) => id)),
  )
