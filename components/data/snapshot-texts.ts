/** What is said of daily copies and of bringing one back. */
import type { Snapshot } from '../../lib/app/data-ports.ts'
import type { RestoreStep } from '../../lib/app/snapshots.ts'
import { formatSize } from '../../lib/platform/format-size.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { type MessageKey, plural, t } from '../../lib/platform/i18n.ts'

export const dayOf = ({ day }: Snapshot): string => formatDay(day, 'full')

/** "12 records · 4 kB" */
export const sizeText = ({ records, bytes }: Snapshot): string =>
  t('snapshot_size', plural('snapshot_records', records), formatSize(bytes))

const states = {
  missing: 'snapshot_missing',
  damaged: 'snapshot_damaged',
  'too-big': 'import_file_too_big',
} as const satisfies { readonly [State in Exclude<Snapshot['state'], 'whole'>]: MessageKey }

/** Why it cannot be brought back; null where it can. */
export const stateText = ({ state }: Snapshot): string | null => (state === 'whole' ? null : t(states[state]))

/** What bringing it back would come to, a sentence a kind; what cannot be read of it is not here as it was. */
export const planTexts = ({
  plan: { returned, changed, same, stays },
  unreadable,
}: RestoreStep & { kind: 'found' }): readonly string[] => [
  ...(returned > 0 ? [plural('snapshot_returned', returned)] : []),
  ...(changed > 0 ? [plural('snapshot_changed', changed)] : []),
  ...(returned + changed + unreadable.length === 0 ? [t('snapshot_nothing')] : []),
  ...(returned + changed + unreadable.length > 0 && same > 0 ? [plural('snapshot_same', same)] : []),
  ...(stays > 0 ? [plural('snapshot_stays', stays)] : []),
]

const ends = {
  done: 'snapshot_done',
  'taken-back': 'snapshot_taken_back',
  'changed-since': 'snapshot_changed_since',
  stopped: 'snapshot_stopped',
  unusable: 'snapshot_unusable',
  renewing: 'snapshots_renewing',
  renewed: 'snapshots_renewed',
} as const satisfies { readonly [Kind in RestoreStep['kind']]?: MessageKey }

/** How the last press ended; empty while it is under way, but for what nobody can stop. */
export const endText = ({ kind }: RestoreStep): string =>
  kind in ends ? t(ends[kind as keyof typeof ends]) : ''

/** What became of its settings; null where they were not asked for. */
export const settingsText = ({ settings }: RestoreStep & { kind: 'found' }): string | null =>
  typeof settings === 'boolean' ? t(settings ? 'import_done_settings' : 'import_done_settings_not') : null

/** What is under way; null where nothing is. */
export const workingText = ({ kind }: RestoreStep): string | null => {
  if (kind === 'reading') return t('snapshot_reading')
  if (kind === 'writing') return t('snapshot_writing')
  return kind === 'taking-back' ? t('snapshot_taking_back') : null
}
