/** What comes next, as it will really be, and the way back from being away or from quiet. */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { NextReminder as Model } from '../../lib/app/next-reminder.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Notice } from '../ui/Notice.tsx'
import styles from './NextReminder.module.css'
import { drawsNearer, nextText } from './next-texts.ts'

type Props = {
  readonly model: Model
  /** Stands after the line. */
  readonly children?: ComponentChildren
}

const Quiet = ({ model }: { readonly model: Model }) => (
  <Notice
    buttons={
      <>
        <Button onPress={() => void model.startAgain()}>{t('start_again')}</Button>
        <Button onPress={() => void model.stayQuiet()}>{t('nudge_stay_quiet')}</Button>
      </>
    }
  >
    <p>{t('nudge_went_quiet')}</p>
  </Notice>
)

export const NextReminder = ({ model, children }: Props) => {
  const element = useKeptFocus<HTMLDivElement>()
  const line = model.line.value
  const before = useRef(line?.kind)
  useLayoutEffect(() => {
    before.current = line?.kind
  }, [line])
  const away = line?.kind === 'away-until-time' || line?.kind === 'away-until-day'
  return (
    <div ref={element} class={styles['next']} tabIndex={-1}>
      {line?.kind === 'quiet' && <Quiet model={model} />}
      {(line?.kind !== 'quiet' || children) && (
        <p class={styles['line']}>
          <span role="status" aria-live={drawsNearer(before.current, line?.kind) ? 'off' : 'polite'}>
            {line && line.kind !== 'quiet' && (line.kind === 'unknown' ? t('err_reach') : nextText(line))}
          </span>{' '}
          {line && children}
        </p>
      )}
      {line?.kind === 'unknown' && (
        <div>
          <Button onPress={() => void model.load()}>{t('try_again')}</Button>
        </div>
      )}
      {model.fewer.value && <p class={styles['soft']}>{t('nudge_fewer')}</p>}
      {away && (
        <div>
          <Button onPress={() => void model.comeBack()}>{t('away_back')}</Button>
        </div>
      )}
      <div role="alert">{model.unheard.value && line?.kind !== 'unknown' && <p>{t('err_reach')}</p>}</div>
    </div>
  )
}
