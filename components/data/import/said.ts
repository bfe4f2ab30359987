/** What is said of an import as it goes on. */
import type { ImportStep } from '../../../lib/app/import-steps.ts'
import { formatList, joinSentences, type MessageKey, t } from '../../../lib/platform/i18n.ts'
import { doneTexts } from './done-texts.ts'
import { kindTexts } from './Found.tsx'
import { problemText } from './import-texts.ts'

/** The name of the part: who has nothing here yet, and has chosen no file, is likely to look for a backup. */
export const titleOf = (step: ImportStep | null, isEmpty: boolean | null): MessageKey =>
  isEmpty && (step?.kind === 'waiting' || step?.kind === 'refused') ? 'import_title_restore' : 'import_title'

/** What stands there to be read: that it was stopped, or why it came to nothing. */
export const shownOf = (step: ImportStep, file: string | null): readonly string[] => {
  switch (step.kind) {
    case 'waiting':
      return step.stopped ? [t('import_stopped')] : []
    case 'refused':
      return [...(file === null ? [] : [file]), problemText(step.problem), t('import_no_change')]
    case 'found':
      return step.after === 'stopped' ? [t('import_stopped')] : []
    default:
      return []
  }
}

/** What screen readers hear beside it, wherever the focus is. */
export const spokenOf = (step: ImportStep): string => {
  switch (step.kind) {
    case 'found':
      return formatList(kindTexts(step.found))
    case 'done':
      return joinSentences(doneTexts(step))
    default:
      return ''
  }
}
