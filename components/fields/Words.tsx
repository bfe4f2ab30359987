/** Words in a form: those picked, a way to find one, the groups, and the answers in place of a word. */
import { useId, useState } from 'preact/hooks'
import type { CheckInForm } from '../../lib/app/check-in-form.ts'
import type { Id, PickedWord } from '../../lib/core/records.ts'
import { messageKey, plural, t } from '../../lib/platform/i18n.ts'
import { PickedWords } from '../check-in/PickedWords.tsx'
import { WordGroup } from '../check-in/WordGroup.tsx'
import { Chips } from '../ui/Chips.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Field } from './Field.tsx'
import styles from './Words.module.css'

type Props = {
  readonly title: string
  readonly picked: readonly PickedWord[]
  /** The group that stands open until another is opened or this one is folded. */
  readonly opensWith: Id | null
  readonly form: Pick<CheckInForm, 'words' | 'find' | 'findWord' | 'toggleWord' | 'toggleGuess'>
}

export const Words = ({ title, picked, opensWith, form }: Props) => {
  const id = useId()
  const [pressed, setPressed] = useState<Id | null | undefined>(undefined)
  const openGroup = pressed === undefined ? opensWith : pressed
  const { words } = form
  const find = form.find.value
  const found = words.find(find)
  const toggle = (word: Id) => void form.toggleWord(word)
  const chip = (word: Id) => ({
    id: word,
    label: words.labelOf(word),
    chosen: picked.some(one => one.id === word),
  })
  return (
    <Field title={title} titleId={id} hint={t('words_hint')}>
      {picked.length > 0 && (
        <PickedWords
          words={picked}
          canBeGuess={words.canBeGuess}
          onTakeOut={toggle}
          onGuess={word => void form.toggleGuess(word)}
        />
      )}
      <div role="status">{words.isFull(picked) && <p>{t('words_five')}</p>}</div>
      <div class={styles['list']}>
        <TextField type="search" label={t('words_find')} value={find} dir="auto" onInput={form.findWord} />
        <div role="status">
          {found && <p>{found.length > 0 ? plural('words_found', found.length) : t('words_none_found')}</p>}
        </div>
        {found && <Chips label={t('words_find')} chips={found.map(chip)} onToggle={toggle} />}
      </div>
      {!found && (
        <div class={styles['list']}>
          {words.groups().map(group => (
            <WordGroup
              key={group.id}
              label={t(messageKey('group', group.id))}
              words={group.words.map(chip)}
              open={openGroup === group.id}
              onOpen={open => setPressed(open ? group.id : null)}
              onToggle={toggle}
            />
          ))}
        </div>
      )}
      <Chips label={t('group_not_sure')} chips={words.notSure.map(chip)} onToggle={toggle} />
    </Field>
  )
}
