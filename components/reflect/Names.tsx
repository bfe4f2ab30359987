/** A list of names of the person's own, people or light things: each can be changed and deleted, and one more added. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { NameList } from '../../lib/app/people.ts'
import { t } from '../../lib/platform/i18n.ts'
import { useReturnFocus } from '../library/return-focus.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './Names.module.css'

type Props = {
  readonly model: NameList
  /** Names the field for one more. */
  readonly label: string
  /** Stands above the list. */
  readonly children?: ComponentChildren
}

type ChangeProps = Pick<Props, 'model'>

const Change = ({ model: { form } }: ChangeProps) => {
  const element = useRef<HTMLFormElement>(null)
  useEffect(() => element.current?.querySelector('input')?.focus(), [])
  const name = form.open.value?.values['name']
  const long = form.tooLong.value
  return (
    <form
      ref={element}
      class={styles['add']}
      data-part="form"
      onSubmit={event => {
        event.preventDefault()
        void form.close()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.isComposing) return
        event.preventDefault()
        void form.close()
      }}
    >
      <TextField
        label={t('own_name')}
        value={typeof name === 'string' ? name : ''}
        ownWords
        onInput={typed => form.write('name', typed)}
        onLeave={() => void form.keep()}
        problem={long === null ? null : t('err_note_long', long)}
      />
      <div>
        <Button look="main" submits>
          {t('done')}
        </Button>
      </div>
    </form>
  )
}

const Add = ({ model, label }: Props) => {
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)
  const add = () => {
    if (typed.trim() === '') return
    const added = model.add(typed) !== null
    setRefused(!added)
    if (added) setTyped('')
  }
  return (
    <form
      class={styles['add']}
      onSubmit={event => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={label}
        value={typed}
        ownWords
        onInput={text => {
          setTyped(text)
          setRefused(false)
        }}
        problem={refused ? t('err_note_long', typed.trim().length) : null}
      />
      <div>
        <Button submits>{t('pause_list_add')}</Button>
      </div>
    </form>
  )
}

export const Names = (props: Props) => {
  const { model } = props
  const place = useRef<HTMLDivElement>(null)
  const items = model.items.value
  const open = model.form.open.value?.id
  useReturnFocus(place, null, () => {}, [items, open])
  return (
    <div ref={place} class={styles['names']}>
      {props.children}
      {items !== null && items.length > 0 && (
        <ul class={styles['list']}>
          {items.map(({ id, name }) => (
            <li key={id} data-row={id} class={styles['row']}>
              {open === id ? (
                <Change model={model} />
              ) : (
                <>
                  <span class={styles['name']}>
                    <bdi>{name}</bdi>
                  </span>
                  <span class={styles['buttons']}>
                    <span data-part="change">
                      <Button
                        look="quiet"
                        name={t('reflect_edit_name_spoken', name)}
                        onPress={() => void model.edit(id)}
                      >
                        {t('edit')}
                      </Button>
                    </span>
                    <Button
                      look="quiet"
                      name={t('reflect_delete_name_spoken', name)}
                      onPress={() => void model.remove(id)}
                    >
                      {t('delete')}
                    </Button>
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <Add {...props} />
    </div>
  )
}
