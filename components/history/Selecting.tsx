/** "Select", and the bar that stands at the foot of the window while several are selected. */
import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import type { History } from '../../lib/app/history.ts'
import type { HistoryMonth } from '../../lib/core/history.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { SelectBar } from './SelectBar.tsx'
import styles from './Selecting.module.css'
import { useSelecting } from './use-selecting.ts'

type Props = {
  readonly model: History
  /** All that can be selected. */
  readonly months: readonly HistoryMonth[]
  /** Where it stands. */
  readonly list: RefObject<HTMLElement | null>
}

export const Selecting = ({ model, months, list }: Props) => {
  const button = useRef<HTMLButtonElement>(null)
  const { selection } = model
  const active = selection.active.value
  const remove = useCallback(() => {
    if (selection.picked.value.size > 0 && model.progress.value === null) void model.removePicked(months)
  }, [model, selection, months])
  const leave = useCallback(() => {
    if (model.progress.value !== null) return
    selection.stop()
    button.current?.focus({ preventScroll: true })
  }, [model, selection])
  const { onChange, onClick, onPointerDown, onKeyDown } = useSelecting(list, selection, months, remove, leave)

  useEffect(() => {
    const place = list.current
    if (!active || place === null) return
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
    <>
      <div>
        <Button buttonRef={button} pressed={active} onPress={() => (active ? leave() : selection.start())}>
          {t('select')}
        </Button>
      </div>
      {active && (
        <div class={styles['bar']}>
          <SelectBar
            count={selection.count.value}
            progress={model.progress.value}
            onDelete={remove}
            onCancel={leave}
          />
        </div>
      )}
    </>
  )
}
