/** The form of an if-then plan: what it begins with, and the pause or the small step that comes then. */
import { useContext } from 'preact/hooks'
import type { OwnPlans } from '../../lib/app/own-plans.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { t } from '../../lib/platform/i18n.ts'
import type { CueSource } from '../pause/CueInput.tsx'
import { cueSource, type Group } from '../pause/cue-source.ts'
import { LabelsContext } from '../words/labels.ts'
import { FormInputs } from './FormInputs.tsx'
import { cueText } from './plan-texts.ts'

type Props = {
  readonly model: OwnPlans
  readonly inputs: readonly PauseInput[]
}

/** What stands in a plan can always be chosen, also where it is hidden or gone by now. */
const withCurrent = (groups: readonly Group[], value: unknown, label: string): readonly Group[] => {
  if (typeof value !== 'string' || value === '') return groups
  const known = groups.some(({ options }) => options.some(option => option.value === value))
  return known ? groups : [{ title: t('plan_as_it_is'), options: [{ value, label }] }, ...groups]
}

const isHour = (value: unknown): boolean => typeof value === 'string' && value.startsWith('hour:')

export const PlanForm = ({ model, inputs }: Props) => {
  const labels = useContext(LabelsContext)
  const { form, own, picks } = model
  const source = cueSource(own.words.value, own.tags.value, model.thoughts.value, picks.all.value)
  const { if: cue, then: pauseId } = form.open.value?.values ?? {}
  const entry = model.entries.value?.find(({ id }) => id === form.open.value?.id)
  const before = entry ? cueText(entry, labels) : ''
  const isListed = [...source.words, { title: '', options: source.thoughts }].some(({ options }) =>
    options.some(({ value }) => value === cue),
  )
  const cues: CueSource = {
    ...source,
    tags: isHour(cue) || isListed ? source.tags : withCurrent(source.tags, cue, before),
    pauses: withCurrent(source.pauses, pauseId, typeof pauseId === 'string' ? labels.pause(pauseId) : ''),
    onLoad: () => {},
  }
  const fields = { form, sources: { cues } }
  return (
    <>
      <FormInputs inputs={inputs.slice(0, -1)} {...fields} />
      <p>{t('plan_or')}</p>
      <FormInputs inputs={inputs.slice(-1)} {...fields} />
    </>
  )
}
