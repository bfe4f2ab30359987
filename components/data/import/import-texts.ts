/** What an import says of a file: its kind, why it could not be read, why one of its lines could not. */
import type { ImportProblem } from '../../../lib/app/import-steps.ts'
import type { StoreProblem } from '../../../lib/app/ports.ts'
import type { ZipParts } from '../../../lib/core/file-read.ts'
import type { ForeignFormat, RefusedReason, Unreadable, UnreadableReason } from '../../../lib/core/foreign.ts'
import { formatList, formatNumber, type MessageKey, plural, t } from '../../../lib/platform/i18n.ts'
import { changeProblemText } from '../change-texts.ts'

const formatKeys = {
  thaw: 'import_format_thaw',
  csv: 'import_format_csv',
  snapshot: 'import_format_snapshot',
  'daylio-csv': 'import_format_daylio_csv',
  'daylio-backup': 'import_format_daylio_backup',
  pixels: 'import_format_pixels',
  'how-we-feel': 'import_format_how_we_feel',
  bearable: 'import_format_bearable',
  'state-of-mind': 'import_format_state_of_mind',
  emoods: 'import_format_emoods',
  mindshift: 'import_format_mindshift',
  moodpath: 'import_format_moodpath',
  'daily-you': 'import_format_daily_you',
} as const satisfies { readonly [Format in ForeignFormat | 'thaw' | 'csv' | 'snapshot']: MessageKey }

const refusedKeys = {
  empty: 'import_file_empty',
  'too-big': 'import_file_too_big',
  'too-deep': 'import_file_too_deep',
  'too-many': 'import_file_too_many',
  'unknown-format': 'import_file_unknown_format',
  'not-text': 'import_file_not_text',
  broken: 'import_file_broken',
  newer: 'import_file_newer',
  'zip-bomb': 'import_file_zip_bomb',
  'wrong-passphrase': 'import_file_wrong_passphrase',
  'too-costly': 'import_file_too_costly',
} as const satisfies { readonly [Reason in RefusedReason]: MessageKey }

const lineKeys = {
  'no-time': 'import_line_no_time',
  'bad-time': 'import_line_bad_time',
  'out-of-range': 'import_line_out_of_range',
  'too-long': 'import_line_too_long',
  'too-deep': 'import_line_too_deep',
  'wrong-type': 'import_line_wrong_type',
  'no-content': 'import_line_no_content',
  'bad-row': 'import_line_bad_row',
} as const satisfies { readonly [Reason in UnreadableReason]: MessageKey }

/** What a kind of file is called; an import may be of one that only a newer Thaw knows. */
export const formatText = (format: string): string =>
  t(
    Object.hasOwn(formatKeys, format)
      ? formatKeys[format as keyof typeof formatKeys]
      : 'import_format_unknown',
  )

/** So many names of files are told. */
const namesTold = 10

/** "a.csv, b.csv, and c.csv (+7)", where there are seven more. */
const namesText = (names: readonly string[]): string => {
  const told = formatList(names.slice(0, namesTold))
  return names.length > namesTold ? `${told} (+${formatNumber(names.length - namesTold)})` : told
}

/** What of a zip is read, and what is left. */
export const zipText = ({ read, left }: ZipParts): string => t('import_zip', namesText(read), namesText(left))

export const problemText = (problem: ImportProblem): string =>
  t(problem.kind === 'refused' ? refusedKeys[problem.reason] : 'import_file_unreadable')

/** "Line 3: it has no date." */
export const lineText = ({ line, reason, field }: Unreadable): string => {
  const said = t(lineKeys[reason])
  return t('import_line', line, field === undefined ? said : t('import_line_field', said, field))
}

/** The lines of which nothing comes in. */
export const leftAside = (unreadable: readonly Unreadable[]): readonly Unreadable[] =>
  unreadable.filter(({ part }) => !part)

/** Lines of one kind that could not be read, with what is said of them. */
export type UnreadList = {
  readonly title: string
  readonly hint: string
  readonly lines: readonly Unreadable[]
}

/** The lines that are left aside, then those of which the rest comes in; neither where there are none. */
export const unreadLists = (unreadable: readonly Unreadable[]): readonly UnreadList[] => {
  const whole = leftAside(unreadable)
  const part = unreadable.filter(one => one.part)
  return [
    { title: plural('import_unread_title', whole.length), hint: t('import_unread_hint'), lines: whole },
    { title: plural('import_part_title', part.length), hint: t('import_part_hint'), lines: part },
  ].filter(({ lines }) => lines.length > 0)
}

/** Why it was not written, or not to its end. */
export const writeProblemText = (problem: StoreProblem): string =>
  changeProblemText(problem, 'import_not_written')
