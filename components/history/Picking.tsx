/** What goes on while rows are selected: boxes and rows are pressed, and a bar says how many and what can be done with them. */
import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect } from 'preact/hooks'
import type { History } from '../../lib/app/history.ts'
import type { HistoryMonth } from '../../lib/core/history.ts'
import { SelectBar } from './SelectBar.tsx'
import { useSelecting } from './use-selecting.ts'

type Props = {
  readonly model: History
  /** All that can be selected. */
  readonly months: readonly HistoryMonth[]
  /** Where it stands. */
  readonly list: RefObject<HTMLElement | null>
  readonly onLeave: () => void
}

export const Picking = ({ model, months, list, onLeave }: Props) => {
  const { selection } = model
  const remove = useCallback(() => {
    if (selection.picked.value.size > 0 && model.progress.value === null) void model.removePicked(months)
  }, [model, selection, months])
  const { onChange, onClick, onPointerDown, onKeyDown } = useSelecting(
    list,
    selection,
    months,
    remove,
    onLeave,
  )

  // Before it is painted: what can be seen can be pressed.
  useLayoutEffect(() => {
    const place = list.current
    if (place === null) return
    const heard = new AbortController()
    const { signal } = heard
    place.dataset['selecting'] = ''
    place.addEventListener('change', onChange, { signal })
    place.addEventListener('click', onClick, { signal })
    place.addEventListener('pointerdown', onPointerDown, { signal })
    place.addEventListener('keydown', onKeyDown, { signal })
    return () => {
      delete place.dataset['selecting']
      heard.abort()
    }
  })

  return (
    <SelectBar
      count={selection.count.value}
      progress={model.progress.value}
      onDelete={remove}
      onCancel={onLeave}
    />
  )
}
