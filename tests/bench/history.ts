/** A history of any size as its journal would hold it; Thaw restores the database from it as after a loss. */
import type { Fields } from '../../lib/core/records.ts'
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

/** What `storage.local` holds after `count` check-ins, evenly spread over ten years. */
export const journalOf = (count: number): { readonly [key: string]: unknown } => {
  const rows = Array.from({ length: count }, (_, number) => checkIn(number, count))
  const last = rows.at(-1)
  const months = Map.groupBy(rows, row => monthOf(row.updatedAt))
  return {
    ...Object.fromEntries([...months].map(([month, checkIns]) => [packKey(month), { checkIns }])),
    [canaryKey]: {
      installId: idOf(start, 0),
      sequence: count,
      counts: { checkIns: count },
      newest: last ? { store: 'checkIns', id: last.id } : null,
    },
  }
}
