/** The cover as it stands in its HTML: its texts, its two buttons and their keys. */
import type { Cover } from '../../lib/app/cover.ts'
import '../check-in/Frame.module.css'
import '../styles/base.css'
import '../ui/Button.module.css'
import { fillTexts } from '../ui/fill-texts.ts'
import './cover.css'

export const startCover = ({ begin, open, notNow, pressKey }: Cover): void => {
  fillTexts()
  document.querySelector<HTMLElement>('#open')?.addEventListener('click', open)
  document.querySelector<HTMLElement>('#not-now')?.addEventListener('click', notNow)
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return
    if (pressKey(event)) event.preventDefault()
  })
  document.querySelector('h1')?.focus()
  begin()
}
