/** Data & privacy → Lock: a passphrase for Thaw, what it does and does not do, and all that can be done about it. */
import { useEffect, useId, useLayoutEffect } from 'preact/hooks'
import type { LockDeed, LockPartModel } from '../../lib/app/lock-part.ts'
import type { LockFacts } from '../../lib/app/lock-ports.ts'
import { formatNumber, t } from '../../lib/platform/i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Notice } from '../ui/Notice.tsx'
import { ChangePassphrase } from './ChangePassphrase.tsx'
import { LockOn } from './LockOn.tsx'
import styles from './LockPart.module.css'
import { LockProgress } from './LockProgress.tsx'
import { LockSetup } from './LockSetup.tsx'
import { lockProblemText, newCodeTitle, toldText } from './lock-texts.ts'
import { RecoveryCode } from './RecoveryCode.tsx'
import { WayForm } from './WayForm.tsx'

type Props = {
  readonly model: LockPartModel
  /** Leads to where a backup is saved. */
  readonly onBackup: () => void
}

const LockOff = ({ model }: Pick<Props, 'model'>) => (
  <>
    <div class={styles['lines']}>
      <p>{t('lock_hint')}</p>
      <p>{t('lock_hint_limits')}</p>
    </div>
    <div class={styles['buttons']}>
      <Button onPress={() => model.open('on')}>{t('lock_set_up')}</Button>
    </div>
  </>
)

type ViewProps = Props & { readonly facts: LockFacts; readonly form: LockDeed | null }

const View = ({ model, onBackup, facts, form }: ViewProps) => {
  switch (form) {
    case 'on':
      return <LockSetup model={model} onBackup={onBackup} />
    case 'passphrase':
      return <ChangePassphrase model={model} hasCode={facts.hasCode} />
    case 'off':
      return (
        <WayForm
          key="off"
          model={model}
          hasCode={facts.hasCode}
          title={t('lock_off')}
          hint={t('lock_off_hint')}
          onWay={way => void model.turnOff(way)}
        />
      )
    case 'code':
      return (
        <WayForm
          key="code"
          model={model}
          hasCode={facts.hasCode}
          title={t(newCodeTitle(facts))}
          hint={t(facts.hasCode ? 'lock_new_code_hint' : 'lock_make_code_hint')}
          onWay={way => void model.renewCode(way)}
        />
      )
    case null:
      return facts.state === 'none' ? <LockOff model={model} /> : <LockOn model={model} facts={facts} />
  }
}

/** What is open, a form or the state of the lock. What was typed stays while it is covered, should the work come to nothing. */
const Open = ({ covered, ...props }: Props & { readonly covered: boolean }) => {
  const place = useKeptFocus<HTMLDivElement>()
  // Read here, where the focus is kept when one view takes the place of another.
  const facts = props.model.facts.value
  const form = props.model.form.value
  return (
    <div ref={place} tabIndex={-1} class={styles['open']} hidden={covered}>
      {facts && <View {...props} facts={facts} form={form} />}
    </div>
  )
}

export const LockPart = ({ model, onBackup }: Props) => {
  const id = useId()
  const part = useKeptFocus<HTMLElement>()
  const work = model.work.value
  const problem = model.problem.value
  const code = model.code.value
  const told = model.told.value
  const unopened = model.unopened.value
  useEffect(() => void model.load(), [model])
  // A passphrase is changed in a moment; what takes longer shows how far it is.
  const rewriting = work !== null && work.deed !== 'passphrase' && (work.of > 0 || work.deed === 'on')
  const covered = rewriting || code !== null
  useLayoutEffect(() => {
    if (covered && part.current?.contains(document.activeElement)) part.current.focus()
  }, [covered])
  return (
    <section ref={part} tabIndex={-1} class={styles['part']} aria-labelledby={id} data-lock>
      <h2 id={id}>{t('lock_title')}</h2>
      {code !== null && <RecoveryCode code={code} model={model} />}
      {rewriting && <LockProgress work={work} />}
      {problem && problem.kind !== 'wrong' && (
        <Notice urgent>
          <p>{lockProblemText(problem, 'err_change')}</p>
        </Notice>
      )}
      <Open model={model} onBackup={onBackup} covered={covered} />
      <div role="status" class={styles['lines']}>
        {told && <p>{toldText(told)}</p>}
        {unopened !== null && <p>{t('lock_left', formatNumber(unopened))}</p>}
      </div>
    </section>
  )
}
