/** Data & privacy → what Thaw may offer by itself. */
import { useEffect, useId } from 'preact/hooks'
import type { OfferChoices } from '../../lib/app/offer-choices.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './OffersPart.module.css'

const choices = [
  { choice: 'noteCard', label: 'offers_note', hint: 'offers_note_hint' },
  { choice: 'helpCard', label: 'offers_card', hint: 'offers_card_hint' },
] as const

export const OffersPart = ({ model }: { readonly model: OfferChoices }) => {
  const id = useId()
  const chosen = model.chosen.value
  useEffect(() => void model.load().catch(() => {}), [model])
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('offers_title')}</h2>
      {chosen &&
        choices.map(({ choice, label, hint }) => (
          <Checkbox
            key={choice}
            label={t(label)}
            hint={t(hint)}
            checked={chosen[choice]}
            onChange={on => void model.set(choice, on)}
          />
        ))}
      {model.failed.value && (
        <Notice urgent>
          <p>{t('err_choice')}</p>
        </Notice>
      )}
    </section>
  )
}
