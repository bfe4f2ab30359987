/** A list in which the entry under a person's hands stays where it is, while all around it follows. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { type HistoryEntry, type HistoryMonth, withMore, without } from '../core/history.ts'
import type { Id } from '../core/records.ts'

type Months = readonly HistoryMonth[] | null

/** The entry as it stands there; null where it stands nowhere. */
const entryIn = (months: Months, id: Id): HistoryEntry | null => {
  for (const { days } of months ?? [])
    for (const { entries } of days) {
      const found = entries.find(entry => entry.id === id)
      if (found) return found
    }
  return null
}

/**
 * `months`, except that `open` stays where it stood for as long as it is edited. Its form would otherwise be taken from under
 * the person who moves it to another day.
 */
export const heldList = (
  months: ReadonlySignal<Months>,
  open: ReadonlySignal<Id | null>,
): ReadonlySignal<Months> => {
  let last: Months = null
  return computed(() => {
    const next = months.value
    const id = open.value
    const before = id === null ? null : entryIn(last, id)
    if (before === null || id === null || entryIn(next, id)?.day === before.day) last = next
    else if (next !== null) last = withMore(without(next, new Set([id])), [before])
    return last
  })
}
