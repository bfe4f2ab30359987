/** What was found about a subject before anything is claimed of it: the numbers, the tests, and how many data would tell. */
import type { Card, Estimate, Group, More, Unit } from './card.ts'
import type { LookPlan } from './looks.ts'

/** One question that may become a claim. */
type Test = {
  /** The same for as long as the question is the same, such as `tag:work`. */
  readonly key: string
  readonly p: number
  /** How many data it rests on, of the side that is looked at as it grows: the rarer one, or the days after a marker. */
  readonly n: number
  readonly plan: LookPlan
}

/**
 * What stands in for a claim where none is made: how many more would tell a difference of a point; `enough` where there are so many
 * already, `nothing` where nothing is compared.
 */
export type Short = { readonly more: More; readonly of: Unit } | 'enough' | 'nothing'

export type FoundGroup = Omit<Group, 'verdict'> & { readonly test: Test | null; readonly short: Short }

export type Finding = Pick<Card, 'subject' | 'n' | 'cantTell' | 'missing' | 'missingShare' | 'apart'> & {
  readonly groups: readonly FoundGroup[]
  /** The least difference worth telling, in the units of its differences; a point of felt without it. */
  readonly worth?: number
}

/** A difference this great, in points of felt, is what "can't tell yet" waits for. */
export const worthTelling = 1

/**
 * By what factor the data have to grow until a difference of `size` would be claimed; up to 1 where it would be by now. `powered` says how
 * many times its error a difference has to be for that (`poweredFor`).
 */
export const growthFor = (error: number, powered: number, size: number = worthTelling): number =>
  ((powered * error) / size) ** 2

/** Fewer than these cannot be foreseen to within a third. */
export const few = 10

/** "About N more", to two figures at most: nobody can know it better. */
export const about = (more: number): number => {
  const whole = Math.ceil(more)
  const step = whole < 20 ? 1 : whole < 100 ? 5 : 10 ** Math.floor(Math.log10(whole) - 1)
  return Math.round(whole / step) * step
}

/** Beyond this nobody is asked to wait for it. */
const mostToWaitFor = 5_000

type Wait = {
  readonly of: Unit
  readonly powered: number
  readonly size?: number
  /** Of the wait that follows from the error, what is to be expected. */
  readonly part?: number
}

/** What is short where `n` data give an `error`; null errors are those that cannot be known yet. */
export const shortOf = (
  n: number,
  error: number | null,
  { of, powered, size = worthTelling, part = 1 }: Wait,
): Short => {
  if (error === null || !Number.isFinite(error)) return { more: null, of }
  const growth = growthFor(error, powered, size)
  if (growth <= 1) return 'enough'
  const more = about(part * n * (growth - 1))
  if (more < few) return { more: 'few', of }
  return { more: more > mostToWaitFor ? null : more, of }
}

/** An estimate of what has a value and an interval. */
export const estimateOf = ({ value, interval }: Estimate): Estimate => ({ value, interval })

/**
 * What a level is compared with, out of `n`: the level without the difference that was found, which allows for when either was answered.
 * The plain level of the rest may lie on the other side; it stands in where no difference was found.
 */
export const againstOf = (
  level: Estimate | null,
  difference: Pick<Estimate, 'value'> | null,
  rest: Estimate | null,
  n: number,
): Group['against'] => {
  const value = level && difference ? level.value - difference.value : rest?.value
  return value === undefined || n === 0 ? null : { value, n }
}

/** The share of what was asked and not answered, 0 of nothing. */
export const shareOf = (missing: number, all: number): number => (all > 0 ? missing / all : 0)
