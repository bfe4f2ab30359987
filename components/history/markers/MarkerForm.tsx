/** Adds a marker, or changes one: its day, what it is, and the person's words for it. */
import { useEffect, useId, useRef } from 'preact/hooks'
import type { MarkerForm as Form } from '../../../lib/app/marker-form.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { AboutThis } from '../../learn/AboutThis.tsx'
import { LearnContext } from '../../learn/learn-context.ts'
import { StoreNotice } from '../../options/StoreNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isSavedByEnter } from '../key-targets.ts'
import { whenSentence } from '../when-texts.ts'
import styles from './MarkerForm.module.css'
import { markerKeys } from './marker-texts.ts'

type Props = {
  readonly form: Form
  /** It was asked for on this page, and is no form that stood open when the page was opened. */
  readonly takesFocus: boolean
  readonly onSave: () => Promise<boolean>
  readonly onClose: () => void
}

const options = Object.entries(markerKeys)

const isPrivate = (type: string): boolean => type === 'medication'

export const MarkerForm = ({ form, takesFocus, onSave, onClose }: Props) => {
  const id = useId()
  const place = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  const draft = form.open.value
  const problem = form.problem.value
  if (draft === null) return null
  const { day, noText, length } = form.problems.value
  const { first, last } = form.days()
  const isOwn = draft.type === 'own'
  const save = async () => {
    if (await onSave()) return
    place.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const textProblem = () => {
    if (length !== null) return t('err_note_long', length)
    return noText ? t('marker_text_none') : null
  }
  return (
    <section
      ref={place}
      class={styles['form']}
      aria-labelledby={id}
      onKeyDown={event => {
        if (!isSavedByEnter(event, event.target as HTMLElement)) return
        event.preventDefault()
        void save()
      }}
    >
      <h2 id={id} ref={title} tabIndex={-1}>
        {t(draft.changes ? 'marker_edit' : 'marker_add')}
      </h2>
      {!draft.changes && <p class={styles['lead']}>{t('marker_lead')}</p>}
      <TextField
        key={draft.id}
        type="date"
        label={t('past_day')}
        value={draft.day ?? ''}
        min={first}
        max={last}
        onInput={typed => form.change({ day: typed })}
        onLeave={(typed, whole) => form.leaveDay(whole ? typed : null)}
        problem={day && whenSentence(day)}
      />
      <Choice
        legend={t('marker_type')}
        options={options
          .filter(([value]) => form.medication.value || !isPrivate(value))
          .map(([value, key]) => ({ value, label: t(key) }))}
        value={draft.type in markerKeys ? draft.type : null}
        onChoose={type => form.change({ type })}
        inside={isPrivate(draft.type) && <p class={styles['lead']}>{t('marker_medication_note')}</p>}
      />
      {!form.medication.value && (
        <p class={styles['lead']}>
          {t('marker_private')} <a href="#words">{t('section_words')}</a>
        </p>
      )}
      <LearnContext.Provider value={form.learn}>
        <AboutThis markers={[draft.type]} />
      </LearnContext.Provider>
      <TextField
        label={t(isOwn ? 'marker_text_own' : 'marker_text')}
        value={draft.text}
        rows={2}
        ownWords
        onInput={text => form.change({ text })}
        problem={textProblem()}
      />
      {problem && <StoreNotice problem={problem} doing="save" onTryAgain={() => void save()} />}
      <div class={styles['foot']}>
        <Button look="main" onPress={() => void save()}>
          {t('save')}
        </Button>
        <Button onPress={onClose}>{t('close')}</Button>
      </div>
    </section>
  )
}
