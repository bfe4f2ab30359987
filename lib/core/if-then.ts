/** If-then plans: what the "if" of one is, and which plans hold now. */
import type { Id, Reflection } from './records.ts'

export type CueKind = 'tag' | 'word' | 'thought' | 'hour'

/** `tag:<id>`, `word:<id>`, `thought:<id of its reflection>`, or `hour:<0 to 23>`; as the field `if` of a plan holds it. */
export type Cue = `${CueKind}:${string}`

/** What comes then: a pause, in the field `then`, or a small step in the person's words, in the field `step`. */
export type Aim = { readonly pauseId: Id } | { readonly step: string }

/** A reflection of type `plan`. */
export type Plan = { readonly cue: Cue; readonly aim: Aim }

export const isCue = (value: unknown): value is Cue =>
  typeof value === 'string' && /^(tag|word|thought):.+$|^hour:(1?\d|2[0-3])$/.test(value)

/** What a plan leads to, in its fields; null where that is missing. */
export const aimIn = ({ then: pauseId, step }: Reflection['fields']): Aim | null => {
  if (typeof pauseId === 'string' && pauseId !== '') return { pauseId }
  return typeof step === 'string' && step.trim() !== '' ? { step: step.trim() } : null
}

type Row = Pick<Reflection, 'type' | 'fields'>

/** The plan in one reflection; null where it holds none, or one half of it alone. */
export const planIn = ({ type, fields }: Row): Plan | null => {
  const { if: cue } = fields
  const aim = type === 'plan' ? aimIn(fields) : null
  return aim !== null && isCue(cue) ? { cue, aim } : null
}

/** The plans among reflections, in the order given. */
export const plansIn = (reflections: readonly Row[]): readonly Plan[] =>
  reflections.flatMap(row => planIn(row) ?? [])

/** What was just logged, and the hour of the person's day, 0 to 23. */
export type Logged = {
  readonly tags: readonly Id[]
  readonly words: readonly Id[]
  /** The reflections of thoughts. */
  readonly thoughts: readonly Id[]
  readonly hour: number
}

/** The plans whose "if" holds now, in the order given. */
export const plansNow = (
  plans: readonly Plan[],
  { tags, words, thoughts, hour }: Logged,
): readonly Plan[] => {
  const cues = new Set<Cue>([
    ...tags.map(id => `tag:${id}` as const),
    ...words.map(id => `word:${id}` as const),
    ...thoughts.map(id => `thought:${id}` as const),
    `hour:${hour}`,
  ])
  return plans.filter(({ cue }) => cues.has(cue))
}

/** What kind of "if" a cue is, and the id or the hour that it names. */
export const cueParts = (cue: Cue): { readonly kind: CueKind; readonly name: string } => {
  const at = cue.indexOf(':')
  return { kind: cue.slice(0, at) as CueKind, name: cue.slice(at + 1) }
}
