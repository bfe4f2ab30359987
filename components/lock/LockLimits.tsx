/** What a lock does and what it does not, in four lists: nobody is to feel safer than they are. */
import { useId } from 'preact/hooks'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'
import styles from './LockPart.module.css'

const lists = [
  { title: 'lock_seals', items: ['lock_seals_check_ins', 'lock_seals_written', 'lock_seals_own'] },
  {
    title: 'lock_leaves',
    items: ['lock_leaves_thaw', 'lock_leaves_times', 'lock_leaves_numbers', 'lock_leaves_settings'],
  },
  { title: 'lock_limits', items: ['lock_limits_spy', 'lock_limits_watch', 'lock_limits_short'] },
  {
    title: 'lock_before',
    items: [
      'lock_before_files',
      'lock_before_copies',
      'lock_before_imports',
      'lock_before_tags',
      'lock_before_backups',
    ],
  },
] as const satisfies readonly { readonly title: MessageKey; readonly items: readonly MessageKey[] }[]

export const LockLimits = () => {
  const id = useId()
  return (
    <>
      {lists.map(({ title, items }) => (
        <div key={title} class={styles['group']}>
          <p id={`${id}-${title}`} class={styles['caption']}>
            {t(title)}
          </p>
          <ul class={styles['list']} aria-labelledby={`${id}-${title}`}>
            {items.map(key => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}
