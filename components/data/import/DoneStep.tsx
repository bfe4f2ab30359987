/** What an import came to, with the way back. */
import type { ImportStep } from '../../../lib/app/import-steps.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { doneTexts } from './done-texts.ts'
import styles from './Step.module.css'

type Props = {
  readonly step: ImportStep & { readonly kind: 'done' }
  /** The name of the file that comes next; null where none waits. */
  readonly next: string | null
  readonly onTakeBack: (id: string) => void
  readonly onLeave: () => void
}

export const DoneStep = ({ step, next, onTakeBack, onLeave }: Props) => {
  const { id } = step
  return (
    <div class={styles['step']}>
      <div class={styles['group']}>
        <h3 class={styles['title']} tabIndex={-1}>
          {t('import_done_title')}
        </h3>
        {doneTexts(step).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
        {id !== null && <p class={styles['soft']}>{t('import_done_hint')}</p>}
      </div>
      <div class={styles['buttons']}>
        <Button onPress={onLeave}>{next === null ? t('done') : t('import_next', next)}</Button>
        {id !== null && <Button onPress={() => onTakeBack(id)}>{t('import_take_back')}</Button>}
      </div>
    </div>
  )
}
