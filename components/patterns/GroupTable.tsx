/** The numbers behind the picture of a card, as a table. */
import type { Card } from '../../lib/core/insight/card.ts'
import { formatNumber, t } from '../../lib/platform/i18n.ts'
import { differenceText, groupName, intervalText, type Naming, numberText, saidText } from './card-texts.ts'
import styles from './Table.module.css'

type Props = { readonly card: Card; readonly title: string; readonly naming: Naming }

export const GroupTable = ({ card, title, naming }: Props) => {
  const compared = card.groups.some(({ against, difference }) => against !== null || difference !== null)
  const marked = card.groups.some(({ marks }) => marks !== null)
  // Pauses that are compared with nothing have marks alone: how far felt moved would look like what they did.
  const levelled = card.groups.some(({ level }) => level !== null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls can be scrolled with keys.
    <section class={styles['scroll']} tabIndex={0} aria-label={t('patterns_numbers_name', title)}>
      <table class={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('patterns_column_what')}</th>
            <th scope="col">{t('patterns_column_answers')}</th>
            {levelled && <th scope="col">{t('patterns_column_level')}</th>}
            {levelled && <th scope="col">{t('patterns_column_interval')}</th>}
            {compared && <th scope="col">{t('patterns_column_against')}</th>}
            {compared && <th scope="col">{t('patterns_column_against_answers')}</th>}
            {compared && <th scope="col">{t('patterns_column_difference')}</th>}
            {marked && <th scope="col">{t('ease_eased')}</th>}
            {marked && <th scope="col">{t('ease_same')}</th>}
            {marked && <th scope="col">{t('ease_worse')}</th>}
            <th scope="col">{t('felt_cant_tell')}</th>
            <th scope="col">{t('patterns_column_missing')}</th>
            <th scope="col">{t('patterns_column_said')}</th>
          </tr>
        </thead>
        <tbody>
          {card.groups.map(group => (
            <tr key={group.id}>
              <th scope="row">
                <bdi>{groupName(card.subject, group.id, naming)}</bdi>
              </th>
              <td>{formatNumber(group.n)}</td>
              {levelled && <td>{numberText(group.level?.value ?? null)}</td>}
              {levelled && <td>{intervalText(group.level)}</td>}
              {compared && <td>{numberText(group.against?.value ?? null)}</td>}
              {compared && <td>{group.against ? formatNumber(group.against.n) : t('patterns_none')}</td>}
              {compared && <td>{differenceText(group.difference)}</td>}
              {marked && <td>{formatNumber(group.marks?.eased ?? 0)}</td>}
              {marked && <td>{formatNumber(group.marks?.same ?? 0)}</td>}
              {marked && <td>{formatNumber(group.marks?.worse ?? 0)}</td>}
              <td>{formatNumber(group.cantTell)}</td>
              <td>{formatNumber(group.missing)}</td>
              <td class={styles['said']}>{saidText(group.verdict)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
