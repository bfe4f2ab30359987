/** Keeps the focus near where it was when a press takes away what was pressed. */
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** For an element with `tabIndex` -1 whose content changes: the focus goes to its first control, or to the element itself. */
export const useKeptFocus = <Kind extends HTMLElement>(): RefObject<Kind | null> => {
  const element = useRef<Kind>(null)
  // While this renders, what had the focus still stands in the page.
  const inside = element.current?.contains(document.activeElement) ?? false
  // At once, so that nobody further out finds the focus lost and takes it somewhere else.
  useLayoutEffect(() => {
    if (!inside || document.activeElement !== document.body) return
    const control = element.current?.querySelector<HTMLElement>('button, a[href], input')
    ;(control ?? element.current)?.focus()
  })
  return element
}
