/** A place to draw lines in; nothing of it is kept. */
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import styles from './PauseInputs.module.css'
import { catalogueText } from './pause-texts.ts'

type Props = {
  /** The message key of its label. */
  readonly label: string
}

/** Draws where the pointer goes; answers with the way to stop. */
const listen = (canvas: HTMLCanvasElement): (() => void) => {
  const context = canvas.getContext('2d')
  // As many points as the screen has, so that lines stay sharp.
  const sharpen = () => {
    canvas.width = canvas.clientWidth * devicePixelRatio
    canvas.height = canvas.clientHeight * devicePixelRatio
  }
  sharpen()
  const placeOf = (event: PointerEvent) =>
    [event.offsetX * devicePixelRatio, event.offsetY * devicePixelRatio] as const
  const press = (event: PointerEvent) => {
    if (!context) return
    canvas.setPointerCapture(event.pointerId)
    context.strokeStyle = getComputedStyle(canvas).color
    context.lineWidth = 3 * devicePixelRatio
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.beginPath()
    context.moveTo(...placeOf(event))
  }
  const draw = (event: PointerEvent) => {
    if (!context || event.buttons === 0) return
    context.lineTo(...placeOf(event))
    context.stroke()
  }
  canvas.addEventListener('pointerdown', press)
  canvas.addEventListener('pointermove', draw)
  return () => {
    canvas.removeEventListener('pointerdown', press)
    canvas.removeEventListener('pointermove', draw)
  }
}

export const Drawing = ({ label }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => (canvas.current ? listen(canvas.current) : undefined), [])
  const wipe = () => {
    const { current } = canvas
    current?.getContext('2d')?.clearRect(0, 0, current.width, current.height)
  }
  return (
    <div class={styles['field']}>
      <p>{catalogueText(label)}</p>
      <canvas ref={canvas} class={styles['drawing']} role="img" aria-label={t('pause_draw_spoken')} />
      <div>
        <Button look="quiet" onPress={wipe}>
          {t('pause_draw_clear')}
        </Button>
      </div>
    </div>
  )
}
