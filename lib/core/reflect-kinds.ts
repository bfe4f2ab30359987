/** The kinds of things that a person wrote down, as the Reflect page lists them, and which of them a reflection is. */
import type { Reflection } from './records.ts'

/** In the order in which they are shown. */
export const reflectKinds = [
  'thoughts',
  'highs-lows',
  'steps',
  'plans',
  'people',
  'lines',
  'keepsakes',
  'light-things',
] as const

export type ReflectKind = (typeof reflectKinds)[number]

const kinds: { readonly [Type in Reflection['type']]?: ReflectKind } = {
  thought: 'thoughts',
  'high-low': 'highs-lows',
  step: 'steps',
  ladder: 'steps',
  plan: 'plans',
  person: 'people',
  sentence: 'people',
  line: 'lines',
  'light-thing': 'light-things',
}

/** null for what the page does not list. A line that is kept is shown when it is asked for, and in no list. */
export const reflectKindOf = ({ type, fields }: Pick<Reflection, 'type' | 'fields'>): ReflectKind | null =>
  type === 'line' && fields['kept'] === true ? 'keepsakes' : (kinds[type] ?? null)

/** How many there are of each kind; a kind that has none is not there. */
export const countKinds = (
  reflections: readonly Pick<Reflection, 'type' | 'fields'>[],
): ReadonlyMap<ReflectKind, number> => {
  const counts = new Map<ReflectKind, number>()
  for (const reflection of reflections) {
    const kind = reflectKindOf(reflection)
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  return counts
}
