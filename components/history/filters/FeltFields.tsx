/** Which answers to felt are let through: from one number to another, "can't tell", and none. */
import type { FeltFilter } from '../../../lib/core/filter.ts'
import type { Felt } from '../../../lib/core/records.ts'
import { formatNumber, t } from '../../../lib/platform/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './FilterFields.module.css'
import { FilterGroup } from './FilterGroup.tsx'

type Props = { readonly felt: FeltFilter; readonly onChange: (felt: FeltFilter) => void }

const places: readonly Felt[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/** No number is asked for. */
const any = 'any'

export const FeltFields = ({ felt, onChange }: Props) => {
  const { range } = felt
  const options = [
    { value: any, label: t('filter_any') },
    ...places.map(place => ({ value: String(place), label: formatNumber(place) })),
  ]
  const choose = (end: 'from' | 'to', chosen: string) => {
    const value = places.find(place => String(place) === chosen)
    if (value === undefined) return onChange({ ...felt, range: null })
    const next = { from: range?.from ?? 0, to: range?.to ?? 10, [end]: value }
    // Where the ends change sides, the other one follows.
    const ordered = next.from <= next.to ? next : { from: value, to: value }
    onChange({ ...felt, range: ordered })
  }
  const endOf = (end: 'from' | 'to') => (range === null ? any : String(range[end]))
  return (
    <FilterGroup title={t('filter_felt')}>
      <div class={styles['row']}>
        <Select
          label={t('filter_from')}
          options={options}
          value={endOf('from')}
          onChoose={value => choose('from', value)}
        />
        <Select
          label={t('filter_to')}
          options={options}
          value={endOf('to')}
          onChoose={value => choose('to', value)}
        />
      </div>
      <Checkbox
        label={t('felt_cant_tell')}
        checked={felt.cantTell}
        onChange={cantTell => onChange({ ...felt, cantTell })}
      />
      <Checkbox
        label={t('filter_no_answer')}
        checked={felt.noAnswer}
        onChange={noAnswer => onChange({ ...felt, noAnswer })}
      />
    </FilterGroup>
  )
}
