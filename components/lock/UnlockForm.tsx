/** The form that opens a locked Thaw, as small as the popup wants it; the focus is in its field at first, and after a try that did not fit. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Unlock, UnlockStep } from '../../lib/app/unlock.ts'
import { t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { lockProblemText, wrongText } from './lock-texts.ts'
import { OtherWay } from './OtherWay.tsx'
import styles from './UnlockForm.module.css'
import { WayField } from './WayField.tsx'

type Props = { readonly model: Unlock }

const wrongIn = (step: UnlockStep, none: boolean): string | null => {
  if (none) return t('lock_none_typed')
  return step.kind === 'wrong' ? wrongText(step.way) : null
}

export const UnlockForm = ({ model }: Props) => {
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState('')
  const [none, setNone] = useState(false)
  const step = model.step.value
  const way = model.way.value
  const trying = step.kind === 'trying'
  useEffect(() => void model.load(), [model])
  useEffect(() => {
    if (step.kind === 'ready' || step.kind === 'wrong') form.current?.querySelector('input')?.focus()
    if (step.kind === 'open') setTyped('')
  }, [step, way])

  const type = (text: string) => {
    setTyped(text)
    setNone(false)
  }
  return (
    <form
      ref={form}
      class={styles['form']}
      onSubmit={event => {
        event.preventDefault()
        setNone(typed === '')
        if (typed === '') event.currentTarget.querySelector('input')?.focus()
        else void model.unlock(typed)
      }}
    >
      <WayField
        way={way}
        typed={typed}
        label={t('backup_passphrase')}
        problem={wrongIn(step, none)}
        onType={type}
      />
      {step.kind === 'failed' && (
        <Notice urgent>
          <p>{lockProblemText(step.problem, 'err_open')}</p>
        </Notice>
      )}
      <div class={styles['buttons']}>
        {/* It keeps the focus while it works, so it is never disabled. */}
        <Button look="main" submits>
          {t(trying ? 'lock_unlocking' : 'lock_unlock')}
        </Button>
        {model.hasCode.value && (
          <OtherWay
            way={way}
            onWay={other => {
              type('')
              model.choose(other)
            }}
          />
        )}
      </div>
      <p role="status" class="hidden-text">
        {trying ? t('lock_unlocking') : ''}
      </p>
    </form>
  )
}
