/** A check-in of the past, edited in place: each answer is kept as it is given. */
import { options, type RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Editing, OpenEdit } from '../../lib/app/editing.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { drawAfterKeeping } from '../ui/draw-after-keeping.ts'
import { CheckInFields } from './CheckInFields.tsx'
import styles from './EditForm.module.css'
import { WhenFields } from './WhenFields.tsx'

type Props = {
  readonly open: OpenEdit
  readonly editing: Editing
  readonly onDone: () => void
}

/** When it was, folded, because it is seldom another time than it says. */
const Moment = ({ open, editing }: Pick<Props, 'open' | 'editing'>) => {
  const { when, whenProblem, oddDay, otherZone } = open
  const [unfolded, setUnfolded] = useState(oddDay !== null)
  return (
    <Fold
      label={t('edit_when')}
      hint=""
      // A problem that holds the form open is never out of sight.
      open={unfolded || whenProblem !== null}
      onOpen={setUnfolded}
    >
      <div class={styles['moment']}>
        {oddDay !== null && <p class={styles['soft']}>{t('edit_day_odd', oddDay)}</p>}
        {otherZone !== null && <p class={styles['soft']}>{t('edit_zone', otherZone)}</p>}
        <WhenFields when={when} form={editing} problem={whenProblem} />
      </div>
    </Fold>
  )
}

/** Where a form goes with the focus in it, as one whose check-in is deleted on another page, the heading takes the focus. */
const useHeadingAfter = (form: RefObject<HTMLElement | null>) =>
  useLayoutEffect(() => {
    const element = form.current
    const heading = element?.closest(':has(> h1)')?.querySelector('h1')
    return () => {
      if (!element?.contains(document.activeElement)) return
      // Whoever closes it knows a better place, and takes the focus there first.
      setTimeout(() => {
        if (document.activeElement === document.body) heading?.focus({ preventScroll: true })
      })
    }
  }, [form])

export const EditForm = ({ open, editing, onDone }: Props) => {
  const { edit, problem } = open
  const title = useRef<HTMLHeadingElement>(null)
  const form = useRef<HTMLDivElement>(null)
  useHeadingAfter(form)
  const done = useRef<HTMLButtonElement>(null)
  // Nothing is left to put back then, and the button can have the focus no more: it stays beside it.
  const putBack = () => {
    done.current?.focus()
    void editing.putBack()
  }
  const wasChanged = useRef(false)
  wasChanged.current ||= open.changed
  useEffect(() => title.current?.focus(), [])
  useLayoutEffect(() => {
    const { debounceRendering } = options
    options.debounceRendering = drawAfterKeeping(editing)
    return () => {
      if (debounceRendering) options.debounceRendering = debounceRendering
      else delete options.debounceRendering
    }
  }, [editing])
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
    <div ref={form} class={styles['form']}>
      <h4 ref={title} tabIndex={-1} class={styles['title']}>
        {t('edit_title')}
      </h4>
      <CheckInFields
        edit={edit}
        form={editing}
        noteLength={problem?.kind === 'too-long' ? problem.length : null}
        onLeaveNote={() => void editing.save()}
      />
      <Moment open={open} editing={editing} />
      {problem && problem.kind !== 'too-long' && (
        <StoreNotice problem={problem} doing="save" onTryAgain={() => void editing.save()} />
      )}
      <div class={styles['foot']}>
        <Button disabled={!open.changed} onPress={putBack}>
          {t('edit_put_back')}
        </Button>
        <Button look="main" buttonRef={done} onPress={onDone}>
          {t('done')}
        </Button>
        <p role="status" class={styles['saved']}>
          {wasChanged.current && open.saved && !problem ? t('saved_spoken') : ''}
        </p>
      </div>
    </div>
  )
}
