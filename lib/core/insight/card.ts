/** A card of Patterns: what was found about one subject, how sure that is, and how much is missing. It holds no text. */
import type { Id } from '../records.ts'

/** In the order in which they stand on the page. */
export const subjects = [
  'hour',
  'weekday',
  'tag',
  'season',
  'markers',
  'reach',
  'pauses',
  'spread',
  'words',
] as const

export type Subject = (typeof subjects)[number]

/** 95 %, in the units of what it belongs to; `from` ≤ `to`. */
type Interval = { readonly from: number; readonly to: number }

/** A number with its interval; the interval is null where there are too few data for one. */
export type Estimate = { readonly value: number; readonly interval: Interval | null }

/** What "about N more" counts: check-ins or pauses of any kind, or such as the group itself has, of pauses those that chance picked. */
export type Unit =
  | 'check-ins'
  | 'such-check-ins'
  | 'days'
  | 'winters'
  | 'such-pauses'
  | 'quiet-pauses'
  | 'highs-and-lows'

/** About how many more would do: `few` below ten, which nobody can count beforehand; null where it cannot be said. */
export type More = number | 'few' | null

/**
 * How sure it is.
 * - `nothing-yet`: no data at all; there is no picture either.
 * - `cannot-tell`: too few data to tell a difference of a point from chance. `more` says about how many more would do; it is
 *   null too where more would not help.
 * - `alike`: enough data to have shown a difference of a point, none showed, and the interval leaves no room for one.
 * - `describes`: numbers that are compared with nothing.
 * - `claim`: the difference is more than chance, over all that the page looks at and over all the times it was looked at.
 */
export type Verdict =
  | { readonly kind: 'nothing-yet' }
  | { readonly kind: 'cannot-tell'; readonly more: More; readonly of: Unit }
  | { readonly kind: 'alike' }
  | { readonly kind: 'describes' }
  | { readonly kind: 'claim'; readonly direction: 'higher' | 'lower' }

/** What stays open of what a card compares, or that nothing does. */
export type Undecided = Extract<Verdict, { readonly kind: 'cannot-tell' | 'alike' }>

/** One bar, pane or row of a card. */
export type Group = {
  /**
   * What it is, by subject. hour: `0` `4` `8` `12` `16` `20`, the hour at which four hours begin; weekday: `1` (Monday) to `7`; tag and
   * markers: their ids; season: `winter` for all winters against summers, `winter-2024` for the one that began in 2024, and `month-1` to `month-12`; reach: `high` `low`;
   * pauses: `kind-out` and so on, or the id of a pause; spread: `mean` `sd` `change` `inertia`; words: `year-2025-3`, the third quarter.
   */
  readonly id: Id
  /** Answers that are numbers. */
  readonly n: number
  readonly cantTell: number
  readonly missing: number
  /** Of pauses, those that are compared with nothing and so stand outside of every number but the marks. */
  readonly apart?: number
  /** Its own level; null where nothing was answered. */
  readonly level: Estimate | null
  /**
   * What it is compared with, the rest, the time before a marker, or the quiet pauses that may be compared, as it would lie beside this level
   * where what else differs is allowed for; `n` answers are behind it.
   */
  readonly against: { readonly value: number; readonly n: number } | null
  /** Level against level, allowing for what else differs; not always their plain difference. */
  readonly difference: Estimate | null
  readonly verdict: Verdict
  /** What was tapped after pauses; null for every other subject. */
  readonly marks: { readonly eased: number; readonly same: number; readonly worse: number } | null
}

export type Card = {
  readonly subject: Subject
  /** Answers that are numbers, over the whole card. */
  readonly n: number
  readonly cantTell: number
  /** Asked and not answered, in numbers and as a share of all, 0 to 1; 0 of nothing. */
  readonly missing: number
  readonly missingShare: number
  /** Of pauses, those that are compared with nothing, where others are. */
  readonly apart?: number
  readonly groups: readonly Group[]
  /** A claim where any group has one; else it describes where any group does; else what is undecided. */
  readonly verdict: Verdict
  /** The group that the sentence is about; null where none stands out. */
  readonly leading: Id | null
  /**
   * Of the groups that it asks about, what cannot be told yet of the nearest; alike once it can be told of all; null where it asks
   * nothing. A single pause is not asked about: its kind speaks for it until that is claimed.
   */
  readonly undecided: Undecided | null
  /**
   * The group that is nearest, where it asks about several, or counts what that one has alone, and it is known how many more it needs;
   * null otherwise.
   */
  readonly nearest: Id | null
}
