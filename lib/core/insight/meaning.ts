/** What little came through was to the person, beside when it was: counts alone, ranked nowhere and compared with nothing. */
import type { meanings } from '../records.ts'
import { type CheckInFact, weekdayOf } from './facts.ts'

/** One row: in how many check-ins each was said, and in how many nothing was said. */
type MeaningRow = {
  /** By hour: `0` to `20`, the hour at which four hours begin; by weekday: `1` (Monday) to `7`; by tag: its id; `all` for all of them. */
  readonly id: string
  readonly shelter: number
  readonly inTheWay: number
  readonly neither: number
  readonly unsaid: number
}

const meaningSplits = ['all', 'hour', 'weekday', 'tag'] as const
export type MeaningSplit = (typeof meaningSplits)[number]

export type MeaningCard = {
  /** Check-ins of 3 or lower, or "can't tell", in which it was said. */
  readonly said: number
  readonly rows: { readonly [Split in MeaningSplit]: readonly MeaningRow[] }
}

/** Felt of at most so much, or "can't tell", is asked about. */
const lowAtMost = 3

/** So many tags at most, those that stand there most. */
const mostTags = 12

const hoursTogether = 4

const names = { shelter: 'shelter', 'in-the-way': 'inTheWay', neither: 'neither' } as const satisfies {
  [Name in (typeof meanings)[number]]: keyof MeaningRow
}

type Counts = { shelter: number; inTheWay: number; neither: number; unsaid: number }

const isAskedAbout = ({ felt, cantTell }: CheckInFact): boolean =>
  felt === null ? cantTell.includes('felt') : felt <= lowAtMost

const add = (counts: Map<string, Counts>, id: string, { meaning }: CheckInFact) => {
  const row = counts.get(id) ?? { shelter: 0, inTheWay: 0, neither: 0, unsaid: 0 }
  row[(meaning && names[meaning]) ?? 'unsaid'] += 1
  counts.set(id, row)
}

const all = ({ shelter, inTheWay, neither, unsaid }: Counts): number => shelter + inTheWay + neither + unsaid

const rowsOf = (counts: Map<string, Counts>): MeaningRow[] => [...counts].map(([id, row]) => ({ id, ...row }))

const inOrder = (counts: Map<string, Counts>) =>
  rowsOf(counts).toSorted((one, other) => Number(one.id) - Number(other.id))

/** null where it was never said. */
export const meaningCard = (checkIns: readonly CheckInFact[]): MeaningCard | null => {
  const splits = { all: new Map(), hour: new Map(), weekday: new Map(), tag: new Map() } satisfies {
    [Split in MeaningSplit]: Map<string, Counts>
  }
  let said = 0
  for (const fact of checkIns) {
    if (!isAskedAbout(fact)) continue
    if (fact.meaning !== null) said += 1
    add(splits.all, 'all', fact)
    add(splits.weekday, String(weekdayOf(fact.day)), fact)
    if (fact.hour !== null)
      add(splits.hour, String(Math.floor(fact.hour / hoursTogether) * hoursTogether), fact)
    for (const tag of new Set(fact.tags)) add(splits.tag, tag, fact)
  }
  if (said === 0) return null
  const tags = rowsOf(splits.tag)
    .toSorted((one, other) => all(other) - all(one) || (one.id < other.id ? -1 : 1))
    .slice(0, mostTags)
  return {
    said,
    rows: {
      all: rowsOf(splits.all),
      hour: inOrder(splits.hour),
      weekday: inOrder(splits.weekday),
      tag: tags,
    },
  }
}
