/** The ways to add to the history, each with its form in its place once it is asked for. */
import { useEffect } from 'preact/hooks'
import type { History } from '../../lib/app/history.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './HistoryAdd.module.css'
import { bringForms, formParts } from './lazy-forms.ts'

type Props = {
  readonly model: History
  /** The focus goes to that row, or to the button of that name. */
  readonly onReturn: (row: string) => void
}

export const HistoryAdd = ({ model, onReturn }: Props) => {
  const forms = model.forms.value
  const past = forms?.past.open.value ?? null
  const draft = forms?.marker.open.value ?? null
  const marker = draft?.changes ? null : draft
  const isAsked = past !== null || draft !== null
  const parts = formParts.value === 'failed' ? null : formParts.value

  useEffect(() => {
    if (isAsked) void bringForms()
  }, [isAsked])

  const save = async (id: string, add: () => Promise<string | null>): Promise<boolean> => {
    const saved = (await add()) !== null
    if (saved) onReturn(id)
    return saved
  }

  return (
    <>
      <div class={styles['ways']}>
        {!(past && parts) && (
          <div data-row="add">
            <Button
              onPress={() => {
                void bringForms()
                void model.beginPast()
              }}
            >
              {t('past_add')}
            </Button>
          </div>
        )}
        {!(marker && parts) && (
          <div data-row="add-marker">
            <Button
              onPress={() => {
                void bringForms()
                void model.beginMarker()
              }}
            >
              {t('marker_add')}
            </Button>
          </div>
        )}
      </div>
      {forms && past && parts && (
        <parts.PastForm
          draft={past}
          past={forms.past}
          takesFocus={forms.past.begun.value}
          onSave={() => save(past.id, model.add)}
          onClose={() => {
            forms.past.close()
            onReturn('add')
          }}
        />
      )}
      {forms && marker && parts && (
        <parts.MarkerForm
          form={forms.marker}
          takesFocus={forms.marker.begun.value}
          onSave={() => save(marker.id, model.addMarker)}
          onClose={() => {
            forms.marker.close()
            onReturn('add-marker')
          }}
        />
      )}
    </>
  )
}
