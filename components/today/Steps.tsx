/** The small steps of today under their heading, and what screen readers hear of what became of one. */
import type { StepNews } from '../../lib/app/today-steps.ts'
import type { SmallStep } from '../../lib/core/small-step.ts'
import { t } from '../../lib/platform/i18n.ts'
import { type StepActions, StepRow } from './StepRow.tsx'
import styles from './TodaySection.module.css'

type Props = StepActions & { readonly steps: readonly SmallStep[]; readonly news: StepNews | null }

const newsKeys = {
  done: 'step_done_named',
  'set-aside': 'step_not_today_named',
  open: 'step_open_again',
  taken: 'step_for_today_named',
} as const

export const Steps = ({ steps, news, ...actions }: Props) => (
  <>
    <p class="hidden-text" role="status">
      {news && t(newsKeys[news.state], news.name)}
    </p>
    {steps.length > 0 && (
      <section class={styles['part']} aria-labelledby="today-steps">
        <h2 id="today-steps">{t('steps_title')}</h2>
        <ul class={styles['rows']}>
          {steps.map(step => (
            <StepRow key={step.id} step={step} {...actions} />
          ))}
        </ul>
      </section>
    )}
  </>
)
