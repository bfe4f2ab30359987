/** The offer to talk to someone, after something was written that sounds like a lot. It takes no focus and holds up nothing. */
import { useEffect } from 'preact/hooks'
import type { TextWatch } from '../../lib/app/text-watch.ts'
import { t } from '../../lib/platform/i18n.ts'
import buttons from '../ui/Button.module.css'
import { Button } from '../ui/Button.tsx'
import { helpAddress } from './HelpLink.tsx'
import styles from './NoteCard.module.css'

type Props = {
  readonly model: Pick<TextWatch, 'shown' | 'putAway'>
  /** Of what scrolls: where it stays in sight. */
  readonly at: 'top' | 'end'
}

export const NoteCard = ({ model, at }: Props) => {
  const shown = model.shown.value
  useEffect(() => {
    // What is being written stays in sight beside it.
    if (shown) document.activeElement?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return (
    <aside
      aria-label={t('help_link')}
      class={shown ? `${styles['card']} ${styles[at]}` : undefined}
      hidden={!shown}
    >
      <p role="status">{shown && t('note_card')}</p>
      {shown && (
        <div class={styles['ways']}>
          <a class={buttons['button']} href={helpAddress} target="_blank" rel="noreferrer">
            {t('note_card_numbers')}
          </a>
          <Button onPress={() => model.putAway()}>{t('note_card_keep')}</Button>
        </div>
      )}
    </aside>
  )
}
