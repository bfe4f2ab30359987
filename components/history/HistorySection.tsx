/** History: what was said, newest first by month and day, to be sought, looked at, edited, added to and taken away. */
import { type ComponentChildren, Fragment } from 'preact'
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks'
import type { FoundList } from '../../lib/app/entry-list.ts'
import type { History } from '../../lib/app/history.ts'
import type { Id } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Added } from './Added.tsx'
import { focusRow } from './focus-row.ts'
import { HistoryAdd } from './HistoryAdd.tsx'
import { HistoryList } from './HistoryList.tsx'
import styles from './HistorySection.module.css'
import { Removed } from './Removed.tsx'

type Props = {
  readonly model: History
  readonly filters?: ComponentChildren
  readonly sums?: ComponentChildren
  readonly heatMap?: ComponentChildren
  readonly feltOverTime?: ComponentChildren
  /** Stands in place of the list while something is sought. */
  readonly found?: FoundList
}

/**
 * What was found stands where it was sought; the whole list is long, and stands below what it looks like. Of parts that change
 * places Preact leaves those where they are of which more stand together: with nothing (`''`) beside it the map is among them,
 * and its thousand elements are not moved.
 */
const foundFirst = ['filters', 'sums', 'list', 'heatMap', '', 'feltOverTime']
const picturesFirst = ['filters', 'heatMap', '', 'sums', 'feltOverTime', 'list']

export const HistorySection = ({ model, found, ...parts }: Props) => {
  const section = useRef<HTMLElement>(null)

  /** Focus goes back to the row that was edited, added or came back, once it stands there again. */
  const onReturn = useCallback((row: string) => focusRow(section.current, row), [])

  const onDone = useCallback(
    async (id: Id) => {
      const editing = model.forms.value?.editing
      if (editing?.open.value?.id === id) await editing.close()
      // A form that could not be kept stays.
      if (model.openId.value !== id) onReturn(id)
    },
    [model, onReturn],
  )

  const undo = () => {
    const first = model.removal.value?.items[0]
    void model.undo()
    if (first) onReturn(first.id)
  }

  const seeks = found?.active.value === true
  // A list of years that went or came back in one piece would hold up the letter that sent it.
  useLayoutEffect(() => void (seeks ? model.setAside() : model.bringBack()), [seeks, model])
  const isSought = seeks && model.isAside.value
  // Where nothing was said yet, there is nothing to seek or to look at.
  const isEmpty = model.months.value?.length === 0 && !isSought
  const shown: { readonly [part: string]: ComponentChildren } = {
    ...parts,
    ...(isEmpty && { filters: null, feltOverTime: null }),
    list: <HistoryList model={model} found={isSought ? found : null} onDone={onDone} />,
  }
  const order = isSought ? foundFirst : picturesFirst

  return (
    <section ref={section} class={styles['history']}>
      <h1 tabIndex={-1}>{t('place_history')}</h1>
      <HistoryAdd model={model} onReturn={onReturn} />
      {order.map(part => (
        <Fragment key={part}>{shown[part]}</Fragment>
      ))}
      <div class={styles['notices']}>
        <Removed removal={model.removal.value} progress={model.progress.value} onUndo={undo} />
        <Added
          shown={model.added.value !== null}
          undoName={t(
            model.addedKind.value === 'marker' ? 'marker_saved_undo_spoken' : 'past_saved_undo_spoken',
          )}
          onUndo={() => void model.undoAdd()}
        />
      </div>
    </section>
  )
}
