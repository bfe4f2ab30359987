/** A pause while it runs: what to do now, how long it still takes, what it asks for, and a pacer where it breathes. */
import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { KnownPause, PauseRun } from '../../lib/app/pause-run.ts'
import type { Run, RunView } from '../../lib/core/pause.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { intoView } from '../ui/into-view.ts'
import { Pacer } from './Pacer.tsx'
import { PauseAdjust } from './PauseAdjust.tsx'
import styles from './PauseScreen.module.css'
import { catalogueText, listedTitle, stepText, wordsDir } from './pause-texts.ts'

type Props = {
  readonly pause: PauseRun
  /** What a step lets the person write or pick. */
  readonly inputs: ComponentChildren
  /** What stands under the pause. */
  readonly children?: ComponentChildren
}

/** Out of sight no pictures are drawn, and the pause goes on. */
const lookEvery = 500

/** Draws anew with every picture; the time itself is the clock's. */
const usePictures = (onPicture: () => void) => {
  const [, draw] = useState(0)
  useEffect(() => {
    let frame = requestAnimationFrame(function next(time) {
      onPicture()
      draw(time)
      frame = requestAnimationFrame(next)
    })
    const timer = setInterval(onPicture, lookEvery)
    return () => {
      cancelAnimationFrame(frame)
      clearInterval(timer)
    }
  }, [onPicture])
}

/** What had the focus may go with its step: then the heading takes it, as where a step begins. */
const useHeadingFocus = (): RefObject<HTMLHeadingElement | null> => {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef<Element | null>(null)
  // While this renders, what had the focus still stands in the page; the buttons at the foot did with the last picture.
  if (document.activeElement !== document.body) before.current = document.activeElement
  useLayoutEffect(() => {
    const isGone = before.current?.isConnected === false && document.activeElement === document.body
    if (isGone) heading.current?.focus({ preventScroll: true })
  })
  return heading
}

/** Who pressed "next" sees what is next; where the clock leads on, a person who reads on below is left there. */
const useStepInView = (run: Run | null, waits: boolean): RefObject<HTMLParagraphElement | null> => {
  const step = useRef<HTMLParagraphElement>(null)
  const waited = useRef(false)
  useLayoutEffect(() => {
    if (waited.current) intoView(step.current)
    waited.current = waits
  }, [run?.step, waits])
  return step
}

/** What to mind, where there is something besides that stopping is fine. */
const Cautions = ({ cautions }: Pick<KnownPause, 'cautions'>) => (
  <>
    {cautions
      .filter(caution => caution !== 'if-worse')
      .map(caution => (
        <p key={caution} class={styles['soft']}>
          {catalogueText(`caution_${caution.replaceAll('-', '_')}`)}
        </p>
      ))}
  </>
)

/** Body, breath, writing and being with a feeling: stopping is fine, and one press says that it feels worse. */
const IfWorse = ({ onWorse }: { readonly onWorse: () => void }) => (
  <div class={styles['worse']}>
    <p class={styles['soft']}>{t('pause_if_worse')}</p>
    <Button look="quiet" onPress={onWorse}>
      {t('pause_worse')}
    </Button>
  </div>
)

/** It was out of sight for a while: it waits for the person to say how it goes on. */
const LeftBehind = ({ pause }: Pick<Props, 'pause'>) => {
  const left = pause.left()
  if (!left) return null
  return (
    <div class={styles['left']}>
      <p>
        {t('pause_resume')} {plural('pause_left', left.seconds)}
      </p>
      {left.canCatchUp && <Button onPress={pause.catchUp}>{t('pause_catch_up')}</Button>}
    </div>
  )
}

const Where = ({ view, pause }: { readonly view: RunView } & Pick<Props, 'pause'>) => (
  <div class={styles['place']}>
    <p role="timer" aria-live="off">
      {view.left === null ? t('pause_waits') : plural('timer_left', view.left)}
    </p>
    {view.places > 1 && <p>{t('pause_step', view.place, view.places)}</p>}
    {view.place > 1 && (
      <Button look="quiet" shortcut="B" onPress={pause.back}>
        {t('back')}
      </Button>
    )}
    {/* A step with a timer can be held, and the way to the beginning stands there then. */}
    {view.place > 1 && view.left === null && (
      <Button look="quiet" onPress={pause.startAgain}>
        {t('start_again')}
      </Button>
    )}
  </div>
)

export const PauseScreen = ({ pause, inputs, children }: Props) => {
  usePictures(pause.tick)
  const heading = useHeadingFocus()
  const stepId = useId()
  const listed = pause.listed.value
  const run = pause.run.value
  const view = pause.look()
  const step = useStepInView(run, view?.step.waits ?? false)
  if (!listed || !run || !view) return null
  const { cautions } = pause.known.value
  return (
    <div class={styles['pause']}>
      {/* Who hears the heading hears the step too: it is no news where it stands from the beginning. */}
      <h1 ref={heading} tabIndex={-1} aria-describedby={stepId} dir={wordsDir(listed)}>
        {listedTitle(listed)}
      </h1>
      <LeftBehind pause={pause} />
      <p ref={step} id={stepId} class={styles['step']} aria-live="polite" dir={wordsDir(listed)}>
        {stepText(listed, view.step, run.other, pause.moment())}
      </p>
      {view.breath && <Pacer breath={view.breath} />}
      {inputs}
      <Where view={view} pause={pause} />
      {view.place === 1 && <Cautions cautions={cautions} />}
      {cautions.includes('if-worse') && <IfWorse onWorse={pause.worse} />}
      {!view.step.waits && <PauseAdjust pause={pause} />}
      {children}
    </div>
  )
}
