/** A history of any size: as its journal would hold it, from which Thaw restores the database, or row by row. */
import { dayRows } from '../../lib/core/days.ts'
import type { DayRow, Fields } from '../../lib/core/records.ts'
import { momentOf, zonedAt } from '../../lib/core/time.ts'
import { canaryKey } from '../../lib/store/canary.ts'
import { monthOf, packKey } from '../../lib/store/journal.ts'

const words = ['numb', 'flat', 'calm', 'tired', 'worried', 'okay']
const start = Date.UTC(2016, 0, 1)
const tenYears = 10 * 365.25 * 86_400_000

const idOf = (at: number, number: number): string => {
  const time = at.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${number.toString(16).padStart(12, '0')}`
}

const checkIn = (number: number, of: number) => {
  const at = Math.round(start + (tenYears * number) / of)
  const felt = (number % 11) as 0
  const fields: Fields<'checkIns'> = {
    ...momentOf(zonedAt(at, 'Europe/Berlin')),
    felt,
    far: felt <= 3 ? 1 : null,
    pleasant: null,
    energy: null,
    cantTell: [],
    meaning: null,
    words: [{ id: words[number % words.length] ?? 'numb', guess: false }],
    tags: [],
    note: number % 5 === 0 ? 'A line about how it was.' : '',
    source: 'popup',
    precision: 'minute',
    nudgeId: null,
  }
  return { id: idOf(at, number), updatedAt: at, origin: 'own', ...fields } as const
}

/** The mark of a history of `count` check-ins, for both places. */
const canaryOf = (count: number) => ({
  installId: idOf(start, 0),
  sequence: count,
  counts: { checkIns: count },
  newest: count > 0 ? { store: 'checkIns', id: checkIn(count - 1, count).id } : null,
})

/** `count` check-ins, evenly spread over ten years, in parts of at most `size`. */
export function* checkInsOf(count: number, size: number) {
  for (let from = 0; from < count; from += size)
    yield Array.from({ length: Math.min(size, count - from) }, (_, place) => checkIn(from + place, count))
}

/** The `days` rows of these check-ins, and the marks of the database and of what lies beside it. */
export const aroundCheckIns = (
  count: number,
): {
  readonly days: readonly DayRow[]
  readonly meta: object
  readonly beside: { readonly [key: string]: unknown }
} => {
  const counted = function* () {
    for (const part of checkInsOf(count, 10_000))
      for (const record of part) yield { store: 'checkIns', record } as const
  }
  const canary = canaryOf(count)
  const { installId, sequence } = canary
  return {
    days: dayRows(counted()),
    meta: { id: 'meta', installId, sequence },
    beside: { [canaryKey]: canary },
  }
}

/** What `storage.local` holds after `count` check-ins, evenly spread over ten years. */
export const journalOf = (count: number): { readonly [key: string]: unknown } => {
  const rows = [...checkInsOf(count, count)].flat()
  const months = Map.groupBy(rows, row => monthOf(row.updatedAt))
  return {
    ...Object.fromEntries([...months].map(([month, checkIns]) => [packKey(month), { checkIns }])),
    [canaryKey]: canaryOf(count),
  }
}
