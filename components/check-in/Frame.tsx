/** The frame of every step: the answer so far and "Talk to someone" on top, the step, buttons of one size at the foot. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { helpAddress } from '../help/HelpLink.tsx'
import styles from './Frame.module.css'

type Props = {
  /** Names the step: a new one moves focus to its heading. */
  readonly step: string
  readonly top?: ComponentChildren
  readonly foot: ComponentChildren
  readonly children: ComponentChildren
  /** Goes on in a window of its own; null where it does already. */
  readonly onWindow?: (() => void) | null
  readonly scroll?: number
  readonly onScroll?: (top: number) => void
}

export const Frame = ({ step, top, foot, children, onWindow, scroll, onScroll }: Props) => {
  const middle = useRef<HTMLElement>(null)
  // The first step is there at once; those after it fade in.
  const first = useRef<string | null>(step)
  if (step !== first.current) first.current = null
  useLayoutEffect(() => {
    middle.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    middle.current?.scrollTo(0, scroll ?? 0)
  }, [step])
  return (
    <div class={styles['frame']}>
      <header class={styles['top']}>
        {top}
        {onWindow && (
          <button type="button" class={styles['window']} title={t('window_open')} onClick={() => onWindow()}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M11 3.5h5.5V9M16.5 3.5l-7 7M14 12v4.5H3.5V6H8" />
            </svg>
            <span class="hidden-text">{t('window_open')}</span>
          </button>
        )}
        <a class={styles['help']} href={helpAddress} target="_blank" rel="noreferrer">
          {t('help_link')}
        </a>
      </header>
      <main
        key={step}
        ref={middle}
        class={first.current ? styles['middle'] : `${styles['middle']} ${styles['after']}`}
        onScroll={event => onScroll?.(event.currentTarget.scrollTop)}
      >
        {children}
      </main>
      <footer class={styles['foot']}>{foot}</footer>
    </div>
  )
}
