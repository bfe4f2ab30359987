/** One small step: what it is, and two ways to answer it that weigh the same, or the way back from either. */
import type { SmallStep } from '../../lib/core/small-step.ts'
import { formatLength } from '../../lib/platform/formats.ts'
import { t } from '../../lib/platform/i18n.ts'
import { LongText } from '../history/LongText.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { StepReach } from './StepReach.tsx'
import styles from './StepRow.module.css'

export type StepActions = {
  readonly onDone: (id: string) => void
  readonly onNotToday: (id: string) => void
  readonly onUndo: (id: string) => void
  readonly onReach: (id: string, actual: number | null) => void
}

type Props = StepActions & { readonly step: SmallStep }

const howKeys = {
  smaller: 'pause_one_thing_lighter_how_smaller',
  shared: 'pause_one_thing_lighter_how_shared',
} as const

const More = ({ step: { to, minutes, how, state } }: { readonly step: SmallStep }) => {
  if (state === 'set-aside') return <p class={styles['soft']}>{t('step_not_today')}</p>
  if (state === 'done') return null
  if (to !== null)
    return (
      <p class={styles['soft']} dir="auto">
        {to}
      </p>
    )
  const said = minutes !== null ? formatLength(minutes) : how && t(howKeys[how])
  return said === null ? null : <p class={styles['soft']}>{said}</p>
}

export const StepRow = ({ step, onDone, onNotToday, onUndo, onReach }: Props) => {
  const row = useKeptFocus<HTMLLIElement>()
  const { id, text, name, state } = step
  const isLong = text !== name
  return (
    <li ref={row} class={styles['step']} tabIndex={-1}>
      <div class={state === 'open' ? styles['lines'] : `${styles['lines']} ${styles['answered']}`}>
        {state === 'open' && isLong ? (
          <LongText text={text} />
        ) : (
          <p class={state === 'open' ? styles['text'] : `${styles['text']} ${styles['soft']}`}>
            {state === 'done' && (
              <>
                <span aria-hidden="true">✓ </span>
                <span class="hidden-text">{t('step_done')} </span>
              </>
            )}
            <bdi>{name}</bdi>
          </p>
        )}
        <More step={step} />
        {state === 'done' && <StepReach step={step} onReach={actual => onReach(id, actual)} />}
      </div>
      {state === 'open' ? (
        <div class={styles['buttons']}>
          <Button name={t('step_done_named', name)} onPress={() => onDone(id)}>
            {t('step_done')}
          </Button>
          <Button name={t('step_not_today_named', name)} onPress={() => onNotToday(id)}>
            {t('step_not_today')}
          </Button>
        </div>
      ) : (
        // It may stand where the pointer just was: the second click of a double one takes nothing back.
        <div onClickCapture={event => event.detail > 1 && event.stopPropagation()}>
          <Button look="quiet" name={t('step_undo_named', name)} onPress={() => onUndo(id)}>
            {t('undo')}
          </Button>
        </div>
      )}
    </li>
  )
}
