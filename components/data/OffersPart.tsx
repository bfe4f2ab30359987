/** Data & privacy → what Thaw may offer by itself. */
import { useEffect, useId } from 'preact/hooks'
import type { OfferChoices } from '../../lib/app/offer-choices.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import styles from './OffersPart.module.css'

export const OffersPart = ({ model }: { readonly model: OfferChoices }) => {
  const id = useId()
  const chosen = model.chosen.value
  useEffect(() => void model.load().catch(() => {}), [model])
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h3 id={id}>{t('offers_title')}</h3>
      {chosen && (
        <div>
          <Checkbox
            label={t('offers_note')}
            checked={chosen.noteCard}
            describedBy={`${id}-note`}
            onChange={on => void model.set('noteCard', on)}
          />
          <p id={`${id}-note`} class={styles['soft']}>
            {t('offers_note_hint')}
          </p>
        </div>
      )}
    </section>
  )
}
