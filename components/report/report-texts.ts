/** What the report says, in words and numbers. */

import type { MeanInterval } from '../../lib/core/mean-interval.ts'
import type { Scale } from '../../lib/core/records.ts'
import type { Report, ScaleReport } from '../../lib/core/report.ts'
import { formatDay, formatShare } from '../../lib/platform/formats.ts'
import { formatNumber, formatterOf, plural, t } from '../../lib/platform/i18n.ts'

/** In the order in which they are asked. */
export const scaleNames = ['felt', 'far', 'pleasant', 'energy'] as const satisfies readonly Scale[]

export const scaleKeys = {
  felt: 'heat_scale_felt',
  far: 'heat_scale_far',
  pleasant: 'heat_scale_pleasant',
  energy: 'heat_scale_energy',
} as const satisfies { readonly [Name in Scale]: string }

/** To one place after the point: more would claim more than a few answers can say. */
const tenths = (value: number): string =>
  formatterOf('tenths', tag => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })).format(value)

/** A count, and which share of all it is: 4 (17%). */
export const withShare = (count: number, of: number): string =>
  of === 0 ? formatNumber(count) : t('report_share', count, formatShare(count / of))

export const meanText = ({ mean }: MeanInterval): string => tenths(mean)

/** Two ends, lower first; one number where they are the same. */
const rangeText = (from: string, to: string): string => (from === to ? from : t('over_half', from, to))

export const halfText = ({ lower, upper }: NonNullable<ScaleReport['spread']>): string =>
  rangeText(formatNumber(lower), formatNumber(upper))

/** What cannot be said yet is said to be so. */
export const intervalText = ({ interval }: MeanInterval): string =>
  interval === null ? t('report_few_days') : rangeText(tenths(interval.from), tenths(interval.to))

/** A word, in how many check-ins it was picked, and how many of those were best guesses. */
export const wordText = (
  labels: { readonly word: (id: string) => string },
  { id, count, guesses }: Report['words'][number],
): string =>
  guesses > 0
    ? t('report_counted_guess', labels.word(id), count, guesses)
    : t('report_counted', labels.word(id), count)

export const headingText = ({ from, to }: Report['period']): string =>
  from === to
    ? t('report_heading_day', formatDay(from, 'date'))
    : t('report_heading', formatDay(from, 'date'), formatDay(to, 'date'))

/** How much there is, and what is not in it, a sentence each. */
export const shortTexts = (report: Report): readonly string[] => {
  const { period, kept, checkIns, days, daysWithout, impossible, nudges } = report
  const texts: string[] = []
  if (checkIns === 0) texts.push(t('report_none'))
  else texts.push(t('report_count', plural('found_check_ins', checkIns), plural('found_days', days)))
  if (checkIns > 0 && daysWithout > 0) texts.push(plural('report_without', daysWithout))
  if (kept && kept.from > period.from) texts.push(t('report_begins', formatDay(kept.from, 'date')))
  if (kept && kept.to < period.to) texts.push(t('report_ends', formatDay(kept.to, 'date')))
  if (impossible > 0) texts.push(plural('report_impossible', impossible))
  if (nudges.shown > 0) texts.push(t('report_nudges', nudges.shown, nudges.answered))
  return texts
}
