/** A row for each group: a bar of three parts that are told apart by how they are filled, with their numbers beside it. */
import { t } from '../../lib/platform/i18n.ts'
import styles from './Marks.module.css'

export type MarksRow = {
  readonly id: string
  readonly name: string
  /** Filled, plain and striped. */
  readonly parts: readonly [filled: number, plain: number, striped: number]
}

const looks = ['filled', 'plain', 'striped'] as const

export const Marks = ({ rows }: { readonly rows: readonly MarksRow[] }) => {
  const most = Math.max(1, ...rows.map(({ parts }) => parts[0] + parts[1] + parts[2]))
  return (
    // The sentence and the table say the same.
    <div class={styles['marks']} aria-hidden="true">
      {rows.map(({ id, name, parts }) => (
        <div key={id} class={styles['row']}>
          <span class={styles['name']}>
            <bdi>{name}</bdi>
          </span>
          <span class={styles['bar']}>
            {looks.map((look, place) => {
              const count = parts[place] ?? 0
              return count > 0 ? (
                <span
                  key={look}
                  class={`${styles['part']} ${styles[look]}`}
                  style={{ inlineSize: `${(count / most) * 100}%` }}
                />
              ) : null
            })}
          </span>
          <span class={styles['number']}>{t('patterns_marks', ...parts)}</span>
        </div>
      ))}
    </div>
  )
}
