/** An entry of the history with what can be done about it. */
import type { HistoryEntry } from '../../lib/core/history.ts'
import { formatDayTime } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Entry } from './Entry.tsx'

type Props = {
  readonly entry: HistoryEntry
  readonly onEdit: () => void
  readonly onDelete: () => void
}

export const HistoryRow = ({ entry, onEdit, onDelete }: Props) => {
  const when = formatDayTime(entry.at, entry.zone)
  const session = entry.kind === 'session'
  return (
    <Entry
      entry={entry}
      buttons={
        <>
          {!session && (
            <Button look="quiet" name={t('entry_edit_spoken', when)} onPress={onEdit}>
              {t('edit')}
            </Button>
          )}
          <Button
            look="quiet"
            name={session ? t('entry_delete_pause_spoken', when) : t('entry_delete_spoken', when)}
            onPress={onDelete}
          >
            {t('delete')}
          </Button>
        </>
      }
    />
  )
}
