/** An entry of the history with what can be done about it; while it is edited, its form stands in its place. */
import { useMemo } from 'preact/hooks'
import type { HistoryEntry } from '../../lib/core/history.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Entry } from './Entry.tsx'
import { whenLine } from './entry-texts.ts'
import styles from './HistoryRow.module.css'
import { bringForms, formParts } from './lazy-forms.ts'
import { Pick } from './Pick.tsx'
import type { RowTools } from './row-tools.ts'

type Props = { readonly entry: HistoryEntry; readonly tools: RowTools }

const Row = ({ entry, tools: { model } }: Props) => {
  const session = entry.kind === 'session'
  const when = whenLine(entry)
  const edit = () => {
    void bringForms()
    if (!session) void model.edit(entry.checkIn)
  }
  const remove = () => void (session ? model.removeSession(entry.id) : model.removeCheckIn(entry.id))
  return (
    <div class={styles['row']} data-row={entry.id}>
      <Pick id={entry.id} name={t(session ? 'entry_select_pause_spoken' : 'entry_select_spoken', when)} />
      <Entry
        entry={entry}
        now={model.now(entry)}
        buttons={
          <>
            {!session && !('sealed' in entry.checkIn) && (
              <Button look="quiet" name={t('entry_edit_spoken', when)} onPress={edit}>
                {t('edit')}
              </Button>
            )}
            <Button
              look="quiet"
              name={t(session ? 'entry_delete_pause_spoken' : 'entry_delete_spoken', when)}
              onPress={remove}
            >
              {t('delete')}
            </Button>
          </>
        }
      />
    </div>
  )
}

/** Drawn again when its entry is another one, and not with every change of the list. */
export const HistoryRow = ({ entry, tools }: Props) =>
  useMemo(() => <Row entry={entry} tools={tools} />, [entry, tools])

/** The row stays until the form is there. */
export const OpenRow = ({ entry, tools }: Props) => {
  const forms = tools.model.forms.value
  const parts = formParts.value
  const open = forms?.editing.open.value
  if (!forms || !open || !parts || parts === 'failed') return <HistoryRow entry={entry} tools={tools} />
  return <parts.EditForm open={open} editing={forms.editing} onDone={() => tools.onDone(entry.id)} />
}
