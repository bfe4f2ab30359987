/** Keeps the focus with the pause it was on, when a press moves that pause, folds it, or takes what was pressed away. */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * A place within the section: `[data-row]` is a pause, `[data-part]` what had the focus in it. `order` is the row's place
 * among all rows, `visible` whether the focus was shown, as it is to people at a keyboard.
 */
type Place = {
  readonly row: string
  readonly part: string | null
  readonly order: number
  readonly visible: boolean
}

const rowsIn = (section: HTMLElement): readonly HTMLElement[] => [
  ...section.querySelectorAll<HTMLElement>('[data-row]'),
]

const placeOf = (section: HTMLElement | null): Place | null => {
  const active = document.activeElement
  const row = active?.closest<HTMLElement>('[data-row]')
  if (!section || !active || !row || !section.contains(row)) return null
  return {
    row: row.dataset['row'] ?? '',
    part: active.closest<HTMLElement>('[data-part]')?.dataset['part'] ?? null,
    order: rowsIn(section).indexOf(row),
    visible: active.matches(':focus-visible'),
  }
}

const focusables = 'button, input, textarea, select, a[href]'

/** Where a form was, its pause stands folded now, with the button that opened it. */
const focusIn = (row: HTMLElement, { part, visible }: Pick<Place, 'part' | 'visible'>): void => {
  const parts = [part, part === 'form' ? 'change' : null, 'name'].filter(one => one !== null)
  const found = parts.map(one => row.querySelector<HTMLElement>(`[data-part="${one}"]`)).find(one => one)
  const control = (found ?? row).querySelector<HTMLElement>(focusables)
  control?.focus({ preventScroll: !visible })
}

/**
 * `goTo` is a row that takes the focus once it stands there, null for none; `taken` is called when it did. `moves` is all by
 * which pauses move, fold or go; the component that calls this renders whenever any of it changes.
 */
export const useReturnFocus = (
  section: RefObject<HTMLElement | null>,
  goTo: string | null,
  taken: () => void,
  moves: readonly unknown[],
): void => {
  const before = useRef<Place | null>(null)
  // While this renders, what had the focus still stands in the page.
  before.current = placeOf(section.current)

  // Once all that moves has moved: components that read signals render each by itself.
  useEffect(() => {
    const place = before.current
    before.current = null
    if (!section.current) return
    const rows = rowsIn(section.current)
    const wanted = goTo === null ? undefined : rows.find(({ dataset }) => dataset['row'] === goTo)
    if (wanted) {
      taken()
      focusIn(wanted, { part: 'name', visible: true })
      return
    }
    if (place === null || document.activeElement !== document.body) return
    const same = rows.find(({ dataset }) => dataset['row'] === place.row)
    if (same) return focusIn(same, place)
    // It went out of sight: whatever took its place is nearest.
    const near = rows[place.order] ?? rows.at(-1)
    if (near) focusIn(near, { part: 'name', visible: place.visible })
  }, [goTo, ...moves])
}
