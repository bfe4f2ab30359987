/** What is said of backups: how long ago the last one was, when one is worth it, and what came of one. */
import type { BackupStatus, BackupStep } from '../../lib/app/backup.ts'
import { formatSize } from '../../lib/platform/format-size.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { formatList, type PluralBase, plural, t } from '../../lib/platform/i18n.ts'

export const lastText = ({ last, since }: BackupStatus): string => {
  if (last === null) return t('backup_never')
  const day = formatDay(last.day, 'date')
  return since === 0 ? t('backup_last', day) : plural('backup_since', since, day)
}

/** For `BackupStatus` and for the line on Today. */
export const dueText = ({ last, since }: Pick<BackupStatus, 'last' | 'since'>): string =>
  plural(last === null ? 'backup_due_first' : 'backup_due_again', since)

type Done = Extract<BackupStep, { readonly kind: 'done' }>

const doneText = ({ name, bytes, counts }: Done): string => {
  const own = counts.words + counts.tags + counts.pauses
  const parts = [
    ['backup_holds_check_ins', counts.checkIns],
    ['backup_holds_sessions', counts.sessions],
    ['backup_holds_reflections', counts.reflections],
    ['backup_holds_markers', counts.markers],
    ['backup_holds_own', own],
  ] as const satisfies readonly (readonly [PluralBase, number])[]
  const held = parts.flatMap(([base, count]) => (count > 0 ? [plural(base, count)] : []))
  return held.length === 0
    ? t('backup_done_empty', name)
    : t('backup_done', name, formatSize(bytes), formatList(held))
}

/** What is read out: that it began, what it is at, and how it ended. */
export const saidOf = (step: BackupStep): string => {
  switch (step.kind) {
    case 'ready':
    case 'failed':
      return ''
    case 'writing':
      return t('backup_writing')
    case 'encrypting':
      return t('backup_locking')
    case 'stopped':
      return t('backup_stopped')
    case 'done':
      return doneText(step)
  }
}

export const failedText = ({ problem }: Extract<BackupStep, { readonly kind: 'failed' }>): string => {
  if (problem === null) return t('backup_not_made')
  return problem.kind === 'newer' ? t('err_newer') : t('backup_not_read')
}
