/** Ladders: one thing that felt too big, made smaller step by step, with the step on which the person stands. */
import type { Id, Reflection } from './records.ts'
import { shortened } from './shortened.ts'
import type { Moment } from './time.ts'

/** As many steps as a ladder is meant to have. Others, from elsewhere, are shown all the same. */
const rungsAtLeast = 3
const rungsAtMost = 7

/**
 * A reflection of type `ladder`, or a step that a pause made smaller:
 * - `ladder`: lines, from the whole thing to the smallest step of it
 * - `rung`: the place of the line on which the person stands, from 0; not there while that is the first one
 */
type LadderFields = Reflection['fields']

export type Ladder = Moment & {
  readonly id: Id
  /** From the whole thing to the smallest; never empty. */
  readonly rungs: readonly string[]
  /** Where the person stands among them. */
  readonly rung: number
  /** The whole thing, or its beginning where it is long. */
  readonly name: string
  /** It has fewer steps than it is meant to have, or more. */
  readonly size: 'short' | 'right' | 'long'
}

/** The letters of a name. */
const nameAtMost = 60

const sizeOf = (rungs: number): Ladder['size'] =>
  rungs < rungsAtLeast ? 'short' : rungs > rungsAtMost ? 'long' : 'right'

const rungsIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(line => (typeof line === 'string' && line.trim() !== '' ? [line.trim()] : []))
    : []

const placeIn = (value: unknown, rungs: readonly string[]): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? Math.min(value, rungs.length - 1) : 0

/** A small step that a pause made smaller is a ladder too. */
export const isSmallerStep = ({ type, fields }: Pick<Reflection, 'type' | 'fields'>): boolean =>
  type === 'step' && rungsIn(fields['ladder']).length > 1

type Row = Pick<Reflection, 'id' | 'at' | 'zone' | 'day' | 'type' | 'fields'>

/** The ladder in one reflection, whatever an import brought; null where it holds none. A step that a pause made no smaller is a step. */
export const ladderIn = ({ id, at, zone, day, type, fields }: Row): Ladder | null => {
  if (type !== 'ladder' && type !== 'step') return null
  const rungs = rungsIn(fields['ladder'])
  const [whole] = rungs
  if (whole === undefined || (type === 'step' && rungs.length === 1)) return null
  const rung = placeIn(fields['rung'], rungs)
  return { id, at, zone, day, rungs, rung, name: shortened(whole, nameAtMost), size: sizeOf(rungs.length) }
}

/** The ladders among reflections, in the order given. */
export const laddersIn = (reflections: readonly Row[]): readonly Ladder[] =>
  reflections.flatMap(row => ladderIn(row) ?? [])

/** The fields with the person on another step. */
export const standingOn = (fields: LadderFields, rung: number): LadderFields => {
  const { rung: _, ...others } = fields
  return rung === 0 ? others : { ...others, rung }
}
