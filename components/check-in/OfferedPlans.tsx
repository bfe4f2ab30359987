/** What the person's own plans lead to, beside the offer: from the moment at which the "if" of one is logged. */
import type { OfferedPlans as Model, OfferedPlan } from '../../lib/app/offered-plans.ts'
import { t } from '../../lib/platform/i18n.ts'
import { listedTitle } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import styles from './OfferedPlans.module.css'

type Props = { readonly model: Model; readonly onStart: (pauseId: string) => void }

/** Words of a person's own keep to themselves in a sentence of the other direction. */
const isolated = (words: string) => `\u2068${words}\u2069`

const saidOf = (plan: OfferedPlan): string => (plan.kind === 'step' ? plan.text : listedTitle(plan.listed))

const Row = ({ plan, model, onStart }: Props & { readonly plan: OfferedPlan }) => {
  const row = useKeptFocus<HTMLLIElement>()
  const said = saidOf(plan)
  return (
    <li ref={row} class={styles['row']} tabIndex={-1}>
      <p class={styles['line']}>{t('plan_line', isolated(plan.label), isolated(said))}</p>
      {plan.kind === 'pause' ? (
        <Button name={t('plan_start_named', said)} onPress={() => onStart(plan.listed.pause.id)}>
          {t('offer_start')}
        </Button>
      ) : plan.taken ? (
        <p class={styles['soft']}>{t('step_taken')}</p>
      ) : (
        <Button name={t('step_for_today_named', said)} onPress={() => model.take(plan.text)}>
          {t('step_for_today')}
        </Button>
      )}
    </li>
  )
}

export const OfferedPlans = ({ model, onStart }: Props) => {
  const plans = model.shown.value
  return (
    <div class={styles['place']} role="status">
      {plans.length > 0 && (
        <ul class={styles['plans']}>
          {plans.map(plan => (
            <Row
              key={`${plan.kind} ${plan.label} ${saidOf(plan)}`}
              plan={plan}
              model={model}
              onStart={onStart}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
