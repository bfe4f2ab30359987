/** The cover as it stands in its HTML: its texts, its two buttons and their keys. */
import type { Cover } from '../../lib/app/cover.ts'
import '../check-in/Frame.module.css'
import '../styles/base.css'
import '../ui/Button.module.css'
import { fillTexts } from '../ui/fill-texts.ts'
import { workingKey } from '../ui/working-key.ts'
import './cover.css'

export const startCover = ({ begin, open, notNow, pressKey }: Cover): void => {
  fillTexts()
  const way = document.querySelector<HTMLElement>('#open')
  way?.addEventListener('click', open)
  if (workingKey('O') === undefined) {
    way?.removeAttribute('aria-keyshortcuts')
    way?.querySelector('[aria-hidden]')?.remove()
  }
  document.querySelector<HTMLElement>('#not-now')?.addEventListener('click', notNow)
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return
    if (pressKey(event)) event.preventDefault()
  })
  document.querySelector('h1')?.focus()
  begin()
}
