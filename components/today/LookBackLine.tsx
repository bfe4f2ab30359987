/** One quiet line on Today: a week to look back on, with the way to it and the way to put it off. */
import { useRef } from 'preact/hooks'
import type { LookBackLine as Model } from '../../lib/app/look-back-line.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './BackupLine.module.css'

type Props = {
  readonly model: Model
  /** The way there was taken. */
  readonly onOpen: () => void
}

export const LookBackLine = ({ model, onOpen }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  if (!model.shown.value) return null
  const putOff = () => {
    // The focus goes on to what stands below, because what had it goes.
    place.current?.nextElementSibling?.querySelector<HTMLElement>('button, a[href]')?.focus()
    void model.putOff()
  }
  return (
    <div ref={place} class={styles['line']}>
      <p>{t('look_back_ask')}</p>
      <div class={styles['ways']}>
        {/* biome-ignore lint/a11y/useValidAnchor: It leads to a section, and says besides what is looked for there. */}
        <a href="#patterns" onClick={onOpen}>
          {t('look_back_open')}
        </a>
        <Button look="quiet" onPress={putOff}>
          {t('not_now')}
        </Button>
      </div>
    </div>
  )
}
