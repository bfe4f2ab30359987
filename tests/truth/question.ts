/** A question that planted truth answers: rows of a table, each a figure beside its target. */

export type Row = {
  /** What was planted, and what was counted. */
  readonly what: string
  /** As it is printed, with how many people it rests on. */
  readonly figure: string
  readonly target: string
  /** Null where the row has no target of its own and stands there to compare with. */
  readonly met: boolean | null
}

export type Question = {
  /** Its file, by which it can be asked alone. */
  readonly name: string
  /** What it asks, and the target as it was set. */
  readonly asks: string
  /** `people` is how many each row takes at full size; a part of it where time is short. */
  readonly ask: (people: (full: number) => number, seed: number) => Iterable<Row>
}

/** A row that stands there to compare with. */
export const beside = (row: Row): Row => ({ ...row, target: '', met: null })

/** The row under another: what no method could do better, out of what was planted. */
export const atBest = (share: number, how: string): Row => ({
  what: `  at best, by who knows ${how}`,
  figure: `${(100 * share).toFixed(1)} %`,
  target: '',
  met: null,
})

/** A share of cases in per cent, with its simulation error. */
const percent = (hits: number, of: number): string => {
  const share = hits / Math.max(1, of)
  const error = 100 * Math.sqrt((share * (1 - share)) / Math.max(1, of))
  return `${(100 * share).toFixed(1)} % ± ${error.toFixed(1)} of ${of}`
}

/** A row whose figure is a share that has to lie from `from` to `to`, both in per cent. */
export const shareRow = (what: string, hits: number, of: number, from: number, to: number): Row => {
  const share = (100 * hits) / Math.max(1, of)
  const target = from === 0 ? `≤ ${to} %` : to === 100 ? `≥ ${from} %` : `${from}–${to} %`
  const met = of > 0 ? share >= from && share <= to : null
  return { what, figure: percent(hits, of), target, met }
}
