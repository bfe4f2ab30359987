/** Data & privacy → A table for spreadsheets: a period or everything, with notes or without, and how far it is. */
import { useEffect, useId } from 'preact/hooks'
import type { CsvExport, CsvStep } from '../../lib/app/csv-export.ts'
import { formatShare } from '../../lib/platform/formats.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { PeriodFields } from '../history/felt-over-time/PeriodFields.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './CsvPart.module.css'

/** What is read out: that it began, and how it ended. */
const said = (step: CsvStep): string => {
  switch (step.kind) {
    case 'ready':
    case 'failed':
      return ''
    case 'running':
      return t('csv_running')
    case 'saved':
      return plural('csv_saved', step.checkIns)
    case 'empty':
      return t('report_none')
    case 'stopped':
      return t('csv_stopped')
  }
}

/** Before it is known how much there is, the bar stands for no number. */
const Progress = ({ done, of, labelledBy }: { done: number; of: number; labelledBy: string }) => (
  <div class={styles['progress']}>
    <progress class={styles['bar']} aria-labelledby={labelledBy} {...(of > 0 && { value: done, max: of })} />
    {of > 0 && <p class={styles['soft']}>{formatShare(done / of)}</p>}
  </div>
)

export const CsvPart = ({ model }: { readonly model: CsvExport }) => {
  const id = useId()
  const step = model.step.value
  const running = step.kind === 'running'
  useEffect(() => void model.load(), [model])
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('csv_title')}</h2>
      <p>{t('csv_hint')}</p>
      <PeriodFields
        name={model.name.value}
        period={model.period.value}
        onName={model.choose}
        onPeriod={model.show}
      />
      <Checkbox label={t('csv_notes')} checked={model.notes.value} onChange={model.setNotes} />
      {step.kind === 'failed' && (
        <Notice urgent>
          <p>{t('csv_failed')}</p>
        </Notice>
      )}
      <div>
        {/* One button, so that the focus stays where it is. */}
        <Button onPress={() => (running ? model.stop() : void model.start())}>
          {t(running ? 'csv_stop' : step.kind === 'failed' ? 'try_again' : 'csv_save')}
        </Button>
      </div>
      {running && <Progress done={step.done} of={step.of} labelledBy={id} />}
      <p role="status">{said(step)}</p>
    </section>
  )
}
