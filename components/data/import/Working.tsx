/** A piece of the import that takes its time: how far it is, and the way to stop it. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { formatShare } from '../../../lib/platform/formats.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './Working.module.css'

type Props = {
  readonly label: string
  readonly done: number
  /** 0 before it is known. */
  readonly of: number
  readonly onStop: () => void
  readonly children?: ComponentChildren
}

export const Working = ({ label, done, of, onStop, children }: Props) => {
  const id = useId()
  return (
    <div class={styles['working']}>
      <label class={styles['progress']}>
        <span id={id} class={styles['label']}>
          {label}
        </span>
        <progress class={styles['bar']} {...(of > 0 && { value: done, max: of })} />
        {of > 0 && <span class={styles['soft']}>{formatShare(done / of)}</span>}
      </label>
      {children}
      <div>
        {/* The focus comes here, and says what it would stop. */}
        <Button describedBy={id} onPress={onStop}>
          {t('import_stop')}
        </Button>
      </div>
    </div>
  )
}
