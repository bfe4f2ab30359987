/** Data & privacy, where the history does not open: what can still be read of it goes into a file. */
import { useEffect, useId } from 'preact/hooks'
import type { Rescue } from '../../lib/app/rescue.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './RescuePart.module.css'

export const RescuePart = ({ model }: { readonly model: Rescue }) => {
  const id = useId()
  const step = model.step.value
  useEffect(() => void model.load(), [model])
  if (!model.needed.value) return null
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('rescue_title')}</h2>
      <p>{t('rescue_hint')}</p>
      {step.kind === 'failed' && (
        <Notice urgent>
          <p>{t('rescue_failed')}</p>
        </Notice>
      )}
      <div>
        <Button onPress={() => void model.save()}>
          {t(step.kind === 'failed' ? 'try_again' : 'rescue_save')}
        </Button>
      </div>
      <div role="status">
        {step.kind === 'reading' && <p>{t('rescue_reading')}</p>}
        {step.kind === 'done' && <p>{plural('rescue_done', step.records)}</p>}
      </div>
    </section>
  )
}
