/** What became of copying one text. */
import type { Help } from '../../lib/app/help.ts'
import { t } from '../../lib/platform/i18n.ts'
import styles from './HelpSection.module.css'

export const Copied = ({ model, text }: { readonly model: Help; readonly text: string }) => {
  const copied = model.copied.value
  return (
    <p role="status" class={styles['soft']}>
      {copied?.text === text ? t(copied.ok ? 'copied' : 'err_copy') : ''}
    </p>
  )
}
