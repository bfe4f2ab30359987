/** A check-in of the past, edited in place: each answer is kept as it is given. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { Editing, OpenEdit } from '../../lib/app/editing.ts'
import type { Far } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { FeltScale } from '../check-in/FeltScale.tsx'
import { PickedWords } from '../check-in/PickedWords.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './EditForm.module.css'
import { farKeys } from './Entry.tsx'

type Props = {
  readonly open: OpenEdit
  readonly editing: Editing
  readonly spellcheck: boolean
  readonly onDone: () => void
}

const FeltField = ({ open, editing }: Pick<Props, 'open' | 'editing'>) => {
  const id = useId()
  const { felt } = open.edit
  return (
    <div class={styles['field']}>
      <h5 id={id}>{t('edit_felt')}</h5>
      <FeltScale value={felt} labelledBy={id} onAnswer={answer => void editing.answer({ felt: answer })} />
      <div class={styles['buttons']}>
        <Button pressed={felt === 'cant-tell'} onPress={() => void editing.answer({ felt: 'cant-tell' })}>
          {t('felt_cant_tell')}
        </Button>
        <Button pressed={felt === null} onPress={() => void editing.answer({ felt: null })}>
          {t('clear_answer')}
        </Button>
      </div>
    </div>
  )
}

const FarField = ({ open, editing }: Pick<Props, 'open' | 'editing'>) => {
  const id = useId()
  const answer = (far: Far | null) => void editing.answer({ far })
  return (
    <div class={styles['field']}>
      <h5 id={id}>{t('edit_far')}</h5>
      <fieldset class={styles['buttons']} aria-labelledby={id}>
        {farKeys.map((key, far) => (
          <Button key={key} pressed={open.edit.far === far} onPress={() => answer(far as Far)}>
            {t(key)}
          </Button>
        ))}
        <Button pressed={open.edit.far === null} onPress={() => answer(null)}>
          {t('clear_answer')}
        </Button>
      </fieldset>
    </div>
  )
}

export const EditForm = ({ open, editing, spellcheck, onDone }: Props) => {
  const { edit, problem } = open
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  // A page that goes out of sight may not come back. One that closes may end before the writing does: that is why the note
  // is kept at every rest in typing as well.
  useEffect(() => {
    const keep = () => {
      if (document.visibilityState === 'hidden') void editing.save()
    }
    document.addEventListener('visibilitychange', keep)
    return () => document.removeEventListener('visibilitychange', keep)
  }, [editing])
  return (
    <div class={styles['form']}>
      <h4 ref={title} tabIndex={-1} class={styles['title']}>
        {t('edit_title')}
      </h4>
      <FeltField open={open} editing={editing} />
      <FarField open={open} editing={editing} />
      {edit.words.length > 0 && (
        <div class={styles['field']}>
          <h5>{t('entry_words')}</h5>
          <PickedWords
            words={edit.words}
            canBeGuess={editing.canBeGuess}
            onTakeOut={id => void editing.takeOut(id)}
            onGuess={id => void editing.guess(id)}
          />
        </div>
      )}
      <TextField
        label={t('note_label')}
        hint={t('note_hint')}
        rows={4}
        value={edit.note}
        spellcheck={spellcheck}
        onInput={note => editing.type(note)}
        onLeave={() => void editing.save()}
        problem={problem?.kind === 'too-long' ? t('err_note_long', problem.length) : null}
      />
      {problem && problem.kind !== 'too-long' && (
        <StoreNotice problem={problem} doing="save" onTryAgain={() => void editing.save()} />
      )}
      <div class={styles['foot']}>
        <Button disabled={!open.changed} onPress={() => void editing.putBack()}>
          {t('edit_put_back')}
        </Button>
        <Button look="main" onPress={onDone}>
          {t('done')}
        </Button>
        <p role="status" class={styles['saved']}>
          {open.changed && open.saved && !problem ? t('saved_spoken') : ''}
        </p>
      </div>
    </div>
  )
}
