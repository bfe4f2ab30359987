/** The list of History: everything, or what was found, with what is read next and what can be selected in it. */
import { signal } from '@preact/signals'
import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks'
import type { EntryList, FoundList } from '../../lib/app/entry-list.ts'
import type { History } from '../../lib/app/history.ts'
import type { Id } from '../../lib/core/records.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LookAroundLink } from '../look-around/LookAroundLink.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './HistoryList.module.css'
import { HistoryMonths } from './HistoryMonths.tsx'
import { HistoryProblem } from './HistoryProblem.tsx'
import { idsIn } from './ids-in.ts'
import { formParts } from './lazy-forms.ts'
import { Older } from './Older.tsx'
import { Selecting } from './Selecting.tsx'

type Props = {
  readonly model: History
  /** Stands in place of everything. */
  readonly found: FoundList | null
  readonly onDone: (id: Id) => void
}

/** The button goes with what it cleared: the focus goes to where something is sought. */
const clear = (found: FoundList) => {
  found.clear()
  document.querySelector<HTMLInputElement>('search input')?.focus()
}

const Empty = ({ model, found }: Pick<Props, 'model' | 'found'>) => (
  <>
    <p class={styles['soft']}>{t(found ? 'history_no_match' : 'history_empty')}</p>
    <div>
      <Button look="main" onPress={found ? () => clear(found) : model.checkIn}>
        {t(found ? 'clear_filters' : 'check_in')}
      </Button>
    </div>
    {!found && <LookAroundLink />}
  </>
)

/** Picks the whole month, or nothing of it where all of it is picked; what of it is not read yet is read first. */
const pickMonth = async (model: History, list: EntryList, month: string): Promise<void> => {
  const wholeMonth = () => list.months.value?.filter(one => one.month === month) ?? []
  for (let before = -1; list.hasOlder.value && list.months.value?.at(-1)?.month === month; ) {
    const read = idsIn(wholeMonth()).length
    // Reading failed; what is there can be picked.
    if (read === before) break
    before = read
    await list.older()
  }
  const ids = idsIn(wholeMonth())
  const { picked, pick } = model.selection
  pick(ids, !ids.every(id => picked.value.has(id)))
}

/** Nothing that was found stands apart. */
const nothing = signal([])

export const HistoryList = ({ model, found, onDone }: Props) => {
  const place = useRef<HTMLDivElement>(null)
  const list = useMemo(
    () => (found ? { ...found, ...model.hold({ months: found.months, apart: nothing }) } : model),
    [found, model],
  )
  const months = list.months.value
  const apart = list.apart.value
  const problem = formParts.value === 'failed' ? ({ doing: 'load' } as const) : model.problem.value
  const { selection } = model
  const onMonth = useCallback((month: string) => void pickMonth(model, list, month), [model, list])
  const tools = useMemo(() => ({ model, onDone, onMonth }), [model, onDone, onMonth])
  const all = useMemo(() => [...(months ?? []), ...apart], [months, apart])
  // What is picked in one list is not in sight in the other.
  useEffect(() => selection.stop, [selection, list])

  const isThere = months !== null && months.length > 0
  // What the person did is answered at the top, and what is read below at the end of it.
  const isAtEnd = isThere && problem?.doing === 'open'
  const notice = problem && <HistoryProblem problem={problem} onTryAgain={() => void model.tryAgain()} />
  return (
    <>
      {!isAtEnd && notice}
      {months === null && !problem && <p class={styles['waiting']}>{t('history_reading')}</p>}
      {months?.length === 0 && !problem && !list.hasOlder.value && <Empty model={model} found={found} />}
      {(isThere || apart.length > 0) && <Selecting model={model} months={all} list={place} />}
      <div ref={place} class={styles['list']}>
        {months && <HistoryMonths months={months} tools={tools} />}
        {isAtEnd && notice}
        <Older list={list} stopped={problem !== null} begins={isThere && !found} />
        <HistoryMonths months={apart} tools={tools} />
      </div>
    </>
  )
}
