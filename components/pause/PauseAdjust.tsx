/** How the pause that runs may go otherwise: its other version, and folded, pace, holds and sound. */
import { useState } from 'preact/hooks'
import type { PauseRun } from '../../lib/app/pause-run.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { intoView } from '../ui/into-view.ts'
import styles from './PauseScreen.module.css'
import { catalogueText } from './pause-texts.ts'

type Props = { readonly pause: PauseRun }

const Pace = ({ pause }: Props) => {
  const breathes = pause.breathes.value
  return (
    <div class={styles['pair']}>
      <Button disabled={!breathes?.slower} onPress={() => pause.setPace(-1)}>
        {t('pause_slower')}
      </Button>
      <Button disabled={!breathes?.faster} onPress={() => pause.setPace(1)}>
        {t('pause_faster')}
      </Button>
    </div>
  )
}

export const PauseAdjust = ({ pause }: Props) => {
  const [open, setOpen] = useState(false)
  const run = pause.run.value
  const breathes = pause.breathes.value
  const { otherVersion } = pause.known.value
  return (
    <div class={styles['adjust']}>
      {otherVersion && run && (
        <Checkbox label={catalogueText(otherVersion)} checked={run.other} onChange={pause.setOther} />
      )}
      <div>
        <Button look="quiet" expanded={open} onPress={() => setOpen(!open)}>
          {t('pause_adjust')}
        </Button>
      </div>
      {open && (
        <div ref={intoView} class={styles['wishes']}>
          {breathes && <Pace pause={pause} />}
          {breathes?.holds && run && (
            <Checkbox
              label={t('pause_skip_holds')}
              checked={!run.tempo.holds}
              onChange={skips => pause.setHolds(!skips)}
            />
          )}
          <Checkbox label={t('pause_sound')} checked={pause.sound.value} onChange={pause.setSound} />
        </div>
      )}
    </div>
  )
}
