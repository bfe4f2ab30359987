/** The one switch over the private tags, which names them, so that nobody is surprised by what it offers. */
import type { WordsPage } from '../../lib/app/words.ts'
import { t } from '../../lib/platform/i18n.ts'
import { AboutThis } from '../learn/AboutThis.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import styles from './WordsSection.module.css'

export const PrivateTags = ({ model }: { readonly model: WordsPage }) => {
  const names = [t('tag_took_the_edge_off_with_something'), t('tag_medication_changed')] as const
  return (
    <div class={styles['private']}>
      <Checkbox
        label={t('own_private')}
        hint={t('own_private_hint', ...names)}
        checked={model.privateTags.value}
        onChange={on => void model.offerPrivateTags(on)}
      />
      <AboutThis tags={['took-the-edge-off-with-something', 'medication-changed']} />
    </div>
  )
}
