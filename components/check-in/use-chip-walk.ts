/** Left and right walk over the chips of a group, down leads from a search to what it found; Tab reaches all of them too. */
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { direction } from '../../lib/platform/i18n.ts'

const buttonsIn = (element: Element | null | undefined): readonly HTMLButtonElement[] => [
  ...(element?.querySelectorAll<HTMLButtonElement>('button') ?? []),
]

const walk = (within: Element, event: KeyboardEvent): void => {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || event.ctrlKey || event.altKey || event.metaKey) return
  const forward = direction() === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction() === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  const goTo = (next: HTMLElement | undefined) => {
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  if (target instanceof HTMLInputElement) {
    if (key === 'ArrowDown') goTo(buttonsIn(within.querySelector('[data-found]'))[0])
    return
  }
  if (key !== forward && key !== back) return
  const chips = buttonsIn(target.closest('fieldset'))
  const at = chips.indexOf(target as HTMLButtonElement)
  if (at >= 0) goTo(chips[at + (key === forward ? 1 : -1)])
}

/** Listens within the element of `part` for as long as it stands. */
export const useChipWalk = (part: RefObject<HTMLElement | null>): void =>
  useLayoutEffect(() => {
    const within = part.current
    if (!within) return
    const listen = (event: KeyboardEvent) => walk(within, event)
    within.addEventListener('keydown', listen)
    return () => within.removeEventListener('keydown', listen)
  }, [part])
