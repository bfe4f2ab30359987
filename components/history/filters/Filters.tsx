/** The search over History: one field, the filters behind a fold, what is in use, and how much was found. */
import { useRef, useState } from 'preact/hooks'
import type { FilterChoices } from '../../../lib/app/filter-choices.ts'
import type { Search } from '../../../lib/app/search.ts'
import { plural, t } from '../../../lib/platform/i18n.ts'
import { Fold } from '../../fields/Fold.tsx'
import { NotLoaded } from '../../options/NotLoaded.tsx'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useLoaded } from '../../ui/use-loaded.ts'
import styles from './Filters.module.css'

type Props = {
  readonly model: Search
  readonly loadChoices: () => Promise<FilterChoices>
}

export const Filters = ({ model, loadChoices }: Props) => {
  const [open, setOpen] = useState(false)
  const find = useRef<HTMLDivElement>(null)
  const problem = model.problem.value
  const on = model.filtersOn.value
  const fields = useLoaded(async () => {
    const [{ FilterFields }, choices] = await Promise.all([import('./FilterFields.tsx'), loadChoices()])
    return { FilterFields, choices }
  }, open)
  const asked = useLoaded(() => import('./Asked.tsx'), model.active.value)

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
        {fields === 'failed' && <NotLoaded />}
        {fields !== null && fields !== 'failed' && (
          <fields.FilterFields model={model} choices={fields.choices} />
        )}
      </Fold>
      {asked === 'failed' && <NotLoaded />}
      {asked !== null && asked !== 'failed' && <asked.Asked model={model} onClear={clear} />}
      {problem?.kind === 'failed' && problem.name === 'load' && asked !== 'failed' ? (
        <NotLoaded />
      ) : (
        problem && <StoreNotice problem={problem} doing="open" onTryAgain={model.tryAgain} />
      )}
    </search>
  )
}
