/** Draws what stands at the end of a check-in in place of it, and hands keys over. */
import { render } from 'preact'
import type { Ending } from '../../lib/app/ending.ts'
import { AskAgainScreen } from './AskAgainScreen.tsx'
import { NotNowScreen } from './NotNowScreen.tsx'

const listen = (ending: Ending) => {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return
    if (event.key === 'Escape') ending.model.done()
    else if (ending.kind !== 'not-now' || !ending.model.pressKey(event)) return
    event.preventDefault()
  })
}

/** A click elsewhere closes a popup by itself; the small window is told of it. */
const listenForLeaving = (leftAlone: () => void) => {
  if (document.body.dataset['view'] === 'window') window.addEventListener('blur', leftAlone)
}

/** Null where nothing is still to be said, and everything is closed. */
export const startEnding = (ending: Ending | null): void => {
  if (ending === null) return
  if (ending.kind === 'not-now') {
    render(<NotNowScreen model={ending.model} />, document.body)
    listenForLeaving(ending.model.leftAlone)
  } else render(<AskAgainScreen model={ending.model} />, document.body)
  listen(ending)
}
