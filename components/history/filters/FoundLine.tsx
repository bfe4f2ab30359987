/** How much was found: seen while it grows, and told once it stands still. */
import { useEffect } from 'preact/hooks'
import type { FoundCount } from '../../../lib/app/finder.ts'
import type { Search } from '../../../lib/app/search.ts'
import { formatList, plural, t } from '../../../lib/platform/i18n.ts'
import styles from './Filters.module.css'

const foundText = ({ checkIns, pauses, markers, days }: FoundCount): string => {
  const parts = [
    ...(checkIns > 0 ? [plural('found_check_ins', checkIns)] : []),
    ...(pauses > 0 ? [plural('found_pauses', pauses)] : []),
  ]
  const found = days > 0 ? [t('found_on', formatList(parts), plural('found_days', days))] : []
  if (markers > 0) found.push(plural('found_markers', markers))
  return found.length > 0 ? formatList(found) : t('history_no_match')
}

const isEmpty = ({ checkIns, pauses, markers }: FoundCount): boolean => checkIns + pauses + markers === 0

export const FoundLine = ({ model }: { readonly model: Search }) => {
  const count = model.count.value
  const told = model.told.value
  const turn = model.turn.value
  const isOver = count?.complete === true
  const asked = model.filter.value

  // For the bench: when the answer to what is asked now came into sight, and when it was whole.
  useEffect(() => {
    if (turn > 0) performance.mark('search-first')
  }, [turn])
  useEffect(() => {
    if (isOver) performance.mark('search-complete')
  }, [isOver, asked])

  return (
    <>
      {count && !count.complete && !model.problem.value && (
        <p class={styles['soft']}>{t('found_looking', count.checkIns)}</p>
      )}
      {/* Where nothing was found, the list says so. */}
      {count?.complete && !isEmpty(count) && <p>{foundText(count)}</p>}
      <p role="status" class="hidden-text">
        {told && foundText(told)}
      </p>
    </>
  )
}
