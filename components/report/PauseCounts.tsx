/** What was marked after each pause, and felt before and after: told one by one, and never as what a pause did. */
import type { PauseReport } from '../../lib/core/report.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './PauseCounts.module.css'

type Props = { readonly pauses: readonly PauseReport[]; readonly nameOf: (id: string) => string }

const lines = ({ begun, completed, ease, felt }: PauseReport): readonly string[] => {
  const pairs = felt.more + felt.same + felt.less
  return [
    t('report_pause_begun', begun, completed),
    t('report_pause_ease', ease.eased, ease.same, ease.worse, ease.unsaid),
    pairs === 0
      ? t('report_pause_felt_none')
      : t('report_pause_felt', pairs, felt.more, felt.same, felt.less),
  ]
}

export const PauseCounts = ({ pauses, nameOf }: Props) => (
  <ul class={styles['list']}>
    {pauses.map(pause => (
      <li key={pause.id}>
        <p class={styles['name']} dir="auto">
          {nameOf(pause.id)}
        </p>
        {lines(pause).map(line => (
          <p key={line}>{line}</p>
        ))}
      </li>
    ))}
  </ul>
)
