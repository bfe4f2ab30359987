/** The tags to begin with, with their permanent ids; their labels are the messages `tag_…` and `tag_group_…`. */
import type { Catalogue } from '../core/word-list.ts'
import type { FeelingWordId } from './words.ts'

type Group = {
  readonly id: string
  /** Off until the person switches the group on. */
  readonly optIn: boolean
  readonly tags: readonly string[]
}

export const tagGroups = [
  {
    id: 'body',
    optIn: false,
    tags: [
      'tired',
      'muted-reactions',
      'slowed',
      'slept-badly',
      'slept-too-long',
      'low-energy',
      'tight',
      'heavy',
      'no-signal',
      'touch-feels-far',
    ],
  },
  {
    id: 'mind',
    optIn: false,
    tags: [
      'hard-to-focus',
      'detached',
      'memory-gaps',
      'cant-decide',
      'fog',
      'no-drive',
      'lost-interest',
      'feelings-jump-about',
      'it-did-not-arrive',
    ],
  },
  {
    id: 'people',
    optIn: false,
    tags: [
      'alone',
      'with-one-person',
      'group',
      'watched',
      'froze',
      'had-to-fit-in',
      'couldnt-show-it',
      'hard-to-feel-with-others',
      'pulled-back',
      'kept-talk-shallow',
      'unspoken-conflict',
      'people-felt-far',
      'worn-out-from-caring',
      'half-present',
    ],
  },
  {
    id: 'around',
    optIn: false,
    tags: ['work', 'money', 'home', 'outside', 'loss', 'argument', 'screen', 'flat-room'],
  },
  {
    id: 'care',
    optIn: false,
    tags: ['ate', 'drank-water', 'washed', 'rested', 'moved', 'something-kind'],
  },
  {
    id: 'private',
    optIn: true,
    tags: ['took-the-edge-off-with-something', 'medication-changed'],
  },
] as const satisfies readonly Group[]

export type TagGroupId = (typeof tagGroups)[number]['id']
export type TagId = (typeof tagGroups)[number]['tags'][number]

export const tags: readonly TagId[] = tagGroups.flatMap<TagId>(group => group.tags)

/** As the person's own list of tags builds on it. */
export const tagCatalogue: Catalogue = {
  groups: tagGroups.map(({ id, tags: items }) => ({ id, items })),
  others: [],
  fallback: 'around',
}

/** Whoever can pick it can also mark the day on a timeline. */
export const medicationTag = 'medication-changed' satisfies TagId

/** The groups of tags that can be picked only once the person has switched them on. */
export const privateTagGroups: ReadonlySet<string> = new Set(
  tagGroups.filter(group => group.optIn).map(group => group.id),
)

/** A body or mind tag that says what a word says: it stays hidden while that word is picked. */
export const sameAsWord: { readonly [Tag in TagId]?: FeelingWordId } = {
  tired: 'tired',
  'muted-reactions': 'muted',
  detached: 'disconnected',
  fog: 'foggy',
}
