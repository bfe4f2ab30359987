/** What the settings mean, and what comes next. */
import { useId } from 'preact/hooks'
import type { NextReminder as NextModel } from '../../lib/app/next-reminder.ts'
import type { PlanSentence } from '../../lib/app/reminder-plan.ts'
import { t } from '../../lib/platform/i18n.ts'
import { NextReminder } from './NextReminder.tsx'
import styles from './Plan.module.css'
import { planText } from './plan-texts.ts'

type Props = { readonly plan: readonly PlanSentence[]; readonly next: NextModel }

const isDays = (sentence: PlanSentence): boolean => sentence.kind === 'days'

/** Then nothing more is to be said of the next one. */
const saysNone = (sentence: PlanSentence): boolean =>
  sentence.kind === 'times-left'
    ? sentence.everyDay && sentence.fits === 0
    : ['no-way', 'no-hours', 'no-times'].includes(sentence.kind)

export const Plan = ({ plan, next }: Props) => {
  const id = useId()
  const days = plan.filter(isDays)
  const place = plan.findIndex(isDays)
  // The days stand together, where the first of them stands.
  const before = days.length > 0 ? plan.slice(0, place) : plan
  const after = days.length > 0 ? plan.slice(place).filter(sentence => !isDays(sentence)) : []
  const line = (sentence: PlanSentence) => <p key={sentence.kind}>{planText(sentence)}</p>
  return (
    <section class={styles['plan']} aria-labelledby={id}>
      <h2 id={id}>{t('plan_title')}</h2>
      <div class={styles['sentences']}>
        {before.map(line)}
        {days.length > 0 && (
          <ul class={styles['days']}>
            {days.map(sentence => (
              <li key={planText(sentence)}>{planText(sentence)}</li>
            ))}
          </ul>
        )}
        {after.map(line)}
      </div>
      {!plan.some(saysNone) && <NextReminder model={next} />}
    </section>
  )
}
