/** The buttons at the foot of each later step: of one size, and “Done” in the same place wherever it stands. */
import type { CheckInModel } from '../../lib/app/check-in.ts'
import type { LaterSteps } from '../../lib/app/later-steps.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'

type Props = { readonly model: CheckInModel }
type StepProps = Props & { readonly steps: LaterSteps }

const Done = ({ model, look = 'plain' }: Props & { readonly look?: 'plain' | 'main' }) => (
  <Button look={look} onPress={model.done}>
    {t('done')}
  </Button>
)

const Stop = ({ steps }: Pick<StepProps, 'steps'>) => (
  <Button shortcut="Escape" onPress={steps.pause.stop}>
    {t('pause_stop')}
  </Button>
)

/** Stop is one press away at every step. */
const PauseFoot = ({ steps }: Pick<StepProps, 'steps'>) => {
  const { pause } = steps
  const run = pause.run.value
  const step = run && pause.listed.value?.pause.steps[run.step]
  if (!run || !step) return <Stop steps={steps} />
  if (run.leftAt !== null || run.heldSince !== null) {
    return (
      <>
        <Stop steps={steps} />
        <Button onPress={pause.startAgain}>{t('start_again')}</Button>
        <Button look={run.leftAt === null ? 'plain' : 'main'} shortcut="W" onPress={pause.goOn}>
          {t('pause_go_on')}
        </Button>
      </>
    )
  }
  if (step.waits) {
    const last = run.step + 1 === pause.listed.value?.pause.steps.length
    return (
      <>
        <Stop steps={steps} />
        <Button look="main" shortcut="N" onPress={pause.skipStep}>
          {last ? t('pause_finish') : t('next')}
        </Button>
      </>
    )
  }
  return (
    <>
      <Stop steps={steps} />
      <Button shortcut="N" onPress={pause.skipStep}>
        {t('pause_skip')}
      </Button>
      <Button shortcut="W" onPress={pause.hold}>
        {t('pause_wait')}
      </Button>
    </>
  )
}

export const Foot = ({ model, steps }: StepProps) => {
  const { place } = model.open.draft.value
  switch (place) {
    case 'felt':
      return null
    case 'far':
    case 'words':
      return (
        <>
          <Done model={model} />
          <Button look="main" onPress={steps.next}>
            {t('next')}
          </Button>
        </>
      )
    case 'body':
      return (
        <>
          <Done model={model} />
          <Button onPress={steps.back}>{t('back')}</Button>
          <Button look="main" onPress={steps.next}>
            {t('next')}
          </Button>
        </>
      )
    case 'pauses':
    case 'stuck':
    case 'alone':
    case 'blocked':
    case 'doubt':
    case 'too-much':
      return (
        <>
          <Done model={model} />
          <Button onPress={steps.back}>{t('back')}</Button>
        </>
      )
    case 'kept':
      return (
        <>
          <Done model={model} look="main" />
          <Button onPress={model.goOn}>{t('next')}</Button>
        </>
      )
    case 'pause':
      return <PauseFoot steps={steps} />
    case 'offer':
      return (
        <>
          <Done model={model} />
          <Button shortcut="L" onPress={steps.showPauses}>
            {t('offer_all')}
          </Button>
        </>
      )
    case 'after':
      return (
        <>
          <Done model={model} look="main" />
          <Button onPress={steps.showPauses}>{t('offer_all')}</Button>
        </>
      )
  }
}
