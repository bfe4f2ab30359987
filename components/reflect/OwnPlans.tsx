/** If-then plans: a new one, and all that there are, each with what it begins with, what it leads to, and why it rests. */
import { useContext } from 'preact/hooks'
import type { OwnPlans as Model, OwnPlan, PlanRest } from '../../lib/app/own-plans.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { messageKey, t } from '../../lib/platform/i18n.ts'
import { LongText } from '../history/LongText.tsx'
import { Button } from '../ui/Button.tsx'
import { type Labels, LabelsContext } from '../words/labels.ts'
import { Entries } from './Entries.tsx'
import styles from './OwnPlans.module.css'
import { PlanForm } from './PlanForm.tsx'
import { cueText } from './plan-texts.ts'

type Props = {
  readonly model: Model
  readonly inputs: readonly PauseInput[]
}

/** Where the person can see to it that a plan leads somewhere again. */
const ways: {
  readonly [Rest in PlanRest]?: { readonly href: string; readonly key: 'section_words' | 'section_pauses' }
} = {
  'tag-hidden': { href: '#words', key: 'section_words' },
  'tag-off': { href: '#words', key: 'section_words' },
  'word-hidden': { href: '#words', key: 'section_words' },
  'pause-hidden': { href: '#pauses', key: 'section_pauses' },
  'pause-off': { href: '#pauses', key: 'section_pauses' },
}

/** The letters of a line. */
const lineAtMost = 60

const aimText = ({ aim }: OwnPlan, labels: Labels): string => {
  if (aim === null) return t('plan_missing')
  return 'step' in aim ? aim.step : labels.pause(aim.pauseId)
}

/** A step that runs over several lines is read as the text it is. */
const isLong = ({ aim }: OwnPlan): boolean => aim !== null && 'step' in aim && aim.step.length > lineAtMost

const Plan = ({ plan }: { readonly plan: OwnPlan }) => {
  const labels = useContext(LabelsContext)
  const way = plan.rests && ways[plan.rests]
  const aim = aimText(plan, labels)
  return (
    <>
      <dl class={styles['plan']}>
        <dt>{t('plan_if')}</dt>
        <dd>
          <bdi>{cueText(plan, labels)}</bdi>
        </dd>
        <dt>{t('plan_then')}</dt>
        <dd>{isLong(plan) ? <LongText text={aim} /> : <bdi>{aim}</bdi>}</dd>
      </dl>
      {plan.rests && (
        <p class={styles['soft']}>
          {t(messageKey('plan_rests', plan.rests))} {way && <a href={way.href}>{t(way.key)}</a>}
        </p>
      )}
    </>
  )
}

export const OwnPlans = ({ model, inputs }: Props) => (
  <Entries
    items={model.entries.value}
    form={model.form}
    fields={<PlanForm model={model} inputs={inputs} />}
    begin={
      <>
        <p class={styles['lead']}>{t('plans_lead')}</p>
        <Button look="main" onPress={() => void model.begin()}>
          {t('plans_write')}
        </Button>
      </>
    }
    above={model.many.value && <p class={styles['soft']}>{t('plans_few')}</p>}
    none={t('reflect_empty')}
    onEdit={id => void model.edit(id)}
    onDelete={id => void model.remove(id)}
  >
    {plan => <Plan plan={plan} />}
  </Entries>
)
