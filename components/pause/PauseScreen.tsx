/** A pause while it runs: what to do now, how long it still takes, and a pacer where it breathes. */
import { useEffect, useState } from 'preact/hooks'
import type { PauseRun } from '../../lib/app/pause-run.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Pacer } from './Pacer.tsx'
import styles from './PauseScreen.module.css'
import { catalogueText, pauseTitle } from './pause-texts.ts'

type Props = { readonly pause: PauseRun }

/** Draws anew with every picture; the time itself is the clock's. */
const usePictures = (onPicture: () => void) => {
  const [, draw] = useState(0)
  useEffect(() => {
    let frame = requestAnimationFrame(function next(time) {
      onPicture()
      draw(time)
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [onPicture])
}

export const PauseScreen = ({ pause }: Props) => {
  usePictures(pause.tick)
  const running = pause.pause.value
  const view = pause.look()
  if (!running || !view) return null
  return (
    <div class={styles['pause']}>
      <h1 tabIndex={-1}>{pauseTitle(running.id)}</h1>
      {pause.pickedUp.value && <p>{t('pause_resume')}</p>}
      <p class={styles['step']} aria-live="polite">
        {catalogueText(view.text)}
      </p>
      {view.breath && <Pacer breath={view.breath} />}
      <div class={styles['place']}>
        <p role="timer" aria-live="off">
          {view.left === null ? t('timer_waiting') : plural('timer_left', view.left)}
        </p>
        {view.steps > 1 && <p>{t('pause_step', view.step, view.steps)}</p>}
      </div>
      {running.cautions.includes('if-worse') && <p class={styles['soft']}>{t('pause_if_worse')}</p>}
    </div>
  )
}
