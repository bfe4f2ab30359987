/** The first question as it stands in the popup's HTML: it speaks and takes presses before the rest of Thaw is there. */
import '../styles/base.css'
import '../ui/Button.module.css'
import { fillTexts } from '../ui/fill-texts.ts'
import './FeltScale.module.css'
import './Frame.module.css'
import './Question.module.css'

const kinds = ['click', 'keydown'] as const

/** What was pressed so far, to be given to the check-in once it stands. */
const presses: Event[] = []
const keep = (press: Event) => void presses.push(press)

/** Fills in the texts and begins to listen. */
export const standUp = (): void => {
  fillTexts()
  for (const kind of kinds) document.addEventListener(kind, keep)
  performance.mark('answerable')
}

/**
 * Resolves once the first question is on screen, so that loading the rest does not hold it up.
 * A page that is not in sight gets no picture, and does not wait for one.
 */
export const painted = (): Promise<void> =>
  new Promise(resolve => {
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, document.visibilityState === 'hidden' ? 0 : 100)
  })

/** Ends the listening, and presses again what was pressed so far, where the check-in stands at the question that was seen. */
export const handOver = (isFirstQuestion: boolean): void => {
  for (const kind of kinds) document.removeEventListener(kind, keep)
  for (const press of isFirstQuestion ? presses : []) {
    const Press = press.constructor as typeof Event
    press.target?.dispatchEvent(new Press(press.type, press))
  }
}
