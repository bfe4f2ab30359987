/** How many highs and lows reached the person, in counts: on all days, and on days with little felt beside the others. */
import { useId } from 'preact/hooks'
import type { ReachedSides, ReachOverTime } from '../../lib/core/highs-lows.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './Reached.module.css'

const Row = ({ name, sides: { high, low } }: { readonly name: string; readonly sides: ReachedSides }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{t('highs_of', high.reached, high.of)}</td>
    <td>{t('highs_of', low.reached, low.of)}</td>
  </tr>
)

export const Reached = ({ reach }: { readonly reach: ReachOverTime }) => {
  const id = useId()
  return (
    <section class={styles['reached']} aria-labelledby={id}>
      <h3 id={id}>{t('highs_over_time')}</h3>
      <table class={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('highs_days')}</th>
            <th scope="col">{t('highs_highs')}</th>
            <th scope="col">{t('highs_lows')}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={t('highs_all')} sides={reach.all} />
          {reach.canCompare && (
            <>
              <Row name={t('highs_little')} sides={reach.little} />
              <Row name={t('highs_more')} sides={reach.more} />
            </>
          )}
        </tbody>
      </table>
      <p class={styles['soft']}>{t('highs_counted')}</p>
      <p class={styles['soft']}>{t(reach.canCompare ? 'highs_chance' : 'highs_too_few')}</p>
    </section>
  )
}
