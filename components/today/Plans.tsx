/** The plans that hold now: the first as a card with its pause or its small step, the others as lines under it. */
import type { Planned, PlannedPause, PlannedStep } from '../../lib/core/planned-now.ts'
import { t } from '../../lib/platform/i18n.ts'
import { listedAbout, listedTitle, pauseLength, wordsDir } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Plans.module.css'

/** Words of a person's own are read their own way within a sentence. */
const isolated = (words: string) => `\u2068${words}\u2069`

type Plan = PlannedPause | PlannedStep

type Props = {
  readonly plans: Planned
  readonly onStart: (pauseId: string) => void
  /** A small step of a plan is to stand among those of today. */
  readonly onTake: (text: string) => void
}

type PlanProps = Omit<Props, 'plans'> & { readonly plan: Plan }

const isStep = (plan: Plan): plan is PlannedStep => 'text' in plan

const keyOf = (plan: Plan): string =>
  `${plan.label} ${isStep(plan) ? `step ${plan.text}` : plan.listed.pause.id}`

const Act = ({ plan, quiet, onStart, onTake }: PlanProps & { readonly quiet?: true }) => (
  <Button
    look={quiet ? 'quiet' : 'plain'}
    onPress={() => (isStep(plan) ? onTake(plan.text) : onStart(plan.listed.pause.id))}
  >
    {t(isStep(plan) ? 'step_for_today' : 'offer_start')}
    <span class="hidden-text">
      {' '}
      <bdi>{isStep(plan) ? plan.text : listedTitle(plan.listed)}</bdi>
    </span>
  </Button>
)

const About = ({ plan }: { readonly plan: Plan }) => {
  if (isStep(plan))
    return (
      <p class={styles['words']}>
        <bdi>{plan.text}</bdi>
      </p>
    )
  const { listed } = plan
  return (
    <>
      <p dir={wordsDir(listed)}>{listedTitle(listed)}</p>
      {listedAbout(listed) && (
        <p class={styles['soft']} dir={wordsDir(listed)}>
          {listedAbout(listed)}
        </p>
      )}
      <p class={styles['soft']}>{pauseLength(listed.pause)}</p>
    </>
  )
}

export const Plans = ({ plans, ...acts }: Props) => {
  const [plan, ...others] = [...plans.pauses, ...plans.steps]
  if (!plan) return null
  return (
    // Another plan may stand where the pointer just was: the second click of a double one answers nothing.
    <section
      class={styles['plans']}
      aria-labelledby="today-plan"
      onClickCapture={event => event.detail > 1 && event.stopPropagation()}
    >
      {/* One that goes takes its button along, and the focus goes to the heading of the page. */}
      <div key={keyOf(plan)} class={styles['row']}>
        <div class={styles['lines']}>
          <h2 id="today-plan">{t('plan_now', isolated(plan.label))}</h2>
          <About plan={plan} />
        </div>
        <Act plan={plan} {...acts} />
      </div>
      {others.length > 0 && (
        <ul class={styles['others']}>
          {others.map(other => (
            <li key={keyOf(other)} class={styles['row']}>
              <p class={`${styles['line']} ${styles['words']}`}>
                {t(
                  'plan_line',
                  isolated(other.label),
                  isolated(isStep(other) ? other.text : listedTitle(other.listed)),
                )}
              </p>
              <Act plan={other} quiet {...acts} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
