/** History: what was said, newest first by month and day, to be read, edited, added to and taken away. */
import { useEffect, useRef } from 'preact/hooks'
import type { History } from '../../lib/app/history.ts'
import type { Id } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { Added } from './Added.tsx'
import { HistoryMonths } from './HistoryMonths.tsx'
import styles from './HistorySection.module.css'
import { PastForm } from './PastForm.tsx'
import { Removed } from './Removed.tsx'

type Props = {
  readonly model: History
  readonly spellcheck: boolean
}

export const HistorySection = ({ model, spellcheck }: Props) => {
  const section = useRef<HTMLElement>(null)
  const returnTo = useRef<Id | 'add' | null>(null)
  const months = model.months.value
  const apart = model.apart.value
  const open = model.editing.open.value
  const problem = model.problem.value
  const past = model.past.open.value
  const { past: adding } = model

  /** Focus goes back to the row that was edited, added or came back, once it stands there again. */
  useEffect(() => {
    if (returnTo.current === null || returnTo.current === open?.id) return
    const places = [...(section.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
    const button = places.find(row => row.dataset['row'] === returnTo.current)?.querySelector('button')
    if (!button) return
    returnTo.current = null
    button.focus()
  })

  const done = async (id: Id) => {
    returnTo.current = id
    await model.editing.close()
    if (model.editing.open.value) returnTo.current = null
  }

  const undo = () => {
    returnTo.current = model.removal.value?.items[0]?.id ?? null
    void model.undo()
  }

  const add = async (): Promise<boolean> => {
    returnTo.current = past?.id ?? null
    const saved = (await model.add()) !== null
    if (!saved) returnTo.current = null
    return saved
  }

  const list = { model, spellcheck, onDone: (id: Id) => void done(id) }
  return (
    <section ref={section} class={styles['history']}>
      <h1 tabIndex={-1}>{t('place_history')}</h1>
      {past ? (
        <PastForm
          draft={past}
          past={adding}
          spellcheck={spellcheck}
          takesFocus={adding.begun.value}
          onSave={add}
          onClose={() => {
            returnTo.current = 'add'
            adding.close()
          }}
        />
      ) : (
        <div data-row="add">
          <Button onPress={adding.begin}>{t('past_add')}</Button>
        </div>
      )}
      {problem && <StoreNotice {...problem} onTryAgain={() => void model.tryAgain()} />}
      {!problem && !past && months?.length === 0 && (
        <>
          <p class={styles['soft']}>{t('history_empty')}</p>
          <div>
            <Button look="main" onPress={model.checkIn}>
              {t('check_in')}
            </Button>
          </div>
        </>
      )}
      {months && <HistoryMonths months={months} {...list} />}
      {model.hasOlder.value && (
        <div>
          <Button onPress={() => void model.older()}>{t('history_older')}</Button>
        </div>
      )}
      <HistoryMonths months={apart} {...list} />
      {!model.hasOlder.value && months && months.length > 0 && (
        <p class={styles['soft']}>{t('history_start')}</p>
      )}
      <div class={styles['notices']}>
        <Removed removal={model.removal.value} onUndo={undo} />
        <Added shown={model.added.value !== null} onUndo={() => void model.undoAdd()} />
      </div>
    </section>
  )
}
