/** Leaves nobody at the top of the page without a word when what had the focus has gone: its heading takes it. */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** For an element with an `h1` that can take the focus; parts of it that know a better place have taken it there before. */
export const useKeptPlace = <Kind extends HTMLElement>(): RefObject<Kind | null> => {
  const element = useRef<Kind>(null)
  // While this renders, what had the focus still stands in the page.
  const inside = element.current?.contains(document.activeElement) ?? false
  useEffect(() => {
    if (inside && document.activeElement === document.body)
      element.current?.querySelector('h1')?.focus({ preventScroll: true })
  })
  return element
}
