/** Every filter of History, loaded when the fold is opened. */
import { useContext, useEffect } from 'preact/hooks'
import type { FilterChoices } from '../../../lib/app/filter-choices.ts'
import type { Search } from '../../../lib/app/search.ts'
import type { Filter, Source } from '../../../lib/core/filter.ts'
import { firstWeekday } from '../../../lib/platform/first-weekday.ts'
import { formatWeekday } from '../../../lib/platform/formats.ts'
import { t } from '../../../lib/platform/i18n.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Chips } from '../../ui/Chips.tsx'
import { LabelsContext } from '../../words/labels.ts'
import { FeltFields } from './FeltFields.tsx'
import styles from './FilterFields.module.css'
import { FilterGroup } from './FilterGroup.tsx'
import { sourceKeys } from './filter-texts.ts'
import { TimeFields } from './TimeFields.tsx'
import { UsedChips } from './UsedChips.tsx'

type Props = { readonly model: Search; readonly choices: FilterChoices }

const kinds = [
  { kind: 'words', label: 'word', title: 'filter_words', find: 'filter_find_words' },
  { kind: 'tags', label: 'tag', title: 'filter_tags', find: 'filter_find_tags' },
  { kind: 'pauses', label: 'pause', title: 'filter_pauses', find: 'filter_find_pauses' },
] as const

const toggled = <Value,>(all: readonly Value[], one: Value): readonly Value[] =>
  all.includes(one) ? all.filter(value => value !== one) : [...all, one]

const weekdaysFrom = (first: number): readonly number[] =>
  Array.from({ length: 7 }, (_, place) => ((first - 1 + place) % 7) + 1)

/** The keys stand in the order of the form. */
const allSources = Object.keys(sourceKeys) as readonly Source[]

export const FilterFields = ({ model, choices }: Props) => {
  const labels = useContext(LabelsContext)
  const filter: Filter = model.filter.value
  const used = choices.used.inUse.value
  useEffect(() => void choices.used.load(), [choices])
  return (
    <div class={styles['fields']}>
      <FeltFields felt={filter.felt} onChange={felt => model.change({ felt })} />
      {kinds.map(({ kind, label, title, find }) => (
        <FilterGroup key={kind} title={t(title)}>
          {used?.[kind] ? (
            <UsedChips
              title={t(title)}
              find={t(find)}
              ids={used[kind]}
              chosen={filter[kind]}
              labelOf={labels[label]}
              onToggle={id => model.change({ [kind]: toggled(filter[kind], id) })}
            />
          ) : (
            <p class={styles['soft']}>{t('history_reading')}</p>
          )}
        </FilterGroup>
      ))}
      <FilterGroup title={t('filter_note')}>
        <Checkbox
          label={t('filter_noted')}
          checked={filter.noted}
          onChange={noted => model.change({ noted })}
        />
      </FilterGroup>
      <FilterGroup title={t('filter_source')}>
        <Chips
          label={t('filter_source')}
          chips={allSources.map(id => ({
            id,
            label: t(sourceKeys[id]),
            chosen: filter.sources.includes(id),
          }))}
          onToggle={id => model.change({ sources: toggled(filter.sources, id as Source) })}
        />
      </FilterGroup>
      <FilterGroup title={t('filter_weekdays')}>
        <Chips
          label={t('filter_weekdays')}
          chips={weekdaysFrom(firstWeekday()).map(day => ({
            id: String(day),
            label: formatWeekday(day),
            chosen: filter.weekdays.includes(day),
          }))}
          onToggle={id => model.change({ weekdays: toggled(filter.weekdays, Number(id)) })}
        />
      </FilterGroup>
      <TimeFields model={model} choices={choices} />
    </div>
  )
}
