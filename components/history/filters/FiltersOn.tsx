/** The filters in use, each with a way to take it out, and one way out of all of them. */
import { useContext } from 'preact/hooks'
import type { Search } from '../../../lib/app/search.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { useKeptFocus } from '../../ui/kept-focus.ts'
import { LabelsContext } from '../../words/labels.ts'
import styles from './FiltersOn.module.css'
import { partsOn } from './filter-texts.ts'

type Props = { readonly model: Search; readonly onClear: () => void }

export const FiltersOn = ({ model, onClear }: Props) => {
  const labels = useContext(LabelsContext)
  const place = useKeptFocus<HTMLDivElement>()
  const parts = partsOn(model.filter.value, labels)
  if (parts.length === 0) return null
  return (
    <div ref={place} class={styles['on']} tabIndex={-1} data-asked="">
      <ul class={styles['parts']} aria-label={t('filter_on')}>
        {parts.map(({ key, label, without }) => (
          <li key={key}>
            <button
              type="button"
              class={styles['part']}
              aria-label={t('filter_remove_spoken', label)}
              onClick={() => (parts.length > 1 ? model.change(without) : onClear())}
            >
              <span dir="auto">{label}</span>
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      <Button look="quiet" onPress={onClear}>
        {t('clear_filters')}
      </Button>
    </div>
  )
}
