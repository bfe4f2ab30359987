/** The kinds of things that a person wrote down, as the Reflect page lists them, and which of them a reflection is. */
import { isSmallerStep } from './ladder.ts'
import type { Reflection } from './records.ts'

/** In the order in which they are shown. */
export const reflectKinds = [
  'thoughts',
  'highs-lows',
  'steps',
  'ladders',
  'plans',
  'people',
  'lines',
  'keepsakes',
  'light-things',
  'markers',
] as const

export type ReflectKind = (typeof reflectKinds)[number]

const kinds: { readonly [Type in Reflection['type']]?: ReflectKind } = {
  thought: 'thoughts',
  'high-low': 'highs-lows',
  step: 'steps',
  ladder: 'ladders',
  plan: 'plans',
  person: 'people',
  sentence: 'people',
  line: 'lines',
  'light-thing': 'light-things',
}

/** null for what the page does not list. A line that is kept is shown when it is asked for, and in no list. */
export const reflectKindOf = ({ type, fields }: Pick<Reflection, 'type' | 'fields'>): ReflectKind | null =>
  type === 'line' && fields['kept'] === true ? 'keepsakes' : (kinds[type] ?? null)

/** A small step that is done stands folded under the others, and waits for nothing. */
const isOver = ({ type, fields }: Pick<Reflection, 'type' | 'fields'>): boolean =>
  type === 'step' && typeof fields['doneAt'] === 'number'

/** How many there are of each kind that are still to be seen; a kind that has none is not there. */
export type KindCounts = ReadonlyMap<ReflectKind, number>

/** Counts more of them into `counts`. */
export const countInto = (
  counts: Map<ReflectKind, number>,
  reflections: readonly Pick<Reflection, 'type' | 'fields'>[],
): void => {
  const count = (kind: ReflectKind) => counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const reflection of reflections) {
    const kind = reflectKindOf(reflection)
    if (kind !== null && !isOver(reflection)) count(kind)
    if (isSmallerStep(reflection)) count('ladders')
  }
}
