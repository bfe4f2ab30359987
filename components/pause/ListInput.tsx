/** One of the person's own list, people or light things, with a way to add to it here. */
import { useEffect, useState } from 'preact/hooks'
import type { OwnItem } from '../../lib/core/own-items.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './PauseInputs.module.css'
import { catalogueText } from './pause-texts.ts'

export type ListSource = {
  /** Null until they are read. */
  readonly items: readonly OwnItem[] | null
  readonly onLoad: () => void
  /** Gives the name as it stands in the list; null where it is none. */
  readonly onAdd: (type: OwnItem['type'], name: string) => string | null
}

type Props = {
  readonly input: Extract<PauseInput, { kind: 'own-list' }>
  readonly value: string
  readonly source: ListSource
  readonly problem: string | null
  readonly onWrite: (value: string) => void
  readonly onLeave: () => void
}

export const ListInput = ({ input, value, source, problem, onWrite, onLeave }: Props) => {
  const title = catalogueText(input.label)
  /** Null until something is typed here: what an earlier popup left stands in the field, unless it is of the list. */
  const [here, setTyped] = useState<string | null>(null)
  useEffect(source.onLoad, [])
  const items = (source.items ?? []).filter(({ type }) => type === input.type)
  const left = source.items === null || items.some(({ name }) => name === value) ? '' : value
  const typed = here ?? left
  /** It is the answer as it is typed; adding it to the list is for the next time. */
  const type = (text: string) => {
    setTyped(text)
    onWrite(text)
  }
  const pick = (name: string) => {
    setTyped('')
    onWrite(name === value ? '' : name)
  }
  const add = () => {
    const name = source.onAdd(input.type, typed)
    if (name === null) return
    setTyped('')
    onWrite(name)
  }
  return (
    <div class={styles['field']}>
      {items.length > 0 && (
        <fieldset class={styles['row']} aria-label={title}>
          <p class={styles['whole']} aria-hidden="true">
            {title}
          </p>
          {items.map(({ id: item, name }) => (
            <Button key={item} pressed={name === value} onPress={() => pick(name)}>
              <span dir="auto">{name}</span>
            </Button>
          ))}
        </fieldset>
      )}
      <form
        class={styles['field']}
        onSubmit={event => {
          event.preventDefault()
          add()
        }}
      >
        <TextField
          ownWords
          label={items.length > 0 ? t('pause_list_new') : title}
          value={typed}
          problem={problem}
          onInput={type}
          onLeave={onLeave}
        />
        <div>
          <Button disabled={typed.trim() === ''} onPress={add}>
            {t('pause_list_add')}
          </Button>
        </div>
      </form>
    </div>
  )
}
