/** Words or tags as this person has them: Thaw's own in their groups, with what was added, renamed, placed elsewhere or hidden. */
import { isBlank } from './blank.ts'
import type { Id, OwnTag, OwnWord } from './records.ts'

/** What Thaw comes with, in the order in which it is shown. */
export type Catalogue = {
  readonly groups: readonly { readonly id: Id; readonly items: readonly Id[] }[]
  /** What has a label and stands in no group; it is never hidden, renamed or placed. */
  readonly others: readonly Id[]
  /** Where an own one goes whose group is not known. */
  readonly fallback: Id
}

/** What a record says: of one of Thaw's, what was changed (null: nothing); of an own one, all there is. */
export type OwnRow = Pick<OwnWord | OwnTag, 'id' | 'label' | 'group' | 'hidden'>

export type Listed = {
  readonly id: Id
  readonly group: Id
  /** The person's own, and none of Thaw's. */
  readonly own: boolean
  /** It cannot be picked; where it was picked before, it stays. */
  readonly hidden: boolean
  /** One of Thaw's under a name of the person's. */
  readonly renamed: boolean
}

export type WordList = {
  /** All of them, hidden ones too, by group: Thaw's first, then what was placed here, then own ones, oldest first. */
  readonly groups: readonly { readonly id: Id; readonly items: readonly Listed[] }[]
  /** What can be picked: the same without hidden ones and without groups that have none left. */
  readonly picks: readonly { readonly id: Id; readonly items: readonly Id[] }[]
  /** What it is called now, whether it can still be picked or not. */
  labelOf(id: Id): string
  /** Whether it stands in `picks`. */
  canPick(id: Id): boolean
  /** null for what is in no list. */
  find(id: Id): Listed | null
  /** Everything whose label is taken: all that is listed, groups that are switched off included, and what has no group. */
  readonly named: readonly Id[]
  /** Own ones that were deleted and are kept for old check-ins alone. */
  readonly putAway: readonly Id[]
}

const ownLabelOf = (row: OwnRow | undefined): string | null =>
  row === undefined || row.label === null || isBlank(row.label) ? null : row.label

/** Where one stands in the lists, and whether it can be picked there. */
export type WordPlace = Pick<OwnRow, 'group' | 'hidden'>

/** A place in whatever is stored; null where there is none. */
export const readWordPlace = (stored: unknown): WordPlace | null => {
  const { group, hidden } = (stored ?? {}) as { readonly [name: string]: unknown }
  if (typeof hidden !== 'boolean' || (group !== null && typeof group !== 'string')) return null
  return { group, hidden }
}

/** An own word without a group that is hidden was deleted; only its name is left. */
export const isPutAway = (row: OwnRow): boolean => row.hidden && row.group === null

/**
 * `nameOf` is what Thaw calls its own in the language shown, and whatever may be said of an id without a record.
 * Groups in `off` are left out of all lists; their labels stay.
 */
export const wordList = (
  catalogue: Catalogue,
  rows: readonly OwnRow[],
  nameOf: (id: Id) => string,
  off: ReadonlySet<Id> = new Set(),
): WordList => {
  const byId = new Map(rows.map(row => [row.id, row]))
  const homes = new Map(catalogue.groups.flatMap(({ id, items }) => items.map(item => [item, id] as const)))
  const known = new Set(catalogue.groups.map(({ id }) => id))
  const others = new Set(catalogue.others)
  const placeOf = (id: Id): Id => {
    const group = byId.get(id)?.group ?? null
    return group !== null && known.has(group) ? group : (homes.get(id) ?? catalogue.fallback)
  }
  const listedAs = (id: Id, own: boolean): Listed => ({
    id,
    group: placeOf(id),
    own,
    hidden: byId.get(id)?.hidden ?? false,
    renamed: !own && ownLabelOf(byId.get(id)) !== null,
  })
  const ownRows = rows
    .filter(row => !homes.has(row.id) && !others.has(row.id) && ownLabelOf(row) !== null)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const all = new Map(
    [
      ...[...homes.keys()].map(id => listedAs(id, false)),
      ...ownRows.filter(row => !isPutAway(row)).map(row => listedAs(row.id, true)),
    ].map(item => [item.id, item]),
  )
  const order = ({ id, group, own }: Listed): number => (own ? 2 : Number(homes.get(id) !== group))
  const inGroup = Map.groupBy(all.values(), item => item.group)
  const groups = catalogue.groups
    .filter(({ id }) => !off.has(id))
    .map(({ id }) => ({
      id,
      items: (inGroup.get(id) ?? []).toSorted((one, other) => order(one) - order(other)),
    }))
  const picks = groups
    .map(({ id, items }) => ({ id, items: items.filter(item => !item.hidden).map(item => item.id) }))
    .filter(({ items }) => items.length > 0)
  const pickable = new Set(picks.flatMap(({ items }) => items))
  return {
    groups,
    picks,
    labelOf: id => (others.has(id) ? null : ownLabelOf(byId.get(id))) ?? nameOf(id),
    canPick: id => pickable.has(id),
    find: id => all.get(id) ?? null,
    named: [...all.keys(), ...catalogue.others],
    putAway: ownRows.filter(isPutAway).map(({ id }) => id),
  }
}

/** What becomes of a record when one thing about it changes; `current` is null where nothing was changed so far. */
export const changedRow = (
  current: OwnRow | null,
  change: Partial<Omit<OwnRow, 'id'>>,
): Omit<OwnRow, 'id'> => ({
  label: current?.label ?? null,
  group: current?.group ?? null,
  hidden: current?.hidden ?? false,
  ...change,
})
