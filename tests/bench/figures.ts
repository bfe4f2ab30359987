/** Medians and ratios, and how they are printed. */

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The value below which a quarter, and below which three quarters of the values lie. */
const quartiles = (values: readonly number[]): readonly [number, number] => {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN
  return [at(0.25), at(0.75)]
}

/** The median, and the quartiles around it. */
export const shown = (values: readonly number[]): string => {
  const [low, high] = quartiles(values)
  return `${median(values).toFixed(1)} (${low.toFixed(1)}–${high.toFixed(1)})`
}

/** A line that says whether a figure is within its target. */
export const verdict = (what: string, value: number, target: number): readonly string[] => [
  what,
  value.toFixed(3),
  `≤ ${target}`,
  value <= target ? 'met' : 'missed',
]

export const printTable = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => (column === 0 ? cell.padEnd : cell.padStart).call(cell, widths[column] ?? 0))
        .join('  '),
    )
  }
}
