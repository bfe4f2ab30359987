/** An entry of the history with what can be done about it. */
import type { HistoryEntry } from '../../lib/core/history.ts'
import { formatDay, formatDayTime } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Entry } from './Entry.tsx'

type Props = {
  readonly entry: HistoryEntry
  readonly onEdit: () => void
  readonly onDelete: () => void
}

export const HistoryRow = ({ entry, onEdit, onDelete }: Props) => {
  const session = entry.kind === 'session'
  const when =
    !session && entry.checkIn.precision === 'day'
      ? formatDay(entry.day, 'date')
      : formatDayTime(entry.at, entry.zone)
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
