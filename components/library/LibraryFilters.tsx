/** The search and the filters over all pauses, with how many they leave. */
import { useRef } from 'preact/hooks'
import type { Library } from '../../lib/app/library.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './LibraryFilters.module.css'
import { gradeText, kindText, spanText } from './library-texts.ts'

/** Nothing is left out. */
const any = 'any'

type FilterProps<Value extends string> = {
  readonly label: string
  readonly values: readonly Value[]
  readonly value: string | null
  readonly textOf: (value: Value) => string
  readonly onChoose: (value: Value | null) => void
}

const Filter = <Value extends string>({ label, values, value, textOf, onChoose }: FilterProps<Value>) => (
  <Select
    label={label}
    value={value ?? any}
    options={[
      { value: any, label: t('library_any') },
      ...values.map(value => ({ value, label: textOf(value) })),
    ]}
    onChoose={chosen => onChoose(values.find(value => value === chosen) ?? null)}
  />
)

export const LibraryFilters = ({ model }: { readonly model: Library }) => {
  const { kinds, spans, grades } = model.choices
  const { kind, span, grade } = model.filter.value
  const filtering = model.filtering.value
  const { count } = model.shelf.value
  const element = useRef<HTMLElement>(null)
  const clear = () => {
    model.clear()
    // The button goes with what it cleared.
    element.current?.querySelector('input')?.focus()
  }
  return (
    <search ref={element} class={styles['filters']}>
      <TextField
        type="search"
        label={t('library_find')}
        value={model.find.value}
        dir="auto"
        onInput={model.seek}
      />
      <div class={styles['row']}>
        <Filter
          label={t('library_kind')}
          values={kinds}
          value={kind}
          textOf={kindText}
          onChoose={kind => model.choose({ kind })}
        />
        <Filter
          label={t('library_length')}
          values={spans}
          value={span}
          textOf={spanText}
          onChoose={span => model.choose({ span })}
        />
        <Filter
          label={t('library_grade')}
          values={grades}
          value={grade}
          textOf={gradeText}
          onChoose={grade => model.choose({ grade })}
        />
      </div>
      <div class={styles['found']}>
        <p role="status">{filtering && (count > 0 ? plural('library_found', count) : t('library_none'))}</p>
        {filtering && <Button onPress={clear}>{t('library_clear')}</Button>}
      </div>
    </search>
  )
}
