/** A pause while it runs: what to do now, how long it still takes, and a pacer where it breathes. */
import { useEffect, useState } from 'preact/hooks'
import type { CataloguePause } from '../../lib/content/pauses.ts'
import { elapsedInStep, type Run } from '../../lib/core/pause.ts'
import type { Instant } from '../../lib/core/time.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Pacer } from './Pacer.tsx'
import styles from './PauseScreen.module.css'
import { catalogueText, pauseTitle } from './pause-texts.ts'

type Props = {
  readonly pause: CataloguePause
  readonly run: Run
  /** Left behind by an earlier popup, and waiting for the person to say how it goes on. */
  readonly pickedUp: boolean
  readonly now: () => Instant
  /** Called with every picture, so that the run moves on with the clock. */
  readonly onTick: () => void
}

/** Draws anew with every picture; the time itself is the clock's. */
const usePictures = (onTick: () => void) => {
  const [, draw] = useState(0)
  useEffect(() => {
    let frame = requestAnimationFrame(function next(time) {
      onTick()
      draw(time)
      frame = requestAnimationFrame(next)
    })
    return () => cancelAnimationFrame(frame)
  }, [onTick])
}

export const PauseScreen = ({ pause, run, pickedUp, now, onTick }: Props) => {
  usePictures(onTick)
  const step = pause.steps[run.step]
  if (!step) return null
  const elapsed = elapsedInStep(run, now())
  const left = step.seconds === null ? null : Math.max(0, Math.ceil(step.seconds - elapsed / 1_000))
  return (
    <div class={styles['pause']}>
      <h1 tabIndex={-1}>{pauseTitle(pause.id)}</h1>
      {pickedUp && <p>{t('pause_resume')}</p>}
      <p class={styles['step']} aria-live="polite">
        {catalogueText(step.text)}
      </p>
      {step.pacer && <Pacer pacer={step.pacer} elapsed={elapsed} />}
      <p class={styles['soft']} role="timer" aria-live="off">
        {left === null ? t('timer_waiting') : plural('timer_left', left)}
      </p>
      {pause.cautions.includes('if-worse') && <p class={styles['soft']}>{t('pause_if_worse')}</p>}
    </div>
  )
}
