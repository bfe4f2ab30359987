/** Which of the groups that cannot be told yet is nearest to it. */
import type { Group, More, Verdict } from '../../lib/core/insight/card.ts'

export type Untold = Group & { readonly verdict: Extract<Verdict, { kind: 'cannot-tell' }> }

const isUntold = (group: Group): group is Untold => group.verdict.kind === 'cannot-tell'

const howMany = (more: More): number => (more === 'few' ? 0 : (more ?? Infinity))

/** The one that fewest more would tell, the first of several; null where all can be told. */
export const nearestOf = (groups: readonly Group[]): Untold | null =>
  groups
    .filter(isUntold)
    .reduce<Untold | null>(
      (best, group) =>
        best === null || howMany(group.verdict.more) < howMany(best.verdict.more) ? group : best,
      null,
    )
