/** Words, tags or pauses that stand in the history, to choose from: the ones used most, the rest by typing. */
import { useState } from 'preact/hooks'
import type { Id } from '../../../lib/core/records.ts'
import { locale, t } from '../../../lib/platform/i18n.ts'
import { Chips } from '../../ui/Chips.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './FilterFields.module.css'

type Props = {
  readonly title: string
  readonly find: string
  /** The ones used most first. */
  readonly ids: readonly Id[]
  readonly chosen: readonly Id[]
  readonly labelOf: (id: Id) => string
  readonly onToggle: (id: Id) => void
}

/** More at once are a wall. */
const shownAtOnce = 12

export const UsedChips = ({ title, find, ids, chosen, labelOf, onToggle }: Props) => {
  const [typed, setTyped] = useState('')
  if (ids.length + chosen.length === 0) return <p class={styles['soft']}>{t('filter_none_in_use')}</p>
  const sought = typed.trim().toLocaleLowerCase(locale())
  const fits = (id: Id) => labelOf(id).toLocaleLowerCase(locale()).includes(sought)
  const found = ids.filter(fits).slice(0, shownAtOnce)
  // What is chosen stays in sight, also where it is in use no more.
  const shown = [...chosen.filter(id => !found.includes(id)), ...found]
  return (
    <>
      {ids.length > shownAtOnce && (
        <TextField type="search" label={find} value={typed} dir="auto" onInput={setTyped} />
      )}
      {shown.length > 0 && (
        <Chips
          label={title}
          chips={shown.map(id => ({ id, label: labelOf(id), chosen: chosen.includes(id) }))}
          onToggle={onToggle}
        />
      )}
      <p role="status" class={styles['soft']}>
        {found.length === 0 && t('filter_none_fits')}
      </p>
    </>
  )
}
