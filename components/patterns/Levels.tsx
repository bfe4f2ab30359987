/** A row for each group: its level as a dot on the scale, with the range in which it most likely lies. */
import type { Group } from '../../lib/core/insight/card.ts'
import { numberText } from './card-texts.ts'
import styles from './Levels.module.css'

export type LevelRow = Pick<Group, 'id' | 'level' | 'against'> & { readonly name: string }

type Props = {
  readonly rows: readonly LevelRow[]
  /** The ends of the scale. */
  readonly from: number
  readonly to: number
  /** Felt is drawn as frost with a clear place; every other scale is plain. */
  readonly felt: boolean
  /** Draws what each is compared with, too. */
  readonly compared: boolean
}

export const Levels = ({ rows, from, to, felt, compared }: Props) => {
  const place = (value: number): number => (Math.min(1, Math.max(0, (value - from) / (to - from))) || 0) * 100
  const at = (value: number) => ({ insetInlineStart: `${place(value)}%` })
  const range = ({ from: low, to: high }: { readonly from: number; readonly to: number }) => ({
    insetInlineStart: `${place(low)}%`,
    inlineSize: `${place(high) - place(low)}%`,
  })
  return (
    // The sentence and the table say the same.
    <div class={felt ? styles['felt'] : styles['plain']} aria-hidden="true">
      {rows.map(({ id, name, level, against }) => (
        <div key={id} class={styles['row']}>
          <span class={styles['name']}>
            <bdi>{name}</bdi>
          </span>
          <span class={level ? styles['track'] : `${styles['track']} ${styles['empty']}`}>
            <span class={styles['inside']}>
              {level?.interval && <span class={styles['range']} style={range(level.interval)} />}
              {compared && against && <span class={styles['against']} style={at(against.value)} />}
              {level && <span class={styles['dot']} style={at(level.value)} />}
            </span>
          </span>
          <span class={styles['number']}>{numberText(level?.value ?? null)}</span>
        </div>
      ))}
    </div>
  )
}
