/** Which names a person may give to a word or tag. */

import { isBlank } from './blank.ts'
import type { Id } from './records.ts'
import { fail, ok, type Result } from './result.ts'
import type { WordList } from './word-list.ts'

/** Why a name is refused; what was typed stays. */
export type LabelProblem =
  | { readonly kind: 'empty' }
  /** `length` in characters as people count them. */
  | { readonly kind: 'long'; readonly length: number }
  /** `id` is called so already; where it is hidden, it can be shown again. */
  | { readonly kind: 'taken'; readonly id: Id; readonly label: string; readonly hidden: boolean }

/** In characters as people count them: a family emoji is one. */
export const labelAtMost = 60

const lengthOf = (text: string, locale: string): number =>
  [...new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(text)].length

/** How long a text is in characters as people count them, where that is more than `atMost`; null where it is not. */
export const lengthPast = (text: string, atMost: number, locale: string): number | null => {
  // One character may be a letter under a hundred accents; past this many code units a text is too long in any case.
  const units = 10 * atMost
  // Counted no further than a person would read on: a pasted book is long, and that is all there is to say.
  const length = text.length > 100 * units ? text.length : lengthOf(text, locale)
  if (length > atMost) return length
  return text.length > units ? text.length : null
}

/** Equal for names that differ in case, width, or blanks around or between words alone. */
export const labelKey = (text: string, locale: string): string =>
  // Capitals first, so that ß and SS, and the two small sigmas, are one.
  text
    .normalize('NFKC')
    .toLocaleUpperCase(locale)
    .toLocaleLowerCase(locale)
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .trim()

/** The name as it is kept: as typed, well-formed, without blanks around. `except` is what carries the name already. */
export const ownLabel = (
  typed: string,
  list: WordList,
  locale: string,
  except: Id | null,
): Result<string, LabelProblem> => {
  const label = typed.toWellFormed().trim()
  if (isBlank(label)) return fail({ kind: 'empty' })
  const length = lengthPast(label, labelAtMost, locale)
  if (length !== null) return fail({ kind: 'long', length })
  const key = labelKey(label, locale)
  const taken = list.named.find(id => id !== except && labelKey(list.labelOf(id), locale) === key)
  if (taken === undefined) return ok(label)
  return fail({
    kind: 'taken',
    id: taken,
    label: list.labelOf(taken),
    hidden: list.find(taken) !== null && !list.canPick(taken),
  })
}

/** The deleted own word of that name, whose history goes on when the name is added again. */
export const putAwayAs = (label: string, list: WordList, locale: string): Id | null => {
  const key = labelKey(label, locale)
  return list.putAway.find(id => labelKey(list.labelOf(id), locale) === key) ?? null
}
