/** "I doubt myself": what was marked "eased" before, in counts, and something of one's own when it is asked for. */
import { useEffect } from 'preact/hooks'
import type { Stuck } from '../../lib/app/stuck.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Question } from '../check-in/Question.tsx'
import { Keepsake } from '../keepsake/Keepsake.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { doorName } from './door-names.ts'
import { PauseCard } from './PauseCard.tsx'
import styles from './Stuck.module.css'

type Props = {
  readonly model: Pick<
    Stuck,
    'load' | 'eased' | 'instead' | 'noneFits' | 'problem' | 'keepsakes' | 'start' | 'farAway'
  >
}

export const Doubt = ({ model }: Props) => {
  useEffect(() => void model.load(), [model])
  const { keepsakes, start } = model
  const eased = model.eased.value
  const instead = model.instead.value
  const problem = model.problem.value
  return (
    <Question id="doubt" title={doorName('doubt')}>
      <section class={styles['part']} aria-labelledby="doubt-eased">
        <h2 id="doubt-eased">{t(instead ? 'stuck_pause' : 'doubt_eased')}</h2>
        {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.load()} />}
        {instead && (
          <PauseCard
            listed={instead}
            digit={1}
            reason={t(model.farAway.value ? 'reason_far' : 'reason_outward')}
            onStart={start}
          />
        )}
        {eased?.length === 0 && !instead && <p>{t(model.noneFits.value ? 'offer_none' : 'doubt_none')}</p>}
        {eased && eased.length > 0 && (
          <ul class={styles['cards']}>
            {eased.map(({ listed, eased: times, of }, at) => (
              <li key={listed.pause.id}>
                <PauseCard
                  listed={listed}
                  digit={at + 1}
                  reason={t('reason_eased', times, of)}
                  onStart={start}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      {keepsakes.offered.value && <Keepsake model={keepsakes} />}
    </Question>
  )
}
