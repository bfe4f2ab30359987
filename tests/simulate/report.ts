/** What came of simulated lives, in lines to read. */
import type { CalmReport } from './calm.ts'
import type { LifeReport } from './life.ts'

export type ZoneReport = {
  readonly zone: string
  readonly lives: readonly (LifeReport & { readonly browser: string })[]
  readonly calm: readonly CalmReport[]
  readonly seconds: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const number = new Intl.NumberFormat('en')

const reasonsOf = (lives: ZoneReport['lives']): string => {
  const reasons = new Map<string, number>()
  for (const { counts } of lives) {
    for (const [reason, count] of counts.dropped) reasons.set(reason, (reasons.get(reason) ?? 0) + count)
  }
  return [...reasons]
    .sort((one, other) => other[1] - one[1])
    .map(([reason, count]) => `${reason} ${number.format(count)}`)
    .join(', ')
}

/** What went wrong in a zone: nothing where every law held, and every nudge came that should. */
export const problemsOf = ({ zone, lives, calm }: ZoneReport): readonly string[] => [
  ...lives.flatMap(({ browser, broken }) =>
    broken.map(
      ({ law, step, day, at, event }) =>
        `${zone}, ${browser}, step ${step}, day ${day}, ${at}, ${event}: ${law}`,
    ),
  ),
  ...calm.flatMap(({ mode, shown, expected, broken }) => [
    ...broken.map(law => `${zone}, calm, ${mode}: ${law}`),
    ...(shown === expected ? [] : [`${zone}, calm, ${mode}: ${shown} came, and ${expected} should have`]),
  ]),
]

/** The figures of one zone, in a few lines. */
export const linesOf = (report: ZoneReport): readonly string[] => {
  const { zone, lives, calm, seconds } = report
  const of = (figure: (life: LifeReport) => number) => number.format(sum(lives.map(figure)))
  const dropped = sum(lives.flatMap(({ counts }) => [...counts.dropped.values()]))
  const perDay = (
    sum(lives.map(life => life.onActiveDays)) / Math.max(1, sum(lives.map(life => life.activeDays)))
  ).toFixed(2)
  const stall = Math.round(Math.max(...lives.map(life => life.longestStall)) / 60_000)
  const came = calm.map(
    ({ mode, shown, expected }) => `${mode} ${number.format(shown)} of ${number.format(expected)}`,
  )
  return [
    `${zone}: ${problemsOf(report).length} laws broken (${seconds.toFixed(1)} s)`,
    `  shown ${of(life => life.counts.begun)} (${of(life => life.counts.asked)} asked for; ${perDay} per active day), held back ${of(life => life.counts.heldBack)}, expired ${of(life => life.counts.expired)}, dropped ${number.format(dropped)} (${reasonsOf(lives)})`,
    `  ${of(life => life.steps)} steps, ${of(life => life.kills)} kills; after a kill at most ${stall} min of use until the next event set the alarm again`,
    `  in calm: ${came.join(', ')}`,
  ]
}
