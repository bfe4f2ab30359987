/** What the Library says of a pause, of a filter, of a refused own pause, and of what was done last. */
import type { LibraryNews, LibraryPause } from '../../lib/app/library.ts'
import type { OwnPauseProblem } from '../../lib/core/own-pause.ts'
import type { PauseKind } from '../../lib/core/pause-kinds.ts'
import type { PauseSpan } from '../../lib/core/pause-shelf.ts'
import type { Pace } from '../../lib/core/tempo.ts'
import { formatLength, formatSeconds } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { catalogueText } from '../pause/pause-texts.ts'

type Known = NonNullable<LibraryPause['known']>
type Grade = NonNullable<LibraryPause['grade']>
type Leaves = NonNullable<LibraryPause['pause']['leaves']>

export const kindText = (kind: PauseKind): string => t(`pause_kind_${kind}`)

const gradeKeys = { A: 'grade_a', B: 'grade_b', 'B-': 'grade_b_minus', C: 'grade_c', D: 'grade_d' } as const

export const gradeText = (grade: Grade | null): string => t(grade === null ? 'grade_none' : gradeKeys[grade])

export const spanText = (span: PauseSpan): string => t(`library_span_${span}`)

/** The longest offer that is chosen; null is any. */
export const upToText = (seconds: number | null): string => {
  if (seconds === null) return t('library_any_length')
  return seconds < 60 ? formatSeconds(seconds) : formatLength(seconds / 60)
}

const paceKeys = {
  1.5: 'library_pace_slowest',
  1.25: 'library_pace_slower',
  1: 'library_pace_plain',
  0.8: 'library_pace_faster',
} as const satisfies { [One in Pace]: string }

export const paceText = (pace: Pace): string => t(paceKeys[pace])

export const cautionText = (caution: Known['cautions'][number]): string =>
  caution === 'if-worse' ? t('pause_if_worse') : catalogueText(`caution_${caution.replaceAll('-', '_')}`)

export const restsText = ({ id }: Known): string => catalogueText(`pause_${id.replaceAll('-', '_')}_rests`)

const staysKeys: { readonly [Type in Leaves]?: Parameters<typeof t>[0] } = {
  thought: 'library_stays_thought',
  'high-low': 'library_stays_high_low',
  step: 'library_stays_step',
  ladder: 'library_stays_step',
  plan: 'library_stays_plan',
  line: 'library_stays_line',
  sentence: 'library_stays_sentence',
}

/** What a pause leaves behind besides its line in the history; null where that is all. */
export const staysText = (leaves: Leaves | undefined): string | null => {
  const key = leaves && staysKeys[leaves]
  return key ? t(key) : null
}

export const refusedText = (refused: OwnPauseProblem): string => {
  switch (refused.kind) {
    case 'name-empty':
      return t('own_label_empty')
    case 'name-long':
      return t('own_pause_name_long', refused.length)
    case 'name-taken':
      return t(refused.hidden ? 'own_label_hidden' : 'own_label_taken', refused.name)
    case 'about-long':
      return t('own_pause_about_long', refused.length)
    case 'no-steps':
      return t('own_pause_no_steps')
    case 'many-steps':
      return t('own_pause_many_steps', refused.count)
    case 'step-empty':
      return t('own_pause_step_empty', refused.step)
    case 'step-long':
      return t('own_pause_step_long', refused.step, refused.length)
    case 'step-seconds':
      return t('own_pause_step_seconds', refused.step)
    case 'pause-long':
      return t('own_pause_long', refused.seconds)
  }
}

const newsKeys = {
  added: 'own_now_added',
  hidden: 'own_now_hidden',
  shown: 'own_now_shown',
  back: 'own_now_back',
} as const

export const newsText = ({ what, title }: LibraryNews): string =>
  what === 'changed' ? t('saved_spoken') : t(newsKeys[what], title)
