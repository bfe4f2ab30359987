/** The two halves of an if-then plan: when it holds, and which pause comes then. */
import { useEffect, useId } from 'preact/hooks'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { formatMinutes } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import selectStyles from '../ui/Select.module.css'
import type { CueChoices, Group, Option } from './cue-source.ts'
import { catalogueText } from './pause-texts.ts'

export type CueSource = CueChoices & { readonly onLoad: () => void }

type SelectProps = {
  readonly label: string
  readonly value: string
  readonly groups: readonly Group[]
  readonly onWrite: (value: string) => void
}

const GroupedSelect = ({ label, value, groups, onWrite }: SelectProps) => {
  const id = useId()
  return (
    <div class={selectStyles['field']}>
      <label for={id}>{label}</label>
      <select
        id={id}
        class={selectStyles['select']}
        autocomplete="off"
        onChange={event => onWrite(event.currentTarget.value)}
      >
        <option value="" selected={value === ''} />
        {groups
          .filter(({ options }) => options.length > 0)
          .map(({ title, options }) => (
            <optgroup key={title} label={title}>
              {options.map(option => (
                <option key={option.value} value={option.value} selected={option.value === value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </div>
  )
}

type Props<Kind extends 'if' | 'then'> = {
  readonly input: Extract<PauseInput, { kind: Kind }>
  readonly value: string
  readonly source: CueSource
  readonly onWrite: (value: string) => void
}

const hours: readonly Option[] = Array.from({ length: 24 }, (_, hour) => ({
  value: `hour:${hour}`,
  get label() {
    return formatMinutes(hour * 60)
  },
}))

export const CueInput = ({ input, value, source, onWrite }: Props<'if'>) => {
  useEffect(source.onLoad, [])
  return (
    <GroupedSelect
      label={catalogueText(input.label)}
      value={value}
      groups={[
        ...source.tags,
        { title: t('pause_cue_hours'), options: hours },
        ...source.words.map(({ title, options }) => ({
          title: `${t('pause_cue_words')} · ${title}`,
          options,
        })),
        { title: t('pause_cue_thoughts'), options: source.thoughts },
      ]}
      onWrite={onWrite}
    />
  )
}

export const ThenInput = ({ input, value, source, onWrite }: Props<'then'>) => (
  <GroupedSelect label={catalogueText(input.label)} value={value} groups={source.pauses} onWrite={onWrite} />
)
