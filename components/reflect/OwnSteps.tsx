/** Small steps: a new one, ideas to begin with, all that are open, with what became of those done today, and folded those that are over. */
import { useState } from 'preact/hooks'
import type { OwnSteps as Model, OwnOverStep, OwnStep } from '../../lib/app/own-steps.ts'
import type { PauseInput } from '../../lib/core/pause-input.ts'
import { formatLength } from '../../lib/platform/formats.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Fold } from '../fields/Fold.tsx'
import { LongText } from '../history/LongText.tsx'
import { StepReach } from '../today/StepReach.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Entries } from './Entries.tsx'
import { FormInputs } from './FormInputs.tsx'
import { Ideas } from './Ideas.tsx'
import styles from './OwnSteps.module.css'

export type StepInputs = { readonly step: readonly PauseInput[]; readonly ladder: readonly PauseInput[] }

type Props = {
  readonly model: Model
  readonly inputs: StepInputs
}

const Meta = ({ step }: { readonly step: OwnStep }) => (
  <>
    {step.to !== null && (
      <p class={styles['soft']} dir="auto">
        {step.to}
      </p>
    )}
    {step.minutes !== null && <p class={styles['soft']}>{formatLength(step.minutes)}</p>}
    {step.state === 'open' && step.expected !== null && (
      <p class={styles['soft']}>{t('step_expected', step.expected)}</p>
    )}
  </>
)

const Acts = ({ step, model }: { readonly step: OwnStep; readonly model: Model }) => {
  const { id, name, state, inSight } = step
  if (state === 'done')
    return (
      <>
        <StepReach step={step} onReach={actual => void model.reach(id, actual)} />
        <Button look="quiet" name={t('step_undo_named', name)} onPress={() => void model.undo(id)}>
          {t('undo')}
        </Button>
      </>
    )
  return (
    <div class={styles['pair']}>
      <Button name={t('step_done_named', name)} onPress={() => void model.done(id)}>
        {t('step_done')}
      </Button>
      {state === 'set-aside' ? (
        <Button name={t('step_undo_named', name)} onPress={() => void model.undo(id)}>
          {t('undo')}
        </Button>
      ) : inSight ? (
        <Button name={t('step_not_today_named', name)} onPress={() => void model.notToday(id)}>
          {t('step_not_today')}
        </Button>
      ) : (
        <Button name={t('step_for_today_named', name)} onPress={() => void model.forToday(id)}>
          {t('step_for_today')}
        </Button>
      )}
    </div>
  )
}

const Step = ({ step, model }: { readonly step: OwnStep; readonly model: Model }) => {
  const place = useKeptFocus<HTMLDivElement>()
  const isDone = step.state === 'done'
  return (
    <div ref={place} class={styles['step']} tabIndex={-1}>
      {isDone && <p class={styles['soft']}>✓ {t('step_done')}</p>}
      <LongText text={step.text} />
      <Meta step={step} />
      {step.state === 'set-aside' && <p class={styles['soft']}>{t('step_not_today')}</p>}
      <div class={styles['acts']}>
        <Acts step={step} model={model} />
      </div>
    </div>
  )
}

const howKeys = {
  later: 'pause_one_thing_lighter_how_later',
  dropped: 'pause_one_thing_lighter_how_dropped',
} as const

const Over = ({ step: { text, isDone, how, isShut } }: { readonly step: OwnOverStep }) => (
  <div class={styles['step']}>
    {isDone && <p class={styles['soft']}>✓ {t('step_done')}</p>}
    {isShut ? <p>{t('entry_shut')}</p> : text !== null && <LongText text={text} />}
    {how && <p class={styles['soft']}>{t(howKeys[how])}</p>}
  </div>
)

export const OwnSteps = ({ model, inputs }: Props) => {
  const [unfolded, setUnfolded] = useState(false)
  const { form } = model
  const open = form.open.value
  const isNew = open?.before === null
  const over = model.over.value
  const isLadder = Array.isArray(open?.values['ladder'])
  const lists = {
    form,
    fields: <FormInputs inputs={isLadder ? inputs.ladder : inputs.step} form={form} />,
    onEdit: (id: string) => void model.edit(id),
    onDelete: (id: string) => void model.remove(id),
  }
  return (
    <>
      <Entries
        {...lists}
        items={model.entries.value}
        begin={
          <>
            <p class={styles['lead']}>{t('steps_lead')}</p>
            <Button look="main" onPress={() => void model.begin()}>
              {t('steps_write')}
            </Button>
          </>
        }
        above={<Ideas ideas={model.ideas} onPick={id => void model.beginWith(id)} />}
        none={t('steps_none')}
      >
        {step => <Step step={step} model={model} />}
      </Entries>
      {!isNew && over.length > 0 && (
        <Fold
          label={t('steps_over')}
          hint={plural('reflect_written', over.length)}
          // A form that stands open is never out of sight.
          open={unfolded || over.some(({ id }) => id === open?.id)}
          onOpen={setUnfolded}
        >
          <Entries {...lists} items={over} begin={null} none={null}>
            {step => <Over step={step} />}
          </Entries>
        </Fold>
      )}
    </>
  )
}
