/** Data & privacy → Count the days again: one button that starts and stops it, how far it is, and what came of it. */
import { useId } from 'preact/hooks'
import type { Rebuild, RebuildStep } from '../../lib/app/rebuild.ts'
import { formatShare } from '../../lib/platform/formats.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './RebuildPart.module.css'

/** What is read out: that it began, and how it ended. */
const said = (step: RebuildStep): readonly string[] => {
  switch (step.kind) {
    case 'ready':
    case 'failed':
      return []
    case 'running':
      return [t('rebuild_running')]
    case 'done':
      if (step.repaired > 0) return [plural('rebuild_repaired', step.repaired)]
      return [step.checked === 0 ? t('rebuild_none') : plural('rebuild_right', step.checked)]
    case 'stopped':
      if (step.repaired > 0) return [plural('rebuild_repaired', step.repaired), t('rebuild_stopped')]
      return [t('rebuild_stopped')]
  }
}

/** Before it is known how much there is, the bar stands for no number. */
const Progress = ({ done, of, labelledBy }: { done: number; of: number; labelledBy: string }) => (
  <div class={styles['progress']}>
    <progress class={styles['bar']} aria-labelledby={labelledBy} {...(of > 0 && { value: done, max: of })} />
    {of > 0 && <p class={styles['soft']}>{formatShare(done / of)}</p>}
  </div>
)

export const RebuildPart = ({ model }: { readonly model: Rebuild }) => {
  const id = useId()
  const step = model.step.value
  const running = step.kind === 'running'
  const failed = step.kind === 'failed'
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('rebuild_title')}</h2>
      <p>{t('rebuild_hint')}</p>
      {failed && (
        <Notice urgent>
          <p>{t('rebuild_failed')}</p>
        </Notice>
      )}
      <div>
        {/* One button, so that the focus stays where it is. */}
        <Button onPress={() => (running ? model.stop() : void model.start())}>
          {running ? t('rebuild_stop') : failed ? t('try_again') : t('rebuild_start')}
        </Button>
      </div>
      {running && <Progress done={step.done} of={step.of} labelledBy={id} />}
      <div role="status" class={styles['said']}>
        {said(step).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </section>
  )
}
