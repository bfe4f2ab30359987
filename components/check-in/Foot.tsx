/** The buttons at the foot of each later step: of one size, in the same place, the main one at the end. */
import type { CheckInModel } from '../../lib/app/check-in.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'

type Props = { readonly model: CheckInModel }

const Done = ({ model, look = 'plain' }: Props & { readonly look?: 'plain' | 'main' }) => (
  <Button look={look} onPress={model.done}>
    {t('done')}
  </Button>
)

const PauseFoot = ({ model }: Props) => {
  const { pause } = model
  if (pause.pickedUp.value) {
    return (
      <>
        <Button onPress={pause.stop}>{t('pause_stop')}</Button>
        <Button onPress={pause.startAgain}>{t('start_again')}</Button>
        <Button look="main" onPress={pause.goOn}>
          {t('pause_go_on')}
        </Button>
      </>
    )
  }
  const held = pause.run.value?.heldSince !== null
  return (
    <>
      <Button onPress={pause.stop}>{t('pause_stop')}</Button>
      <Button onPress={pause.skipStep}>{t('pause_skip')}</Button>
      <Button onPress={held ? pause.goOn : pause.hold}>{held ? t('pause_go_on') : t('pause_wait')}</Button>
    </>
  )
}

export const Foot = ({ model }: Props) => {
  const { place } = model.open.draft.value
  switch (place) {
    case 'felt':
      return null
    case 'far':
    case 'words':
      return (
        <>
          <Done model={model} />
          <Button look="main" onPress={model.next}>
            {t('next')}
          </Button>
        </>
      )
    case 'pauses':
      return (
        <>
          <Done model={model} />
          <Button onPress={model.back}>{t('back')}</Button>
        </>
      )
    case 'pause':
      return <PauseFoot model={model} />
    case 'offer':
    case 'after':
      return (
        <>
          <Done model={model} look={place === 'after' ? 'main' : 'plain'} />
          <Button onPress={model.showPauses}>{t('offer_all')}</Button>
        </>
      )
  }
}
