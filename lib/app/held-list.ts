/** A list that stands still while the entry under a person's hands would move or vanish in it. */
import { computed, type ReadonlySignal } from '@preact/signals'
import type { HistoryMonth } from '../core/history.ts'
import type { Id } from '../core/records.ts'

type Months = readonly HistoryMonth[] | null

/** The day in which the entry stands; null where it stands nowhere. */
const dayOf = (months: Months, id: Id): string | null => {
  for (const { days } of months ?? [])
    for (const { day, entries } of days) if (entries.some(entry => entry.id === id)) return day
  return null
}

/**
 * `months`, except that the last value stays for as long as `open` is edited and stood in it at another place than now.
 * Its form would otherwise be taken from under the person who moves it to another day.
 */
export const heldList = (
  months: ReadonlySignal<Months>,
  open: ReadonlySignal<Id | null>,
): ReadonlySignal<Months> => {
  let last: Months = null
  return computed(() => {
    const next = months.value
    const id = open.value
    const before = id === null ? null : dayOf(last, id)
    if (before === null || id === null || dayOf(next, id) === before) last = next
    return last
  })
}
