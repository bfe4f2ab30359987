/** What the line over time says, in words: a period, one bucket of it, and the dates of both. */
import type { FeltBucket, FeltSums, FeltUnit, FeltView } from '../../../lib/core/felt-over-time.ts'
import { formatDay } from '../../../lib/platform/formats.ts'
import { formatNumber, formatterOf, joinSentences, plural, t } from '../../../lib/platform/i18n.ts'

const first = Temporal.PlainDate.from('1970-01-01')

/** The day with a number, counted from 1970-01-01. */
export const dateAt = (number: number): Temporal.PlainDate => first.add({ days: Math.floor(number) })

/** Days since 1970-01-01. */
export const dateNumber = (day: string | Temporal.PlainDate): number => first.until(day).days

const rangeFormat = () =>
  formatterOf(
    'day range',
    tag => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' }),
  )

/** Whether a bucket is a whole month or year; the first and the last of a period may be less. */
const isWhole = ({ from, to }: FeltBucket, unit: 'month' | 'year'): boolean => {
  const start = Temporal.PlainDate.from(from)
  const next = Temporal.PlainDate.from(to).add({ days: 1 })
  return start.day === 1 && next.day === 1 && (unit === 'month' || (start.month === 1 && next.month === 1))
}

/** "May 3, 2026", "May 3 – 9, 2026", "May 2026" or "2026". */
export const bucketName = (bucket: FeltBucket, unit: FeltUnit): string => {
  const { from, to } = bucket
  if (from === to) return formatDay(from, 'date')
  if (unit === 'month' && isWhole(bucket, unit)) return formatDay(from, 'month')
  if (unit === 'year' && isWhole(bucket, unit))
    return formatterOf('year', tag => new Intl.DateTimeFormat(tag, { year: 'numeric' })).format(
      Temporal.PlainDate.from(from),
    )
  return rangeFormat().formatRange(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to))
}

const spreadTexts = ({ answers, middle, lower, upper, cantTell }: FeltSums): readonly string[] => {
  const texts: string[] = []
  if (middle !== null && lower !== null && upper !== null) {
    if (answers === 1) texts.push(t('over_middle_one', middle))
    else if (lower === upper) texts.push(t('over_middle_same', middle))
    else texts.push(t('over_middle', middle, lower, upper))
  }
  if (cantTell > 0) texts.push(plural('over_cant_tell', cantTell))
  return texts
}

/** All that a bucket says, in sentences. */
export const bucketSentence = (bucket: FeltBucket, unit: FeltUnit): string => {
  const name = bucketName(bucket, unit)
  const opening =
    bucket.answers === 0
      ? t('over_bucket_none', name)
      : t('over_bucket', name, plural('over_answers', bucket.answers))
  return joinSentences([opening, ...spreadTexts(bucket)])
}

const opening = ({ from, to, sums }: FeltView): string => {
  const [begin, end] = [formatDay(from, 'date'), formatDay(to, 'date')]
  if (sums.answers === 0)
    return from === to ? t('over_sentence_day_none', begin) : t('over_sentence_none', begin, end)
  const answers = plural('over_answers', sums.answers)
  if (from === to) return t('over_sentence_day', begin, answers)
  return t('over_sentence', begin, end, answers, plural('over_days', sums.days))
}

/** All that the line says, in sentences. It describes, and claims nothing. */
export const viewSentence = (view: FeltView, impossible: number): string =>
  joinSentences([
    opening(view),
    ...spreadTexts(view.sums),
    ...(impossible > 0 ? [plural('over_impossible', impossible)] : []),
  ])

/** A number of the scale, or nothing where there is no answer. */
export const number = (value: number | null): string => (value === null ? '' : formatNumber(value))
