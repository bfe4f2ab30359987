/** Data & privacy → A page for a therapist: what it is, and the way to it. */
import { useId } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import styles from './ReportPart.module.css'

export const ReportPart = () => {
  const id = useId()
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('report_title')}</h2>
      <p>{t('report_part_hint')}</p>
      <p>
        <a href="/report.html">{t('report_open')}</a>
      </p>
    </section>
  )
}
