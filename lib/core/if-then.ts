/** If-then plans: what the "if" of one is, and which plans hold now. */
import type { Id, Reflection } from './records.ts'

export type CueKind = 'tag' | 'word' | 'thought' | 'hour'

/** `tag:<id>`, `word:<id>`, `thought:<id of its reflection>`, or `hour:<0 to 23>`; as the field `if` of a plan holds it. */
export type Cue = `${CueKind}:${string}`

/** The fields of a reflection of type `plan`. */
export type Plan = { readonly cue: Cue; readonly pauseId: Id }

const isCue = (value: unknown): value is Cue =>
  typeof value === 'string' && /^(tag|word|thought):.+$|^hour:(1?\d|2[0-3])$/.test(value)

/** The plans among reflections, in the order given; one without a pause is none. */
export const plansIn = (reflections: readonly Pick<Reflection, 'type' | 'fields'>[]): readonly Plan[] =>
  reflections.flatMap(({ type, fields }) => {
    const { if: cue, then: pauseId } = fields
    return type === 'plan' && isCue(cue) && typeof pauseId === 'string' && pauseId !== ''
      ? [{ cue, pauseId }]
      : []
  })

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
