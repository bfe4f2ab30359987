/** The eleven places of felt as panes in two rows; one press answers, arrows walk, labels stand at both ends and in the middle. */
import { useRef } from 'preact/hooks'
import type { FeltAnswer } from '../../lib/core/check-in.ts'
import type { Felt } from '../../lib/core/records.ts'
import { direction, formatNumber, t } from '../../lib/platform/i18n.ts'
import { tabStopIn } from '../fields/tab-stop.ts'
import { Pane } from '../ui/Pane.tsx'
import styles from './FeltScale.module.css'

type Props = {
  readonly value: FeltAnswer
  /** The id of the question that names the scale. */
  readonly labelledBy: string
  readonly onAnswer: (felt: Felt) => void
}

const rows: readonly (readonly Felt[])[] = [
  [0, 1, 2, 3, 4, 5],
  [6, 7, 8, 9, 10],
]

const nameOf = (felt: Felt): string =>
  felt === 0 || felt === 5 || felt === 10
    ? t('felt_spoken_named', felt, t(`felt_${felt}`))
    : t('felt_spoken', felt)

/** Where an arrow leads from a place, or null where it leads nowhere. */
const walk = (from: number, key: string): number | null => {
  const forward = direction() === 'rtl' ? -1 : 1
  const steps: { readonly [key: string]: number } = {
    ArrowRight: forward,
    ArrowLeft: -forward,
    ArrowDown: 6,
    ArrowUp: -6,
  }
  const step = steps[key]
  if (step === undefined) return null
  const to = from + step
  return to >= 0 && to <= 10 ? to : null
}

/** What the ends of a row are called; each place's own name says it to screen readers. */
const Ends = ({ first }: { readonly first: boolean }) => (
  <p class={first ? styles['ends'] : `${styles['ends']} ${styles['short']}`} aria-hidden="true">
    <span>{first && t('felt_0')}</span>
    <span>{t(first ? 'felt_5' : 'felt_10')}</span>
  </p>
)

export const FeltScale = ({ value, labelledBy, onAnswer }: Props) => {
  const scale = useRef<HTMLFieldSetElement>(null)
  const tabStop = tabStopIn(rows.flat(), value)
  const onKeyDown = (event: KeyboardEvent) => {
    const places = [...(scale.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const to = walk(places.indexOf(document.activeElement as HTMLButtonElement), event.key)
    if (to === null) return
    event.preventDefault()
    places[to]?.focus()
  }
  return (
    <fieldset ref={scale} class={styles['scale']} aria-labelledby={labelledBy} onKeyDown={onKeyDown}>
      {rows.map(row => (
        <div key={row[0]}>
          <div class={styles['row']}>
            {row.map(felt => (
              <button
                key={felt}
                type="button"
                class={styles['place']}
                aria-label={nameOf(felt)}
                aria-pressed={felt === value}
                tabIndex={felt === tabStop ? 0 : -1}
                onClick={() => onAnswer(felt)}
              >
                <span class={styles['pane']}>
                  <Pane felt={felt} />
                </span>
                {formatNumber(felt)}
              </button>
            ))}
          </div>
          <Ends first={row[0] === 0} />
        </div>
      ))}
    </fieldset>
  )
}
