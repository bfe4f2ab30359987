/** Which key leads where on the line: along it, to its ends, and to another period. */

type Ways = {
  /** To the next place along the line, and past its ends to what lies beyond. */
  readonly step: (by: 1 | -1) => void
  readonly first: () => void
  readonly last: () => void
  readonly closer: () => void
  readonly wider: () => void
  readonly earlier: () => void
  readonly later: () => void
  readonly all: () => void
}

/** By the names that browsers give keys. `mirrored` is a line that runs from right to left. */
export const chartKeys = (ways: Ways, mirrored: boolean): { readonly [key: string]: () => void } => ({
  ArrowRight: () => ways.step(mirrored ? -1 : 1),
  ArrowLeft: () => ways.step(mirrored ? 1 : -1),
  ArrowUp: () => ways.step(1),
  ArrowDown: () => ways.step(-1),
  // As on every slider.
  Home: ways.first,
  End: ways.last,
  PageUp: ways.later,
  PageDown: ways.earlier,
  '+': ways.closer,
  // The same key on many keyboards, without Shift.
  '=': ways.closer,
  '-': ways.wider,
  '0': ways.all,
})
