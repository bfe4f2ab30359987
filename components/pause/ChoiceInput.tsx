/** One of a few in a pause, or several of them. */
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { OneOf } from '../fields/OneOf.tsx'
import { Chips } from '../ui/Chips.tsx'
import styles from './PauseInputs.module.css'
import { catalogueText } from './pause-texts.ts'

type Props = {
  readonly input: Extract<PauseInput, { kind: 'choice' }>
  readonly value: readonly string[]
  readonly onWrite: (value: string | readonly string[]) => void
}

export const ChoiceInput = ({ input, value, onWrite }: Props) => {
  const title = catalogueText(input.label)
  const options = input.options.map(id => ({
    id,
    label: catalogueText(`${input.label}_${id.replaceAll('-', '_')}`),
  }))
  if (!input.many) {
    return (
      <OneOf
        title={title}
        options={options.map(({ id, label }) => ({ value: id, label }))}
        value={value[0] ?? null}
        onAnswer={answer => onWrite(answer ?? '')}
      />
    )
  }
  const toggle = (id: string) =>
    onWrite(value.includes(id) ? value.filter(one => one !== id) : [...value, id])
  return (
    <div class={styles['field']}>
      <p aria-hidden="true">{title}</p>
      <Chips
        label={title}
        chips={options.map(({ id, label }) => ({ id, label, chosen: value.includes(id) }))}
        onToggle={toggle}
      />
    </div>
  )
}
