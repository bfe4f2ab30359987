/** The fields of one word or tag: its name, its group, and for an own one its deletion. */
import { useEffect, useRef } from 'preact/hooks'
import type { OpenWord, WordsPage } from '../../lib/app/words.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './OwnForm.module.css'
import { groupLabel, refusedText } from './own-texts.ts'

type Props = { readonly model: WordsPage; readonly open: OpenWord; readonly own: boolean }

export const OwnForm = ({ model, open, own }: Props) => {
  const { kind, id, name, group, refused } = open
  const form = useRef<HTMLFormElement>(null)
  const list = model.lists[kind].value
  const original = model.nameOf(kind, id)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      class={styles['form']}
      aria-label={t('own_change_spoken', list.labelOf(id))}
      onSubmit={event => {
        event.preventDefault()
        void model.save()
      }}
    >
      <div class={styles['name']}>
        <TextField
          label={t('own_name')}
          value={name}
          ownWords
          onInput={text => model.type({ name: text })}
          problem={refused && refusedText(refused)}
        />
        {!own && name !== original && (
          <Button look="quiet" onPress={() => model.type({ name: original })}>
            {t('own_put_back', original)}
          </Button>
        )}
      </div>
      <Select
        label={t('own_group')}
        value={group}
        options={list.groups.map(({ id: value }) => ({ value, label: groupLabel(kind, value) }))}
        onChoose={value => model.type({ group: value })}
      />
      <div class={styles['buttons']}>
        <Button look="main" onPress={() => void model.save()}>
          {t('save')}
        </Button>
        <Button onPress={model.close}>{t('close')}</Button>
      </div>
      {own && (
        <div class={styles['delete']}>
          <p class={styles['soft']}>{t('own_delete_hint')}</p>
          <Button look="remove" onPress={() => void model.remove(kind, id)}>
            {t('delete')}
          </Button>
        </div>
      )}
    </form>
  )
}
