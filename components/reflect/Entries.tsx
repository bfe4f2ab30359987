/** What was written down of one kind, newest first: each with its day, and a form in its place while it is changed. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReflectionForm } from '../../lib/app/reflection-form.ts'
import type { Moment } from '../../lib/core/time.ts'
import { formatDay, formatDayTime } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { useReturnFocus } from '../library/return-focus.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Entries.module.css'

type Item = Moment & {
  readonly id: string
  /** There is nothing that could be changed. */
  readonly isShut?: boolean
}

type Props<Entry extends Item> = {
  /** null until they are read. */
  readonly items: readonly Entry[] | null
  readonly form: ReflectionForm
  /** What stands in the form; it is drawn in a frame with its buttons. */
  readonly fields: ComponentChildren
  /** What begins a new one; null where that is elsewhere. */
  readonly begin: ComponentChildren
  /** Stands between what begins a new one and the list. */
  readonly above?: ComponentChildren
  /** Where the list is empty. */
  readonly none: string | null
  readonly children: (entry: Entry) => ComponentChildren
  readonly onEdit: (id: string) => void
  readonly onDelete: (id: string) => void
}

/** So many more are shown at each press. */
const portion = 20

/** The civil day is what it was, wherever its instant lies now. */
export const whenText = ({ at, zone, day }: Moment): string =>
  formatDayTime(at, zone) || formatDay(day, 'date')

const Form = ({ form, children }: { form: ReflectionForm; children: ComponentChildren }) => {
  const element = useRef<HTMLDivElement>(null)
  const isNew = form.open.value?.before === null
  useEffect(() => element.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape does what the button "Done" does.
    <div
      ref={element}
      class={styles['form']}
      data-part="form"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
        if (event.target instanceof HTMLInputElement && event.target.type === 'search') return
        event.preventDefault()
        void form.close()
      }}
    >
      {children}
      <p role="status" class={styles['soft']}>
        {form.saved.value && t('end_saved')}
      </p>
      <div class={styles['buttons']}>
        <Button look="main" onPress={() => void form.close()}>
          {t('done')}
        </Button>
        {!isNew && form.changed.value && (
          <Button look="quiet" onPress={form.putBack}>
            {t('edit_put_back')}
          </Button>
        )}
      </div>
    </div>
  )
}

export const Entries = <Entry extends Item>({ items, form, ...props }: Props<Entry>) => {
  const place = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(portion)
  const open = form.open.value
  const isNew = open !== null && open.before === null
  const listed = items ?? []
  useReturnFocus(place, null, () => {}, [open?.id, items])
  return (
    <div ref={place} class={styles['entries']}>
      {props.begin !== null && (
        <div data-row="new">
          {isNew ? <Form form={form}>{props.fields}</Form> : <div data-part="change">{props.begin}</div>}
        </div>
      )}
      {!isNew && props.above}
      {items !== null && listed.length === 0 && !isNew && props.none && <p>{props.none}</p>}
      <ul class={styles['list']}>
        {/* One thing at a time: the list is there again once the new one is done. */}
        {(isNew ? [] : listed.slice(0, shown)).map(entry => {
          const when = whenText(entry)
          return (
            <li key={entry.id} data-row={entry.id} class={styles['entry']}>
              <h3 class={styles['when']}>{when}</h3>
              {open?.id === entry.id ? (
                <Form form={form}>{props.fields}</Form>
              ) : (
                <>
                  {props.children(entry)}
                  <div class={styles['buttons']}>
                    {!entry.isShut && (
                      <span data-part="change">
                        <Button
                          look="quiet"
                          name={t('reflect_edit_spoken', when)}
                          onPress={() => props.onEdit(entry.id)}
                        >
                          {t('edit')}
                        </Button>
                      </span>
                    )}
                    <Button
                      look="quiet"
                      name={t('reflect_delete_spoken', when)}
                      onPress={() => props.onDelete(entry.id)}
                    >
                      {t('delete')}
                    </Button>
                  </div>
                </>
              )}
            </li>
          )
        })}
      </ul>
      {!isNew && listed.length > shown && (
        <div data-row="older">
          <Button onPress={() => setShown(shown + portion)}>{t('history_older')}</Button>
        </div>
      )}
    </div>
  )
}
