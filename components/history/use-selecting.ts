/** Picking rows by their checkboxes, by whole rows and by range, with a mouse and with keys. */
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Selection } from '../../lib/app/selection.ts'
import type { HistoryMonth } from '../../lib/core/history.ts'
import type { Id } from '../../lib/core/records.ts'
import { idsIn } from './ids-in.ts'
import { isField } from './key-targets.ts'

const boxesIn = (list: HTMLElement | null): readonly HTMLInputElement[] => [
  ...(list?.querySelectorAll<HTMLInputElement>('[data-pick]') ?? []),
]

const idOf = (box: HTMLInputElement | undefined): Id => box?.dataset['pick'] ?? ''

type Handlers = {
  readonly onChange: (event: Event) => void
  readonly onClick: (event: MouseEvent) => void
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** `onDelete` is asked for by the key of that name, `onLeave` by Escape. */
export const useSelecting = (
  list: RefObject<HTMLElement | null>,
  selection: Selection,
  months: readonly HistoryMonth[],
  onDelete: () => void,
  onLeave: () => void,
): Handlers => {
  const picked = selection.picked.value
  /** Where a range begins. */
  const last = useRef<Id | null>(null)
  /** Firefox does not say at a change whether Shift was held. */
  const shift = useRef(false)

  // The boxes stand in every row and are set from here: thousands of rows are not drawn
  // again for one of them. `months` says that rows came.
  const isSet = useRef(false)
  useLayoutEffect(() => {
    if (picked.size === 0 && !isSet.current) return
    isSet.current = picked.size > 0
    for (const box of boxesIn(list.current)) box.checked = picked.has(idOf(box))
  }, [list, picked, months])

  // What has gone is not picked any more, and nothing that is out of sight is deleted.
  useEffect(() => {
    if (picked.size === 0) return
    const here = new Set(idsIn(months))
    const gone = [...picked].filter(id => !here.has(id))
    if (gone.length > 0) selection.pick(gone, false)
  }, [selection, picked, months])

  useEffect(
    () => () => {
      for (const box of boxesIn(list.current)) box.checked = false
    },
    [list],
  )

  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && isField(event.target)
      if (event.key === 'Escape' && !event.defaultPrevented && !typing) onLeave()
    }
    document.addEventListener('keydown', leave)
    return () => document.removeEventListener('keydown', leave)
  }, [onLeave])

  return {
    onChange: event => {
      const box = event.target
      if (!(box instanceof HTMLInputElement) || box.dataset['pick'] === undefined) return
      const boxes = boxesIn(list.current)
      const here = boxes.indexOf(box)
      const from = shift.current ? boxes.findIndex(one => idOf(one) === last.current) : -1
      const range = from < 0 ? [box] : boxes.slice(Math.min(from, here), Math.max(from, here) + 1)
      last.current = idOf(box)
      selection.pick(range.map(idOf), box.checked)
    },
    onClick: event => {
      if (!(event.target instanceof Element)) return
      if (event.target.closest('input, button, a, label')) return
      event.target.closest('[data-row]')?.querySelector<HTMLInputElement>('[data-pick]')?.click()
    },
    onPointerDown: event => {
      shift.current = event.shiftKey
    },
    onKeyDown: event => {
      shift.current = event.shiftKey
      const isBox = event.target instanceof HTMLElement && event.target.dataset['pick'] !== undefined
      if (isBox && event.key === 'Delete') onDelete()
    },
  }
}
