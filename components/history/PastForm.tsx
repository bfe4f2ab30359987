/** Adds a check-in of a day that has passed: when it was, then whatever the person wants to say of it. */
import { useEffect, useRef } from 'preact/hooks'
import type { Past } from '../../lib/app/past.ts'
import type { PastDraft } from '../../lib/core/past.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CheckInFields } from './CheckInFields.tsx'
import { isSavedByEnter } from './key-targets.ts'
import styles from './PastForm.module.css'
import { WhenFields } from './WhenFields.tsx'

type Props = {
  readonly draft: PastDraft
  readonly past: Past
  /** It was asked for on this page, and is no form that stood open when the page was opened. */
  readonly takesFocus: boolean
  readonly onSave: () => Promise<boolean>
  readonly onClose: () => void
}

export const PastForm = ({ draft, past, takesFocus, ...props }: Props) => {
  const form = useRef<HTMLElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const problems = past.problems.value
  const problem = past.problem.value
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  const save = async () => {
    if (await props.onSave()) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  return (
    <section
      ref={form}
      class={styles['form']}
      aria-labelledby="past"
      onKeyDown={event => {
        if (!isSavedByEnter(event, event.target as HTMLElement)) return
        event.preventDefault()
        void save()
      }}
    >
      <h2 id="past" ref={title} tabIndex={-1}>
        {t('past_add')}
      </h2>
      <p class={styles['lead']}>{t('past_lead')}</p>
      <WhenFields key={draft.id} when={draft.when} form={past} problem={problems.when} />
      <CheckInFields edit={draft.edit} form={past} noteLength={problems.noteLength} />
      {problem && <StoreNotice problem={problem} doing="save" onTryAgain={() => void save()} />}
      <div role="status">
        {problems.nothingSaid && (
          <Notice>
            <p>{t('past_nothing')}</p>
          </Notice>
        )}
      </div>
      <div class={styles['foot']}>
        <Button look="main" onPress={() => void save()}>
          {t('save')}
        </Button>
        <Button onPress={props.onClose}>{t('close')}</Button>
        {past.canBringBack.value ? (
          <Button look="quiet" onPress={past.bringBack}>
            {t('undo')}
          </Button>
        ) : (
          past.holdsSomething.value && (
            <Button look="quiet" onPress={past.startAgain}>
              {t('start_again')}
            </Button>
          )
        )}
      </div>
    </section>
  )
}
