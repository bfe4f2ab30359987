/** What pauses are for, or whether quiet ones may come in between: a quiet question after a pause that can be passed over. */
import { useId } from 'preact/hooks'
import type { PauseQuestions as Model } from '../../lib/app/pause-questions.ts'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PauseQuestions.module.css'

type Props = { readonly model: Model }

const Said = ({ model, text }: Props & { readonly text: MessageKey | null }) => (
  <p role="status" class={styles['soft']}>
    {text && t(model.failed.value ? 'err_choice' : text)}
  </p>
)

const Goal = ({ model }: Props) => {
  const id = useId()
  const given = model.goal.value
  return (
    <section class={styles['question']} aria-labelledby={id}>
      <h2 id={id}>{t('goal_question')}</h2>
      <fieldset class={styles['answers']} aria-labelledby={id}>
        {model.goals.map(goal => (
          <Button key={goal} pressed={given === goal} onPress={() => void model.answerGoal(goal)}>
            {t(`goal_${goal}`)}
          </Button>
        ))}
      </fieldset>
      {!given && <p class={styles['soft']}>{t('goal_hint')}</p>}
      <Said model={model} text={given && 'goal_kept'} />
    </section>
  )
}

const Compare = ({ model }: Props) => {
  const id = useId()
  const given = model.compare.value
  return (
    <section class={styles['question']} aria-labelledby={id}>
      <h2 id={id}>{t('compare_ask')}</h2>
      <fieldset class={styles['pair']} aria-labelledby={id}>
        <Button pressed={given === true} onPress={() => void model.answerCompare(true)}>
          {t('yes')}
        </Button>
        <Button pressed={given === false} onPress={() => void model.answerCompare(false)}>
          {t('no')}
        </Button>
      </fieldset>
      <Said model={model} text={given === null ? null : 'compare_kept'} />
    </section>
  )
}

export const PauseQuestions = ({ model }: Props) =>
  model.asks.value === 'goal' ? <Goal model={model} /> : <Compare model={model} />
