/** The search over History: one field, the filters behind a fold, what is in use, and how much was found. */
import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { UsedIds } from '../../../lib/app/in-use.ts'
import type { Search } from '../../../lib/app/search.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './Filters.module.css'
import { FiltersOn } from './FiltersOn.tsx'
import { FoundLine } from './FoundLine.tsx'

type Props = {
  readonly model: Search
  readonly used: UsedIds
}

type Fields = ComponentType<{ readonly model: Search; readonly used: UsedIds }>

export const Filters = ({ model, used }: Props) => {
  const [open, setOpen] = useState(false)
  const [fields, setFields] = useState<{ readonly Fields: Fields } | 'failed' | null>(null)
  const find = useRef<HTMLDivElement>(null)
  const problem = model.problem.value
  const on = model.filtersOn.value

  const bring = () =>
    import('./FilterFields.tsx').then(
      ({ FilterFields }) => setFields({ Fields: FilterFields }),
      () => setFields('failed'),
    )
  useEffect(() => {
    if (open && fields === null) void bring()
    if (open) void used.load()
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !find.current?.contains(event.target as Node)) return
    if (model.filter.value.text === '') return
    event.preventDefault()
    model.change({ text: '' })
  }

  const clear = () => {
    model.clear()
    // The button goes with what it cleared.
    find.current?.querySelector('input')?.focus()
  }

  return (
    <search class={styles['filters']} onKeyDown={onKeyDown}>
      <div ref={find} class={styles['find']} onFocusCapture={model.prepare}>
        <TextField
          type="search"
          label={t('search_label')}
          value={model.filter.value.text}
          dir="auto"
          onInput={text => model.change({ text })}
        />
      </div>
      <Fold
        label={t('filters')}
        hint={on > 0 ? plural('filters_on', on) : t('filters_hint')}
        open={open}
        onOpen={setOpen}
      >
        {fields === null && <p class={styles['soft']}>{t('history_reading')}</p>}
        {fields === 'failed' && (
          <StoreNotice
            problem={{ kind: 'failed', name: 'load' }}
            doing="open"
            onTryAgain={() => void bring()}
          />
        )}
        {fields !== null && fields !== 'failed' && <fields.Fields model={model} used={used} />}
      </Fold>
      <FiltersOn model={model} onClear={clear} />
      <FoundLine model={model} />
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={model.tryAgain} />}
    </search>
  )
}
