/** The plans that hold now: the newest as a card with its pause, the others as lines under it. */
import type { ShownPlan } from '../../lib/app/today-plans.ts'
import { t } from '../../lib/platform/i18n.ts'
import { listedAbout, listedTitle, pauseLength, wordsDir } from '../pause/pause-texts.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Plans.module.css'

/** Words of a person's own are read their own way within a sentence. */
const isolated = (words: string) => `\u2068${words}\u2069`

type Props = { readonly plans: readonly ShownPlan[]; readonly onStart: (pauseId: string) => void }

type StartProps = Pick<Props, 'onStart'> & { readonly plan: ShownPlan; readonly quiet?: true }

const Start = ({ plan: { listed }, quiet, onStart }: StartProps) => (
  <Button look={quiet ? 'quiet' : 'plain'} onPress={() => onStart(listed.pause.id)}>
    {t('offer_start')}
    <span class="hidden-text">
      {' '}
      <bdi>{listedTitle(listed)}</bdi>
    </span>
  </Button>
)

export const Plans = ({ plans: [plan, ...others], onStart }: Props) => {
  if (!plan) return null
  const { listed, label } = plan
  return (
    <section class={styles['plans']} aria-labelledby="today-plan">
      <div class={styles['row']}>
        <div class={styles['lines']}>
          <h2 id="today-plan">{t('plan_now', isolated(label))}</h2>
          <p dir={wordsDir(listed)}>{listedTitle(listed)}</p>
          {listedAbout(listed) && (
            <p class={styles['soft']} dir={wordsDir(listed)}>
              {listedAbout(listed)}
            </p>
          )}
          <p class={styles['soft']}>{pauseLength(listed.pause)}</p>
        </div>
        <Start plan={plan} onStart={onStart} />
      </div>
      {others.length > 0 && (
        <ul class={styles['others']}>
          {others.map(other => (
            <li key={`${other.label} ${other.listed.pause.id}`} class={styles['row']}>
              <p class={styles['line']}>
                {t('plan_line', isolated(other.label), isolated(listedTitle(other.listed)))}
              </p>
              <Start plan={other} quiet onStart={onStart} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
