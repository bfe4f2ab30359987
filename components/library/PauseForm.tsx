/** The form of an own pause: its name, a line, its steps, and for one that is kept its deletion. */
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks'
import type { Library } from '../../lib/app/library.ts'
import type { PauseDraft } from '../../lib/core/pause-draft.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { refusedText } from './library-texts.ts'
import styles from './PauseForm.module.css'
import { StepFields } from './StepFields.tsx'

type Props = {
  readonly model: Library
  readonly draft: PauseDraft
  /** What the pause is called as it is kept; null for a new one. */
  readonly title: string | null
}

export const PauseForm = ({ model, draft, title }: Props) => {
  const { form } = model
  const { id } = draft
  const element = useRef<HTMLFormElement>(null)
  /** What takes the focus once it stands there. */
  const next = useRef<string | null>(null)
  const problemId = useId()
  const refused = form.refused.value
  const sentence = refused && refusedText(refused)
  const ofAll = refused && ['no-steps', 'many-steps', 'pause-long'].includes(refused.kind)
  const says = (...kinds: readonly string[]) => (refused && kinds.includes(refused.kind) ? sentence : null)

  useEffect(() => element.current?.querySelector('input')?.focus(), [])
  useEffect(() => {
    if (refused) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])
  useLayoutEffect(() => {
    if (next.current) element.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = null
  })

  const removeStep = (place: number, key: number) => {
    const neighbour = draft.steps[place + 1] ?? draft.steps[place - 1]
    next.current = neighbour ? `[data-step="${neighbour.key}"] textarea` : '[data-step="add"] button'
    form.removeStep(key)
  }
  const moveUp = (place: number, key: number) => {
    next.current = `[data-step="${key}"] ${place > 1 ? '[data-move] button' : 'textarea'}`
    form.moveStepUp(key)
  }

  return (
    <form
      ref={element}
      class={styles['form']}
      data-part="form"
      aria-label={title === null ? t('library_write') : t('own_change_spoken', title)}
      onSubmit={event => {
        event.preventDefault()
        void model.save()
      }}
    >
      <TextField
        label={t('own_name')}
        value={draft.name}
        ownWords
        onInput={name => form.type({ name })}
        problem={says('name-empty', 'name-long', 'name-taken')}
      />
      <TextField
        label={t('library_form_about')}
        hint={t('library_form_about_hint')}
        value={draft.about}
        ownWords
        onInput={about => form.type({ about })}
        problem={says('about-long')}
      />
      {draft.steps.map((step, place) => (
        <StepFields
          key={step.key}
          step={step}
          place={place + 1}
          refused={refused}
          onType={change => form.typeStep(step.key, change)}
          onUp={() => moveUp(place, step.key)}
          onOut={() => removeStep(place, step.key)}
        />
      ))}
      <div data-step="add">
        <Button
          describedBy={problemId}
          onPress={() => {
            next.current = 'fieldset:last-of-type textarea'
            form.addStep()
          }}
        >
          {t('library_form_add')}
        </Button>
      </div>
      <div id={problemId} role="alert">
        {ofAll && <p class={styles['problem']}>{sentence}</p>}
      </div>
      <div class={styles['buttons']}>
        <Button look="main" submits>
          {t('save')}
        </Button>
        <Button onPress={form.close}>{t('close')}</Button>
        {form.changed.value && (
          <Button look="quiet" onPress={form.putBack}>
            {t(id === null ? 'library_form_empty' : 'edit_put_back')}
          </Button>
        )}
      </div>
      {id !== null && (
        <div class={styles['delete']}>
          <p class={styles['soft']}>{t('library_delete_hint')}</p>
          <Button look="remove" onPress={() => void model.remove(id)}>
            {t('delete')}
          </Button>
        </div>
      )}
    </form>
  )
}
