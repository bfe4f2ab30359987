/** Data & privacy → What is stored: how much of everything, how safe it is, a check, and a report to copy. */
import { useEffect, useId } from 'preact/hooks'
import type { StoredModel } from '../../lib/app/stored.ts'
import { t } from '../../lib/platform/i18n.ts'
import { StoreNotice } from '../options/StoreNotice.tsx'
import { Button } from '../ui/Button.tsx'
import { useKeptFocus } from '../ui/kept-focus.ts'
import { Working } from './import/Working.tsx'
import styles from './StoredPart.module.css'
import { checkTexts, type Fact, safetyFacts, storeFacts } from './stored-texts.ts'

type Props = {
  readonly model: StoredModel
  /** When the last backup was saved, as the page knows it; null where it knows of none. */
  readonly savedAt: number | null
  /** Where the person is, for times. */
  readonly zone: string
  /** Leads to where days are counted again. */
  readonly onRebuild: () => void
}

const Facts = ({ facts, labelledBy }: { readonly facts: readonly Fact[]; readonly labelledBy: string }) => (
  <dl class={styles['facts']} aria-labelledby={labelledBy}>
    {facts.map(({ name, value, more }) => (
      <div key={name} class={styles['fact']}>
        <dt>{name}</dt>
        <dd>
          {value}
          {more && <span class={styles['soft']}>{more}</span>}
        </dd>
      </div>
    ))}
  </dl>
)

const Check = ({ model, onRebuild }: Omit<Props, 'zone' | 'savedAt'>) => {
  const step = model.check.value
  const part = useKeptFocus<HTMLDivElement>()
  return (
    <div ref={part} tabIndex={-1} class={`${styles['group']} ${styles['check']}`}>
      <h3>{t('check_title')}</h3>
      <p>{t('check_hint')}</p>
      {step.kind === 'running' ? (
        <Working label={t('check_running')} {...step} onStop={() => model.stopCheck()} />
      ) : (
        <div>
          <Button onPress={() => void model.startCheck()}>{t('check_now')}</Button>
        </div>
      )}
      {step.kind === 'failed' && (
        <StoreNotice problem={step.problem} doing="open" onTryAgain={() => void model.startCheck()} />
      )}
      <div role="status" class={styles['group']}>
        {checkTexts(step).map(text => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {step.kind === 'done' && step.found.days > 0 && (
        <div>
          <Button onPress={onRebuild}>{t('check_to_days')}</Button>
        </div>
      )}
    </div>
  )
}

export const StoredPart = ({ model, savedAt, zone, onRebuild }: Props) => {
  const id = useId()
  useEffect(() => void model.load(), [model])
  // A backup that is saved on this page is the last one here as well.
  useEffect(() => {
    const shown = model.facts.peek()
    if (shown !== null && savedAt !== null && savedAt !== shown.lastBackup) void model.load()
  }, [model, savedAt])
  const facts = model.facts.value
  const problem = model.problem.value
  const { asked, copied } = model
  return (
    <section class={styles['part']} aria-labelledby={id}>
      <h2 id={id}>{t('stored_title')}</h2>
      <p>{t('stored_hint')}</p>
      {problem && <StoreNotice problem={problem} doing="open" onTryAgain={() => void model.load()} />}
      {facts && <Facts facts={storeFacts(facts, model.check.value)} labelledBy={id} />}
      {facts && <Facts facts={safetyFacts(facts, zone)} labelledBy={id} />}
      {facts && (
        <div class={styles['buttons']}>
          {facts.persisted !== true && (
            <Button onPress={() => void model.persist()}>{t('stored_persist')}</Button>
          )}
          <Button onPress={() => void model.copyReport()}>{t('stored_copy')}</Button>
        </div>
      )}
      <div role="status" class={styles['group']}>
        {asked.value && <p>{t(asked.value === 'yes' ? 'stored_asked_yes' : 'stored_asked_no')}</p>}
        {copied.value !== null && <p>{t(copied.value ? 'stored_copied' : 'stored_copy_refused')}</p>}
      </div>
      <Check model={model} onRebuild={onRebuild} />
    </section>
  )
}
