/** A list in which the entry under a person's hands stays where it is, while all around it follows. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { type HistoryEntry, type HistoryMonth, withMore, without } from '../core/history.ts'
import type { Id } from '../core/records.ts'

type Months = readonly HistoryMonth[] | null

export type Lists = {
  readonly months: ReadonlySignal<Months>
  readonly apart: ReadonlySignal<readonly HistoryMonth[]>
}

/** The entry as it stands there; null where it stands nowhere. */
const entryIn = (months: Months, id: Id): HistoryEntry | null => {
  for (const { days } of months ?? [])
    for (const { entries } of days) {
      const found = entries.find(entry => entry.id === id)
      if (found) return found
    }
  return null
}

/** `next`, except that the entry stays where it stands in `last`, and is left out while it stands `elsewhere`. */
const held = (next: Months, last: Months, elsewhere: Months, id: Id | null): Months => {
  if (id === null) return next
  const before = entryIn(last, id)
  if (before === null) return next && entryIn(elsewhere, id) ? without(next, new Set([id])) : next
  if (next === null) return last
  return entryIn(next, id)?.day === before.day ? next : withMore(without(next, new Set([id])), [before])
}

/**
 * The list and what stands apart from it, except that `open` stays where it stood for as long as it is edited. Otherwise moving it to
 * another day would take its form from under the person's hands, or show it twice.
 */
export const heldLists = ({ months, apart }: Lists, open: ReadonlySignal<Id | null>): Lists => {
  let last: { readonly months: Months; readonly apart: Months } = { months: null, apart: null }
  const next = computed(() => {
    const id = open.value
    last = {
      months: held(months.value, last.months, last.apart, id),
      apart: held(apart.value, last.apart, last.months, id),
    }
    return last
  })
  return { months: computed(() => next.value.months), apart: computed(() => next.value.apart ?? []) }
}
