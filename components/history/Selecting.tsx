/** "Select", and the bar that stands at the foot of the window while several are selected. */
import type { RefObject } from 'preact'
import { useCallback, useRef } from 'preact/hooks'
import type { History } from '../../lib/app/history.ts'
import type { HistoryMonth } from '../../lib/core/history.ts'
import { t } from '../../lib/platform/i18n.ts'
import { NotLoaded } from '../options/NotLoaded.tsx'
import { Button } from '../ui/Button.tsx'
import { useLoaded } from '../ui/use-loaded.ts'
import styles from './Selecting.module.css'

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
  const part = useLoaded(() => import('./Picking.tsx'), active)
  const leave = useCallback(() => {
    if (model.progress.value !== null) return
    selection.stop()
    button.current?.focus({ preventScroll: true })
  }, [model, selection])

  return (
    <>
      <div>
        <Button buttonRef={button} pressed={active} onPress={() => (active ? leave() : selection.start())}>
          {t('select')}
        </Button>
      </div>
      {active && part === 'failed' && <NotLoaded />}
      {active && part !== null && part !== 'failed' && (
        <div class={styles['bar']}>
          <part.Picking model={model} months={months} list={list} onLeave={leave} />
        </div>
      )}
    </>
  )
}
