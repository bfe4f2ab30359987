/** The weekly look-back: a switch, and once it is on three lines to write, and those that were written. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { LookBackPage } from '../../lib/app/look-back.ts'
import type { LookBack, LookBackField } from '../../lib/core/look-back.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Removed } from '../history/Removed.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { TextField } from '../ui/TextField.tsx'
import styles from './LookBackPart.module.css'

const fields = ['was', 'eased', 'thing'] as const satisfies readonly LookBackField[]

type FormProps = { readonly model: LookBackPage }

type Props = FormProps & {
  /** It can be switched on here; once it is on or something was written, it stands here in any case. */
  readonly offered: boolean
  /** How many cards stand above it so far. */
  readonly above: number
}

const Form = ({ model }: FormProps) => {
  const draft = model.draft.value
  const wrong = model.wrong.value
  const problemOf = (field: LookBackField) => {
    if (wrong === field) return t('err_note_long', draft[field].length)
    return wrong === 'empty' && field === 'was' ? t('look_back_none') : null
  }
  return (
    <form
      class={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        void model.save()
      }}
    >
      {fields.map(field => (
        <TextField
          key={field}
          label={t(`look_back_${field}`)}
          value={draft[field]}
          onInput={text => model.type(field, text)}
          problem={problemOf(field)}
          ownWords
          rows={2}
        />
      ))}
      <div class={styles['buttons']}>
        <Button submits>{t('look_back_save')}</Button>
        <p role="status" class={styles['soft']}>
          {model.saved.value ? t('end_saved') : ''}
        </p>
      </div>
    </form>
  )
}

const Kept = ({ one, onRemove }: { readonly one: LookBack; readonly onRemove: () => void }) => {
  const day = formatDay(one.day, 'date')
  return (
    <li class={styles['kept']}>
      <p class={styles['soft']}>{day}</p>
      <dl class={styles['lines']}>
        {fields.map(field =>
          one[field] === null ? null : (
            <div key={field}>
              <dt class={styles['soft']}>{t(`look_back_${field}`)}</dt>
              <dd class={styles['text']} dir="auto">
                {one[field]}
              </dd>
            </div>
          ),
        )}
      </dl>
      <div class={styles['remove']}>
        <Button look="quiet" name={t('look_back_delete_spoken', day)} onPress={onRemove}>
          {t('delete')}
        </Button>
      </div>
    </li>
  )
}

export const LookBackPart = ({ model, offered, above }: Props) => {
  const id = useId()
  const title = useRef<HTMLHeadingElement>(null)
  const on = model.on.value
  const asked = model.asked.value
  const problem = model.problem.value
  const kept = model.kept.value ?? []
  const shown = on !== null && (offered || on || kept.length > 0)
  useEffect(() => {
    if (!asked || !shown) return
    title.current?.scrollIntoView()
    title.current?.focus({ preventScroll: true })
    model.answerAsked()
  }, [asked, shown, model])
  // Cards that come one after the other do not push it out of sight of whoever asked for it.
  useEffect(() => {
    if (document.activeElement === title.current) title.current?.scrollIntoView()
  }, [above])
  if (!shown) return null
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 ref={title} id={id} tabIndex={-1}>
        {t('look_back_title')}
      </h2>
      <Checkbox
        label={t('look_back_switch')}
        checked={on}
        hint={t('look_back_hint')}
        onChange={next => void model.setOn(next)}
      />
      {problem && <StoreNotice {...problem} onTryAgain={() => void model.tryAgain()} />}
      {on && <Form model={model} />}
      {kept.length > 0 && (
        <ul class={styles['list']} aria-label={t('look_back_kept')}>
          {kept.map(one => (
            <Kept key={one.id} one={one} onRemove={() => void model.remove(one.id)} />
          ))}
        </ul>
      )}
      <Removed removal={model.removal.value} onUndo={() => void model.undo()} />
    </section>
  )
}
