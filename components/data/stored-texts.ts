/** What is said of what is stored and of what a check found. */
import type { Integrity } from '../../lib/app/data-ports.ts'
import type { CheckStep, StoredFacts } from '../../lib/app/stored.ts'
import type { StoreName } from '../../lib/core/records.ts'
import { formatSize } from '../../lib/platform/format-size.ts'
import { formatDay, formatDayTime } from '../../lib/platform/formats.ts'
import { formatNumber, type MessageKey, plural, t } from '../../lib/platform/i18n.ts'

const names = {
  checkIns: 'stored_check_ins',
  sessions: 'stored_sessions',
  reflections: 'stored_reflections',
  markers: 'stored_markers',
  nudges: 'stored_nudges',
  words: 'stored_words',
  tags: 'stored_tags',
  pauses: 'stored_pauses',
} as const satisfies { readonly [Store in StoreName]: MessageKey }

export type Fact = { readonly name: string; readonly value: string; readonly more?: string }

/** Every store with how many records it has and about how much room they take, and what of them the check could not open. */
export const storeFacts = ({ counts, sizes }: StoredFacts, check: CheckStep): readonly Fact[] => {
  const unopened = check.kind === 'done' ? check.found.unopened : 0
  return [
    ...(Object.keys(names) as StoreName[]).map(store => {
      const { shown, hidden, deleted } = counts[store]
      const gone = hidden + deleted
      return {
        name: t(names[store]),
        value: sizes[store] > 0 ? t('stored_count', shown, formatSize(sizes[store])) : formatNumber(shown),
        ...(gone > 0 && { more: plural('stored_deleted', gone) }),
      }
    }),
    ...(unopened > 0 ? [{ name: t('stored_unopened'), value: formatNumber(unopened) }] : []),
  ]
}

const sizeText = (bytes: number | null): string =>
  bytes === null ? t('stored_unknown') : t('stored_about', formatSize(bytes))

/** How much room all of it takes, and how safe it is. */
export const safetyFacts = (facts: StoredFacts, zone: string): readonly Fact[] => {
  const { usage, localBytes, persisted, lastBackup, lastSnapshot, settingsChanged } = facts
  return [
    { name: t('stored_usage'), value: sizeText(usage) },
    { name: t('stored_local'), value: sizeText(localBytes) },
    {
      name: t('stored_persisted'),
      value: t(persisted === null ? 'stored_unknown' : persisted ? 'stored_yes' : 'stored_no'),
    },
    {
      name: t('stored_backup'),
      value: lastBackup === null ? t('stored_none') : formatDayTime(lastBackup, zone),
    },
    {
      name: t('stored_snapshot'),
      value: lastSnapshot === null ? t('stored_none') : formatDay(lastSnapshot.day, 'date'),
    },
    ...(settingsChanged === null
      ? []
      : [{ name: t('stored_settings'), value: formatDayTime(settingsChanged, zone) }]),
    { name: t('stored_version'), value: facts.version },
    { name: t('stored_database'), value: t('stored_database_version', facts.databaseVersion) },
  ]
}

/** What a check found, and what can be done about it. */
const findingTexts = ({ rows, invalid, days, orphans, uncopied, unopened }: Integrity): readonly string[] => {
  const unreadable = Object.values(invalid).reduce((sum, count) => sum + count, 0)
  const found = [
    ...(unreadable > 0 ? [plural('check_invalid', unreadable)] : []),
    ...(unopened > 0 ? [plural('check_unopened', unopened)] : []),
    ...(days > 0 ? [plural('check_days', days)] : []),
    ...(orphans > 0 ? [plural('check_orphans', orphans)] : []),
    ...(uncopied > 0 ? [plural('check_uncopied', uncopied)] : []),
  ]
  return found.length > 0 ? found : [rows === 0 ? t('check_none') : plural('check_right', rows)]
}

export const checkTexts = (step: CheckStep): readonly string[] => {
  if (step.kind === 'done') return [...(step.mended ? [t('check_mended')] : []), ...findingTexts(step.found)]
  return step.kind === 'stopped' ? [t('check_stopped')] : []
}
