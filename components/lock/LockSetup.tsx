/** Setting up a lock, one thing at a time: what it does, a backup, a passphrase, and what opens and closes it besides. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { LockPartModel } from '../../lib/app/lock-part.ts'
import type { LockMinutes } from '../../lib/core/lock.ts'
import { type MessageKey, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { LockLimits } from './LockLimits.tsx'
import styles from './LockPart.module.css'
import { MinutesChoice } from './MinutesChoice.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { useNewPassphrase } from './use-new-passphrase.ts'

type Props = {
  readonly model: LockPartModel
  /** Leads to where a backup is saved. */
  readonly onBackup: () => void
}

const steps = ['about', 'backup', 'passphrase', 'choices'] as const
type Step = (typeof steps)[number]

const titles = {
  about: 'lock_about_title',
  backup: 'lock_backup_title',
  passphrase: 'lock_passphrase_title',
  choices: 'lock_choices_title',
} as const satisfies { readonly [Name in Step]: MessageKey }

export const LockSetup = ({ model, onBackup }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const [step, setStep] = useState<Step>('about')
  const passphrase = useNewPassphrase(model)
  const [withCode, setWithCode] = useState(true)
  const [minutes, setMinutes] = useState<LockMinutes>(model.defaultMinutes)
  const at = steps.indexOf(step)
  useLayoutEffect(() => heading.current?.focus(), [step])

  const goOn = (form: HTMLFormElement) => {
    const next = steps[at + 1]
    if (step === 'passphrase' && passphrase.take(form) === null) return
    if (next) setStep(next)
    else void model.turnOn({ passphrase: passphrase.typed.first, withCode, minutes })
  }

  return (
    <form
      class={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        goOn(event.currentTarget)
      }}
    >
      <div>
        <p class={styles['soft']}>{t('lock_step', at + 1, steps.length)}</p>
        <h3 ref={heading} tabIndex={-1} class={styles['title']}>
          {t(titles[step])}
        </h3>
      </div>
      {step === 'about' && <LockLimits />}
      {step === 'backup' && <p>{t('lock_backup_hint')}</p>}
      {step === 'passphrase' && (
        <NewPassphrase
          label={t('backup_passphrase')}
          typed={passphrase.typed}
          lack={passphrase.lack}
          atLeast={model.passphraseAtLeast}
          onType={passphrase.type}
        />
      )}
      {step === 'choices' && (
        <>
          <Checkbox
            label={t('lock_code_wanted')}
            hint={t('lock_code_wanted_hint')}
            checked={withCode}
            onChange={setWithCode}
          />
          <MinutesChoice choices={model.minutesToChoose} value={minutes} onChoose={setMinutes} />
        </>
      )}
      <div class={styles['buttons']}>
        {step === 'about' ? (
          <Button onPress={model.cancel}>{t('cancel')}</Button>
        ) : (
          <Button onPress={() => setStep(steps[at - 1] ?? 'about')}>{t('back')}</Button>
        )}
        {step === 'backup' && <Button onPress={onBackup}>{t('erase_backup')}</Button>}
        <Button submits>{t(step === 'choices' ? 'lock_turn_on' : 'lock_go_on')}</Button>
      </div>
    </form>
  )
}
