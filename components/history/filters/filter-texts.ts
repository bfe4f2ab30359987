/** What each filter that is in use says, and what is asked for without it. */
import type { Filter, PeriodFilter, Source } from '../../../lib/core/filter.ts'
import { formatDay, formatMinutes, formatWeekday } from '../../../lib/platform/formats.ts'
import { formatList, t } from '../../../lib/platform/i18n.ts'
import type { Labels } from '../../words/labels.ts'

export const sourceKeys = {
  popup: 'filter_source_popup',
  nudge: 'entry_source_nudge',
  page: 'filter_source_page',
  import: 'filter_source_import',
} as const satisfies { readonly [Name in Source]: string }

/** A part of the filter that can be taken out by itself. */
export type FilterPart = {
  readonly key: string
  readonly label: string
  /** What the filter becomes without it. */
  readonly without: Partial<Filter>
}

const span = <Value>(from: Value | null, to: Value | null, say: (value: Value) => string): string => {
  if (from === null) return to === null ? '' : t('filter_on_until', say(to))
  return to === null ? t('filter_on_since', say(from)) : t('filter_on_between', say(from), say(to))
}

const periodText = ({ from, to }: PeriodFilter): string =>
  from !== null && from === to ? formatDay(from, 'full') : span(from, to, day => formatDay(day, 'date'))

const without = <Value>(all: readonly Value[], one: Value): readonly Value[] =>
  all.filter(value => value !== one)

const feltParts = ({ felt }: Filter): readonly FilterPart[] => {
  const { range, cantTell, noAnswer } = felt
  const parts: FilterPart[] = []
  if (range !== null) {
    const label =
      range.from === range.to ? t('entry_felt', range.from) : t('filter_on_felt', range.from, range.to)
    parts.push({ key: 'felt', label, without: { felt: { ...felt, range: null } } })
  }
  if (cantTell) {
    const next = { felt: { ...felt, cantTell: false } }
    parts.push({ key: 'cant-tell', label: t('entry_felt_cant_tell'), without: next })
  }
  if (noAnswer) {
    const next = { felt: { ...felt, noAnswer: false } }
    parts.push({ key: 'no-answer', label: t('entry_felt_none'), without: next })
  }
  return parts
}

const timeParts = ({ weekdays, hours, period }: Filter): readonly FilterPart[] => {
  const parts: FilterPart[] = []
  if (weekdays.length > 0) {
    const label = formatList(weekdays.toSorted().map(formatWeekday))
    parts.push({ key: 'weekdays', label, without: { weekdays: [] } })
  }
  const time = span(hours.from, hours.to, formatMinutes)
  if (time) parts.push({ key: 'hours', label: time, without: { hours: { from: null, to: null } } })
  const days = periodText(period)
  if (days) parts.push({ key: 'period', label: days, without: { period: { from: null, to: null } } })
  return parts
}

/** Every part that is in use, in the order in which the filters stand. */
export const partsOn = (filter: Filter, labels: Labels): readonly FilterPart[] => [
  ...(filter.text.trim() === ''
    ? []
    : [{ key: 'text', label: t('filter_on_text', filter.text.trim()), without: { text: '' } }]),
  ...feltParts(filter),
  ...filter.words.map(id => ({
    key: `word ${id}`,
    label: labels.word(id),
    without: { words: without(filter.words, id) },
  })),
  ...filter.tags.map(id => ({
    key: `tag ${id}`,
    label: t('filter_on_tag', labels.tag(id)),
    without: { tags: without(filter.tags, id) },
  })),
  ...filter.pauses.map(id => ({
    key: `pause ${id}`,
    label: t('entry_pause', labels.pause(id)),
    without: { pauses: without(filter.pauses, id) },
  })),
  ...filter.sources.map(source => ({
    key: `source ${source}`,
    label: t(sourceKeys[source]),
    without: { sources: without(filter.sources, source) },
  })),
  ...(filter.noted ? [{ key: 'noted', label: t('filter_noted'), without: { noted: false } }] : []),
  ...timeParts(filter),
]
