/** A marker at its day, with what can be done about it; while it is changed, its form stands in its place. */
import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { Marker } from '../../../lib/core/records.ts'
import { formatDay } from '../../../lib/platform/formats.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { LongText } from '../LongText.tsx'
import { bringForms, formParts } from '../lazy-forms.ts'
import { Pick } from '../Pick.tsx'
import type { RowTools } from '../row-tools.ts'
import styles from './MarkerRow.module.css'
import { markerText } from './marker-texts.ts'

type Props = { readonly marker: Marker; readonly tools: RowTools }

const Row = ({ marker, tools: { model } }: Props) => {
  const when = formatDay(marker.day, 'date')
  const edit = () => {
    void bringForms()
    void model.beginMarker(marker)
  }
  return (
    <div class={styles['row']} data-row={marker.id}>
      <Pick id={marker.id} name={t('marker_select_spoken', when)} />
      <span class={styles['sign']} aria-hidden="true" />
      <div class={styles['text']}>
        <span class="hidden-text">{t('marker')}</span>
        <LongText text={markerText(marker)} />
        {marker.day > model.now({ at: 0, place: marker.day }).day && (
          <p class={styles['soft']}>{t('entry_odd_future')}</p>
        )}
      </div>
      <div class={styles['buttons']} data-buttons="">
        <Button
          look="quiet"
          name={t('marker_edit_spoken', when)}
          disabled={'sealed' in marker}
          onPress={edit}
        >
          {t('edit')}
        </Button>
        <Button
          look="quiet"
          name={t('marker_delete_spoken', when)}
          onPress={() => void model.removeMarker(marker.id)}
        >
          {t('delete')}
        </Button>
      </div>
    </div>
  )
}

export const MarkerRow = ({ marker, tools }: Props) => {
  const { forms } = tools.model
  const isOpen = useMemo(
    () =>
      computed(() => {
        const draft = forms.value?.marker.open.value
        return draft?.id === marker.id && draft.changes
      }),
    [marker, forms],
  ).value
  const parts = isOpen ? formParts.value : null
  const form = isOpen ? forms.value?.marker : null
  if (!form || !parts || parts === 'failed') return <Row marker={marker} tools={tools} />
  return (
    <parts.MarkerForm
      form={form}
      takesFocus
      onSave={async () => {
        const saved = (await tools.model.addMarker()) !== null
        if (saved) tools.onDone(marker.id)
        return saved
      }}
      onClose={() => {
        form.close()
        tools.onDone(marker.id)
      }}
    />
  )
}
