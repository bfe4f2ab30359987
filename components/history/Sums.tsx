/** What History shows, in short: how much it is, what was felt in the middle of it, and the words picked most. */
import { useContext, useEffect } from 'preact/hooks'
import type { DaySums } from '../../lib/app/day-sums.ts'
import type { Sums as Values } from '../../lib/core/sums.ts'
import { formatTerms, plural, t } from '../../lib/platform/i18n.ts'
import { isolated } from '../words/isolated.ts'
import { LabelsContext } from '../words/labels.ts'
import styles from './Sums.module.css'

const halfText = ({ lower, upper }: Values['felt']): string => {
  if (lower === null || upper === null) return t('sums_none')
  return lower === upper ? t('felt_short', lower) : t('filter_on_between', lower, upper)
}

export const Sums = ({ model }: { readonly model: DaySums }) => {
  const labels = useContext(LabelsContext)
  const sums = model.sums.value
  useEffect(model.load, [model])
  if (sums === null || sums.checkIns === 0) return null
  const { felt, words } = sums
  const rows = [
    [t('sums_middle'), felt.middle === null ? t('sums_none') : t('felt_short', felt.middle)],
    ...(felt.middle === null ? [] : [[t('sums_half'), halfText(felt)]]),
    ...(felt.cantTell > 0 ? [[t('felt_cant_tell'), plural('found_check_ins', felt.cantTell)]] : []),
    ...(felt.noAnswer > 0 ? [[t('filter_no_answer'), plural('found_check_ins', felt.noAnswer)]] : []),
  ]
  return (
    <section class={styles['sums']} aria-label={t('sums_name')}>
      {!model.counted.value && (
        <p>{t('found_on', plural('found_check_ins', sums.checkIns), plural('found_days', sums.days))}</p>
      )}
      <dl class={styles['rows']}>
        {rows.map(([name, value]) => (
          <div key={name} class={styles['row']}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {words.length > 0 && (
          <div class={styles['wide']}>
            <dt>{t('sums_words')}</dt>
            <dd>
              {formatTerms(words.map(({ id, count }) => t('sums_word', isolated(labels.word(id)), count)))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
