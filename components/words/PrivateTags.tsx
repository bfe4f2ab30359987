/** The one switch over the private tags, which names them, so that nobody is surprised by what it offers. */
import { useId } from 'preact/hooks'
import type { WordsPage } from '../../lib/app/words.ts'
import { t } from '../../lib/platform/i18n.ts'
import { AboutThis } from '../learn/AboutThis.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import styles from './WordsSection.module.css'

export const PrivateTags = ({ model }: { readonly model: WordsPage }) => {
  const id = useId()
  return (
    <div class={styles['private']}>
      <Checkbox
        label={t('own_private')}
        checked={model.privateTags.value}
        describedBy={id}
        onChange={on => void model.offerPrivateTags(on)}
      />
      <p id={id} class={styles['hint']}>
        {t('own_private_hint', t('tag_took_the_edge_off_with_something'), t('tag_medication_changed'))}
      </p>
      <AboutThis tags={['took-the-edge-off-with-something', 'medication-changed']} />
    </div>
  )
}
