/** What is sought in the history: a text and filters, each of which is off until something is chosen. */
import type { Loose } from './loose.ts'
import type { Felt, Id } from './records.ts'
import { type Day, isDay } from './time.ts'

/** How a check-in came about: begun by the person, after a reminder, added on a page, or brought by an import. */
export const sources = ['popup', 'nudge', 'page', 'import'] as const
export type Source = (typeof sources)[number]

/** Any of the three that is on is let through; all are off while `range` is null and both others are false. */
export type FeltFilter = {
  /** Both included. */
  readonly range: { readonly from: Felt; readonly to: Felt } | null
  readonly cantTell: boolean
  readonly noAnswer: boolean
}

/** Minutes after midnight, `from` included and `to` not; null is open. They cross midnight where `to` comes first. */
export type HoursFilter = { readonly from: number | null; readonly to: number | null }

/** Both days included; null is open. */
export type PeriodFilter = { readonly from: Day | null; readonly to: Day | null }

/** All that is on must hold; within one kind, any of what is chosen. */
export type Filter = {
  readonly text: string
  readonly words: readonly Id[]
  readonly tags: readonly Id[]
  readonly pauses: readonly Id[]
  readonly sources: readonly Source[]
  readonly felt: FeltFilter
  /** It has a note. */
  readonly noted: boolean
  /** ISO: 1 (Monday) to 7. */
  readonly weekdays: readonly number[]
  readonly hours: HoursFilter
  readonly period: PeriodFilter
}

export const noFilter: Filter = {
  text: '',
  words: [],
  tags: [],
  pauses: [],
  sources: [],
  felt: { range: null, cantTell: false, noAnswer: false },
  noted: false,
  weekdays: [],
  hours: { from: null, to: null },
  period: { from: null, to: null },
}

export const filtersFelt = ({ range, cantTell, noAnswer }: FeltFilter): boolean =>
  range !== null || cantTell || noAnswer

const isLimited = ({ from, to }: HoursFilter | PeriodFilter): boolean => from !== null || to !== null

/** Only check-ins have what is asked for. */
export const asksCheckIns = ({ words, tags, sources, felt, noted }: Filter): boolean =>
  words.length + tags.length + sources.length > 0 || filtersFelt(felt) || noted

/** Whether anything is left out. */
export const isFiltering = (filter: Filter): boolean =>
  filter.text.trim() !== '' ||
  asksCheckIns(filter) ||
  filter.pauses.length + filter.weekdays.length > 0 ||
  isLimited(filter.hours) ||
  isLimited(filter.period)

/** How many kinds of filters are on besides the text. */
export const filtersOn = (filter: Filter): number =>
  [filter.words, filter.tags, filter.pauses, filter.sources, filter.weekdays].filter(
    ({ length }) => length > 0,
  ).length +
  [filtersFelt(filter.felt), filter.noted, isLimited(filter.hours), isLimited(filter.period)].filter(Boolean)
    .length

/** The same things asked for, whatever the objects. */
export const sameFilter = (one: Filter, other: Filter): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

const loose = (stored: unknown): Loose =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {}

const each = <Value>(stored: unknown, is: (value: unknown) => value is Value): readonly Value[] =>
  Array.isArray(stored) ? [...new Set(stored.filter(is))] : []

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isSource = (value: unknown): value is Source => sources.some(source => source === value)
const isWhole = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && from <= value && value <= to

const isFelt = (value: unknown): value is Felt => isWhole(value, 0, 10)

const readFelt = (stored: Loose): FeltFilter => {
  const range = loose(stored['range'])
  const [from, to] = [range['from'], range['to']]
  return {
    range: isFelt(from) && isFelt(to) && from <= to ? { from, to } : null,
    cantTell: stored['cantTell'] === true,
    noAnswer: stored['noAnswer'] === true,
  }
}

const minuteOrNull = (value: unknown): number | null => (isWhole(value, 0, 24 * 60 - 1) ? value : null)
const dayOrNull = (value: unknown): Day | null => (isDay(value) ? value : null)

/** The filter in whatever is stored: what cannot be used in it is off. */
export const readFilter = (stored: unknown): Filter => {
  const from = loose(stored)
  const [hours, period] = [loose(from['hours']), loose(from['period'])]
  return {
    text: isText(from['text']) ? from['text'] : '',
    words: each(from['words'], isText),
    tags: each(from['tags'], isText),
    pauses: each(from['pauses'], isText),
    sources: each(from['sources'], isSource),
    felt: readFelt(loose(from['felt'])),
    noted: from['noted'] === true,
    weekdays: each(from['weekdays'], (value): value is number => isWhole(value, 1, 7)),
    hours: { from: minuteOrNull(hours['from']), to: minuteOrNull(hours['to']) },
    period: { from: dayOrNull(period['from']), to: dayOrNull(period['to']) },
  }
}
