/** Data & privacy → Delete a period: from one day to another, with how many records that is before anything goes. */
import { useId } from 'preact/hooks'
import type { PeriodRemoval, PeriodRemovalStep } from '../../lib/app/period-removal.ts'
import { formatDay } from '../../lib/platform/formats.ts'
import { plural, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { TextField } from '../ui/TextField.tsx'
import { ChangeNotice } from './ChangeNotice.tsx'
import { Working } from './import/Working.tsx'
import styles from './PeriodPart.module.css'

type Props = {
  readonly model: PeriodRemoval
  /** Leads to where a backup is saved. */
  readonly onBackup: () => void
}

const said = (step: PeriodRemovalStep): readonly string[] => {
  switch (step.kind) {
    case 'nothing':
      return [t('period_nothing')]
    case 'done':
      return [plural('period_done', step.records), ...(step.copied ? [t('period_copied')] : [])]
    case 'stopped':
      return [t('period_stopped')]
    default:
      return []
  }
}

const Sure = ({ model, step }: Pick<Props, 'model'> & { readonly step: PeriodRemovalStep }) => {
  if (step.kind !== 'asked') return null
  const { from, to } = step.period
  return (
    <Dialog
      title={plural('period_sure', step.records)}
      keep={t('period_keep')}
      deed={t('period_deed')}
      onKeep={() => model.keep()}
      onDeed={() => void model.remove()}
    >
      <p>{t('period_sure_days', formatDay(from, 'date'), formatDay(to, 'date'))}</p>
      <p>{t('period_sure_final')}</p>
      <p>{t('erase_residue')}</p>
    </Dialog>
  )
}

export const PeriodPart = ({ model, onBackup }: Props) => {
  const id = useId()
  const part = useKeptFocus<HTMLElement>()
  const step = model.step.value
  const failed = step.kind === 'failed' && step.problem
  return (
    <section ref={part} tabIndex={-1} class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('period_title')}</h2>
      <p>{t('period_hint')}</p>
      {step.kind === 'deleting' ? (
        <Working label={t('period_deleting')} {...step} onStop={() => model.stop()} />
      ) : (
        <form
          class={styles['form']}
          noValidate
          onSubmit={event => {
            event.preventDefault()
            void model.ask()
          }}
        >
          <div class={styles['days']}>
            <TextField
              type="date"
              label={t('over_from')}
              value={model.from.value ?? ''}
              onInput={from => model.type({ from })}
            />
            <TextField
              type="date"
              label={t('over_to')}
              value={model.to.value ?? ''}
              onInput={to => model.type({ to })}
              problem={step.kind === 'wrong' ? t('period_wrong') : null}
            />
          </div>
          <div class={styles['buttons']}>
            <Button onPress={onBackup}>{t('erase_backup')}</Button>
            <Button submits look="remove">
              {t('period_ask')}
            </Button>
          </div>
        </form>
      )}
      {failed && <ChangeNotice problem={failed} onTryAgain={() => void model.ask()} />}
      <div role="status" class={styles['said']}>
        {said(step).map(sentence => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Sure model={model} step={step} />
    </section>
  )
}
