/** What is chosen before the report is printed: the period, what else is on it, a name. None of it is printed or kept. */
import { useId } from 'preact/hooks'
import type { ReportPage, ReportTick } from '../../lib/app/report.ts'
import { t } from '../../lib/platform/i18n.ts'
import { PeriodFields } from '../history/felt-over-time/PeriodFields.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './ReportControls.module.css'

type Props = {
  readonly model: ReportPage
  readonly person: string
  readonly onPerson: (person: string) => void
  readonly onPrint: () => void
  readonly onCopy: () => void
  /** What became of copying; null before. */
  readonly copied: boolean | null
}

const tickKeys = {
  notes: 'report_notes',
  reflections: 'report_reflections',
  markers: 'over_markers',
  privateTags: 'report_private_tags',
} as const satisfies { readonly [Tick in ReportTick]: string }

export const ReportControls = ({ model, person, onPerson, onPrint, onCopy, copied }: Props) => {
  const id = useId()
  const ticks = model.ticks.value
  const hasOwnWords = ticks.has('notes') || ticks.has('reflections')
  const offered: readonly ReportTick[] = [
    'notes',
    'reflections',
    'markers',
    ...(model.hasPrivateTags.value ? (['privateTags'] as const) : []),
  ]
  return (
    <div class={styles['controls']}>
      <PeriodFields
        name={model.name.value}
        period={model.period.value}
        onName={model.choose}
        onPeriod={model.show}
      />
      <fieldset class={styles['ticks']} aria-describedby={id}>
        <legend>{t('report_also')}</legend>
        {offered.map(tick => (
          <Checkbox
            key={tick}
            label={t(tickKeys[tick])}
            checked={ticks.has(tick)}
            onChange={on => model.tick(tick, on)}
          />
        ))}
        <p id={id} class={styles['soft']}>
          {t('report_also_hint')}
        </p>
      </fieldset>
      <TextField
        label={t('report_name')}
        hint={t('report_name_hint')}
        dir="auto"
        value={person}
        onInput={onPerson}
      />
      <div class={styles['print']}>
        <Button look="main" onPress={onPrint}>
          {t('report_print')}
        </Button>
        <Button onPress={onCopy}>{t('report_copy')}</Button>
        <p class={styles['soft']}>{t('report_print_hint')}</p>
        {hasOwnWords && <p class={styles['soft']}>{t('copy_hint')}</p>}
        <p role="status" class={styles['soft']}>
          {copied === null ? '' : t(copied ? 'copied' : 'err_copy')}
        </p>
      </div>
    </div>
  )
}
