/** What little came through was to the person, split as they like: three counts beside each other, ranked nowhere. */
import { useId, useState } from 'preact/hooks'
import type { MeaningCard, MeaningSplit } from '../../lib/core/insight/meaning.ts'
import { formatNumber, plural, t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './Card.module.css'
import { groupName, type Naming } from './card-texts.ts'
import { Marks } from './Marks.tsx'
import tableStyles from './Table.module.css'

type Props = { readonly meaning: MeaningCard; readonly naming: Naming }

const splits = ['all', 'hour', 'weekday', 'tag'] as const satisfies readonly MeaningSplit[]

export const MeaningView = ({ meaning, naming }: Props) => {
  const id = useId()
  const [split, setSplit] = useState<MeaningSplit>('all')
  const [table, setTable] = useState(false)
  const [how, setHow] = useState(false)
  const title = t('patterns_title_meaning')
  const rows = meaning.rows[split].map(row => ({
    ...row,
    name: split === 'all' ? t('patterns_meaning_all') : groupName(split, row.id, naming),
  }))
  return (
    <article class={styles['card']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{plural('patterns_meaning', meaning.said)}</p>
      <fieldset class={styles['ways']} aria-labelledby={`${id}-by`}>
        <span id={`${id}-by`} class="hidden-text">
          {t('patterns_meaning_by')}
        </span>
        {splits.map(one => (
          <Button key={one} pressed={one === split} onPress={() => setSplit(one)}>
            {t(`patterns_meaning_by_${one}`)}
          </Button>
        ))}
      </fieldset>
      <Marks
        rows={rows.map(({ id: row, name, shelter, inTheWay, neither }) => ({
          id: row,
          name,
          parts: [shelter, neither, inTheWay] as const,
        }))}
      />
      <p class={styles['soft']}>{t('patterns_legend_meaning')}</p>
      <Fold label={t('patterns_numbers')} hint="" open={table} onOpen={setTable}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls can be scrolled with keys. */}
        <section class={tableStyles['scroll']} tabIndex={0} aria-label={t('patterns_numbers_name', title)}>
          <table class={tableStyles['table']}>
            <thead>
              <tr>
                <th scope="col">{t('patterns_column_what')}</th>
                <th scope="col">{t('meaning_shelter')}</th>
                <th scope="col">{t('meaning_neither')}</th>
                <th scope="col">{t('meaning_in_way')}</th>
                <th scope="col">{t('patterns_meaning_unsaid')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.id}>
                  <th scope="row">
                    <bdi>{row.name}</bdi>
                  </th>
                  <td>{formatNumber(row.shelter)}</td>
                  <td>{formatNumber(row.neither)}</td>
                  <td>{formatNumber(row.inTheWay)}</td>
                  <td>{formatNumber(row.unsaid)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Fold>
      <Fold label={t('patterns_how')} hint="" open={how} onOpen={setHow}>
        <p>{t('patterns_meaning_how')}</p>
      </Fold>
    </article>
  )
}
